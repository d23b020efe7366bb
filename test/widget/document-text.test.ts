import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphsWithQuote } from "../../src/widget/document-text.ts";

describe("the text of a document with a quote in it", () => {
  it("is cut where the quote begins and ends", () => {
    expect(paragraphsWithQuote("One.\n\nTwo three.", 6, 9)).toEqual([
      [{ text: "One.", quoted: false }],
      [
        { text: "Two", quoted: true },
        { text: " three.", quoted: false },
      ],
    ]);
  });

  it("is marked in each paragraph that the quote reaches over", () => {
    const paragraphs = paragraphsWithQuote("ab\ncd", 1, 4);
    expect(paragraphs.map((parts) => parts.filter(({ quoted }) => quoted).map(({ text }) => text))).toEqual([
      ["b"],
      ["c"],
    ]);
  });

  it("shows the whole text and marks just the quote, wherever it stands", () => {
    const text = fc
      .array(fc.constantFrom("a", "b ", "\n", "😀", "x"), { maxLength: 40 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (whole, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const lines = whole.split("\n").filter((line) => line.trim() !== "");
        const paragraphs = paragraphsWithQuote(whole, start, end);
        expect(paragraphs.map((parts) => parts.map((part) => part.text).join(""))).toEqual(lines);
        const marked = paragraphs
          .flatMap((parts) => parts.filter((part) => part.quoted).map((part) => part.text))
          .join("");
        expect(marked.replaceAll(/\s/g, "")).toBe(whole.slice(start, end).replaceAll(/\s/g, ""));
      }),
    );
  });
});
