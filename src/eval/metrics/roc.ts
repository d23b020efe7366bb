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

/**
 * Hit rate at a rate of false alarms: the largest share of positives at or above a threshold at or above which stands at most that share of negatives.
 * @param falseAlarms 0–1: .05 for "at 5 % false alarms"
 * @returns 0–1; NaN where there are no positives
 */
export function hitRateAt(positives: readonly number[], negatives: readonly number[], falseAlarms: number): number {
  const allowed = Math.floor(falseAlarms * negatives.length + 1e-9); // 5 % of 20 is one, whatever binary fractions say
  // The first negative that may not be caught: hits lie strictly above it.
  const bar = [...negatives].sort((a, b) => b - a)[allowed] ?? Number.NEGATIVE_INFINITY;
  return positives.filter((score) => score > bar).length / positives.length;
}
