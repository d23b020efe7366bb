import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { splitIntoPassages } from "../../src/passages/split.ts";
import { contains } from "../../src/text/span.ts";
import { arbitraryText, countTokens, lay } from "./arbitrary-documents.ts";

function split(text: string, maxTokens?: number) {
  const { sentences } = lay(text);
  return splitIntoPassages({ text, sentences, countTokens, ...(maxTokens === undefined ? {} : { maxTokens }) });
}

/** A sentence of `count` tokens: `count − 1` words and the full stop. */
const sentenceOf = (count: number, word: string) =>
  `${word.charAt(0).toUpperCase()}${word.slice(1)}${` ${word}`.repeat(count - 2)}.`;
const ranges = (text: string) => split(text).map(({ from, to, tokens }) => [from, to, tokens]);

describe("packing", () => {
  test("a short document is one passage", () => {
    const text = "Bridge opens\nThe bridge is open.\nShips pass.";
    expect(split(text)).toEqual([
      { span: { start: 0, end: text.length }, from: 0, to: 3, tokens: 2 + 5 + 3, cut: false },
    ]);
  });

  test("paragraphs of 70 tokens are taken two at a time, with the last sentence of one at the start of the next", () => {
    // With the sentence before: 0–2 has 140 tokens, 1–4 would have 210 and 1–3 has 140.
    const text = Array.from({ length: 4 }, () => sentenceOf(70, "rain"))
      .map((sentence, at) => sentence.replace("rain", `rain${at}`))
      .join("\n");
    const packed = split(text);
    expect(packed.at(0)).toMatchObject({ from: 0 });
    expect(packed.at(-1)).toMatchObject({ to: 4 });
    for (const [at, passage] of packed.entries()) if (at > 0) expect(passage.from).toBe((packed[at - 1]?.to ?? 0) - 1);
    for (const { tokens } of packed) expect([140, 210]).toContain(tokens);
  });

  test("a break falls at a heading rather than before or behind it, and nothing is repeated over it", () => {
    const text = [
      sentenceOf(80, "rain"),
      sentenceOf(50, "snow"),
      "Ferry closes",
      sentenceOf(60, "hail"),
      sentenceOf(60, "wind"),
    ].join("\n");
    expect(ranges(text)).toEqual([
      [0, 2, 130],
      [2, 5, 122],
    ]);
  });

  test("a heading stays with what follows even where the passage before has room", () => {
    const text = [sentenceOf(140, "rain"), "Ferry closes", sentenceOf(250, "hail")].join("\n");
    expect(ranges(text)).toEqual([
      [0, 1, 140],
      [1, 3, 252],
    ]);
  });

  test("where a list of headings and its text do not fit together, the last heading stays with the text", () => {
    // Six headings of 20 tokens and 150 tokens of text: 270. Five have 100, and the last with the text 170.
    const headings = ["a", "b", "c", "d", "e", "f"].map(
      (letter) => `- ${`${letter.toUpperCase()}${letter} `.repeat(20).trim()}`,
    );
    expect(ranges([...headings, sentenceOf(150, "rain")].join("\n"))).toEqual([
      [0, 5, 100],
      [5, 7, 170],
    ]);
  });

  test("no sentence is repeated where it does not fit", () => {
    const text = [sentenceOf(200, "rain"), sentenceOf(200, "hail")].join("\n");
    expect(ranges(text)).toEqual([
      [0, 1, 200],
      [1, 2, 200],
    ]);
  });

  test("what is told again is not packed with what is told first", () => {
    const text = [sentenceOf(80, "rain"), sentenceOf(70, "snow"), sentenceOf(80, "rain"), sentenceOf(70, "snow")].join(
      "\n",
    );
    expect(ranges(text)).toEqual([
      [0, 2, 150],
      [2, 4, 150],
    ]);
  });

  test("furniture in between costs no tokens", () => {
    const text = "Rain fell.\nWATCH: Rain falling all over the city.\nSnow fell.";
    expect(split(text)).toEqual([{ span: { start: 0, end: text.length }, from: 0, to: 2, tokens: 6, cut: false }]);
  });

  test("a document without sentences has no passages", () => {
    expect(split("Advertisement\n\n")).toEqual([]);
  });
});

