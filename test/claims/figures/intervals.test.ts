import { assert, boolean, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Interval } from "../../../src/claims/claim.ts";
import { findFigures } from "../../../src/claims/figures.ts";
import {
  intervalOf,
  intervalsOverlap,
  roundingOf,
  scaleInterval,
  width,
} from "../../../src/claims/figures/intervals.ts";

function interval(text: string): Interval {
  const [figure] = findFigures(text);
  if (figure === undefined) throw new Error(`no figure in ${text}`);
  return figure.quantity.interval;
}

function agree(a: string, b: string): boolean {
  const [first, second] = [findFigures(a)[0], findFigures(b)[0]];
  expect(first?.quantity.dimension).toBe(second?.quantity.dimension);
  expect(first?.quantity.unit).toBe(second?.quantity.unit);
  return intervalsOverlap(interval(a), interval(b));
}

describe("how far a figure reaches", () => {
  test.each([
    ["145", 0.5],
    ["1354", 0.5],
    ["1500", 37.5], // half of 100 is 50, 2.5 % of 1,500 is less
    ["10000", 250],
    ["707540", 5],
    ["2.4", 0.05],
    ["12", 0.5],
    ["3", 0.5],
    ["10", 0.5], // never less than half a unit of the last digit
    ["0", 0.5],
    ["2.50", 0.05],
  ])("%s may be rounded by %d", (digits, half) => {
    expect(roundingOf(digits)).toBeCloseTo(half, 9);
  });

  test.each([
    ["$2 billion", "$2.3 billion"],
    ["1,500 people", "1,530 people"],
    ["2.4 tonnes", "2,390 kg"],
    ["2,390 kg", "5,300 lb"],
    ["2.4 tonnes", "5,300 lb"],
    ["12 miles", "19 km"],
    ["3 per cent", "3.2 per cent"],
    ["over 70 drones", "70 drones"],
    ["over 70 drones", "84 drones"],
    ["50,000 soldiers", "almost 50,000 soldiers"],
    ["thousands of soldiers", "11,000 soldiers"],
    ["as many as 40 people", "38 people"],
    ["40 °C", "104 °F"],
    ["700 to 1,000 residents", "800 residents"],
  ])("%s and %s agree", (a, b) => {
    expect(agree(a, b)).toBe(true);
  });

  test.each([
    ["10,000 troops", "11,000 troops"],
    ["70 drones", "74 drones"],
    ["20 per cent", "24 per cent"],
    ["at least 12 people", "11 people"],
    ["fewer than 40 people", "41 people"],
    ["almost 50,000 soldiers", "51,000 soldiers"],
    ["hundreds of soldiers", "3,000 soldiers"],
    ["a magnitude 7.8", "a magnitude 7.6"],
  ])("%s and %s differ", (a, b) => {
    expect(agree(a, b)).toBe(false);
  });

  test("euros and dollars have no unit in common", () => {
    expect(findFigures("€5 million")[0]?.quantity.unit).toBe("EUR");
    expect(findFigures("$5 million")[0]?.quantity.unit).toBe("USD");
  });

  test.each([
    ["about 11,000 troops", 10_450, 11_550],
    ["around 70 leaders", 63, 77],
    ["about 12 people", 10, 14],
    ["some 500 houses", 450, 550],
    ["nearly 50,000 people", 47_500, 50_000],
    ["close to 200 houses", 180, 200],
    ["a couple of ships", 2, 3],
    ["several ships", 3, 12],
    ["a few ships", 3, 9],
    ["a handful of ships", 3, 9],
    ["dozens of ships", 24, 150],
    ["hundreds of ships", 200, 2_000],
    ["thousands of ships", 2_000, 20_000],
    ["tens of thousands of ships", 20_000, 200_000],
    ["a dozen ships", 10, 14],
    ["a hundred ships", 90, 110],
    ["no ships", 0, 0],
    ["62 ships", 62, 62],
  ])("%s is %d to %d", (text, low, high) => {
    const found = interval(text);
    expect(found.low).toBeCloseTo(low, 6);
    expect(found.high).toBeCloseTo(high, 6);
  });

  test("the ends of a rounded figure are left out, those of a range are not", () => {
    expect(interval("145 ships")).toEqual({ low: 144.5, high: 145.5, lowOpen: true, highOpen: true });
    expect(interval("5 to 7 ships")).toEqual({ low: 5, high: 7, lowOpen: false, highOpen: false });
  });

  test("a month's total and a daily rate agree once they are scaled", () => {
    const month = scaleInterval(interval("41,980 soldiers"), 1 / 31);
    expect(intervalsOverlap(month, interval("1,354 a day"))).toBe(true);
    expect(intervalsOverlap(month, interval("1,400 a day"))).toBe(false);
  });
});

const bounded = tuple(integer({ min: -1e6, max: 1e6 }), integer({ min: 0, max: 1e6 }), boolean(), boolean());
const anyInterval = bounded.map(([low, length, lowOpen, highOpen]): Interval => ({
  low,
  high: low + length,
  lowOpen: lowOpen && length > 0,
  highOpen: highOpen && length > 0,
}));

describe("intervals obey", () => {
  test("overlap is symmetric and every interval overlaps itself", () => {
    assert(
      property(anyInterval, anyInterval, (a, b) => {
        expect(intervalsOverlap(a, b)).toBe(intervalsOverlap(b, a));
        expect(intervalsOverlap(a, a)).toBe(true);
      }),
    );
  });

  test("overlap of closed integer intervals is what counting their numbers finds", () => {
    const small = tuple(integer({ min: 0, max: 30 }), integer({ min: 0, max: 10 })).map(([low, length]) => ({
      low,
      high: low + length,
      lowOpen: false,
      highOpen: false,
    }));
    assert(
      property(small, small, (a, b) => {
        const shared = Array.from({ length: 50 }, (_, n) => n).some(
          (n) => n >= a.low && n <= a.high && n >= b.low && n <= b.high,
        );
        expect(intervalsOverlap(a, b)).toBe(shared);
      }),
    );
  });

  test("an open bound has no width, scaling scales it", () => {
    expect(width({ low: 3, high: null, lowOpen: false, highOpen: true })).toBe(Infinity);
    assert(
      property(anyInterval, integer({ min: 1, max: 50 }), (one, factor) => {
        expect(width(scaleInterval(one, factor))).toBeCloseTo(width(one) * factor, 3);
      }),
    );
  });

  test("hedging about or almost never loses what the bare number says below it", () => {
    assert(
      property(integer({ min: 1, max: 1e7 }), (value) => {
        const rounding = roundingOf(String(value));
        const bare = intervalOf({ low: value, high: value, hedge: "exact", rounding, counted: true });
        const about = intervalOf({ low: value, high: value, hedge: "about", rounding, counted: true });
        expect((about.low ?? 0) <= Math.max(0, bare.low ?? 0) && (about.high ?? 0) >= (bare.high ?? 0)).toBe(true);
      }),
    );
  });
});
