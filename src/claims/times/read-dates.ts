import { isMonth, MONTHS } from "../figures/calendar-words.ts";
import { looksPlural } from "../figures/nouns.ts";
import { at, type Token } from "../figures/tokens.ts";
import { type Anchor, type Atom, atom } from "./atom.ts";
import { civilOf, type Days, dayNumberOf, daysOfMonth, monthLength } from "./days.ts";
import { isFuture } from "./tense.ts";
import { readYear, yearValue } from "./read-years.ts";
import { bare, skipStop } from "./words.ts";

/** "Early August" is its first ten days, "early 2022" its first four months. */
const THIRD: ReadonlyMap<string, 0 | 1 | 2> = new Map([
  ["early", 0],
  ["beginning", 0],
  ["start", 0],
  ["onset", 0],
  ["mid", 1],
  ["middle", 1],
  ["late", 2],
  ["end", 2],
]);
/** Before a bare month these make it a time; "Theresa May" and "March on the capital" have none. */
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  "in of since by last this next until till during from through early late mid before after between and to over throughout for every each around about -".split(
    " ",
  ),
);
const UNMISTAKABLE: ReadonlySet<string> = new Set(
  "january february september october november december july".split(" "),
);

/** Reads "Nov. 9-10", "10 November 2024", "2024-11-10", "October", "early August", "2023" at a token. */
export function readDate(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const token = at(tokens, index);
  if (token.kind === "number") {
    return (
      readIso(tokens, index) ??
      readNumericDate(tokens, index, anchor) ??
      readDayFirst(tokens, index, anchor) ??
      readYear(tokens, index)
    );
  }
  if (token.kind !== "word") return null;
  return readThird(tokens, index, anchor) ?? readMonth(tokens, index, anchor);
}

function dayValue(token: Token): number | null {
  if (token.kind !== "number" || !/^\d{1,2}$/.test(token.text)) return null;
  const value = Number(token.text);
  return value >= 1 && value <= 31 ? value : null;
}

function readIso(tokens: readonly Token[], index: number): Atom | null {
  const year = yearValue(at(tokens, index));
  const month = dayValue(at(tokens, index + 2));
  const day = dayValue(at(tokens, index + 4));
  const dashed =
    at(tokens, index + 1).lower === "-" &&
    at(tokens, index + 1).glued &&
    at(tokens, index + 3).lower === "-" &&
    at(tokens, index + 3).glued;
  if (year === null || month === null || day === null || !dashed || month > 12 || day > monthLength(year, month))
    return null;
  const number = dayNumberOf(year, month, day);
  return atom({ from: index, to: index + 5, kind: "date", days: { from: number, to: number } });
}

/** "13/11/2024" where one of the numbers can be no month; "10/11/2024" names no day for sure. */
function readNumericDate(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const [first, second] = [dayValue(at(tokens, index)), dayValue(at(tokens, index + 2))];
  const year = yearValue(at(tokens, index + 4));
  const slashed = at(tokens, index + 1).lower === "/" && at(tokens, index + 3).lower === "/";
  if (first === null || second === null || year === null || !slashed) return null;
  const sure =
    first > 12
      ? { day: first, month: second }
      : second > 12
        ? { day: second, month: first }
        : first === second
          ? { day: first, month: first }
          : null;
  const number = sure === null || sure.month > 12 ? null : dayNumberOf(year, sure.month, sure.day);
  return atom({
    from: index,
    to: index + 5,
    kind: "date",
    days: number === null ? null : { from: number, to: number },
    basis: number === null && anchor.published === null ? "undated" : "said",
  });
}

type DayPair = { readonly first: number; readonly last: number; readonly to: number };

