import type { Interval } from "../claims/claim.ts";

/** True where some number lies in both. */
export function overlap(a: Interval, b: Interval): boolean {
  return !below(a, b) && !below(b, a);
}

/** True where every number of `a` is smaller than every number of `b`. */
export function below(a: Interval, b: Interval): boolean {
  if (a.high === null || b.low === null) return false;
  if (a.high < b.low) return true;
  return a.high === b.low && (a.highOpen || b.lowOpen);
}

/** Length; infinite where a bound is open. */
export function widthOf(interval: Interval): number {
  if (interval.low === null || interval.high === null) return Number.POSITIVE_INFINITY;
  return interval.high - interval.low;
}

/** The middle; where one bound is open, the other one. */
export function middleOf(interval: Interval): number {
  if (interval.low === null) return interval.high ?? 0;
  if (interval.high === null) return interval.low;
  return (interval.low + interval.high) / 2;
}

/** The same interval in a unit `divisor` times as large. */
export function scaled(interval: Interval, divisor: number): Interval {
  return {
    ...interval,
    low: interval.low === null ? null : interval.low / divisor,
    high: interval.high === null ? null : interval.high / divisor,
  };
}
