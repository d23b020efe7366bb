import { open, readFile } from "node:fs/promises";
import hnswlib from "hnswlib-node";

/** Where the vectors lie and where the graph goes; `m` and `efConstruction` as hnswlib names them. */
export type HnswOrder = {
  readonly vectorsFile: string;
  readonly graphFile: string;
  readonly dimensions: number;
  readonly m: number;
  readonly efConstruction: number;
};

/** Builds one graph and ends. hnswlib inserts synchronously, about 1 ms a vector, and can only write to a file. */
async function build(order: HnswOrder): Promise<void> {
  const { dimensions } = order;
  const bytes = await readFile(order.vectorsFile);
  const vectors = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Float32Array.BYTES_PER_ELEMENT);
  const size = vectors.length / dimensions;
  const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
  // hnswlib's default seed; one thread, so the same vectors give the same graph.
  graph.initIndex({
    maxElements: Math.max(1, size),
    m: order.m,
    efConstruction: order.efConstruction,
    randomSeed: 100,
  });
  for (let item = 0; item < size; item++) {
    graph.addPoint(Array.from(vectors.subarray(item * dimensions, (item + 1) * dimensions)), item);
  }
  graph.writeIndexSync(order.graphFile);
  // A full disk is not reported by the write: what was written must reach the disk, be readable and of full length.
  const file = await open(order.graphFile, "r+");
  await file.sync();
  await file.close();
  const again = new hnswlib.HierarchicalNSW("ip", dimensions);
  await again.readIndex(order.graphFile);
  if (again.getCurrentCount() !== size) throw new Error(`${again.getCurrentCount()} of ${size} vectors were written`);
}

const order: HnswOrder = JSON.parse(process.argv[2] ?? "");
process.on("disconnect", () => process.exit());
try {
  await build(order);
  process.exit(0);
} catch (error) {
  process.send?.(String(error), undefined, {}, () => process.exit(1));
}
