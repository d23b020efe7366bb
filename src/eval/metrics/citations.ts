import { share } from "./mean.ts";

/** A stretch of a document: UTF-16 offsets, end exclusive. */
export type Stretch = { readonly document: string; readonly start: number; readonly end: number };

/**
 * Citation precision and recall of one answer, by overlap: a citation is right if it covers at least half of the shorter of itself and
 * one relevant stretch of the same document; a relevant stretch is met if a citation covers it so.
 * @returns a share of nothing is NaN: leave such rows out of a mean
 */
export function citationPrecisionRecall(
  cited: readonly Stretch[],
  relevant: readonly Stretch[],
): { readonly precision: number; readonly recall: number } {
  return {
    precision: share(cited, (one) => relevant.some((other) => coincide(one, other))),
    recall: share(relevant, (one) => cited.some((other) => coincide(one, other))),
  };
}

function coincide(a: Stretch, b: Stretch): boolean {
  if (a.document !== b.document) return false;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && 2 * shared >= Math.min(a.end - a.start, b.end - b.start);
}
