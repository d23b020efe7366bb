import { describe, expect, it } from "vitest";
import { answerInQuote, holdsAnswer, quoteExactness } from "../../../src/eval/metrics/quotes.ts";

describe("quote exactness", () => {
  const text = "The kiln 🔥 cooled on Friday.";
  it("is to the code unit", () => {
    const exact = { quote: "cooled", start: 12, end: 18, text };
    expect(text.slice(12, 18)).toBe("cooled");
    expect(quoteExactness([exact])).toBe(1);
    expect(quoteExactness([exact, { ...exact, quote: "Cooled" }, { ...exact, start: 11, end: 17 }, exact])).toBe(0.5);
  });

  it("is nothing where there is no document", () => {
    expect(quoteExactness([{ quote: "", start: 0, end: 0, text: null }])).toBe(0);
    expect(quoteExactness([])).toBeNaN();
  });
});

describe("answer in quote", () => {
  it("looks at three quotes", () => {
    const quotes = ["One kiln.", "Two kilns.", "Three kilns.", "Four kilns."];
    expect(answerInQuote(quotes, ["three kilns"])).toBe(true);
    expect(answerInQuote(quotes, ["four kilns"])).toBe(false);
    expect(answerInQuote(quotes, ["two kilns"], 1)).toBe(false);
    expect(answerInQuote(quotes, ["six", "one kiln"], 1)).toBe(true);
  });

  it("looks at 400 characters and no further, however many quotes they are", () => {
    const long = `${"so ".repeat(131)}finis`; // 398 characters
    expect(long).toHaveLength(398);
    expect(answerInQuote([long], ["finis"])).toBe(true);
    expect(answerInQuote([`so ${long}`], ["finis"])).toBe(false);
    expect(answerInQuote([long, "12 kilns"], ["12"])).toBe(true);
    expect(answerInQuote([long, "12 kilns"], ["12 kilns"])).toBe(false);
  });

  it("does not find an answer within a word or a number, nor an empty one", () => {
    expect(holdsAnswer("In 1962, 707,540 jars", "1962")).toBe(true);
    expect(holdsAnswer("In 1962, 707,540 jars", "707")).toBe(false);
    expect(holdsAnswer("In 1962, 707,540 jars", "40")).toBe(false);
    expect(holdsAnswer("In 1962, 707,540 jars", "jar")).toBe(false);
    expect(holdsAnswer("In 1962", " ")).toBe(false);
  });

  it("does not mind case, the shape of marks or the width of spaces", () => {
    expect(holdsAnswer("“Ada’s\u00A0kiln” — 3–4 jars", '"ada\'s kiln"')).toBe(true);
    expect(holdsAnswer("3–4 jars", "3-4")).toBe(true);
  });
});
