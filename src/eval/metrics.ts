/** A share of rows with its bootstrap interval; all 0–1. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number };

/**
 * Recall at k of one ranking: the share of what is relevant that stands among the first k.
 * @param ranking ids, best first, each once
 * @returns 0–1; 0 where nothing is relevant
 */
export function recallAt(ranking: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  const found = ranking.slice(0, k).filter((id) => relevant.has(id)).length;
  return relevant.size === 0 ? 0 : found / relevant.size;
}

/** Reciprocal rank of the first relevant id, 1 for the first place; 0 where none is in the ranking. */
export function reciprocalRank(ranking: readonly string[], relevant: ReadonlySet<string>): number {
  const place = ranking.findIndex((id) => relevant.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

/**
 * Normalised discounted cumulative gain at k with gains of 0 and 1: Σ 1 / log2(rank + 1) over the relevant among the first k, by that of
 * the best possible ranking (Järvelin & Kekäläinen 2002).
 */
export function ndcgAt(ranking: readonly string[], relevant: ReadonlySet<string>, k: number): number {
  const got = ranking.slice(0, k).reduce((sum, id, i) => sum + (relevant.has(id) ? gain(i + 1) : 0), 0);
  let best = 0;
  for (let rank = 1; rank <= Math.min(k, relevant.size); rank += 1) best += gain(rank);
  return best === 0 ? 0 : got / best;
}

/**
 * Area under the ROC curve: how often a positive scores above a negative, ties half (Mann & Whitney).
 * @returns 0–1, .5 for chance; NaN where one side is empty
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const rows = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < rows.length;) {
    let to = from;
    while (to < rows.length && rows[to]?.score === rows[from]?.score) to += 1;
    const middle = (from + 1 + to) / 2; // ranks count from one
    ranks += middle * rows.slice(from, to).filter((row) => row.positive).length;
    from = to;
  }
  const n = positives.length;
  return (ranks - (n * (n + 1)) / 2) / (n * negatives.length);
}

function gain(rank: number): number {
  return 1 / Math.log2(rank + 1);
}

/** Precision and recall of a yes-or-no test; a share of nothing is NaN. */
export function precisionRecall(rows: readonly { readonly said: boolean; readonly is: boolean }[]): {
  readonly precision: number;
  readonly recall: number;
} {
  const right = rows.filter((row) => row.said && row.is).length;
  return {
    precision: right / rows.filter((row) => row.said).length,
    recall: right / rows.filter((row) => row.is).length,
  };
}

/** Arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const RESAMPLES = 1_000;
const SEED = 20_241_112; // any number: it only keeps reports the same from run to run

/**
 * 95 % percentile bootstrap of a statistic over rows (Efron 1979), from 1,000 resamples with a fixed seed.
 * @param statistic called with resamples of the same length; values that are no number are left out
 */
export function bootstrap<Row>(rows: readonly Row[], statistic: (rows: readonly Row[]) => number): Interval {
  const random = mulberry32(SEED);
  const values: number[] = [];
  for (let sample = 0; sample < RESAMPLES && rows.length > 0; sample += 1) {
    const drawn = rows.map((row) => rows[Math.floor(random() * rows.length)] ?? row);
    const value = statistic(drawn);
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return { value: statistic(rows), low: at(0.025), high: at(0.975) };
}

/** A small seeded generator of 0…1 (Tommy Ettinger's mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
