import { describe, expect, it } from "vitest";
import { auroc, bootstrap, mean, ndcgAt, precisionRecall, recallAt, reciprocalRank } from "../../src/eval/metrics.ts";

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
  });
});

describe("metrics of a test", () => {
  it("counts pairs that are in order, ties half", () => {
    // Pairs: .9>.5, .9>.1, .5=.5, .5>.1 → 3.5 of 4
    expect(auroc([0.9, 0.5], [0.5, 0.1])).toBe(0.875);
    expect(auroc([1], [2])).toBe(0);
    expect(auroc([], [1])).toBeNaN();
  });

  it("tells precision from recall", () => {
    const rows = [
      { said: true, is: true },
      { said: true, is: false },
      { said: true, is: false },
      { said: false, is: true },
    ];
    expect(precisionRecall(rows)).toEqual({ precision: 1 / 3, recall: 0.5 });
  });

  it("gives an interval around the value that is the same every time", () => {
    const rows = [0, 0, 1, 1, 1, 1, 1, 1, 1, 1];
    const interval = bootstrap(rows, mean);
    expect(interval.value).toBe(0.8);
    // Binomial with n = 10 and p = .8: P(≤ 5) = .033, P(≤ 4) = .006, so the 2.5 % quantile is 5 of 10.
    expect(interval.low).toBe(0.5);
    expect(interval.high).toBe(1);
    expect(bootstrap(rows, mean)).toEqual(interval);
  });
});
