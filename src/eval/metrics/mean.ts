/** Arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of items that pass, 0–1; NaN of nothing. */
export function share<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  return mean(items.map((item) => (passes(item) ? 1 : 0)));
}
