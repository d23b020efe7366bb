import type { Hedge, Interval } from "../claim.ts";

/** Rounded figures with trailing zeros ("10,000") stretch at most this far, so that 10,000 and 11,000 differ (claims.md). */
const ROUND_SHARE = 0.025;
/** "About": either side of the number from 1,000 up, and below (claims.md). */
const ABOUT_SHARE = 0.05;
const ABOUT_SHARE_SMALL = 0.1;
const SMALL_BELOW = 1000;
/** "About 12 people" is 10 to 14: a tenth alone would be less than people mean (claims.md). */
const ABOUT_COUNT = 2;

/**
 * Half a unit of the last digit that is no trailing zero, at most 2.5 % where there are trailing zeros, but never less
 * than half a unit of the last digit written ("10 km" reaches 10.4 km as "9 km" reaches 9.4 km). In units of the digits.
 * @param digits digits with an optional decimal point, no grouping: "1500", "2.3"
 */
export function roundingOf(digits: string): number {
  const point = digits.indexOf(".");
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  const plain = point < 0 ? digits : digits.slice(0, point) + digits.slice(point + 1);
  let zeros = 0;
  while (zeros < plain.length && plain.charAt(plain.length - 1 - zeros) === "0") zeros += 1;
  const written = 0.5 * 10 ** -decimals;
  if (zeros === 0 || zeros === plain.length) return written;
  return Math.max(written, Math.min(written * 10 ** zeros, Number(digits) * ROUND_SHARE));
}

/** What the words around a number say of it. `low` and `high` differ for ranges and vague words only. */
export type Saying = {
  readonly low: number;
  readonly high: number;
  readonly hedge: Hedge;
  /** Half width that the way of writing allows, 0 for exact counts; same scale as `low`. */
  readonly rounding: number;
  /** Counts get at least two either side of "about". */
  readonly counted: boolean;
};

function aboutWidth(value: number, saying: Saying): number {
  const size = Math.abs(value);
  const share = size < SMALL_BELOW ? ABOUT_SHARE_SMALL : ABOUT_SHARE;
  return Math.max(size * share, saying.rounding, saying.counted ? ABOUT_COUNT : 0);
}

/** What a figure may mean, by the table "What a figure says" of claims.md. */
export function intervalOf(saying: Saying): Interval {
  const { low, high, hedge, rounding } = saying;
  switch (hedge) {
    case "range":
    case "vague":
      return { low, high, lowOpen: false, highOpen: false };
    case "over":
      return { low, high: null, lowOpen: false, highOpen: true };
    case "under":
      return { low: null, high, lowOpen: true, highOpen: false };
    case "about": {
      const floor = low - aboutWidth(low, saying);
      return {
        low: saying.counted ? Math.max(0, floor) : floor,
        high: high + aboutWidth(high, saying),
        lowOpen: false,
        highOpen: false,
      };
    }
    case "almost":
      return {
        low: low - aboutWidth(low, { ...saying, counted: saying.counted && low > ABOUT_COUNT }),
        high,
        lowOpen: false,
        highOpen: false,
      };
    case "exact":
      return { low: low - rounding, high: high + rounding, lowOpen: rounding > 0, highOpen: rounding > 0 };
  }
}

function below(high: number | null, highOpen: boolean, low: number | null, lowOpen: boolean): boolean {
  if (high === null || low === null) return false;
  return high < low || (high === low && (highOpen || lowOpen));
}

/** True where some number lies in both; an open end at the other's closed end does not touch it. */
export function intervalsOverlap(a: Interval, b: Interval): boolean {
  return !below(a.high, a.highOpen, b.low, b.lowOpen) && !below(b.high, b.highOpen, a.low, a.lowOpen);
}

/** Length of an interval, ≥ 0; infinite where a bound is open to infinity. */
export function width(interval: Interval): number {
  if (interval.low === null || interval.high === null) return Infinity;
  return interval.high - interval.low;
}

/** The interval times a factor > 0, for rates: a month's 41,980 over 31 days. */
export function scaleInterval(interval: Interval, factor: number): Interval {
  return {
    ...interval,
    low: interval.low === null ? null : interval.low * factor,
    high: interval.high === null ? null : interval.high * factor,
  };
}
