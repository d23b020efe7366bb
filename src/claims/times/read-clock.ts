import { SMALL_WORDS } from "../figures/number-words.ts";
import { at, type Token } from "../figures/tokens.ts";
import { type Atom, atom, type Minutes } from "./atom.ts";

const NAMED: ReadonlyMap<string, number> = new Map([
  ["noon", 720],
  ["midday", 720],
  ["midnight", 0],
]);
/** "About 7 a.m." is a quarter of an hour either side (claims.md). */
const ABOUT_MINUTES = 15;
const ABOUT: ReadonlySet<string> = new Set(["about", "around", "roughly", "approximately", "circa", "some"]);
const LAST_MINUTE = 1439;

/** A time of day: minutes, and whether a.m. or p.m. is still open. `to` is the token behind it. */
type Clock = {
  readonly minutes: number;
  readonly half: "am" | "pm" | null;
  readonly sure: boolean;
  readonly to: number;
  /** True for "seven", which is a time only beside words that say so. */
  readonly spelled?: boolean;
};

function halfAt(token: Token): "am" | "pm" | null {
  if (token.lower === "a.m." || token.lower === "am" || token.lower === "a.m") return "am";
  return token.lower === "p.m." || token.lower === "pm" || token.lower === "p.m" ? "pm" : null;
}

