import { describe, expect, it } from "vitest";
import { citationPrecisionRecall } from "../../../src/eval/metrics/citations.ts";

const at = (document: string, start: number, end: number) => ({ document, start, end });

describe("citation precision and recall", () => {
  it("pairs stretches that share half of the shorter one", () => {
    const relevant = [at("a", 0, 100), at("b", 0, 10)];
    // Half of the first citation lies in a's stretch; the second has 4 of 10; the third is in another document.
    const cited = [at("a", 90, 110), at("b", 6, 30), at("c", 0, 10)];
    expect(citationPrecisionRecall(cited, relevant)).toEqual({ precision: 1 / 3, recall: 0.5 });
  });

  it("counts a trimmed quote and a longer one alike", () => {
    expect(citationPrecisionRecall([at("a", 10, 20)], [at("a", 0, 100)])).toEqual({ precision: 1, recall: 1 });
    expect(citationPrecisionRecall([at("a", 0, 100)], [at("a", 10, 20)])).toEqual({ precision: 1, recall: 1 });
  });

  it("has no precision without citations and no recall without anything relevant", () => {
    expect(citationPrecisionRecall([], [at("a", 0, 1)])).toEqual({ precision: Number.NaN, recall: 0 });
    expect(citationPrecisionRecall([at("a", 0, 1)], [])).toEqual({ precision: 0, recall: Number.NaN });
  });
});
