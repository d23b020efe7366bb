import { expect, test } from "vitest";
import type { VectorIndex } from "../../src/ports.ts";
import { clusteredVectors } from "../fakes/clustered-vectors.ts";

/** Makes an index over row-major unit vectors. */
export type IndexMaker = (vectors: Float32Array, dimensions: number) => Promise<VectorIndex>;

/** What every vector index must do, small enough that an approximate one has no excuse. */
export function describesVectorIndex(make: IndexMaker): void {
  const compass = Float32Array.of(1, 0, 0, 1, -1, 0, 0.8, 0.6);
  const east = Float32Array.of(1, 0);

  test("says what it holds", async () => {
    const index = await make(compass, 2);
    expect([index.size, index.dimensions]).toEqual([4, 2]);
  });

  test("gives cosines, best first", async () => {
    const found = (await make(compass, 2)).search(east, 4);
    expect(found.map(({ item }) => item)).toEqual([0, 3, 1, 2]);
    expect(found.map(({ score }) => score)).toEqual([1, expect.closeTo(0.8, 6), 0, -1]);
  });

  test("gives at most k, and all where k is larger than the index", async () => {
    const index = await make(compass, 2);
    expect(index.search(east, 2)).toHaveLength(2);
    expect(index.search(east, 100)).toHaveLength(4);
    expect(index.search(east, 0)).toEqual([]);
  });

  test("breaks ties by item", async () => {
    const index = await make(Float32Array.of(0, 1, 1, 0, 1, 0, 1, 0), 2);
    expect(index.search(east, 4).map(({ item }) => item)).toEqual([1, 2, 3, 0]);
  });

  test("obeys a filter and fills k from what it admits", async () => {
    const index = await make(compass, 2);
    expect(index.search(east, 2, (item) => item === 2 || item === 1).map(({ item }) => item)).toEqual([1, 2]);
    expect(index.search(east, 2, () => false)).toEqual([]);
  });

  test("lets an error of the filter through and lives on", async () => {
    const index = await make(compass, 2);
    const thrown = new Error("filter");
    const search = () =>
      index.search(east, 2, () => {
        throw thrown;
      });
    expect(search).toThrow(thrown);
    expect(index.search(east, 1)[0]?.item).toBe(0);
  });

  test("may be empty", async () => {
    const index = await make(new Float32Array(0), 2);
    expect(index.size).toBe(0);
    expect(index.search(east, 5)).toEqual([]);
  });

  test("refuses a query of another dimension or with a number that is not finite", async () => {
    const index = await make(compass, 2);
    expect(() => index.search(Float32Array.of(1, 0, 0), 1)).toThrow(/3 dimensions .* of 2/);
    expect(() => index.search(Float32Array.of(Number.NaN, 0), 1)).toThrow(/not finite/);
  });

  test("refuses vectors that do not fit or are not finite, naming the first", async () => {
    await expect(make(Float32Array.of(1, 0, 0), 2)).rejects.toThrow(/3 numbers are no vectors of 2/);
    await expect(make(Float32Array.of(1, 0, 0, Number.NaN), 2)).rejects.toThrow(/Vector 1 holds NaN/);
  });

  test("finds each of 500 vectors by itself", async () => {
    const { vectors } = clusteredVectors({ size: 500, dimensions: 16, clusters: 10, spread: 0.7 });
    const index = await make(vectors, 16);
    const firsts = Array.from({ length: 500 }, (_, n) => index.search(vectors.subarray(n * 16, n * 16 + 16), 1)[0]);
    expect(firsts.map((first) => first?.item)).toEqual(firsts.map((_, n) => n));
  });
}
