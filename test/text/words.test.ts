import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { contentStems, isStopWord, splitIntoWords, STOP_WORDS } from "../../src/text/words.ts";

const written = (text: string) => splitIntoWords(text).map((word) => word.text);

describe("words", () => {
  test.each([
    ["The toll was 1,354, not 1.5.", ["The", "toll", "was", "1,354", "not", "1.5"]],
    ["between 7.00 and 10.00 a.m. today", ["between", "7.00", "and", "10.00", "a.m.", "today"]],
    ["The U.S. and U.K. left.", ["The", "U.S.", "and", "U.K.", "left"]],
    ["a full-scale, 50,000-strong force", ["a", "full", "scale", "50,000", "strong", "force"]],
    ["Norway's don\u2019t 'quoted' workers'", ["Norway's", "don\u2019t", "quoted", "workers"]],
    ["It ended.Then rain", ["It", "ended", "Then", "rain"]],
    ["$5bn 3rd MH17 COVID-19", ["5bn", "3rd", "MH17", "COVID", "19"]],
    ["Осло и नमस्ते e\u0301te\u0301", ["Осло", "и", "नमस्ते", "e\u0301te\u0301"]],
    ["dro\u200Bnes \u202Eleft\u202C", ["dro\u200Bnes", "left"]],
    ["👩\u200D🚒🔥 fire 🔥", ["fire"]],
    ["?!… — ", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(written(text)).toEqual(expected);
  });

  test("stop words are Lucene's 33, whatever their capitals and possessives", () => {
    expect(STOP_WORDS.size).toBe(33);
    expect(["The", "IT", "it's", "with"].map(isStopWord)).toEqual([true, true, true, true]);
    expect(["US", "were", "item", "has"].map(isStopWord)).toEqual([false, false, false, false]);
  });

  test("content stems leave stop words out and keep the order", () => {
    expect(contentStems("The mayor of Oslo's men will be shot at, it said.")).toEqual([
      "mayor",
      "oslo",
      "man",
      "shoot",
      "say",
    ]);
  });
});

describe("laws", () => {
  const texts = fc.string({ unit: "binary", maxLength: 60 });

  test("every span slices back, in order, without overlap, and holds a letter or figure", () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.stringMatching(/^(?:[aA1.,' \u200B"-]|\u0301){0,40}$/u)), (text) => {
        let last = 0;
        for (const word of splitIntoWords(text)) {
          expect(text.slice(word.span.start, word.span.end)).toBe(word.text);
          expect(word.span.start).toBeGreaterThanOrEqual(last);
          expect(word.text).toMatch(/[\p{L}\p{M}\p{N}]/u);
          last = word.span.end;
        }
      }),
    );
  });

  test("every letter and figure is in a word", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let rest = "";
        let from = 0;
        for (const { span } of splitIntoWords(text)) {
          rest += text.slice(from, span.start);
          from = span.end;
        }
        expect(rest + text.slice(from)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