/** "9", "9-10", "9 and 10", "9th" at a token. */
function readDays(tokens: readonly Token[], index: number): DayPair | null {
  const first = dayValue(at(tokens, index));
  if (first === null) return null;
  let to = overOrdinal(tokens, index + 1);
  const joiner = at(tokens, to).lower;
  const dashed = joiner === "-" || joiner === "–" || joiner === "—";
  if (dashed || joiner === "to" || joiner === "and" || joiner === "through") {
    const second = dayValue(at(tokens, to + 1));
    const behind = overOrdinal(tokens, to + 2);
    const counts = !dashed && looksPlural(at(tokens, behind));
    const clock = startsClock(tokens, behind);
    if (second !== null && second > first && !counts && !clock) return { first, last: second, to: behind };
  }
  if (startsClock(tokens, to)) return null;
  return { first, last: first, to };
}

/** "9 a.m.", "9:30": the number is an hour, not a day. */
function startsClock(tokens: readonly Token[], index: number): boolean {
  const token = at(tokens, index);
  if (token.lower === ":") return token.glued && at(tokens, index + 1).glued && at(tokens, index + 1).kind === "number";
  return /^(?:a\.m\.?|p\.m\.?|am|pm)$/.test(token.lower);
}

function overOrdinal(tokens: readonly Token[], index: number): number {
  return at(tokens, index).glued && /^(?:st|nd|rd|th)$/.test(at(tokens, index).lower) ? index + 1 : index;
}

/** A year behind a date: ", 2024", " 2024", "last year", "of this year". */
function yearBehind(
  tokens: readonly Token[],
  index: number,
  anchor: Anchor,
): { readonly year: number; readonly to: number } | null {
  const stop = at(tokens, index).lower === "." ? index + 1 : index;
  const comma = at(tokens, stop).lower === "," ? stop + 1 : stop;
  const year = yearValue(at(tokens, comma));
  if (year !== null && !looksPlural(at(tokens, comma + 1))) return { year, to: comma + 1 };
  const of = at(tokens, index).lower === "of" ? index + 1 : index;
  const ofYear = yearValue(at(tokens, of));
  if (ofYear !== null) return { year: ofYear, to: of + 1 };
  if (bare(at(tokens, of + 1)) !== "year" || anchor.published === null) return null;
  const { year: now } = civilOf(anchor.published);
  const which = at(tokens, of).lower;
  if (which === "this") return { year: now, to: of + 2 };
  if (which === "last") return { year: now - 1, to: of + 2 };
  return which === "next" ? { year: now + 1, to: of + 2 } : null;
}

/** "10 November", "9-10 November 2024", "13th of May". */
function readDayFirst(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const days = readDays(tokens, index);
  if (days === null) return null;
  const monthAt = at(tokens, days.to).lower === "of" ? days.to + 1 : days.to;
  const token = at(tokens, monthAt);
  const month = isMonth(token) ? MONTHS.get(bare(token)) : undefined;
  if (month === undefined) return null;
  return dateAtom(tokens, { from: index, to: skipStop(tokens, monthAt + 1), month, days }, anchor);
}

/** A month with what follows it: days, a year, nothing. */
function readMonth(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const token = at(tokens, index);
  const month = MONTHS.get(bare(token));
  if (month === undefined || !isMonth({ ...token, lower: bare(token) })) return null;
  const behind = skipStop(tokens, index + 1);
  const days = readDays(tokens, behind);
  const counted =
    days !== null && /^(?:in|during|since)$/.test(at(tokens, index - 1).lower) && looksPlural(at(tokens, days.to));
  if (days !== null && !counted) return dateAtom(tokens, { from: index, to: days.to, month, days }, anchor);
  const year = counted ? null : yearBehind(tokens, behind, anchor);
  if (year === null && !standsAlone(tokens, index)) return null;
  return monthAtom(tokens, { from: index, to: year?.to ?? behind, month, year: year?.year ?? null }, anchor);
}

