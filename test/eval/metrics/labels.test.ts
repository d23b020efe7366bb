import { describe, expect, it } from "vitest";
import { confusion } from "../../../src/eval/metrics/labels.ts";

describe("accuracy with its confusion matrix", () => {
  it("has a row for what was expected and a column for what came", () => {
    const cases = [
      { expected: "update", came: "update" },
      { expected: "update", came: "scope" },
      { expected: "scope", came: "scope" },
      { expected: "scope", came: "none" },
    ];
    expect(confusion(cases)).toEqual({
      accuracy: 0.5,
      labels: ["none", "scope", "update"],
      counts: [
        [0, 0, 0],
        [1, 1, 0],
        [0, 1, 1],
      ],
    });
  });

  it("is NaN of nothing", () => {
    expect(confusion([])).toEqual({ accuracy: Number.NaN, labels: [], counts: [] });
  });
});
