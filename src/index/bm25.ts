import type { Neighbour } from "../ports.ts";

/** Lexical index over all passages: BM25, k1 1.2, b 0.75. */
export type Bm25 = {
  readonly size: number;
  /** Best first, ties by item; scores > 0 only. `stems` are already stemmed and free of stop words. */
  readonly search: (stems: readonly string[], k: number, allow?: (item: number) => boolean) => readonly Neighbour[];
  /** Inverse document frequency of a stem, nats, >= 0; that of an unseen stem is the largest. */
  readonly idf: (stem: string) => number;
};
