import { describe, expect, test } from "vitest";
import type { QuantityClaim } from "../../src/claims/claim.ts";
import { groupByWhatTheySay } from "../../src/positions/group.ts";
import { figure } from "./claim-builder.ts";

const said = (claim: { readonly kind: string; readonly value: unknown }) => {
  const { low, high } = (claim as unknown as QuantityClaim).quantity.said;
  return low === high ? `${low}` : `${low ?? ""}–${high ?? ""}`;
};

/** Groups of figures told by documents a, b, c … in this order: "70 70–" is one group of 70 and over 70. */
function groups(...numbers: readonly string[]): string {
  const grouping = groupByWhatTheySay(numbers.map((n, at) => figure({ n, doc: String.fromCodePoint(97 + at) })));
  const fits = grouping.fitsAll.length === 0 ? "" : `; fits ${grouping.fitsAll.map(said).join(" ")}`;
  return grouping.groups.map((group) => group.map(said).join(" ")).join(" | ") + fits;
}

describe("groups of figures", () => {
  test("a bound joins its own number, and stays there although it fits the other", () => {
    expect(groups("84", "over 70", "70")).toBe("84 | 70 70–");
  });

  test("without its own number it joins the nearest that it overlaps", () => {
    expect(groups("10", "up to 30", "24")).toBe("10 | 24; fits –30");
    expect(groups("10", "about 24", "25")).toBe("10 | 25 24");
  });

  test("a bound that overlaps all fits all, one that overlaps some stays", () => {
    expect(groups("70", "84", "over 60")).toBe("70 | 84; fits 60–");
    expect(groups("70", "84", "over 80")).toBe("70 | 84 80–");
  });

  test("an exact value never leaves: 1,500 may be 1,465 or 1,535, and goes to the nearer", () => {
    expect(groups("1530", "1500", "1475")).toBe("1475 1500 | 1530");
  });

  test("what opens a group stays in it", () => {
    expect(groups("over 60", "up to 50")).toBe("60– | –50");
  });

  test("overlap is not transitive: ends that differ do not meet in a middle that fits both", () => {
    expect(groups("10 to 20", "14", "21", "19 to 22")).toBe("14 10–20 | 21 19–22");
  });

  test("two lower bounds of one toll with two dates are two", () => {
    const monday = figure({ n: "at least 5", when: "as-of 2030-05-06", doc: "a", measure: "running" });
    const tuesday = figure({ n: "at least 12", when: "as-of 2030-05-07", doc: "b", measure: "running" });
    expect(groupByWhatTheySay([tuesday, monday]).groups.map((group) => group.map(said))).toEqual([["5–"], ["12–"]]);
    const again = figure({ n: "at least 5", when: "as-of 2030-05-07", doc: "b", measure: "running" });
    expect(groupByWhatTheySay([again, monday]).groups).toHaveLength(1);
  });
});
