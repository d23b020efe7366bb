import { array, assert, constantFrom, integer, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { type Figure, findFigures } from "../../../src/claims/figures.ts";

function only(text: string): Figure {
  const figures = findFigures(text);
  expect(figures).toHaveLength(1);
  const [figure] = figures;
  if (figure === undefined) throw new Error(text);
  return figure;
}

describe("figures obey", () => {
  const words = constantFrom(
    "12",
    "more",
    "than",
    "about",
    "to",
    "-",
    "million",
    "people",
    "of",
    "the",
    "a",
    "half",
    "$",
    "km",
    "per",
    "day",
    "one",
    "in",
    "1,500",
    "2022",
    "and",
    "between",
    ",",
    ".",
    "record",
    "%",
    "each",
    "Nov",
    "p.m.",
    "½",
    "no",
    "dozens",
  );
  const texts = array(words, { maxLength: 25 }).map((list) => list.join(" "));

  test("spans lie in the text, in order and apart; the number lies in its span", () => {
    assert(
      property(oneof(texts, string({ unit: "grapheme" })), (text) => {
        let last = 0;
        for (const figure of findFigures(text)) {
          expect(figure.span.start).toBeGreaterThanOrEqual(last);
          expect(figure.number.start).toBeGreaterThanOrEqual(figure.span.start);
          expect(figure.number.end).toBeLessThanOrEqual(figure.span.end);
          expect(figure.span.end).toBeLessThanOrEqual(text.length);
          expect(figure.span.end).toBeGreaterThan(figure.span.start);
          last = figure.span.end;
        }
      }),
    );
  });

  test("every grouped number reads as itself", () => {
    assert(
      property(integer({ min: 2100, max: 2_000_000_000 }), (value) => {
        const figure = only(`They counted ${value.toLocaleString("en-US")} sheep.`);
        expect(figure.quantity.said).toEqual({ low: value, high: value });
      }),
    );
  });

  test.each([
    "1 ",
    "1-",
    "a ",
    "one ",
    "more than ",
    "1.",
    "A.",
    "5 of ",
    "hundred ",
    "1 to ",
    "1:",
    "$",
    "daily ",
    "half a ",
    "1/2 ",
  ])("long runs of %j take linear time", (unit) => {
    const time = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const start = performance.now();
      findFigures(text);
      return performance.now() - start;
    };
    time(2_000);
    const short = Math.max(1, Math.min(time(10_000), time(10_000), time(10_000)));
    // Linear is ten times as long; a hundred times would be quadratic.
    expect(Math.min(time(100_000), time(100_000)) / short).toBeLessThan(50);
  });
});
