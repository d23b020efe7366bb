import { describe, expect, it } from "vitest";
import { balancedAccuracy, f1, falseAlarms, precisionRecall } from "../../../src/eval/metrics/yes-no.ts";

const yes = (count: number, said: boolean) => Array.from({ length: count }, () => ({ said, is: true }));
const no = (count: number, said: boolean) => Array.from({ length: count }, () => ({ said, is: false }));
/** 2 hits, 2 misses, 1 false alarm, 3 rightly silent. */
const rows = [...yes(2, true), ...yes(2, false), ...no(1, true), ...no(3, false)];

describe("a yes-or-no test", () => {
  it("tells precision from recall", () => {
    expect(precisionRecall(rows)).toEqual({ precision: 2 / 3, recall: 0.5 });
    expect(precisionRecall(no(2, false))).toEqual({ precision: Number.NaN, recall: Number.NaN });
  });

  it("counts false alarms among what is not", () => {
    expect(falseAlarms(rows)).toBe(0.25);
    expect(falseAlarms(yes(2, true))).toBeNaN();
  });

  it("balances both sides, so that always yes gives a half", () => {
    expect(balancedAccuracy(rows)).toBe((0.5 + 0.75) / 2);
    expect(balancedAccuracy([...yes(9, true), ...no(1, true)])).toBe(0.5);
    expect(balancedAccuracy(yes(2, true))).toBeNaN();
  });

  it("takes the harmonic mean", () => {
    expect(f1({ precision: 1, recall: 0.5 })).toBeCloseTo(2 / 3, 10);
    expect(f1({ precision: 0, recall: 0 })).toBe(0);
    expect(f1({ precision: Number.NaN, recall: 0 })).toBeNaN();
  });
});
