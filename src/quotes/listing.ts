import { draftDisagreement } from "../answer/draft-disagreement.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Comparison } from "../positions/position.ts";
import { proveDisagreement } from "./disagreements.ts";
import { numberCitations } from "./number-citations.ts";
import type { VerifiedCitation, VerifiedDisagreement } from "./verified.ts";

/** Disagreements with the quotes of all their sides; markers point into `citations`. */
export type DisagreementListing = {
  readonly disagreements: readonly VerifiedDisagreement[];
  readonly citations: readonly VerifiedCitation[];
};

/** Proves disagreements in the order given; the same quote has one marker in all of them. */
export function proveListing(snapshot: Snapshot, comparisons: readonly Comparison[]): DisagreementListing {
  const numbering = numberCitations(snapshot);
  const disagreements = comparisons.map((comparison) =>
    proveDisagreement({ snapshot, numbering }, draftDisagreement(snapshot, comparison)),
  );
  return { disagreements, citations: numbering.citations() };
}