/** Whether a month without day and year is a time: behind a preposition, or a name that nobody has. */
function standsAlone(tokens: readonly Token[], index: number): boolean {
  const before = at(tokens, index - 1).lower;
  if (BEFORE_MONTH.has(before)) return true;
  const token = at(tokens, index);
  return (
    UNMISTAKABLE.has(bare(token)) ||
    /['’]s$/.test(token.lower) ||
    /^(?:was|saw|is|has)$/.test(at(tokens, index + 1).lower)
  );
}

type DateParts = { readonly from: number; readonly to: number; readonly month: number; readonly days: DayPair };

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function dateAtom(tokens: readonly Token[], parts: DateParts, anchor: Anchor): Atom | null {
  const { from, month, days } = parts;
  const stated = yearBehind(tokens, parts.to, anchor);
  const to = stated?.to ?? parts.to;
  const year = stated?.year ?? nearestYear(tokens, { index: from, month, day: days.first }, anchor);
  if (days.last > 29 + (month === 2 ? 0 : 2)) return null;
  if (year === null) {
    const monthDay = { from: `${pad(month)}-${pad(days.first)}`, to: `${pad(month)}-${pad(days.last)}` };
    return atom({ from, to, kind: "date", monthDay, basis: "undated" });
  }
  const span: Days = { from: dayNumberOf(year, month, days.first), to: dayNumberOf(year, month, days.last) };
  return atom({ from, to, kind: "date", days: span });
}

/** The year of a bare "May 13": the latest such day that is not after the publication, or the next one where the text looks ahead. */
function nearestYear(
  tokens: readonly Token[],
  date: { readonly index: number; readonly month: number; readonly day: number },
  anchor: Anchor,
): number | null {
  if (anchor.published === null) return null;
  const { year } = civilOf(anchor.published);
  const thisYear = dayNumberOf(year, date.month, date.day);
  if (isFuture(tokens, date.index)) return thisYear >= anchor.published ? year : year + 1;
  return thisYear <= anchor.published ? year : year - 1;
}

type MonthParts = { readonly from: number; readonly to: number; readonly month: number; readonly year: number | null };

function monthAtom(tokens: readonly Token[], parts: MonthParts, anchor: Anchor): Atom {
  const { from, to, month } = parts;
  const which = at(tokens, from - 1).lower;
  const year = parts.year ?? nearestYear(tokens, { index: from, month, day: 1 }, anchor);
  const first = which === "last" || which === "next" || which === "this" ? from - 1 : from;
  if (year === null) {
    const monthDay = { from: `${pad(month)}-01`, to: `${pad(month)}-${pad(monthLength(2000, month))}` };
    return atom({ from: first, to, kind: "month", monthDay, basis: "undated", relative: first < from });
  }
  const ahead =
    which === "next" && anchor.published !== null && daysOfMonth(year, month).to < anchor.published ? year + 1 : year;
  return atom({ from: first, to, kind: "month", days: daysOfMonth(ahead, month), relative: first < from });
}

/** "Early August", "mid-2023", "the end of October", "late February 2022". */
function readThird(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const third = THIRD.get(at(tokens, index).lower);
  if (third === undefined) return null;
  let cursor = index + 1;
  if (at(tokens, cursor).lower === "-") cursor += 1;
  if (at(tokens, cursor).lower === "of") cursor += 1;
  if (at(tokens, cursor).lower === "in") cursor += 1;
  const inner = readMonth(tokens, cursor, anchor) ?? readYear(tokens, cursor);
  if (inner === null || (inner.kind !== "month" && inner.kind !== "year")) return null;
  const days = inner.days === null ? null : thirdOf(inner.days, inner.kind, third);
  return {
    ...inner,
    from: index,
    days,
    monthDay: inner.monthDay === null ? null : thirdOfMonth(inner.monthDay, third),
  };
}

function thirdOf(days: Days, kind: string, third: 0 | 1 | 2): Days {
  if (kind === "year") {
    const { year } = civilOf(days.from);
    return { from: daysOfMonth(year, third * 4 + 1).from, to: daysOfMonth(year, third * 4 + 4).to };
  }
  return { from: days.from + third * 10, to: third === 2 ? days.to : days.from + third * 10 + 9 };
}

function thirdOfMonth(monthDay: NonNullable<Atom["monthDay"]>, third: 0 | 1 | 2): NonNullable<Atom["monthDay"]> {
  const month = monthDay.from.slice(0, 3);
  return { from: `${month}${pad(third * 10 + 1)}`, to: third === 2 ? monthDay.to : `${month}${pad(third * 10 + 10)}` };
}
