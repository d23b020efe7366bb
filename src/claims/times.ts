import type { Span } from "../text/span.ts";
import type { Period } from "./claim.ts";
import { MONTHS, WEEKDAYS } from "./figures/calendar-words.ts";
import { at, type Token, tokenize } from "./figures/tokens.ts";
import type { Anchor, Atom, Minutes, TimeKind } from "./times/atom.ts";
import { type Days, isoMinute, parseDay, weekdayOf } from "./times/days.ts";
import { joinAtoms, readSinceEvent } from "./times/join.ts";
import { readClock } from "./times/read-clock.ts";
import { readDate } from "./times/read-dates.ts";
import { readPart } from "./times/read-parts.ts";
import { readRelative } from "./times/read-relative.ts";
import { readWeekday } from "./times/read-weekdays.ts";
import { bare } from "./times/words.ts";

/** A time that a sentence states. */
export type TimeMention = {
  readonly span: Span;
  readonly period: Period;
  /** True for "yesterday", "last week": it depends on when it was written. */
  readonly relative: boolean;
  readonly kind: TimeKind;
};

/** What times are read from: the publication date (`YYYY-MM-DD…`), and the time told of before, for "the previous day". */
export type TimeContext = { readonly published: string | null; readonly previous?: Period | null };

/** A sentence without any of these, a number, a month or a week day tells no time; most sentences of a text end here. */
const TIME_WORDS: ReadonlySet<string> = new Set(
  "year years month months week weeks day days hour hours weekend yesterday today tomorrow tonight now currently presently nowadays far date overnight morning afternoon evening night dawn daybreak sunrise dusk nightfall sunset lunchtime since spring summer autumn fall winter noon midday midnight".split(
    " ",
  ),
);
/** Words that a time may begin with beside those and numbers; the readers look at no other token. */
const OPENERS: ReadonlySet<string> = new Set(
  "half quarter early mid middle late end beginning start onset so thus to until last this next past previous preceding following within in a an that same zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty weekends mornings sunset".split(
    " ",
  ),
);
const LAST_MINUTE = 1439;

/**
 * The times of one sentence, in order, not overlapping. Week days, months and dates without a year are the latest ones
 * not after the publication, or the next ones where the text looks ahead; a document without a date gives week days, or
 * month and day without a year, and no dates. Hours without a day take the only day of the sentence, else that of
 * `previous`; nights also the publication date. Own rules over tables, checked against chrono-node in the tests.
 */
export function findTimes(text: string, context: TimeContext): readonly TimeMention[] {
  const tokens = tokenize(text);
  if (!tokens.some(mayTellTime)) return [];
  const published = context.published === null ? null : parseDay(context.published);
  const outer: Anchor = { published, previous: daysOf(context.previous ?? null) };
  const plain = readAtoms(tokens, outer);
  if (plain.length === 0) return [];
  const dated = joinAtoms(tokens, plain, outer);
  const anchor = withOwnDay(tokens, outer, dated);
  // "Within 24 hours" and "the previous day" look at the day of their own sentence first.
  const atoms =
    anchor === outer || !plain.some(looksBack) ? dated : joinAtoms(tokens, readAtoms(tokens, anchor), anchor);
  return atoms.map((one) => mentionOf(tokens, one, { text, anchor, own: anchor !== outer }));
}

function mayTellTime(token: Token): boolean {
  if (token.kind !== "word") return token.kind === "number";
  const word = bare(token);
  return TIME_WORDS.has(word) || MONTHS.has(word) || WEEKDAYS.has(word);
}

function readAtoms(tokens: readonly Token[], anchor: Anchor): readonly Atom[] {
  const atoms: Atom[] = [];
  for (let index = 0; index < tokens.length;) {
    const found = readAt(tokens, index, anchor);
    if (found === null) {
      index += 1;
      continue;
    }
    const last = atoms.at(-1);
    atoms.push(last !== undefined && found.from < last.to ? { ...found, from: last.to } : found);
    index = Math.max(found.to, index + 1);
  }
  return atoms;
}

function readAt(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const token = at(tokens, index);
  if (!mayTellTime(token) && !OPENERS.has(token.lower)) return null;
  return (
    readSinceEvent(tokens, index) ??
    readClock(tokens, index) ??
    readDate(tokens, index, anchor) ??
    readWeekday(tokens, index, anchor) ??
    readRelative(tokens, index, anchor) ??
    readPart(tokens, index, anchor)
  );
}

function daysOf(period: Period | null): Days | null {
  if (period === null || period.from === null || period.to === null) return null;
  const [from, to] = [parseDay(period.from), parseDay(period.to)];
  return from === null || to === null ? null : { from, to };
}

/** The anchor with the day of this sentence as the day told of, where the sentence states exactly one. */
function withOwnDay(tokens: readonly Token[], anchor: Anchor, atoms: readonly Atom[]): Anchor {
  // "At 4.52 a.m. (22.52 GMT on Monday)" is not Monday here.
  const own = atoms.filter(
    (one) => one.days !== null && one.basis === "said" && isDay(one) && !isBracketed(tokens, one.from),
  );
  const [only] = own;
  if (only === undefined || only.days === null || own.some((one) => one.days?.from !== only.days?.from)) return anchor;
  return { ...anchor, previous: only.days };
}

/** Words in round brackets are few. */
const BRACKET_REACH = 8;

