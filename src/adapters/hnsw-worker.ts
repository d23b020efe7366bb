import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import hnswlib from "hnswlib-node";

/** What a graph is built from; `m` and `efConstruction` as hnswlib names them. */
export type HnswOrder = {
  readonly vectors: Float32Array;
  readonly dimensions: number;
  readonly m: number;
  readonly efConstruction: number;
};

/** Builds one graph and ends. hnswlib inserts synchronously, about 1 ms a vector, and can only write to a file. */
async function build({ vectors, dimensions, m, efConstruction }: HnswOrder): Promise<Uint8Array<ArrayBuffer>> {
  const size = vectors.length / dimensions;
  const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
  // hnswlib's default seed; one thread, so the same vectors give the same graph.
  graph.initIndex({ maxElements: Math.max(1, size), m, efConstruction, randomSeed: 100 });
  for (let item = 0; item < size; item++) {
    graph.addPoint(Array.from(vectors.subarray(item * dimensions, (item + 1) * dimensions)), item);
  }
  const folder = await mkdtemp(join(tmpdir(), "parallax-hnsw-"));
  try {
    const file = join(folder, "graph");
    graph.writeIndexSync(file);
    // A full disk is not reported by the write: what was written must be readable, and of full length.
    const again = new hnswlib.HierarchicalNSW("ip", dimensions);
    await again.readIndex(file);
    if (again.getCurrentCount() !== size) throw new Error(`${again.getCurrentCount()} of ${size} vectors were written`);
    return Uint8Array.from(await readFile(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const order: HnswOrder = workerData;
const bytes = await build(order);
parentPort?.postMessage(bytes, [bytes.buffer]);
