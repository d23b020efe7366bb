import { describe, expect, it } from "vitest";
import { auroc, hitRateAt } from "../../../src/eval/metrics/roc.ts";

describe("metrics of a score", () => {
  it("counts pairs that are in order, ties half", () => {
    // Pairs: .9>.5, .9>.1, .5=.5, .5>.1 → 3.5 of 4
    expect(auroc([0.9, 0.5], [0.5, 0.1])).toBe(0.875);
    expect(auroc([1], [2])).toBe(0);
    expect(auroc([], [1])).toBeNaN();
  });

  it("counts hits above the first negative that may not be caught", () => {
    const twenty = Array.from({ length: 20 }, (_, i) => i); // 0 … 19
    // One of 20 is 5 %: 19 may be caught, 18 may not; hits lie above 18.
    expect(hitRateAt([30, 18.5, 18, 3], twenty, 0.05)).toBe(0.5);
    // None of 19 may be caught.
    expect(hitRateAt([30, 18.5, 18, 3], twenty.slice(0, 19), 0.05)).toBe(0.5);
    expect(hitRateAt([30, 18.5, 18, 3], twenty, 0.04)).toBe(0.25);
  });

  it("cannot tell a hit from a negative with the same score", () => {
    expect(hitRateAt([1, 1, 0], [1, 1, 0, 0], 0.25)).toBe(0);
    expect(hitRateAt([1, 1, 0], [1, 1, 0, 0], 0.5)).toBe(2 / 3);
    expect(hitRateAt([1], [], 0.05)).toBe(1);
    expect(hitRateAt([], [1], 0.05)).toBeNaN();
  });
});
