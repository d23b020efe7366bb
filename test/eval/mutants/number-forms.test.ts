import { describe, expect, it } from "vitest";
import { otherForms, readLeadingNumber, writeLike } from "../../../src/eval/mutants/number-forms.ts";

describe("the number that a value begins with", () => {
  it.each([
    ["1,500", "1,500", 1500],
    ["seven people", "seven", 7],
    ["Sixty-two", "Sixty-two", 62],
    ["2.3 million people", "2.3 million", 2_300_000],
    ["$4.2 billion", "4.2 billion", 4_200_000_000],
    ["8 per cent", "8", 8],
    ["0.5", "0.5", 0.5],
  ])("reads %s", (value, text, number) => {
    expect(readLeadingNumber(value)).toEqual({ text, number });
  });

  it.each([
    "four in ten",
    "three of the four",
    "9.20 a.m.",
    "7:30",
    "2024",
    "34-year-old",
    "3rd",
    "2/3",
    "May 13",
    "affirmed",
  ])("passes over %s, which is no plain number", (value) => {
    expect(readLeadingNumber(value)).toBeNull();
  });
});

describe("other ways to write a number", () => {
  it.each([
    ["1,500", 1500, ["fifteen hundred", "1.5 thousand"]],
    ["62", 62, ["sixty-two"]],
    ["Seven", 7, ["7"]],
    ["13,000", 13_000, ["13 thousand", "thirteen thousand"]],
    ["2.3 million", 2_300_000, ["2,300,000"]],
    ["1,254", 1254, []],
    ["61.4", 61.4, []],
  ])("of %s say just the same", (text, number, forms) => {
    expect(otherForms({ text, number })).toEqual(forms);
  });
});

describe("a number written like another", () => {
  it.each([
    ["1,500", 1500, 2134, "2,100", 2100],
    ["17", 17, 23.8, "24", 24],
    ["seven", 7, 9.8, "ten", 10],
    ["61.4", 61.4, 85.96, "86.0", 86],
    ["2.3 million", 2_300_000, 3_220_000, "3.2 million", 3_200_000],
    ["707,540", 707_540, 990_556, "990,560", 990_560],
  ])("keeps the figures and zeros of %s", (text, number, other, written, read) => {
    expect(writeLike({ text, number }, other)).toEqual({ text: written, number: read });
  });
});
