import type { Claim } from "../claims/claim.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Comparison } from "../positions/position.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import type { Chosen } from "./figures.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { fillsSlot } from "../retrieval/fill-slots.ts";

/** The comparisons with a claim in each that bears out every slot; null where the main one has none. */
export function bearOutClaims(slots: readonly StatedSlot[], chosen: Chosen, snapshot: Snapshot): Chosen | null {
  const holds = (comparison: Comparison): boolean =>
    [...comparison.positions.flatMap(({ claims }) => claims), ...comparison.fitsAll].some((claim) =>
      isBorneOut(slots, claim, snapshot),
    );
  if (slots.length === 0) return chosen;
  if (!holds(chosen.main)) return null;
  return { main: chosen.main, besides: chosen.besides.filter((one) => holds(one)) };
}

/** True where the sentence of a claim, with what a reader takes along, fills every slot. */
function isBorneOut(slots: readonly StatedSlot[], claim: Claim, snapshot: Snapshot): boolean {
  const record = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1];
  return record !== undefined && slots.every((slot) => fillsSlot(slot, { record, sentence: claim.sentence }));
}

/** Names read in sentences further behind the best than this are of another subject. */
export const SUBJECT_GAP = 8;

/** The same for times and statuses, which stand under more words (set by hand on news clusters and xquad-en: lower loses true disputes, higher adds false ones). */
export const EVENT_GAP = 10;

/** The same for who and where, which are chosen by a fit that weighs their sentences already. */
export const NAME_GAP = 16;

/**
 * True where every position stands in a sentence near the best one: what a table has of the same words in a
 * story of something else does not answer.
 * @param how.evidence the sentences that a position may stand in, best first
 */
export function standsInEvidence(
  comparison: Comparison,
  { evidence, gap }: { readonly evidence: readonly Evidence[]; readonly gap: number },
  snapshot: Snapshot,
): boolean {
  const best = evidence[0]?.score ?? 0;
  const near = new Set(
    evidence
      .filter((one) => best - one.score <= gap)
      .map(({ record, sentence }) => `${snapshot.records[record]?.document.id ?? ""}:${sentence}`),
  );
  return comparison.positions.every(({ claims }) =>
    claims.some(({ document, sentence }) => near.has(`${document}:${sentence}`)),
  );
}
