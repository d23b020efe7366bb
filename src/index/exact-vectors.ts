import { ParallaxError } from "../errors.ts";
import type { Neighbour, VectorIndex } from "../ports.ts";

/**
 * Exact nearest neighbours by scanning all vectors: faster than a graph up to some thousand passages, and never wrong.
 * @param vectors unit vectors, row after row; kept, not copied
 * @throws ParallaxError `bad-input` where the length is no multiple of `dimensions` or a number is not finite; `search` throws it
 *   for a query of another length or one that is not finite
 */
export function exactVectorIndex(vectors: Float32Array, dimensions: number): VectorIndex {
  const size = countVectors(vectors, dimensions);
  return {
    kind: "exact",
    size,
    dimensions,
    search: (query, k, allow) => {
      checkQuery(query, dimensions);
      const best = bestOf(Math.min(k, size));
      for (let item = 0; item < size; item++) {
        if (allow === undefined || allow(item)) best.offer(item, cosineAt(vectors, item, query));
      }
      return best.sorted();
    },
  };
}

/**
 * How many vectors of `dimensions` lie in `vectors`.
 * @throws ParallaxError `bad-input` where there is a rest, or a number that is not finite
 */
export function countVectors(vectors: Float32Array, dimensions: number): number {
  if (!Number.isInteger(dimensions) || dimensions < 1 || vectors.length % dimensions !== 0) {
    const message = `${vectors.length} numbers are no vectors of ${dimensions} dimensions. Rebuild the index.`;
    throw new ParallaxError("bad-input", message);
  }
  const at = vectors.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) {
    const message = `Vector ${Math.floor(at / dimensions)} holds ${vectors[at]}. Rebuild the index.`;
    throw new ParallaxError("bad-input", message);
  }
  return vectors.length / dimensions;
}

/** @throws ParallaxError `bad-input` where a query has another length than the vectors, or a number that is not finite */
export function checkQuery(query: Float32Array, dimensions: number): void {
  if (query.length !== dimensions) {
    const message = `A query of ${query.length} dimensions cannot be compared with vectors of ${dimensions}.`;
    throw new ParallaxError("bad-input", `${message} Use the embedder that built the index.`);
  }
  if (!query.every(Number.isFinite)) {
    throw new ParallaxError("bad-input", "A query vector holds a number that is not finite. Embed the question again.");
  }
}

/** Cosine of stored unit vector `item` with a unit query, −1…1: rounding beyond that is cut off. */
export function cosineAt(vectors: Float32Array, item: number, query: Float32Array): number {
  const length = query.length;
  const base = item * length;
  // Four sums that do not wait for each other. Every index is in range by construction.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    a += (vectors[base + i] ?? 0) * (query[i] ?? 0);
    b += (vectors[base + i + 1] ?? 0) * (query[i + 1] ?? 0);
    c += (vectors[base + i + 2] ?? 0) * (query[i + 2] ?? 0);
    d += (vectors[base + i + 3] ?? 0) * (query[i + 3] ?? 0);
  }
  for (; i < length; i++) a += (vectors[base + i] ?? 0) * (query[i] ?? 0);
  const dot = a + b + (c + d);
  return dot > 1 ? 1 : dot < -1 ? -1 : dot;
}

/** Best first, ties by item. */
export function byScore(x: Neighbour, y: Neighbour): number {
  return y.score - x.score || x.item - y.item;
}

/** The best k of what is offered: a heap whose root is the worst that is kept. */
function bestOf(k: number): { offer: (item: number, score: number) => void; sorted: () => readonly Neighbour[] } {
  const heap: Neighbour[] = [];
  const siftUp = (entry: Neighbour): void => {
    let at = heap.length;
    for (; at > 0;) {
      const up = (at - 1) >> 1;
      const parent = heap[up];
      if (parent === undefined || !worse(entry, parent)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = entry;
  };
  const replaceRoot = (entry: Neighbour): void => {
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      if (left === undefined) break;
      const down = right !== undefined && worse(right, left) ? 2 * at + 2 : 2 * at + 1;
      const child = heap[down];
      if (child === undefined || !worse(child, entry)) break;
      heap[at] = child;
      at = down;
    }
    heap[at] = entry;
  };
  return {
    offer: (item, score) => {
      if (heap.length < k) return siftUp({ item, score });
      const root = heap[0];
      // Items come in ascending order, so an equal score never displaces: the kept one has the smaller number.
      if (root !== undefined && score > root.score) replaceRoot({ item, score });
    },
    sorted: () => heap.sort(byScore),
  };
}

function worse(x: Neighbour, y: Neighbour): boolean {
  return byScore(x, y) > 0;
}
