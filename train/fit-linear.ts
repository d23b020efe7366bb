/** A question's candidates for the ranker: feature rows, and which of them hold the answer. */
export type Choice = { readonly rows: readonly (readonly number[])[]; readonly right: readonly boolean[] };

const STEPS = 400;
const RATE = 0.15;
const DECAY_1 = 0.9; // Adam's defaults (Kingma & Ba 2015)
const DECAY_2 = 0.999;
const TINY = 1e-8;

/**
 * Conditional logit: weights under which a softmax over each question's candidates gives the right ones the most, by Adam on
 * −Σ log p(right) + ridge · |w · scale|². Questions without a right candidate are left out.
 * @param ridge strength per question; features are put to unit variance first, and the weights back after
 */
export function fitChoice(choices: readonly Choice[], ridge: number): readonly number[] {
  const usable = choices.filter((choice) => choice.right.includes(true));
  const scales = deviations(usable.flatMap((choice) => choice.rows));
  const scaled = usable.map(({ rows, right }) => ({
    rows: rows.map((row) => row.map((value, f) => value / (scales[f] ?? 1))),
    right,
  }));
  const weights = scales.map(() => 0);
  const momentum = scales.map(() => 0);
  const velocity = scales.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = weights.map((weight) => 2 * ridge * weight);
    for (const choice of scaled) addGradient(choice, weights, gradient);
    for (const [f, sum] of gradient.entries()) {
      const slope = sum / Math.max(1, scaled.length);
      momentum[f] = DECAY_1 * (momentum[f] ?? 0) + (1 - DECAY_1) * slope;
      velocity[f] = DECAY_2 * (velocity[f] ?? 0) + (1 - DECAY_2) * slope * slope;
      const m = (momentum[f] ?? 0) / (1 - DECAY_1 ** step);
      const v = (velocity[f] ?? 0) / (1 - DECAY_2 ** step);
      weights[f] = (weights[f] ?? 0) - (RATE * m) / (Math.sqrt(v) + TINY);
    }
  }
  return weights.map((weight, f) => weight / (scales[f] ?? 1));
}

function addGradient({ rows, right }: Choice, weights: readonly number[], gradient: number[]): void {
  const scores = rows.map((row) => weigh(row, weights));
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, value) => sum + value, 0);
  const good = odds.reduce((sum, value, i) => sum + (right[i] ? value : 0), 0);
  for (const [i, row] of rows.entries()) {
    const pull = (odds[i] ?? 0) / all - (right[i] ? (odds[i] ?? 0) / good : 0);
    for (const [f, value] of row.entries()) gradient[f] = (gradient[f] ?? 0) + pull * value;
  }
}

/** A row for the logistic; `weight` is how much it counts. */
export type Labelled = { readonly row: readonly number[]; readonly label: boolean; readonly weight: number };

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares).
 * @param ridge penalty on every weight but the first, which is the bias: rows do not hold it
 * @returns the bias, then one weight a feature
 */
export function fitLogistic(rows: readonly Labelled[], ridge: number): readonly number[] {
  const size = (rows[0]?.row.length ?? 0) + 1;
  let weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < 30; step += 1) {
    const gradient = weights.map((weight, f) => (f === 0 ? 0 : -ridge * weight));
    const curvature = weights.map((_, f) => weights.map((_other, g) => (f === g ? (f === 0 ? 1e-9 : ridge) : 0)));
    for (const { row, label, weight } of rows) {
      const x = [1, ...row];
      const p = 1 / (1 + Math.exp(-weigh(x, weights)));
      for (const [f, value] of x.entries()) {
        gradient[f] = (gradient[f] ?? 0) + weight * ((label ? 1 : 0) - p) * value;
        const line = curvature[f] ?? [];
        for (const [g, other] of x.entries()) line[g] = (line[g] ?? 0) + weight * p * (1 - p) * value * other;
      }
    }
    const change = solve(curvature, gradient);
    weights = weights.map((weight, f) => weight + (change[f] ?? 0));
    if (change.every((value) => Math.abs(value) < 1e-9)) break;
  }
  return weights;
}

/** Σ row · weights. */
export function weigh(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, f) => sum + value * (weights[f] ?? 0), 0);
}

function deviations(rows: readonly (readonly number[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, f) => {
    const middle = rows.reduce((sum, row) => sum + (row[f] ?? 0), 0) / rows.length;
    const square = rows.reduce((sum, row) => sum + ((row[f] ?? 0) - middle) ** 2, 0) / rows.length;
    return Math.sqrt(square) || 1;
  });
}

/** Gaussian elimination with pivoting; the system is small and regular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const lines = matrix.map((line, i) => [...line, right[i] ?? 0]);
  const size = lines.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = lines
      .slice(column)
      .reduce((best, line) => (Math.abs(line[column] ?? 0) > Math.abs(best[column] ?? 0) ? line : best));
    const from = lines.indexOf(pivot);
    lines[from] = lines[column] ?? pivot;
    lines[column] = pivot;
    for (const [i, line] of lines.entries()) {
      if (i === column) continue;
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
      for (let k = column; k <= size; k += 1) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  return lines.map((line, i) => (line[size] ?? 0) / (line[i] ?? 1));
}
