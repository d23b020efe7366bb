import { describe, expect, it } from "vitest";
import { abstention } from "../../../src/eval/metrics/abstention.ts";

describe("abstention", () => {
  it("counts refusals, right and wrong, and ranks by coverage", () => {
    const rows = [
      { answerable: false, abstained: true, coverage: 0.1 },
      { answerable: false, abstained: true, coverage: 0.3 },
      { answerable: false, abstained: false, coverage: 0.6 },
      { answerable: true, abstained: true, coverage: 0.3 },
      { answerable: true, abstained: false, coverage: 0.9 },
    ];
    // Pairs in order: .1 under both; .3 ties with .3, under .9; .6 over .3, under .9: 2 + 1.5 + 1 of 6.
    expect(abstention(rows)).toEqual({ precision: 2 / 3, recall: 2 / 3, wrong: 0.5, auroc: 0.75 });
  });
});
