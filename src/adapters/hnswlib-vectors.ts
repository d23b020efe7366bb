import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ParallaxError } from "../errors.ts";
import { byScore, checkQuery, cosineAt, countVectors, exactVectorIndex } from "../index/exact-vectors.ts";
import type { VectorIndex } from "../ports.ts";
import { openGraph, sealGraph } from "./hnsw-file.ts";
import type { HnswOrder } from "./hnsw-worker.ts";
import { workerUrl } from "./worker-url.ts";

/** Whether hnswlib-node is installed and loads; it is optional because it must be compiled where it is installed. */
export type HnswAvailability = { readonly kind: "available" } | { readonly kind: "absent"; readonly reason: string };

/** hnswlib's defaults; with them recall@10 is .993 at ef 50 and 1.000 at ef 200 on 100,000 clustered vectors of 384 dimensions. */
const M = 16;
const EF_CONSTRUCTION = 200;
const MIN_EF = 200;

/** Looks by loading it; the reason is for people. */
export async function hnswAvailable(): Promise<HnswAvailability> {
  try {
    await import("hnswlib-node");
    return { kind: "available" };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { kind: "absent", reason: `hnswlib-node does not load: ${reason ?? "unknown reason"}` };
  }
}

/**
 * Builds a graph over unit vectors (row after row) in a worker, and gives it as the bytes of a file that `loadHnsw` verifies. The
 * same vectors give a graph that answers the same.
 * @throws ParallaxError `bad-input` (a rest, a number that is not finite), `wrong-setting` (hnswlib-node is not there), `disk-failed`
 */
export async function buildHnsw(vectors: Float32Array, dimensions: number): Promise<Uint8Array> {
  countVectors(vectors, dimensions);
  await requireHnsw();
  const order: HnswOrder = { vectors, dimensions, m: M, efConstruction: EF_CONSTRUCTION };
  const body = await new Promise<Uint8Array>((resolve, reject) => {
    const worker = new Worker(workerUrl("hnsw-worker"), { workerData: order });
    const fail = (how: string, cause?: unknown): void => {
      const message = `The vector graph was not built: ${how}. Look at the space in ${tmpdir()}, or set PARALLAX_VECTORS=exact.`;
      reject(new ParallaxError("disk-failed", message, { cause }));
    };
    worker.once("message", (bytes: Uint8Array) => resolve(bytes));
    worker.once("error", (error) => fail(error.message, error));
    worker.once("exit", (code) => fail(`its worker exited with code ${code}`));
  });
  return sealGraph(body, { vectors, dimensions });
}

/**
 * Approximate search over a built graph. Scores are computed again from the vectors, so they and their ties are those of exact
 * search; with a filter, and where the graph finds too few, it is exact search: hnswlib's own filter is 50 times slower and ends the
 * process if it throws.
 * @param file what `buildHnsw` gave
 * @param vectors the vectors it was built from; kept, not copied
 * @throws ParallaxError `index-damaged`, `index-incompatible` (names both), `wrong-setting`, `disk-failed`
 */
export async function loadHnsw(file: Uint8Array, vectors: Float32Array, dimensions: number): Promise<VectorIndex> {
  const exact = exactVectorIndex(vectors, dimensions);
  const body = await openGraph(file, { vectors, dimensions });
  const { HierarchicalNSW } = await requireHnsw();
  const graph = new HierarchicalNSW("ip", dimensions);
  await withFile(body, (path) => graph.readIndex(path));
  if (graph.getCurrentCount() !== exact.size) {
    const message = `The vector graph holds ${graph.getCurrentCount()} of ${exact.size} vectors. Run "parallax index rebuild".`;
    throw new ParallaxError("index-damaged", message);
  }
  return {
    kind: "hnsw",
    size: exact.size,
    dimensions,
    search: (query, k, allow) => {
      checkQuery(query, dimensions);
      const wanted = Math.min(k, exact.size);
      if (wanted <= 0) return [];
      if (allow !== undefined) return exact.search(query, k, allow);
      graph.setEf(Math.max(MIN_EF, 2 * wanted));
      const { neighbors } = graph.searchKnn(Array.from(query), wanted);
      if (neighbors.length < wanted) return exact.search(query, k);
      return neighbors.map((item) => ({ item, score: cosineAt(vectors, item, query) })).sort(byScore);
    },
  };
}

async function requireHnsw(): Promise<(typeof import("hnswlib-node"))["default"]> {
  const availability = await hnswAvailable();
  if (availability.kind === "available") return (await import("hnswlib-node")).default;
  const message = `${availability.reason}. Install a C++ compiler and run npm ci, or set PARALLAX_VECTORS=exact.`;
  throw new ParallaxError("wrong-setting", message);
}

/** hnswlib reads files only. */
async function withFile(bytes: Uint8Array, use: (path: string) => Promise<unknown>): Promise<void> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), "parallax-hnsw-"));
    await writeFile(join(folder, "graph"), bytes);
    await use(join(folder, "graph"));
  } catch (cause) {
    const message = `The vector graph could not be unpacked into ${tmpdir()}: ${String(cause)}. Set PARALLAX_VECTORS=exact.`;
    throw new ParallaxError("disk-failed", message, { cause });
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}
