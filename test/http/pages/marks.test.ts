import { array, assert, integer, nat, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { markupOf } from "../../../src/http/html.ts";
import { blocksOf, markText, numbersOf } from "../../../src/http/pages/marks.ts";

const text = "The union counted 30,000 on Monday.";
const markAt = (words: string, number: number) => {
  const start = text.indexOf(words);
  return { span: { start, end: start + words.length }, number };
};
const whole = { start: 0, end: text.length };
const link = (number: number) =>
  `<sup data-ours><a href="#n${number}" aria-label="Disagreement ${number}">${number}</a></sup>`;

describe("marks", () => {
  it("stand round their words, each with its number behind it", () => {
    expect(markupOf(markText(text, whole, [markAt("30,000", 1)]))).toBe(
      `The union counted <mark>30,000</mark>${link(1)} on Monday.`,
    );
  });

  it("that overlap are cut at every edge", () => {
    expect(markupOf(markText(text, whole, [markAt("union counted", 1), markAt("counted 30,000", 2)]))).toBe(
      `The <mark>union </mark><mark>counted</mark>${link(1)}<mark> 30,000</mark>${link(2)} on Monday.`,
    );
  });

  it("that reach over a block are cut at its edge", () => {
    const block = { start: text.indexOf("counted"), end: text.indexOf(" on") };
    expect(markupOf(markText(text, block, [{ span: whole, number: 3 }]))).toBe(`<mark>counted 30,000</mark>${link(3)}`);
  });

  it("leave the text what it was, whatever they cover", () => {
    const offset = nat(text.length);
    assert(
      property(array(tuple(offset, offset, integer({ min: 1, max: 4 }))), (all) => {
        const marks = all.map(([a, b, number]) => ({ span: { start: Math.min(a, b), end: Math.max(a, b) }, number }));
        const made = markupOf(markText(text, whole, marks));
        expect(made.replace(/<sup data-ours>.*?<\/sup>/g, "").replace(/<\/?mark>/g, "")).toBe(text);
        const linked = [...made.matchAll(/#n(\d)/g)].map(([, number]) => Number(number));
        expect(new Set(linked)).toEqual(new Set(numbersOf(marks.filter(({ span }) => span.start < span.end))));
      }),
    );
  });
});

describe("blocks", () => {
  it("are the paragraphs, and each line between them that is not blank", () => {
    const lines = "head\n\nfirst\nlast";
    const first = { span: { start: 6, end: 11 } };
    expect(blocksOf(lines, [first])).toEqual([
      { span: { start: 0, end: 4 }, paragraph: null },
      { span: { start: 6, end: 11 }, paragraph: first },
      { span: { start: 12, end: 16 }, paragraph: null },
    ]);
  });
});
