import { isWeekday, WEEKDAYS } from "../figures/calendar-words.ts";
import { at, type Token } from "../figures/tokens.ts";
import { type Anchor, type Atom, atom } from "./atom.ts";
import { weekdayOf } from "./days.ts";
import { isFuture } from "./tense.ts";
import { bare, skipStop } from "./words.ts";

const SATURDAY = 6;
const SUNDAY = 0;
/** Days that are feasts, sales or names and not the week day. */
const NAMED_DAYS: ReadonlySet<string> = new Set([
  "black",
  "good",
  "bloody",
  "super",
  "ash",
  "palm",
  "easter",
  "cyber",
  "fat",
  "shrove",
  "holy",
  "maundy",
]);
/** "The Sunday Times" is a paper. */
const PAPERS: ReadonlySet<string> = new Set(
  "Times Telegraph Mail Express Mirror Post World Tribune Independent Herald".split(" "),
);
/** "Mon", "Sat" and "Sun" alone may be anything; with a stop or a date behind they are days. */
const SHORT = 4;

/** Reads "on Saturday", "last Tuesday", "the weekend" at the week day or its first word. */
export function readWeekday(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const token = at(tokens, index);
  if (bare(token) === "weekend" || token.lower === "weekends") return readWeekend(tokens, index, anchor);
  const weekday = WEEKDAYS.get(bare(token));
  if (weekday === undefined || !isWeekdayName(tokens, index)) return null;
  const lead = at(tokens, index - 1).lower;
  const from = lead === "last" || lead === "next" || lead === "this" ? index - 1 : index;
  const to = skipStop(tokens, index + 1);
  if (anchor.published === null) return atom({ from, to, kind: "weekday", weekdays: [weekday], basis: "undated" });
  const ahead = lead === "next" || (lead !== "last" && isFuture(tokens, from));
  const day = ahead ? nextDay(anchor.published, weekday, lead) : lastDay(anchor.published, weekday, lead);
  return atom({ from, to, kind: "weekday", days: { from: day, to: day } });
}

function isWeekdayName(tokens: readonly Token[], index: number): boolean {
  const token = at(tokens, index);
  if (!isWeekday({ ...token, lower: bare(token) }) || NAMED_DAYS.has(at(tokens, index - 1).lower)) return false;
  const next = at(tokens, index + 1);
  if (PAPERS.has(next.text)) return false;
  if (bare(token).length > SHORT) return true;
  return next.lower === "," || (next.lower === "." && at(tokens, index + 2).kind !== "end");
}

/** The latest such day not after the publication; "last Saturday" is before it. */
function lastDay(published: number, weekday: number, lead: string): number {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  return published - (back === 0 && lead === "last" ? 7 : back);
}

function nextDay(published: number, weekday: number, lead: string): number {
  const on = (weekday - weekdayOf(published) + 7) % 7;
  return published + (on === 0 && lead === "next" ? 7 : on);
}

/** Saturday and Sunday: the latest that has begun, or the next where the text looks ahead. */
function readWeekend(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const lead = at(tokens, index - 1).lower;
  const from = lead === "last" || lead === "this" || lead === "next" || lead === "past" ? index - 1 : index;
  if (at(tokens, index).lower === "weekends") return null;
  if (anchor.published === null)
    return atom({
      from,
      to: index + 1,
      kind: "weekday",
      weekdays: [SATURDAY, SUNDAY],
      relative: true,
      basis: "undated",
    });
  const { published } = anchor;
  const back = (weekdayOf(published) - SATURDAY + 7) % 7;
  const latest = published - back;
  // On a Saturday or Sunday "last weekend" is the one before.
  const before = lead === "last" && back <= 1 ? latest - 7 : latest;
  const saturday = lead === "next" || isFuture(tokens, from) ? latest + 7 : before;
  return atom({ from, to: index + 1, kind: "weekday", days: { from: saturday, to: saturday + 1 }, relative: true });
}
