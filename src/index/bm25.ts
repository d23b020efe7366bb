import type { Neighbour } from "../ports.ts";

const K1 = 1.2; // Lucene's default
const B = 0.75; // Lucene's default

/**
 * What the lexical index is made of, ready to be written: for term t, `documents[offsets[t]…offsets[t+1])` are the
 * passages that hold it, ascending, and `counts` how often each does.
 */
export type Postings = {
  /** Ascending by UTF-16 code units. */
  readonly terms: readonly string[];
  /** One more than there are terms. */
  readonly offsets: Uint32Array;
  readonly documents: Uint32Array;
  readonly counts: Uint32Array;
  /** Stems in passage n, repeats counted. */
  readonly lengths: Uint32Array;
};

/** Lexical index over all passages: BM25, k1 1.2, b 0.75. */
export type Bm25 = {
  readonly size: number;
  /** Best first, ties by item; scores > 0 only. `stems` are already stemmed and free of stop words. */
  readonly search: (stems: readonly string[], k: number, allow?: (item: number) => boolean) => readonly Neighbour[];
  /** Inverse document frequency of a stem, nats, >= 0; that of an unseen stem is the largest. */
  readonly idf: (stem: string) => number;
  readonly postings: Postings;
};

/**
 * Builds the index over passages given as their stems, in order; a stem that is repeated counts each time.
 * @returns an index whose item n is `passages[n]`; an empty list gives an index that finds nothing
 */
export function buildBm25(passages: readonly (readonly string[])[]): Bm25 {
  const rows = new Map<string, number[]>(); // alternating passage, count
  const lengths = new Uint32Array(passages.length);
  for (const [item, stems] of passages.entries()) {
    lengths[item] = stems.length;
    for (const stem of stems) {
      const row = rows.get(stem);
      if (!row) rows.set(stem, [item, 1]);
      else if (row[row.length - 2] === item) row[row.length - 1] = (row[row.length - 1] ?? 0) + 1;
      else row.push(item, 1);
    }
  }
  const terms = [...rows.keys()].sort();
  const total = [...rows.values()].reduce((sum, row) => sum + row.length / 2, 0);
  const offsets = new Uint32Array(terms.length + 1);
  const documents = new Uint32Array(total);
  const counts = new Uint32Array(total);
  let next = 0;
  for (const [t, term] of terms.entries()) {
    const row = rows.get(term) ?? [];
    for (let i = 0; i < row.length; i += 2) {
      documents[next] = row[i] ?? 0;
      counts[next] = row[i + 1] ?? 0;
      next += 1;
    }
    offsets[t + 1] = next;
  }
  return bm25Over({ terms, offsets, documents, counts, lengths });
}

/**
 * The index over postings that were built before; they are trusted (`bm25FromBytes` checks them).
 * Score of a passage: Σ over the question's stems of `idf × tf × (k1 + 1) / (tf + k1 × (1 − b + b × length / mean length))`
 * (Robertson & Zaragoza 2009); a stem given twice counts twice.
 */
export function bm25Over(postings: Postings): Bm25 {
  const { terms, offsets, documents, counts, lengths } = postings;
  const size = lengths.length;
  const numberOf = new Map(terms.map((term, t) => [term, t]));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);
  const norms = Float64Array.from(lengths, (length) => K1 * (1 - B + (B * length) / Math.max(mean, 1e-9)));
  const scores = new Float64Array(size); // all zero between two searches

  const idf = (stem: string): number => {
    const t = numberOf.get(stem);
    return idfOf(size, t === undefined ? 0 : (offsets[t + 1] ?? 0) - (offsets[t] ?? 0));
  };

  const search = (stems: readonly string[], k: number, allow?: (item: number) => boolean): readonly Neighbour[] => {
    const touched: number[] = [];
    for (const stem of stems) {
      const t = numberOf.get(stem);
      if (t === undefined) continue;
      const from = offsets[t] ?? 0;
      const to = offsets[t + 1] ?? 0;
      const weight = idfOf(size, to - from) * (K1 + 1);
      for (let i = from; i < to; i += 1) {
        const item = documents[i] ?? 0;
        const count = counts[i] ?? 0;
        const before = scores[item] ?? 0;
        if (before === 0) touched.push(item);
        scores[item] = before + (weight * count) / (count + (norms[item] ?? 0));
      }
    }
    const best = bestOf(scores, allow ? touched.filter((item) => allow(item)) : touched, k);
    for (const item of touched) scores[item] = 0;
    return best;
  };

  return { size, search, idf, postings };
}

/**
 * Inverse document frequency, `ln(1 + (N − n + 0.5) / (n + 0.5))` (Robertson & Zaragoza 2009, with Lucene's `1 +` so
 * that it is never negative).
 * @param size passages in all, N
 * @param holding passages that hold the term, `0 ≤ n ≤ N`
 * @returns nats, ≥ 0
 */
function idfOf(size: number, holding: number): number {
  return Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
}

/** The k best of `items`, best first, ties by item: a heap of k with the worst on top, so one pass over the items. */
function bestOf(scores: Float64Array, items: readonly number[], k: number): Neighbour[] {
  const heap: number[] = [];
  const worse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  const swap = (i: number, j: number): void => {
    const kept = heap[i] ?? 0;
    heap[i] = heap[j] ?? 0;
    heap[j] = kept;
  };
  for (const item of items) {
    if (heap.length < k) {
      heap.push(item);
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1;
        if (!worse(heap[child] ?? 0, heap[parent] ?? 0)) break;
        swap(child, parent);
        child = parent;
      }
    } else if (k > 0 && worse(heap[0] ?? 0, item)) {
      heap[0] = item;
      for (let parent = 0; ;) {
        const left = 2 * parent + 1;
        if (left >= k) break;
        const right = left + 1;
        const child = right < k && worse(heap[right] ?? 0, heap[left] ?? 0) ? right : left;
        if (!worse(heap[child] ?? 0, heap[parent] ?? 0)) break;
        swap(child, parent);
        parent = child;
      }
    }
  }
  heap.sort((a, b) => (worse(a, b) ? 1 : -1));
  return heap.map((item) => ({ item, score: scores[item] ?? 0 }));
}
