import { describe, expect, it } from "vitest";
import { byOrigin } from "../../src/widget/disagreement-view.ts";

describe("rows of one origin", () => {
  it("fold under the first of them, in the order of the markers", () => {
    const citation = (marker: number, origin: string) => [marker, { marker, origin }] as const;
    const citations = new Map([citation(1, "a"), citation(2, "b"), citation(3, "a")]);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only marker and origin are read
    const folded = byOrigin([1, 2, 3, 9], citations as unknown as Parameters<typeof byOrigin>[1]);
    expect(folded.map(({ first, others }) => [first.marker, others.map(({ marker }) => marker)])).toEqual([
      [1, [3]],
      [2, []],
    ]);
  });
});