describe("sentences longer than a passage", () => {
  const pieces = (text: string, maxTokens: number) =>
    split(text, maxTokens).map(({ span, tokens, cut }) => [text.slice(span.start, span.end), tokens, cut]);

  test("are cut at a clause, each piece by itself, beside their neighbours", () => {
    // 10 tokens at most: seven words and a comma are 8, the next word would be 9, "nine" and "ten" would fit, but the clause ends before.
    expect(
      pieces("Rain fell. One two three four five six seven, eight nine ten eleven twelve. Snow fell.", 10),
    ).toEqual([
      ["Rain fell.", 3, false],
      ["One two three four five six seven,", 8, true],
      ["eight nine ten eleven twelve.", 6, true],
      ["Snow fell.", 3, false],
    ]);
  });

  test("are cut at a word where no clause ends in the second half", () => {
    expect(pieces("One, two three four five six seven eight.", 5)).toEqual([
      ["One, two three four", 5, true],
      ["five six seven eight.", 5, true],
    ]);
  });

  test("of one endless word are cut inside it, never inside a character", () => {
    const text = "😀".repeat(100);
    const found = split(text, 8);
    expect(found.map(({ span }) => text.slice(span.start, span.end)).join("")).toBe(text);
    for (const { span, tokens } of found) {
      expect(tokens).toBeLessThanOrEqual(8);
      expect(text.slice(span.start, span.end)).toMatch(/^😀+$/u);
    }
  });

  test("are never given to the tokenizer whole, which would read millions of characters", () => {
    const { text, sentences } = lay("rain".repeat(50_000));
    let longest = 0;
    const watched = (written: string) => {
      longest = Math.max(longest, written.length);
      return 1;
    };
    const passages = splitIntoPassages({ text, sentences, countTokens: watched });
    expect(longest).toBeLessThanOrEqual(256 * 16);
    expect(passages.map(({ span }) => text.slice(span.start, span.end)).join("")).toBe(text);
  });
});

describe("laws", () => {
  const limits = fc.constantFrom(6, 12, 30, 256);

  test("every sentence is in a passage whole, or cut into pieces that hold all of it", () => {
    fc.assert(
      fc.property(arbitraryText, limits, (text, maxTokens) => {
        const { sentences } = lay(text);
        const passages = splitIntoPassages({ text, sentences, countTokens, maxTokens });
        for (const [place, { span }] of sentences.entries()) {
          const holding = passages.filter(({ from, to }) => from <= place && place < to);
          if (holding.some((passage) => !passage.cut && contains(passage.span, span))) continue;
          expect(holding.length).toBeGreaterThan(0);
          expect(holding.every(({ cut }) => cut)).toBe(true);
          const whole = holding.map((piece) => text.slice(piece.span.start, piece.span.end)).join("");
          expect(whole.replace(/\s/gu, "")).toBe(text.slice(span.start, span.end).replace(/\s/gu, ""));
        }
      }),
    );
  });

  test("passages keep to the limit, to the sentences they name, and to their order", () => {
    fc.assert(
      fc.property(arbitraryText, limits, (text, maxTokens) => {
        const { sentences } = lay(text);
        let last = -1;
        for (const { span, from, to, tokens, cut } of splitIntoPassages({ text, sentences, countTokens, maxTokens })) {
          expect(tokens).toBeLessThanOrEqual(maxTokens);
          expect(tokens).toBeGreaterThan(0);
          if (!cut) {
            expect(span).toEqual({ start: sentences[from]?.span.start, end: sentences[to - 1]?.span.end });
            const counted = sentences
              .slice(from, to)
              .map((sentence) => countTokens(text.slice(sentence.span.start, sentence.span.end)));
            expect(tokens).toBeGreaterThanOrEqual(counted.reduce((a, b) => a + b, 0));
          } else expect(to).toBe(from + 1);
          expect(span.start).toBeGreaterThan(last);
          last = span.start;
        }
      }),
    );
  });

  test("no passage ends with a heading that something follows, unless that does not fit", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const { sentences } = lay(text);
        for (const { to, cut } of splitIntoPassages({ text, sentences, countTokens })) {
          const [last, next] = [sentences[to - 1], sentences[to]];
          if (cut || !last || !next || last.kind !== "heading" || next.kind === "heading") continue;
          const together = [last, next].map(({ span }) => countTokens(text.slice(span.start, span.end)));
          expect(together.reduce((a, b) => a + b, 0)).toBeGreaterThan(256);
        }
      }),
    );
  });

  test("the tokenizer is asked once a sentence, however long the document", () => {
    const { text, sentences } = lay(
      Array.from({ length: 500 }, (_, at) => `Rain fell on day ${at}. It was cold.`).join("\n"),
    );
    let calls = 0;
    splitIntoPassages({ text, sentences, countTokens: (written) => ((calls += 1), countTokens(written)) });
    expect(calls).toBe(sentences.length);
  });
});
