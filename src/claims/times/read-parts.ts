import { at, type Token } from "../figures/tokens.ts";
import { type Anchor, type Atom, atom, type Minutes } from "./atom.ts";
import { bare } from "./words.ts";

/** Parts of a day (claims.md for the first four; the rest by their pattern). Nights reach into the next morning. */
const PARTS: ReadonlyMap<string, Minutes> = new Map([
  ["overnight", { from: 1080 - 1440, to: 419 }],
  ["morning", { from: 300, to: 719 }],
  ["afternoon", { from: 720, to: 1079 }],
  ["evening", { from: 1020, to: 1439 }],
  ["night", { from: 1080, to: 1440 + 419 }],
  ["dawn", { from: 240, to: 479 }],
  ["daybreak", { from: 240, to: 479 }],
  ["sunrise", { from: 240, to: 479 }],
  ["dusk", { from: 960, to: 1259 }],
  ["nightfall", { from: 960, to: 1259 }],
  ["sunset", { from: 960, to: 1259 }],
  ["lunchtime", { from: 660, to: 839 }],
  ["mornings", { from: 300, to: 719 }],
]);
const EARLY_HOURS: Minutes = { from: 0, to: 419 };
const EARLY: Minutes = { from: 0, to: 719 };
const LATE: Minutes = { from: 1020, to: 1439 };
const LEADS: ReadonlySet<string> = new Set(
  "the in this that last early late mid - at before after by during every on of".split(" "),
);
/** "In the night sky" is no time. */
const NIGHT_NOUNS: ReadonlySet<string> = new Set([
  "sky",
  "skies",
  "club",
  "clubs",
  "shift",
  "shifts",
  "life",
  "vision",
  "watch",
]);
/** "Virtually overnight" is a figure of speech. */
const FIGURATIVE: ReadonlySet<string> = new Set([
  "virtually",
  "almost",
  "practically",
  "literally",
  "seemingly",
  "success",
  "sensation",
  "stay",
  "stays",
  "celebrity",
]);

/** Reads "overnight into", "this morning", "last night", "the early hours of", "tonight" at a token. A day before it ("Monday evening") is joined later. */
export function readPart(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const word = bare(at(tokens, index));
  if (word === "tonight")
    return published(anchor, { from: index, to: index + 1, minutes: { from: 1080, to: 1440 + 419 } }, 0);
  if (word === "early" && at(tokens, index + 1).lower === "hours") {
    const of = at(tokens, index + 2).lower === "of" ? index + 3 : index + 2;
    return atom({ from: index, to: of, kind: "part-of-day", dated: false, minutes: EARLY_HOURS });
  }
  const minutes = PARTS.get(word);
  if (minutes === undefined) return null;
  if (word === "overnight") return readOvernight(tokens, index);
  const lead = at(tokens, index - 1).lower;
  if (lead === "this" || lead === "that")
    return lead === "this"
      ? published(anchor, { from: index - 1, to: index + 1, minutes }, 0)
      : atom({ from: index, to: index + 1, kind: "part-of-day", dated: false, minutes });
  if (lead === "last") return published(anchor, { from: index - 1, to: index + 1, minutes }, -1);
  if (word === "night") return readNight(tokens, index);
  return atom({ from: index, to: index + 1, kind: "part-of-day", dated: false, minutes: narrowed(minutes, lead) });
}

function narrowed(minutes: Minutes, lead: string): Minutes {
  const middle = Math.floor((minutes.from + minutes.to) / 2);
  if (lead === "early") return { from: minutes.from, to: middle };
  return lead === "late" ? { from: middle, to: minutes.to } : minutes;
}

function readOvernight(tokens: readonly Token[], index: number): Atom | null {
  if (FIGURATIVE.has(at(tokens, index - 1).lower) || FIGURATIVE.has(at(tokens, index + 1).lower)) return null;
  const next = at(tokens, index + 1).lower;
  const into = next === "into" || next === "to";
  return atom({
    from: index,
    to: into ? index + 2 : index + 1,
    kind: "part-of-day",
    dated: false,
    minutes: { from: 1080 - 1440, to: 419 },
    night: into ? "into" : "overnight",
  });
}

function readNight(tokens: readonly Token[], index: number): Atom | null {
  const before = at(tokens, index - 1);
  const said =
    before.kind !== "end" &&
    (LEADS.has(before.lower) ||
      before.lower.endsWith("day") ||
      before.lower === "yesterday" ||
      before.kind === "number");
  if (!said || NIGHT_NOUNS.has(at(tokens, index + 1).lower)) return null;
  const of = at(tokens, index + 1).lower === "of";
  return atom({
    from: index,
    to: of ? index + 2 : index + 1,
    kind: "part-of-day",
    dated: false,
    minutes: { from: 1080, to: 1440 + 419 },
    night: "night",
  });
}

function published(
  anchor: Anchor,
  read: { readonly from: number; readonly to: number; readonly minutes: Minutes },
  shift: number,
): Atom {
  const day = anchor.published === null ? null : anchor.published + shift;
  return atom({
    from: read.from,
    to: read.to,
    kind: "part-of-day",
    days: day === null ? null : { from: day, to: day },
    minutes: read.minutes,
    relative: true,
    basis: day === null ? "undated" : "said",
  });
}

/** "Early on Monday", "late Sunday": hours that a word before a day tells; null for other words. */
export function hoursOfLead(word: string): Minutes | null {
  if (word === "early") return EARLY;
  return word === "late" ? LATE : null;
}
