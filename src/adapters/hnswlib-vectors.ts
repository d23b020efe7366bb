import { fork } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
 * Builds a graph over unit vectors (row after row) in a process of its own, and gives it as the bytes of a file that `loadHnsw` verifies.
 * The same vectors give the same bytes.
 * @throws ParallaxError `bad-input` (a rest, a number that is not finite), `wrong-setting` (hnswlib-node is not there), `disk-failed`
 */
export async function buildHnsw(vectors: Float32Array, dimensions: number): Promise<Uint8Array> {
  countVectors(vectors, dimensions);
  await requireHnsw();
  const body = await inTemporaryFolder(async (folder) => {
    const vectorsFile = join(folder, "vectors");
    const graphFile = join(folder, "graph");
    await writeFile(vectorsFile, new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
    await buildInProcess({ vectorsFile, graphFile, dimensions, m: M, efConstruction: EF_CONSTRUCTION });
    return readFile(graphFile);
  });
  return sealGraph(body, { vectors, dimensions });
}

function buildInProcess(order: HnswOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(workerUrl("hnsw-worker")), [JSON.stringify(order)], {
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let problem: unknown = null;
    child.once("message", (message) => {
      problem = message;
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(typeof problem === "string" ? problem : `its process ended (${signal ?? `code ${code}`})`));
    });
  });
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
  await inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, "graph"), body);
    await graph.readIndex(join(folder, "graph"));
  });
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

/** hnswlib reads and writes files only. */
async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), "parallax-hnsw-"));
    return await use(folder);
  } catch (cause) {
    const message = `The vector graph could not pass through ${tmpdir()}: ${cause instanceof Error ? cause.message : String(cause)}.`;
    throw new ParallaxError("disk-failed", `${message} Look at the space there, or set PARALLAX_VECTORS=exact.`, {
      cause,
    });
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}
