import { describe, expect, test } from "vitest";
import { findFigures } from "../../../src/claims/figures.ts";

const read = (text: string) =>
  findFigures(text).map(({ span, quantity: { said, unit, hedge } }) => [
    text.slice(span.start, span.end),
    said.low,
    unit,
    hedge,
  ]);

describe("an amount that goes on in a smaller unit is one", () => {
  test.each([
    ["he is 5 feet 2 inches", "5 feet 2 inches", 1.5748, "m"],
    ["he is 5 ft 2 in", "5 ft 2 in", 1.5748, "m"],
    ["it took two hours and 30 minutes", "two hours and 30 minutes", 9000, "second"],
    ["it costs 3 dollars 50 cents", "3 dollars 50 cents", 3.5, "USD"],
    ["it costs 15 dollars 50.", "15 dollars 50", 15.5, "USD"],
    ["a baby of 7 lb 8 oz", "7 lb 8 oz", 3.40194278, "kg"],
  ])("in %s", (text, words, value, unit) => {
    const [figure, ...others] = findFigures(text);
    expect(others).toEqual([]);
    expect(figure && text.slice(figure.span.start, figure.span.end)).toBe(words);
    expect(figure?.quantity.said.low).toBeCloseTo(value, 6);
    expect(figure?.quantity.unit).toBe(unit);
  });

  test.each([
    ["3 miles and 200 feet of rope", 2],
    ["2 hours and 75 minutes", 2],
    ["two days and 2 nights", 2],
    ["they paid 15 dollars and 50 people left", 2],
    ["some 5 km/h and 3 metres", 2],
  ])("but not in %s", (text, figures) => {
    expect(findFigures(text)).toHaveLength(figures);
  });
});

describe("numbers written in other ways", () => {
  test.each([
    ["I would like it for USD 200.", 200, "USD"],
    ["115USD", 115, "USD"],
    ["10 usd", 10, "USD"],
    ["5 €, no more", 5, "EUR"],
    ["they lost 75 USD million", 75e6, "USD"],
    ["an increase to 120 MEUR", 120e6, "EUR"],
    ["a one-yen bid", 1, "JPY"],
    ["one penny", 0.01, "GBP"],
    ["three lakh crore rupees", 3e12, "INR"],
    ["three dozens", 36, ""],
    ["4 thousand 3 hundred and 21 votes", 4321, ""],
    ["4e14 cells", 4e14, ""],
    ["minus one", -1, ""],
    ["a weight of 20 (kg)", 20, "kg"],
    ["120 μg", 1.2e-7, "kg"],
  ])("%s", (text, value, unit) => {
    const [figure, ...others] = read(text);
    expect(others).toEqual([]);
    expect(figure?.slice(1, 3)).toEqual([value, unit]);
  });

  test("more or less is about, not at most", () => {
    expect(read("500 people more or less")[0]?.[3]).toBe("about");
  });

  test("a sign between two numbers joins them and makes neither negative", () => {
    expect(read("75 -300 mm").every(([, value]) => typeof value === "number" && value > 0)).toBe(true);
  });
});
