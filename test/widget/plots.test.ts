import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PositionWire } from "../../src/widget/context.ts";
import { rangePlot } from "../../src/widget/range-plot.ts";
import { figureScale, timeScale } from "../../src/widget/scale.ts";
import { timeline } from "../../src/widget/timeline.ts";

type Quantity = NonNullable<PositionWire["quantity"]>;

const position = (value: string, rest: Partial<PositionWire>): PositionWire => ({
  value,
  quantity: null,
  time: null,
  asOf: null,
  scope: null,
  markers: [1],
  origins: 1,
  ...rest,
});

const figure = (low: number | null, high: number | null, hedge: Quantity["hedge"] = "exact"): PositionWire =>
  position("?", { quantity: { low, high, unit: "boat", per: null, hedge } });

describe("an axis for figures", () => {
  it("has round ticks and room at its ends", () => {
    const { place, ticks } = figureScale([70, 84], "en");
    expect(ticks.map(({ label }) => label)).toEqual(["70", "75", "80", "85"]);
    expect(place(70)).toBeGreaterThan(0);
    expect(place(84)).toBeLessThan(100);
  });

  it("starts at zero where the least is a small share of the greatest", () => {
    const { place, ticks } = figureScale([10, 100], "en");
    expect(place(0)).toBe(0);
    expect(ticks[0]).toEqual({ at: 0, label: "0" });
  });

  it("shows one figure in its middle", () => {
    expect(figureScale([50], "en").place(50)).toBe(50);
    expect(figureScale([0], "en").place(0)).toBe(50);
  });

  it("keeps order, stays between 0 and 100 and has few ticks, for any figures", () => {
    const figures = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(figures, (values) => {
        const { place, ticks } = figureScale(values, "en");
        const places = values.toSorted((a, b) => a - b).map(place);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const at of [...places, ...ticks.map((tick) => tick.at)]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(100);
        }
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe("an axis for times", () => {
  const at = (written: string): number => Date.parse(`${written}Z`);

  it("is of hours within a day, of days within weeks, of months within years, of years beyond", () => {
    const labels = (from: string, to: string): readonly string[] =>
      timeScale([at(from), at(to)], "en").ticks.map(({ label }) => label);
    expect(labels("2031-05-02T01:00", "2031-05-02T10:00")).toEqual(["03:00", "06:00", "09:00"]);
    expect(labels("2031-05-02T00:00", "2031-05-05T00:00")).toEqual(["May 2", "May 3", "May 4", "May 5"]);
    expect(labels("2031-01-15T00:00", "2031-04-20T00:00")).toEqual(["Feb 2031", "Mar 2031", "Apr 2031", "May 2031"]);
    expect(labels("2003-06-01T00:00", "2031-06-01T00:00")).toEqual(["2010", "2020", "2030"]);
  });

  it("has few ticks for any two times", () => {
    const time = fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(2200, 0) });
    fc.assert(
      fc.property(time, time, (from, to) => {
        expect(timeScale([from, to], "en").ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe("a range plot", () => {
  it("shows exact as a dot, a range as a bar, a bound as an arrow, about as hollow", () => {
    const plot = rangePlot(
      [
        figure(70, 70),
        figure(60, 80, "range"),
        figure(75, null, "over"),
        figure(null, 90, "under"),
        figure(65, 75, "about"),
      ],
      "en",
    );
    expect(plot?.rows.map(({ mark }) => mark.kind)).toEqual(["dot", "bar", "arrow", "arrow", "bar"]);
    expect(plot?.rows.map(({ mark }) => (mark.kind === "arrow" ? mark.to : null))).toEqual([
      null,
      null,
      "up",
      "down",
      null,
    ]);
    expect(plot?.rows.map(({ mark }) => "hollow" in mark && mark.hollow)).toEqual([false, false, false, false, true]);
    expect(plot?.legend).toEqual(["exact", "about", "range", "at-least", "at-most"]);
  });

  it("is drawn from three figures on, or for any interval", () => {
    expect(rangePlot([figure(70, 70), figure(84, 84)], "en")).toBeNull();
    expect(rangePlot([figure(70, 70), figure(84, 84), figure(90, 90)], "en")).not.toBeNull();
    expect(rangePlot([figure(70, 70), figure(84, null, "over")], "en")).not.toBeNull();
    expect(rangePlot([figure(70, 90, "range")], "en")).toBeNull();
  });

  it("is none where rates stand beside totals, or where nothing is a figure", () => {
    const rate = position("?", { quantity: { low: 5, high: 9, unit: "boat", per: "day", hedge: "range" } });
    expect(rangePlot([rate, figure(70, 80, "range")], "en")).toBeNull();
    expect(rangePlot([position("a", {}), position("b", {})], "en")).toBeNull();
  });

  it("leaves out what is no figure and keeps the order of the rest", () => {
    const plot = rangePlot([figure(80, 90, "range"), position("many", {}), figure(70, 70)], "en");
    expect(plot?.rows.map((row) => row.position.quantity?.low)).toEqual([80, 70]);
  });
});

describe("a timeline", () => {
  const update = (positions: readonly PositionWire[]) =>
    timeline({ kind: "update", about: "quantity", positions }, "en");

  it("lets each figure stand until the next report, and the last one on", () => {
    const line = update([
      position("3", { asOf: "2031-05-02" }),
      position("5", { asOf: "2031-05-03" }),
      position("9", { asOf: "2031-05-05" }),
    ]);
    const marks = line?.rows.map(({ mark }) => mark) ?? [];
    const places = marks.map((mark) => (mark.kind === "stand" ? mark.at : -1));
    expect(marks.map((mark) => (mark.kind === "stand" ? mark.until : -1))).toEqual([places[1], places[2], 100]);
    const [first = 0, second = 0, third = 0] = places;
    expect((third - second) / (second - first)).toBeCloseTo(2, 1);
  });

  it("shows the time itself as a bar where that is what sources differ about", () => {
    const line = timeline(
      {
        kind: "contradiction",
        about: "time",
        positions: [
          position("in the night", { time: { from: "2031-05-02T00:00", to: "2031-05-02T05:59" } }),
          position("at 7", { time: { from: "2031-05-02T07:00", to: null } }),
        ],
      },
      "en",
    );
    expect(line?.rows.map(({ mark }) => mark.kind)).toEqual(["bar", "bar"]);
    const [night, seven] = line?.rows.map(({ mark }) => mark) ?? [];
    expect(seven?.kind === "bar" && seven.from === seven.to).toBe(true);
    expect(night?.kind === "bar" && seven?.kind === "bar" && night.to < seven.from).toBe(true);
  });

  it("shows what time each figure covers where they cover different times, if each says so", () => {
    const morning = position("70", { time: { from: "2031-05-02T07:00", to: "2031-05-02T10:00" } });
    const night = position("84", { time: { from: "2031-05-01T18:00", to: "2031-05-02T06:59" } });
    const line = timeline({ kind: "scope", about: "quantity", positions: [morning, night] }, "en");
    expect(line?.rows.map(({ mark }) => mark.kind)).toEqual(["bar", "bar"]);
    expect(line?.legend).toEqual(["covers"]);
    const silent = position("90", { asOf: "2031-05-02" });
    expect(timeline({ kind: "scope", about: "quantity", positions: [morning, silent] }, "en")).toBeNull();
  });

  it("is none for other kinds, for what is undated, and where all is of one day", () => {
    const dated = [position("3", { asOf: "2031-05-02" }), position("5", { asOf: "2031-05-03" })];
    expect(timeline({ kind: "estimate", about: "quantity", positions: dated }, "en")).toBeNull();
    expect(update([position("3", {}), position("5", { asOf: "2031-05-03" })])).toBeNull();
    expect(update([position("3", { asOf: "2031-05-03" }), position("5", { asOf: "2031-05-03" })])).toBeNull();
    expect(update([position("3", { asOf: "soon" }), position("5", { asOf: "2031-05-03" })])).toBeNull();
  });
});
