import { describe, expect, it } from "vitest";
import { bootstrap, pairedBootstrap } from "../../../src/eval/metrics/bootstrap.ts";
import { mean, share } from "../../../src/eval/metrics/mean.ts";

const rows = [0, 0, 1, 1, 1, 1, 1, 1, 1, 1];

describe("bootstrap", () => {
  it("gives an interval around the value that is the same every time", () => {
    const interval = bootstrap(rows, mean);
    expect(interval.value).toBe(0.8);
    // Binomial with n = 10 and p = .8: P(≤ 5) = .033, P(≤ 4) = .006, so the 2.5 % quantile is 5 of 10.
    expect(interval.low).toBe(0.5);
    expect(interval.high).toBe(1);
    expect(bootstrap(rows, mean)).toEqual(interval);
  });

  it("leaves out resamples that have no value, and says NaN where none has", () => {
    const halves = bootstrap([1, Number.NaN], (some) => (some.every((one) => one === 1) ? 1 : Number.NaN));
    expect(halves).toEqual({ value: Number.NaN, low: 1, high: 1 });
    expect(bootstrap([], mean)).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN });
  });

  it("compares two runs on the same resamples", () => {
    const pairs = rows.map((before, i) => ({ before, after: i === 0 ? 1 : before })); // one of two misses is mended
    const change = pairedBootstrap(pairs, {
      before: (some) => mean(some.map((one) => one.before)),
      after: (some) => mean(some.map((one) => one.after)),
    });
    expect(change.value).toBeCloseTo(0.1, 10);
    expect(change.low).toBe(0); // the mended row is left out of .9^10 = 35 % of the resamples
    expect(change.high).toBeCloseTo(0.3, 10); // binomial, n = 10, p = .1: P(≤ 2) = .93, P(≤ 3) = .987
    expect(change.notRisen).toBeGreaterThan(0.3);
    expect(change.notRisen).toBeLessThan(0.4);
  });

  it("finds no change between a run and itself", () => {
    expect(pairedBootstrap(rows, { before: mean, after: mean })).toEqual({ value: 0, low: 0, high: 0, notRisen: 1 });
  });
});

describe("a share", () => {
  it("is NaN of nothing", () => {
    expect(share([1, 2, 3, 4], (one) => one > 3)).toBe(0.25);
    expect(share([], () => true)).toBeNaN();
  });
});
