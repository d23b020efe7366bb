/**
 * Position recall of one disagreement: the share of the expected positions that are shown, paired one to one as well as can be (a maximum matching:
 * one shown position meets one expected).
 * @returns 0–1; NaN where none is expected
 */
export function positionRecall<Expected, Shown>(
  expected: readonly Expected[],
  shown: readonly Shown[],
  same: (expected: Expected, shown: Shown) => boolean,
): number {
  const partners = new Map<number, number>();
  /** Finds a partner for one expected position, moving others where that helps (Kuhn 1955). */
  const pair = (i: number, tried: Set<number>): boolean =>
    shown.some((came, j) => {
      const wanted = expected[i];
      if (wanted === undefined || tried.has(j) || !same(wanted, came)) return false;
      tried.add(j);
      const other = partners.get(j);
      if (other !== undefined && !pair(other, tried)) return false;
      partners.set(j, i);
      return true;
    });
  const met = expected.filter((_, i) => pair(i, new Set())).length;
  return met / expected.length;
}

/** Counts of pairs of documents, to be summed over questions. */
export type PairCounts = {
  /** Pairs that stand together in both. */
  readonly both: number;
  /** Pairs that stand together in what came. */
  readonly came: number;
  /** Pairs that stand together in what was expected. */
  readonly expected: number;
};

/**
 * Pairs of documents that stand together (for one value), for pairwise grouping F1. A document may stand in several groups; a pair counts once.
 * @param came groups of document ids
 */
export function countPairs(came: readonly (readonly string[])[], expected: readonly (readonly string[])[]): PairCounts {
  const [those, these] = [pairsOf(came), pairsOf(expected)];
  return { both: [...those].filter((pair) => these.has(pair)).length, came: those.size, expected: these.size };
}

/** Pairwise grouping precision, recall and F1, micro-averaged: counts are summed first. A share of nothing is NaN; F1 only where there are no pairs at all. */
export function pairwiseGrouping(counts: readonly PairCounts[]): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
} {
  const sum = (of: (one: PairCounts) => number): number => counts.reduce((total, one) => total + of(one), 0);
  const [both, came, expected] = [sum((one) => one.both), sum((one) => one.came), sum((one) => one.expected)];
  return { precision: both / came, recall: both / expected, f1: (2 * both) / (came + expected) };
}

function pairsOf(groups: readonly (readonly string[])[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const group of groups) {
    const ids = [...new Set(group)].sort();
    for (const [i, first] of ids.entries())
      for (const second of ids.slice(i + 1)) pairs.add(JSON.stringify([first, second]));
  }
  return pairs;
}
