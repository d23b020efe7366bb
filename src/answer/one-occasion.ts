import type { TimeClaim } from "../claims/claim.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { timeOf, timesAgree } from "../positions/time-values.ts";

/** One voice in one document tells of one time of an event: where it gives two, the first stands. */
export function oneVoiceOnce(ordered: readonly TimeClaim[]): readonly TimeClaim[] {
  const kept: TimeClaim[] = [];
  for (const claim of ordered) {
    const time = timeOf(claim);
    if (!time) continue;
    const own = kept.filter((one) => one.document === claim.document && one.speaker?.key === claim.speaker?.key);
    const differs = own.some((one) => {
      const other = timeOf(one);
      return other !== null && !timesAgree(time, other);
    });
    if (!differs) kept.push(claim);
  }
  return kept;
}

/** Days between which two accounts of one occasion may differ, and how many times the wider of them. */
const OCCASION_DAYS = 21;
const OCCASION_WIDTHS = 2;

/**
 * Leaves out other occasions of the same thing: last year's, the next one. The first claim is of the one asked about; what is yet to come happens
 * once, however far apart the days are that are named for it.
 * @param isAhead true for a claim whose document tells of it beforehand
 */
export function ofOneOccasion(
  claims: readonly TimeClaim[],
  isAhead: (claim: TimeClaim) => boolean,
): readonly TimeClaim[] {
  const first = claims.find((claim) => timeOf(claim)?.days);
  const days = first && timeOf(first)?.days;
  if (!days) return claims;
  return claims.filter((claim) => {
    const own = timeOf(claim)?.days;
    if (!own || (isAhead(first) && isAhead(claim))) return true;
    const gap = Math.max(own.from - days.to, days.from - own.to, 0);
    const width = Math.max(own.to - own.from, days.to - days.from) + 1;
    return gap <= Math.max(OCCASION_DAYS, width * OCCASION_WIDTHS);
  });
}

/** Tells whether a claim's day lies behind the publication of its document. */
export function aheadIn(snapshot: Snapshot): (claim: TimeClaim) => boolean {
  return (claim) => {
    const published = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1]?.document.published?.slice(0, 10);
    return published !== undefined && claim.time.from !== null && claim.time.from.slice(0, 10) > published;
  };
}
