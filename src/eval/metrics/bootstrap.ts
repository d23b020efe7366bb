/** A statistic with its 95 % bootstrap interval. Shares are 0–1. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number };

/** How a statistic changed from one run to another over the same rows. */
export type PairedChange = Interval & {
  /** Share of resamples in which the statistic did not rise: near 0 it rose, near 1 it fell. NaN where nothing could be compared. */
  readonly notRisen: number;
};

const RESAMPLES = 1_000;
const SEED = 20_241_112; // any number: it only keeps reports the same from run to run

/**
 * 95 % percentile bootstrap of a statistic over rows (Efron 1979), from 1,000 resamples with a fixed seed.
 * @param statistic called with resamples of the same length; values that are no number are left out
 */
export function bootstrap<Row>(rows: readonly Row[], statistic: (rows: readonly Row[]) => number): Interval {
  return { value: statistic(rows), ...middle(resampled(rows, statistic)) };
}

/**
 * Paired bootstrap of `after − before` (Efron & Tibshirani 1993): both statistics are taken on the same resampled rows, so that
 * hard rows weigh on both alike.
 * @param statistics called with the same resample each
 */
export function pairedBootstrap<Row>(
  rows: readonly Row[],
  statistics: { readonly before: (rows: readonly Row[]) => number; readonly after: (rows: readonly Row[]) => number },
): PairedChange {
  const change = (some: readonly Row[]): number => statistics.after(some) - statistics.before(some);
  const values = resampled(rows, change);
  const notRisen = values.filter((value) => value <= 0).length / values.length;
  return { value: change(rows), ...middle(values), notRisen };
}

/** The statistic of each resample that has one, ascending. */
function resampled<Row>(rows: readonly Row[], statistic: (rows: readonly Row[]) => number): readonly number[] {
  const random = mulberry32(SEED);
  const values: number[] = [];
  for (let sample = 0; sample < RESAMPLES && rows.length > 0; sample += 1) {
    const value = statistic(rows.map((row) => rows[Math.floor(random() * rows.length)] ?? row));
    if (Number.isFinite(value)) values.push(value);
  }
  return values.sort((a, b) => a - b);
}

function middle(ascending: readonly number[]): { readonly low: number; readonly high: number } {
  const at = (share: number): number =>
    ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
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