function isBracketed(tokens: readonly Token[], index: number): boolean {
  for (let cursor = index - 1; cursor >= Math.max(0, index - BRACKET_REACH); cursor -= 1) {
    const { lower } = at(tokens, cursor);
    if (lower === ")") return false;
    if (lower === "(") return true;
  }
  return false;
}

function looksBack(one: Atom): boolean {
  return one.basis === "pointed-to" || (one.relative && one.days === null);
}

function isDay(one: Atom): boolean {
  switch (one.kind) {
    case "date":
    case "weekday":
    case "clock":
    case "part-of-day":
      return one.dated;
    case "range":
      return !one.relative;
    case "month":
    case "year":
    case "duration-since":
      return false;
  }
}

type Setting = { readonly text: string; readonly anchor: Anchor; readonly own: boolean };

/** Longest stretch told of before that hours without a day may belong to, in days. */
const LONGEST_PREVIOUS = 2;

type Placing = { readonly days: Days | null; readonly minutes: Minutes | null; readonly basis: Period["basis"] };

/** The day of hours that name none: the sentence's own, that of the sentence before, for parts of a day the publication's. */
function placed(one: Atom, setting: Setting): Placing {
  const { minutes } = one;
  if (one.dated) return { days: one.days, minutes, basis: one.basis };
  const { previous, published } = setting.anchor;
  if (previous !== null && previous.to - previous.from < LONGEST_PREVIOUS) {
    const basis = setting.own ? "said" : "earlier-sentence";
    // Two days told of before are the two of the night.
    const pair = one.night !== null && previous.to > previous.from;
    return { days: previous, minutes: pair ? { from: 1080, to: 419 } : minutes, basis };
  }
  if (published === null || one.kind !== "part-of-day") return { days: null, minutes, basis: "undated" };
  // A night that is reported is the one before.
  const night = one.night === "night" ? published - 1 : published;
  return { days: { from: night, to: night }, minutes, basis: "published" };
}

function mentionOf(tokens: readonly Token[], one: Atom, setting: Setting): TimeMention {
  const { days, basis, ...hours } = placed(one, setting);
  const span = { start: at(tokens, one.from).start, end: at(tokens, one.to - 1).end };
  const minutes = hours.minutes ?? { from: 0, to: LAST_MINUTE };
  const open = one.kind === "duration-since" && setting.anchor.published === null;
  const running = one.kind === "duration-since" && days === null && setting.anchor.published !== null;
  const period: Period = {
    role: one.role,
    from: days === null ? null : isoMinute(days.from, minutes.from),
    to: running
      ? isoMinute(setting.anchor.published ?? 0, LAST_MINUTE)
      : days === null || open
        ? null
        : isoMinute(days.to, minutes.to),
    weekdays: days === null ? one.weekdays : null,
    hours: one.minutes !== null,
    written: setting.text.slice(span.start, span.end),
    basis,
    ...(days === null && one.monthDay !== null ? { monthDay: one.monthDay } : {}),
    ...(days === null && hours.minutes !== null ? { minutes: hours.minutes } : {}),
  };
  return { span, period, relative: one.relative, kind: one.kind };
}

/** First and last day of a period, as day numbers since 1970; null where an end is unknown. Hours do not count. */
export function dayOf(period: Period): { readonly from: number; readonly to: number } | null {
  return daysOf(period);
}

/** How many days a period touches, both ends counted; null where an end is unknown. */
export function daysIn(period: Period): number | null {
  const days = daysOf(period);
  return days === null ? null : days.to - days.from + 1;
}

function weekdaysOf(period: Period): ReadonlySet<number> | null {
  if (period.weekdays !== null) return new Set(period.weekdays);
  const days = daysOf(period);
  if (days === null) return null;
  const found = new Set<number>();
  for (let day = days.from; day <= days.to && found.size < 7; day += 1) found.add(weekdayOf(day));
  return found;
}

/** Days of the year as `MM-DD` where no year is known, or of a period within one year. */
function monthDaysOf(period: Period): { readonly from: string; readonly to: string } | null {
  if (period.monthDay !== undefined) return period.monthDay;
  if (period.from === null || period.to === null || period.from.slice(0, 4) !== period.to.slice(0, 4)) return null;
  return { from: period.from.slice(5, 10), to: period.to.slice(5, 10) };
}

/**
 * Whether two periods can share a moment. Known days and hours are compared; a known day and bare week days by the day
 * of the week ("over the weekend" excludes a Monday, but a Sunday may be another Sunday: unknown); dates without a year
 * by month and day; one open end reaches on for ever.
 */
export function periodsOverlap(a: Period, b: Period): "yes" | "no" | "unknown" {
  if (a.from !== null && b.to !== null && a.from > b.to) return "no";
  if (b.from !== null && a.to !== null && b.from > a.to) return "no";
  if (a.from !== null && a.to !== null && b.from !== null && b.to !== null) return "yes";
  const [monthDayA, monthDayB] = [monthDaysOf(a), monthDaysOf(b)];
  if (monthDayA !== null && monthDayB !== null) {
    return monthDayA.from > monthDayB.to || monthDayB.from > monthDayA.to ? "no" : "yes";
  }
  const [weekdaysA, weekdaysB] = [weekdaysOf(a), weekdaysOf(b)];
  if (weekdaysA === null || weekdaysB === null) return "unknown";
  return [...weekdaysA].some((day) => weekdaysB.has(day)) ? "unknown" : "no";
}
