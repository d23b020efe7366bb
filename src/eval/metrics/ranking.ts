/**
 * Recall at k of one ranking: the share of what is relevant that stands among the first k.
 * @param ranking ids, best first, each once
 * @returns 0–1; 0 where nothing is relevant
 */
export function recallAt(ranking: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  const found = ranking.slice(0, k).filter((id) => relevant.has(id)).length;
  return relevant.size === 0 ? 0 : found / relevant.size;
}

/** Reciprocal rank of the first relevant id, 1 for the first place; 0 where none is in the ranking. Its mean over questions is MRR. */
export function reciprocalRank(ranking: readonly string[], relevant: ReadonlySet<string>): number {
  const place = ranking.findIndex((id) => relevant.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

/**
 * Normalised discounted cumulative gain at k with gains of 0 and 1: Σ 1 / log2(rank + 1) over the relevant among the first k, by that of
 * the best possible ranking (Järvelin & Kekäläinen 2002).
 */
export function ndcgAt(ranking: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  return gradedNdcgAt(ranking, new Map([...relevant].map((id) => [id, 1])), k);
}

/**
 * nDCG at k with grades as they are for gains (linear, as trec_eval and BEIR count; not 2^grade − 1): Σ grade / log2(rank + 1).
 * @param grades grade of each relevant id, > 0; what is not in it has none
 * @returns 0–1; 0 where nothing is relevant
 */
export function gradedNdcgAt(ranking: readonly string[], grades: ReadonlyMap<string, number>, k: number): number {
  const best = discounted(
    [...grades.values()].sort((a, b) => b - a),
    k,
  );
  const got = discounted(
    ranking.map((id) => grades.get(id) ?? 0),
    k,
  );
  return best === 0 ? 0 : got / best;
}

function discounted(gains: readonly number[], k: number): number {
  return gains.slice(0, k).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
