import type { Interval, Quantity, QuantityClaim } from "../claims/claim.ts";
import { scaled } from "./intervals.ts";
import { profileOf } from "./profile.ts";

/** What a rate is per; null for totals. */
export type Per = Quantity["per"];

/** Days in one of each; mean lengths of the Gregorian calendar. */
export const DAYS_IN: Readonly<Record<NonNullable<Per>, number>> = {
  second: 1 / 86_400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.436_875,
  year: 365.2425,
};

/** A vague word disputes a number only where it is this far off: 18,000 marchers are no less than "tens of thousands". */
const VAGUE_SLACK = 1.5;

function loosened({ quantity }: QuantityClaim): Interval {
  const { hedge } = quantity;
  // Shares and percentages are compared as percentages.
  const interval = quantity.dimension === "share" ? scaled(quantity.interval, 1 / 100) : quantity.interval;
  if (hedge !== "vague") return interval;
  const { low, high } = interval;
  return { ...interval, low: low === null ? null : low / VAGUE_SLACK, high: high === null ? null : high * VAGUE_SLACK };
}

/**
 * The numbers that a claim means, as a rate `per`: 41,980 during October is 1,354 a day. A total without a period, and
 * a claim that is such a rate already, stay as they are; null asks for the claim as it is.
 */
export function intervalAs(claim: QuantityClaim, per: Per): Interval {
  const interval = loosened(claim);
  if (per === null) return interval;
  const { days, per: own } = profileOf(claim);
  if (own !== null) return interval;
  return days ? scaled(interval, (days.to - days.from + 1) / DAYS_IN[per]) : interval;
}

/** What a pair is compared as: the rate that one of them is, else null. */
export function commonPer(a: QuantityClaim, b: QuantityClaim): Per {
  return profileOf(a).per ?? profileOf(b).per;
}

/** What a group is compared as: the rate that one of them is, else null. */
export function groupPer(claims: readonly QuantityClaim[]): Per {
  for (const claim of claims) {
    const { per } = profileOf(claim);
    if (per !== null) return per;
  }
  return null;
}
