/**
 * Quantile by nearest rank: the smallest value that at least that share of all do not exceed. Always one of the values.
 * @param share 0–1: .5 for the median
 * @returns NaN of nothing
 */
export function quantile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length - 1e-9) - 1)] ?? Number.NaN;
}

/** Latency in the unit of its values. */
export type Latency = { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };

/** Median, 95th and 99th percentile (nearest rank) and maximum; NaN of nothing. */
export function latency(values: readonly number[]): Latency {
  const [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1].map((share) => quantile(values, share));
  return { p50: p50 ?? Number.NaN, p95: p95 ?? Number.NaN, p99: p99 ?? Number.NaN, max: max ?? Number.NaN };
}
