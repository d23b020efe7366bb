import { describe, expect, it } from "vitest";
import { countPairs, pairwiseGrouping, positionRecall } from "../../../src/eval/metrics/positions.ts";

const holds = (part: string, value: string) => value.includes(part);

describe("position recall", () => {
  it("pairs one shown position with one expected", () => {
    expect(positionRecall(["70", "84"], ["84 drones", "about 70"], holds)).toBe(1);
    expect(positionRecall(["70", "84"], ["84 drones", "90"], holds)).toBe(0.5);
    expect(positionRecall(["70", "70"], ["70 drones"], holds)).toBe(0.5);
    expect(positionRecall([], ["70"], holds)).toBeNaN();
  });

  it("gives up a pair where another leaves room for both", () => {
    // "7" fits both, "70" only the first: taking the first for "7" would lose "70".
    expect(positionRecall(["7", "70"], ["70", "7"], holds)).toBe(1);
  });
});

describe("pairwise grouping", () => {
  it("counts pairs of documents that stand together", () => {
    // Came: ab, cd. Expected: ab, ac, bc. Both: ab.
    expect(
      countPairs(
        [
          ["b", "a"],
          ["c", "d"],
        ],
        [["a", "b", "c"], ["d"]],
      ),
    ).toEqual({ both: 1, came: 2, expected: 3 });
  });

  it("counts a pair once, though it stands in two groups or a document twice in one", () => {
    expect(
      countPairs(
        [
          ["a", "b"],
          ["a", "b", "b"],
        ],
        [],
      ),
    ).toEqual({ both: 0, came: 1, expected: 0 });
  });

  it("sums over questions before it divides", () => {
    const counts = [
      { both: 1, came: 2, expected: 3 },
      { both: 3, came: 4, expected: 3 },
    ];
    expect(pairwiseGrouping(counts)).toEqual({ precision: 4 / 6, recall: 4 / 6, f1: 8 / 12 });
    expect(pairwiseGrouping([{ both: 0, came: 0, expected: 2 }])).toEqual({ precision: Number.NaN, recall: 0, f1: 0 });
  });
});
