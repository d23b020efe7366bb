import { describe, expect, test } from "vitest";
import { buildHnsw, hnswAvailable, loadHnsw } from "../../src/adapters/hnswlib-vectors.ts";
import { exactVectorIndex } from "../../src/index/exact-vectors.ts";
import { clusteredVectors } from "../fakes/clustered-vectors.ts";
import { describesVectorIndex } from "./vector-index.ts";

const hnsw = await hnswAvailable();

describe("exact search is a vector index", () => {
  describesVectorIndex(async (vectors, dimensions) => exactVectorIndex(vectors, dimensions));
});

// Optional: it is compiled where it is installed. These count as skipped where it could not be.
describe.skipIf(hnsw.kind === "absent")("hnswlib is a vector index", () => {
  describesVectorIndex(async (vectors, dimensions) =>
    loadHnsw(await buildHnsw(vectors, dimensions), vectors, dimensions),
  );

  test("recall@10 is at least .95 against exact search on 20,000 clustered vectors of 384 dimensions", async () => {
    const dimensions = 384;
    // As much noise as centre: neighbours lie at cosines of about .5, as passages of one story do, and clusters overlap.
    const { vectors, draw } = clusteredVectors({ size: 20_000, dimensions, clusters: 200, spread: 1 });
    const exact = exactVectorIndex(vectors, dimensions);
    const graph = await loadHnsw(await buildHnsw(vectors, dimensions), vectors, dimensions);
    let found = 0;
    const queries = 200;
    for (let n = 0; n < queries; n++) {
      const query = draw();
      const nearest = new Set(exact.search(query, 10).map(({ item }) => item));
      found += graph.search(query, 10).filter(({ item }) => nearest.has(item)).length;
    }
    const recall = found / (10 * queries);
    console.log(`hnsw recall@10: ${recall.toFixed(4)}`);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  }, 90_000);

  test("the same vectors give the same file", async () => {
    const { vectors } = clusteredVectors({ size: 1000, dimensions: 32, clusters: 20, spread: 1 });
    const [one, two] = await Promise.all([buildHnsw(vectors, 32), buildHnsw(vectors, 32)]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});