/** "Seven", "half past six", "a quarter to nine": minutes of either half of the day; null for other words. */
function readSpelled(tokens: readonly Token[], index: number): Clock | null {
  const word = at(tokens, index).lower;
  const past = at(tokens, index + 1).lower;
  const part = word === "half" ? 30 : word === "quarter" ? 15 : null;
  const from = part !== null && (past === "past" || past === "to") ? index + 2 : index;
  if (part !== null && from === index) return null;
  const token = at(tokens, from);
  const hour =
    SMALL_WORDS.get(token.lower) ?? (/^\d{1,2}$/.test(token.text) && from > index ? Number(token.text) : null);
  if (hour === null || hour < 1 || hour > 12 || (token.kind === "sign" && from === index)) return null;
  const minutes = hour * 60 + (part === null ? 0 : past === "past" ? part : -part);
  const half = halfAt(at(tokens, from + 1));
  const oClock = /^o['’]clock$/.test(at(tokens, from + 1).lower);
  const to = half !== null || oClock ? from + 2 : from + 1;
  return { minutes, half, sure: half !== null, to, spelled: true };
}

/** What may follow an hour that is only spelled: the end of a clause, a day, a part of the day. */
function endsHour(tokens: readonly Token[], index: number): boolean {
  const { lower, kind } = at(tokens, index);
  if (kind === "end" || /^[.,;:)”"]$/.test(lower)) return true;
  const next = at(tokens, index + 1);
  if (lower === "on") return /^(?:\p{Lu}|\d)/u.test(next.text);
  if (lower === "in") return next.lower === "the" && PARTS_OF_DAY.test(at(tokens, index + 2).lower);
  return (
    (lower === "at" && next.lower === "night") ||
    /^(?:\p{Lu}\p{Ll}+day|yesterday|this|that)$/u.test(at(tokens, index).text)
  );
}

const PARTS_OF_DAY = /^(?:morning|afternoon|evening)$/;

/** Words before an hour that make a bare number or a spelled one a time of day. */
const HOUR_OPENERS: ReadonlySet<string> = new Set(
  "at by before after around about until till since past nearly almost".split(" "),
);

function readOne(tokens: readonly Token[], index: number): Clock | null {
  const token = at(tokens, index);
  const named = NAMED.get(token.lower);
  if (named !== undefined) return { minutes: named, half: null, sure: true, to: index + 1 };
  if (token.kind !== "number") return readSpelled(tokens, index);
  const dotted = /^([01]?\d|2[0-3])\.([0-5]\d)$/.exec(token.text);
  const military = /^([01]\d|2[0-3])([0-5]\d)$/.exec(token.text);
  const colon =
    at(tokens, index + 1).lower === ":" && at(tokens, index + 1).glued && /^[0-5]\d$/.test(at(tokens, index + 2).text);
  if (military !== null && /^(?:gmt|utc|hrs|cet|est)$/.test(at(tokens, index + 1).lower)) {
    return { minutes: Number(military[1]) * 60 + Number(military[2]), half: null, sure: true, to: index + 1 };
  }
  const hour = dotted !== null ? Number(dotted[1]) : /^\d{1,2}$/.test(token.text) ? Number(token.text) : null;
  if (hour === null || hour > 24) return null;
  const minute = dotted !== null ? Number(dotted[2]) : colon ? Number(at(tokens, index + 2).text) : 0;
  let to = colon ? index + 3 : index + 1;
  if (colon && at(tokens, to).lower === ":" && at(tokens, to + 1).glued) to += 2;
  const half = halfAt(at(tokens, to));
  if (half !== null) to += 1;
  if (half === null && /^o['’]clock$/.test(at(tokens, to).lower))
    return { minutes: hour * 60 + minute, half, sure: true, to: to + 1 };
  return { minutes: hour * 60 + minute, half, sure: half !== null || colon, to };
}

function inHalf(minutes: number, half: "am" | "pm" | null): number {
  if (half === null) return minutes % 1440;
  const twelve = minutes % 720;
  return half === "pm" ? twelve + 720 : twelve;
}

/** "Moscow time", "local time", "GMT" behind a time of day. */
function overZone(tokens: readonly Token[], index: number): number {
  if (/^(?:gmt|utc|est|edt|pst|cet|cest|bst|msk|et|hrs|ist|jst)$/.test(at(tokens, index).lower)) return index + 1;
  const named = at(tokens, index).kind === "word" && at(tokens, index + 1).lower === "time";
  return named ? index + 2 : index;
}

const OPENERS: ReadonlySet<string> = new Set([
  "between",
  "from",
  "at",
  "by",
  "before",
  "after",
  "until",
  "till",
  "since",
  "around",
  "about",
  "of",
]);

/** Reads "between 7.00 and 10.00 a.m.", "at 5:30 p.m.", "around noon", "7-10 p.m." at the number or name of its first time. */
export function readClock(tokens: readonly Token[], index: number): Atom | null {
  const first = readOne(tokens, index);
  if (first === null) return null;
  const before = at(tokens, index - 1).lower === "a" ? at(tokens, index - 2).lower : at(tokens, index - 1).lower;
  const loose = first.half === null && (first.spelled ?? !first.sure) && isHour(tokens, { index, before, first });
  if (first.spelled && !loose && first.half === null) return null;
  const second = first.spelled ? null : readSecond(tokens, first);
  const dotted = at(tokens, index).text.includes(".");
  if (second === null && !first.sure && !loose) return null;
  if (second === null && dotted && first.half === null) return null;
  const half = first.half ?? second?.half ?? null;
  const to = overZone(tokens, second?.to ?? first.to);
  const about = ABOUT.has(before);
  const minutes =
    second === null
      ? single(tokens, { minutes: inHalf(first.minutes, half), index, about })
      : pair(first, second, half);
  const opened = (OPENERS.has(before) || about) && before === at(tokens, index - 1).lower;
  const from = opened && before !== "of" ? index - 1 : index;
  const soon = opened && SOON.has(at(tokens, index - 2).lower) ? from - 1 : from;
  return atom({
    from: soon,
    to,
    kind: "clock",
    dated: false,
    minutes,
    ...(loose && second === null && { loose }),
  });
}

/** "At 7", "shortly after seven": an hour whose half of the day is not said. */
function isHour(
  tokens: readonly Token[],
  { index, before, first }: { readonly index: number; readonly before: string; readonly first: Clock },
): boolean {
  if (!first.spelled && !/^\d{1,2}$/.test(at(tokens, index).text)) return false;
  return HOUR_OPENERS.has(before) && first.minutes <= 780 && endsHour(tokens, first.to);
}

/** Before "after" and "before" these make it a matter of minutes. */
const SOON: ReadonlySet<string> = new Set(["shortly", "just", "soon", "minutes", "moments"]);
const SOON_MINUTES = 20;

function readSecond(tokens: readonly Token[], first: Clock): Clock | null {
  const joiner = at(tokens, first.to).lower;
  if (!/^(?:and|to|-|–|until)$/.test(joiner)) return null;
  const second = readOne(tokens, first.to + 1);
  return second !== null && (second.sure || (first.half !== null && second.half !== null)) ? second : null;
}

function pair(first: Clock, second: Clock, half: "am" | "pm" | null): Minutes {
  const to = inHalf(second.minutes, second.half ?? half);
  let from = inHalf(first.minutes, first.half ?? half);
  // "11 to 2 p.m." begins in the morning.
  if (first.half === null && second.half === "pm" && from > to) from -= 720;
  return { from, to: to < from ? to + 1440 : to };
}

function single(
  tokens: readonly Token[],
  read: { readonly minutes: number; readonly index: number; readonly about: boolean },
): Minutes {
  const before = at(tokens, read.index - 1).lower;
  // What is before midnight is at the end of its day.
  const ends =
    read.minutes === 0 && (before === "before" || before === "by" || before === "until" || before === "till");
  const minutes = ends ? LAST_MINUTE : read.minutes;
  const soon = SOON.has(at(tokens, read.index - 2).lower);
  if (soon && before === "before") return { from: minutes - SOON_MINUTES, to: minutes };
  if (soon && before === "after") return { from: minutes, to: minutes + SOON_MINUTES };
  if (read.about) return { from: minutes - ABOUT_MINUTES, to: minutes + ABOUT_MINUTES };
  if (before === "before" || before === "by" || before === "until" || before === "till")
    return { from: 0, to: minutes };
  if (before === "after" || before === "since") return { from: minutes, to: LAST_MINUTE };
  return { from: minutes, to: minutes };
}
