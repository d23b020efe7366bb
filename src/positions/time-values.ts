import type { Claim, Period } from "../claims/claim.ts";
import { DAY_MINUTES, dayNumber, minuteNumber, weekdayBits } from "./days.ts";

/** When something happened, as comparison reads it. */
export type TimeValue = {
  /** Days since 1970, where the words state them; a day taken from an earlier sentence is a guess and left out. */
  readonly days: { readonly from: number; readonly to: number } | null;
  /** Minutes since 1970, where words state both day and hours. */
  readonly moment: { readonly from: number; readonly to: number } | null;
  /** Minutes of the day; `to` may lie beyond midnight. */
  readonly minutes: { readonly from: number; readonly to: number } | null;
  /** Week days it may lie on, bit 0 = Sunday; 0 where unknown. */
  readonly weekdays: number;
  /** True for a bare "Thursday", which may be the one before or the one to come. */
  readonly loose: boolean;
  /** `MM-DD` of both ends, also of days whose year is known. */
  readonly monthDay: { readonly from: string; readonly to: string } | null;
};

/** A time on the hour or half hour is often a rounded one; one in fives may be off by a minute or two. */
const ROUNDING: readonly { readonly step: number; readonly minutes: number }[] = [
  { step: 30, minutes: 9 },
  { step: 5, minutes: 2 },
];

function widened(time: { readonly from: number; readonly to: number }): { readonly from: number; readonly to: number } {
  if (time.from !== time.to) return time;
  const slack = ROUNDING.find(({ step }) => time.from % step === 0)?.minutes ?? 0;
  return { from: time.from - slack, to: time.to + slack };
}

function minutesOf(period: Period): TimeValue["minutes"] {
  if (!period.hours) return null;
  if (period.minutes) return period.minutes;
  const from = period.from === null ? null : minuteNumber(period.from, "first");
  const to = period.to === null ? null : minuteNumber(period.to, "last");
  if (from === null || to === null) return null;
  const start = ((from % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  // Hours of one of several days: "at 5.10 a.m." of a night that was told of before.
  const length = to - from > DAY_MINUTES ? (to - from) % DAY_MINUTES : to - from;
  return { from: start, to: start + length === start + DAY_MINUTES ? start : start + length };
}

const VALUES = new WeakMap<Period, TimeValue>();

/** Reads the time of a period; kept as long as the period. */
export function timeValueOf(period: Period): TimeValue {
  const known = VALUES.get(period);
  if (known) return known;
  const value = readValue(period);
  VALUES.set(period, value);
  return value;
}

function readValue(period: Period): TimeValue {
  const from = period.from === null ? null : dayNumber(period.from);
  const to = period.to === null ? null : dayNumber(period.to);
  const said = period.basis === "said" || period.basis === "pointed-to";
  const days = from !== null && to !== null && (said || !period.hours) ? { from, to } : null;
  const minutes = minutesOf(period);
  const first = days && minutes && period.from !== null ? minuteNumber(period.from, "first") : null;
  const last = days && minutes && period.to !== null ? minuteNumber(period.to, "last") : null;
  return {
    days,
    moment: first !== null && last !== null ? widened({ from: first, to: last }) : null,
    minutes: minutes && widened(minutes),
    weekdays: days
      ? weekdayBits(days.from, days.to)
      : (period.weekdays ?? []).reduce((bits, day) => bits | (1 << day), 0),
    loose: BARE_WEEKDAY.test(period.written ?? ""),
    monthDay: period.monthDay ?? monthDayOf(period, days),
  };
}

/** A week day with hours perhaps, but without a date. */
const BARE_WEEKDAY =
  /^(?!.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|last|next|this)).*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;

/** Days of the year of a period that lies in one. */
function monthDayOf(period: Period, days: TimeValue["days"]): TimeValue["monthDay"] {
  if (!days || period.from === null || period.to === null) return null;
  return period.from.slice(0, 4) === period.to.slice(0, 4)
    ? { from: period.from.slice(5, 10), to: period.to.slice(5, 10) }
    : null;
}

/** Days of a week. */
const WEEK = 7;

type Stretch = { readonly from: number; readonly to: number };

const meet = (a: Stretch, b: Stretch): boolean => a.from <= b.to && b.from <= a.to;

/** Minutes of the day meet on a circle. */
const meetInDay = (a: Stretch, b: Stretch): boolean =>
  [-DAY_MINUTES, 0, DAY_MINUTES].some((shift) => meet(a, { from: b.from + shift, to: b.to + shift }));

/** True where two times may be one: what both state overlaps. A day beside an hour says nothing against it. */
export function timesAgree(a: TimeValue, b: TimeValue): boolean {
  if (a.days && b.days && (a.loose || b.loose) && Math.abs(a.days.from - b.days.from) === WEEK) {
    return !a.minutes || !b.minutes || meetInDay(a.minutes, b.minutes);
  }
  if (a.moment && b.moment) return meet(a.moment, b.moment);
  if (a.minutes && b.minutes && !meetInDay(a.minutes, b.minutes)) return false;
  if (a.days && b.days) return meet(a.days, b.days);
  // Only one of them has its year.
  if (a.monthDay && b.monthDay) return a.monthDay.from <= b.monthDay.to && b.monthDay.from <= a.monthDay.to;
  return a.weekdays === 0 || b.weekdays === 0 || (a.weekdays & b.weekdays) !== 0;
}

/** Minutes that a time may lie in, for putting the narrowest first. */
export function widthOfTime(value: TimeValue): number {
  if (value.moment) return value.moment.to - value.moment.from;
  if (value.minutes) return value.minutes.to - value.minutes.from;
  if (value.days) return (value.days.to - value.days.from + 1) * DAY_MINUTES;
  return 7 * DAY_MINUTES;
}

/** The time of a claim of a time; null for other claims and for times that say nothing. */
export function timeOf(claim: Claim): TimeValue | null {
  if (claim.kind !== "time") return null;
  const value = timeValueOf(claim.time);
  return value.days || value.minutes || value.weekdays !== 0 || value.monthDay ? value : null;
}
