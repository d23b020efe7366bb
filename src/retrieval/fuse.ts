import type { Neighbour } from "../ports.ts";

/** Reciprocal rank fusion's constant; 10 beat 60 on five public sets (docs/bench.md). */
const K = 10;

/** Where one search put an item: its score there and its rank, 1 the best. */
export type Placing = { readonly score: number; readonly rank: number };

/** An item of the fused list with what put it there. */
export type Fused = {
  readonly item: number;
  /** Σ 1 / (10 + rank) over the searches that found it. */
  readonly score: number;
  readonly bm25: Placing | null;
  readonly cosine: Placing | null;
};

/** Reciprocal rank fusion (Cormack et al. 2009) of a lexical and a vector search. Best first, ties by item. */
export function fuse(lexical: readonly Neighbour[], nearest: readonly Neighbour[]): readonly Fused[] {
  const byItem = new Map<number, Fused>();
  for (const [i, { item, score }] of lexical.entries()) {
    byItem.set(item, { item, score: 1 / (K + i + 1), bm25: { score, rank: i + 1 }, cosine: null });
  }
  for (const [i, { item, score }] of nearest.entries()) {
    const before = byItem.get(item);
    const cosine = { score, rank: i + 1 };
    byItem.set(item, { item, score: (before?.score ?? 0) + 1 / (K + i + 1), bm25: before?.bm25 ?? null, cosine });
  }
  return [...byItem.values()].sort((a, b) => b.score - a.score || a.item - b.item);
}
