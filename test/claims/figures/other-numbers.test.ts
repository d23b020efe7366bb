import { describe, expect, test } from "vitest";
import { findFigures, findNumbers } from "../../../src/claims/figures.ts";

describe("numbers that are no figures", () => {
  test.each([
    ["in 2022", "year"],
    ["since early 2022", "year"],
    ["the year 2020", "year"],
    ["the 1990s", "year"],
    ["from 2019 to 2023", "year"],
    ["2013-14", "year"],
    ["on Nov. 9-10", "date"],
    ["on May 13", "date"],
    ["3 March 2021", "date"],
    ["2024-11-10", "date"],
    ["on 11/10/2024", "date"],
    ["at 5:30 p.m.", "clock"],
    ["between 7.00 and 10.00 a.m.", "clock"],
    ["1900 GMT", "clock"],
    ["5 o'clock", "clock"],
    ["a 4-year-old girl", "age"],
    ["52 years old", "age"],
    ["aged 37", "age"],
    ["Ann Smith, 52, said", "age"],
    ["the 53rd", "ordinal"],
    ["the twenty-first man", "ordinal"],
    ["Flight 370", "name"],
    ["the Boeing 737 jets", "name"],
    ["a Boeing 737-800 landed", "name"],
    ["a Su-34", "name"],
    ["Covid-19", "name"],
    ["the G7", "name"],
    ["5G", "name"],
    ["Section 230", "name"],
    ["No. 10", "name"],
    ["HTML5", "name"],
    ["24/7", "name"],
    ["Call 911.", "name"],
    ["one of the most", "pronoun"],
    ["one of which sank", "pronoun"],
    ["one another", "pronoun"],
    ["one day", "pronoun"],
  ])("%s: %s", (text, kind) => {
    const numbers = findNumbers(text);
    expect(numbers.figures).toEqual([]);
    expect(new Set(numbers.skipped.map((one) => one.kind))).toEqual(new Set([kind]));
  });

  test.each([
    "the second highest",
    "a third winter",
    "the first half",
    "no plans",
    "no one knows",
    "https://example.org/12/30%",
    "the couple wed",
  ])("nothing at all in: %s", (text) => {
    expect(findFigures(text)).toEqual([]);
  });

  test.each([
    ["one person died", 1],
    ["one was killed", 1],
    ["five in one city, one in another", 3],
    ["In May 30 people died", 1],
    ["In 1995, 1950 people died", 1],
    ["about 2000 people came", 1],
  ])("but %s holds %d", (text, count) => {
    expect(findFigures(text)).toHaveLength(count);
  });
});
