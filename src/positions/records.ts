import type { QuantityClaim } from "../claims/claim.ts";
import { below } from "./intervals.ts";
import type { Profile } from "./profile.ts";

/** `ordinary`: compare as other figures; `replaces`: the later one has overtaken the earlier one of the same rank. */
export type RecordFit = "ordinary" | "replaces" | "refused";

/**
 * How two records stand to each other. Of one day they are ordinary figures. Of two days, the same rank must have been
 * taken over by a larger figure; a rank that cannot be dated is not compared.
 */
export function fitOfRecords(one: Profile<QuantityClaim>, other: Profile<QuantityClaim>): RecordFit {
  const [a, b] = [one.claim, other.claim];
  if (!a.record || !b.record) return "ordinary";
  const [first, second] = [one.days, other.days];
  if (!first || !second) return "ordinary";
  if (first.from <= second.to && second.from <= first.to) return "ordinary";
  if (a.record.rank !== b.record.rank || one.per !== other.per) return "refused";
  const [early, late] = first.to < second.from ? [a, b] : [b, a];
  return below(early.quantity.interval, late.quantity.interval) ? "replaces" : "refused";
}
