import { describe, expect, test } from "vitest";
import { type Figure, findFigures } from "../../../src/claims/figures.ts";

/** "number hedge low–high unit /per" of every figure. */
function read(text: string): readonly string[] {
  return findFigures(text).map((figure) => {
    const { said, hedge, unit, per } = figure.quantity;
    const values = said.low === said.high ? String(said.low) : `${said.low ?? ""}–${said.high ?? ""}`;
    return [values, hedge === "exact" ? "" : hedge, unit, per === null ? "" : `/${per}`]
      .filter((part) => part !== "")
      .join(" ");
  });
}

function only(text: string): Figure {
  const figures = findFigures(text);
  expect(figures).toHaveLength(1);
  const [figure] = figures;
  if (figure === undefined) throw new Error(text);
  return figure;
}

function head(text: string, order = 0): string {
  return text.slice(findFigures(text)[order]?.headFollows ?? text.length);
}

describe("rates", () => {
  test.each([
    ["1,354 letters every day", "1354 /day"],
    ["12 letters a day", "12 /day"],
    ["12 letters per month", "12 /month"],
    ["12 letters daily", "12 /day"],
    ["An average of 1,354 every day", "1354 /day"],
    ["averaging around 1,500 letters each day", "1425–1575 about /day"],
    ["about 1,500 letters lost or delayed daily", "1425–1575 about /day"],
    ["an average of some 1,500 foreign letters were lost or delayed per day in June", "1425–1575 about /day"],
    ["The daily figure reported by the post was 1,660", "1660 /day"],
    ["annual revenue of $5 billion", "5000000000 USD /year"],
    ["$2.3bn a year", "2300000000 USD /year"],
    ["1.5 million barrels per day", "238480.942392 m3 /day"],
  ])("%s → %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test.each([
    "12 letters came a day later",
    "12 letters were lost a year ago",
    "12 people met at the annual fair",
    "12 people died in daily clashes",
  ])("no rate in: %s", (text) => {
    expect(only(text).quantity.per).toBeNull();
  });

  test("an average is marked", () => {
    expect(only("an average of 12 letters").average).toBe(true);
    expect(only("averaging around 12 letters").average).toBe(true);
    expect(only("12 letters").average).toBe(false);
  });

  test("each shares out, each day does not", () => {
    expect(findFigures("seven each over the valley and the coast")[0]?.distributive).toBe(true);
    expect(findFigures("seven each day")[0]?.distributive).toBe(false);
  });
});

describe("what stands beside a figure", () => {
  test("a part knows its whole, and both count the same noun", () => {
    const text = "The crew saved 39 out of 74 sheep.";
    const [part, whole] = findFigures(text);
    expect(part?.ofWhole).toEqual({ kind: "of", number: whole?.number });
    expect(head(text)).toBe("sheep.");
    expect(findFigures("Two of the city's four airports closed").map((figure) => figure.ofWhole?.kind)).toEqual([
      "of",
      undefined,
    ]);
    expect(findFigures("three of the four")[0]?.ofWhole?.kind).toBe("of");
    expect(findFigures("74 sheep, 62 of which were found")[1]?.ofWhole?.kind).toBe("of-them");
    expect(findFigures("two of a 12-member crew")[0]?.ofWhole).toBeNull();
    expect(findFigures("4,000 tonnes of wheat worth $1.1m")[0]?.ofWhole).toBeNull();
    expect(findFigures("40 per cent of the city's 1.4 million residents")[0]?.ofWhole?.kind).toBe("of");
  });

  test.each([
    ["12 green ferries", "green ferries"],
    ["dozens of ferries", "ferries"],
    ["half of the ferries", "ferries"],
    ["three of the ferries", "ferries"],
    ["70 more ferries", "ferries"],
    ["21 others", "others"],
    ["a 50,000-strong crowd", "crowd"],
    ["a 12-nation bloc", "nation bloc"],
    ["5 million ferries", "ferries"],
  ])("the noun of %s is %s", (text, noun) => {
    expect(head(text)).toBe(noun);
  });

  test.each([
    ["a record 145 ferries", 1, false],
    ["a record high of 5%", 1, false],
    ["the previous record of 1,530", 1, true],
    ["the previous daily record of 1,740 losses", 1, true],
    ["the second highest was 1,630", 2, false],
    ["the previous second highest was 1,630", 2, true],
    ["The toll was 1,660, the second highest of the year", 2, false],
    ["12 deaths, a record", 1, false],
  ])("%s has rank %d", (text, rank, previous) => {
    expect(only(text).record).toEqual({ rank, previous });
  });

  test("no record where none is said", () => {
    expect(only("They sold 12 records").record).toBeNull();
    expect(only("a record crowd saw 12 goals").record).toBeNull();
  });

  test("more of them are added", () => {
    expect(only("another 12 ferries").additional).toBe(true);
    expect(only("a further 12 ferries").additional).toBe(true);
    expect(only("12 more ferries").additional).toBe(true);
    expect(only("12 ferries").additional).toBe(false);
    expect(only("more than 12 ferries").additional).toBe(false);
  });
});
