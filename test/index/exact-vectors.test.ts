import { assert, float, integer, property, tuple, array } from "fast-check";
import { describe, expect, test } from "vitest";
import { cosineAt, exactVectorIndex } from "../../src/index/exact-vectors.ts";

/** Four unit vectors of two dimensions: 0°, 90°, 180° and 36.87° (3-4-5 triangle). */
const compass = Float32Array.of(1, 0, 0, 1, -1, 0, 0.8, 0.6);

describe("exact search", () => {
  test("gives cosines best first", () => {
    const found = exactVectorIndex(compass, 2).search(Float32Array.of(1, 0), 3);
    expect(found.map(({ item }) => item)).toEqual([0, 3, 1]);
    expect(found.map(({ score }) => score)).toEqual([1, expect.closeTo(0.8, 6), 0]);
  });

  test("gives equal scores by item, also where only some of them fit", () => {
    const same = Float32Array.of(0, 1, 1, 0, 1, 0, 1, 0, 1, 0);
    const items = exactVectorIndex(same, 2)
      .search(Float32Array.of(1, 0), 3)
      .map(({ item }) => item);
    expect(items).toEqual([1, 2, 3]);
  });

  test("asks the filter once for each item and obeys it", () => {
    const asked: number[] = [];
    const found = exactVectorIndex(compass, 2).search(Float32Array.of(1, 0), 9, (item) => {
      asked.push(item);
      return item % 2 === 1;
    });
    expect(found.map(({ item }) => item)).toEqual([3, 1]);
    expect(asked).toEqual([0, 1, 2, 3]);
  });

  test("cuts rounding off beyond a cosine of one", () => {
    const long = Float32Array.of(1.0000001, 0);
    expect(cosineAt(long, 0, long)).toBe(1);
  });

  test("equals sorting all by a plain dot product", () => {
    const value = float({ min: -1, max: 1, noNaN: true });
    const input = integer({ min: 1, max: 9 }).chain((d) =>
      tuple(
        array(array(value, { minLength: d, maxLength: d }), { maxLength: 40 }),
        array(value, { minLength: d, maxLength: d }),
        integer({ min: 0, max: 50 }),
      ),
    );
    assert(
      property(input, ([rows, query, k]) => {
        const dimensions = query.length;
        const flat = Float32Array.from(rows.flat());
        const q = Float32Array.from(query);
        const naive = rows
          .map((_, item) => ({ item, score: cosineAt(flat, item, q) }))
          .sort((x, y) => y.score - x.score || x.item - y.item)
          .slice(0, k);
        expect(exactVectorIndex(flat, dimensions).search(q, k)).toEqual(naive);
      }),
    );
  });

  test("the cosine of one row is the sum of products", () => {
    assert(
      property(array(float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 13 }), (row) => {
        const vector = Float32Array.from(row);
        const sum = vector.reduce((total, x) => total + x * x, 0);
        expect(cosineAt(vector, 0, vector)).toBeCloseTo(Math.min(1, sum), 9);
      }),
    );
  });
});
