import { describe, expect, it } from "vitest";
import { gradedNdcgAt, ndcgAt, recallAt, reciprocalRank } from "../../../src/eval/metrics/ranking.ts";

const relevant = new Set(["b", "d"]);

describe("metrics of a ranking", () => {
  it("counts what is found among the first k", () => {
    expect(recallAt(["a", "b", "c", "d"], relevant, 1)).toBe(0);
    expect(recallAt(["a", "b", "c", "d"], relevant, 3)).toBe(0.5);
    expect(recallAt(["a", "b", "c", "d"], relevant, 4)).toBe(1);
    expect(recallAt(["a"], new Set(), 1)).toBe(0);
  });

  it("takes the reciprocal of the first hit", () => {
    expect(reciprocalRank(["a", "c", "d", "b"], relevant)).toBeCloseTo(1 / 3, 10);
    expect(reciprocalRank(["a", "c"], relevant)).toBe(0);
  });

  it("discounts gains by the logarithm of the rank", () => {
    // Ranks 2 and 4: 1/log2(3) + 1/log2(5) = .6309 + .4307; the best ranking has 1 + .6309.
    expect(ndcgAt(["a", "b", "c", "d"], relevant, 10)).toBeCloseTo((0.63093 + 0.43068) / 1.63093, 4);
    expect(ndcgAt(["a", "b", "c", "d"], relevant, 3)).toBeCloseTo(0.63093 / 1.63093, 4);
    expect(ndcgAt(["d", "b"], relevant, 10)).toBe(1);
    expect(ndcgAt(["a"], new Set(), 10)).toBe(0);
  });

  it("takes grades as they are for gains", () => {
    // b has 2, d has 1. Ranks 1 (d) and 2 (b): 1 + 2/log2(3) = 2.2619; best: 2 + 1/log2(3) = 2.6309.
    const grades = new Map([
      ["b", 2],
      ["d", 1],
    ]);
    expect(gradedNdcgAt(["d", "b"], grades, 10)).toBeCloseTo(2.26186 / 2.63093, 4);
    expect(gradedNdcgAt(["b", "d"], grades, 10)).toBe(1);
  });
});
