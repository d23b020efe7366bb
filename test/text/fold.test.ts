import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { foldText, foldWithMap } from "../../src/text/fold.ts";

describe("folding", () => {
  test.each([
    ["“It’s over” — he said…", `"it's over" - he said...`],
    ["ﬁre \uFF33\uFF41\uFF4C\uFF45 ½ km²", "fire sale 1/2 km2"],
    ["dro\u200Bne \u202Eevil\u202C co\u00ADop", "drone evil coop"],
    ["STRASSE Straße", "strasse strasse"],
    ["e\u0301tat \u00E9tat", "\u00E9tat \u00E9tat"],
    ["a\u00A0b\u2009c", "a b c"],
    ["ΟΔΟΣ οδος", "οδοσ οδοσ"],
  ])("%s → %s", (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  test("capitals stay where they are to be kept", () => {
    expect(foldText("“Oslo” and ﬁVE", "keep")).toBe('"Oslo" and fiVE');
    expect(foldText("Plain ASCII", "keep")).toBe("Plain ASCII");
  });

  test("the way back names the characters that a stretch came from", () => {
    // 0 “ 1 ﬁ 2 r 3 e 4 \u200B 5 s 6 ” folds to "fires" in quotation marks: " f i r e s "
    const text = "“\uFB01re\u200Bs”";
    const folded = foldWithMap(text);
    expect(folded.text).toBe('"fires"');
    expect(folded.toOriginal(1)).toBe(1);
    expect(folded.toOriginal(2)).toBe(1);
    expect(folded.toOriginal(5)).toBe(5);
    expect(folded.toOriginal(7)).toBe(7);
    const { start, end } = folded.toOriginalSpan({ start: 1, end: 6 });
    expect(text.slice(start, end)).toBe("\uFB01re\u200Bs");
  });
});

describe("laws", () => {
  const texts = fc.string({ unit: "binary", maxLength: 40 });

  test("folding twice is folding once, for text of whole characters", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z \u2018-\u201D\u2013\u2014\u00C0-\u017F\uFF21-\uFF5A\u200B\u0416-\u044F]{0,40}$/u),
        (text) => {
          const once = foldText(text);
          expect(foldText(once)).toBe(once);
        },
      ),
    );
  });

  test("offsets never go back, and the end is the end", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldWithMap(text);
        let last = 0;
        for (let offset = 0; offset <= folded.text.length; offset += 1) {
          expect(folded.toOriginal(offset)).toBeGreaterThanOrEqual(last);
          last = folded.toOriginal(offset);
        }
        expect(last).toBe(text.length);
      }),
    );
  });

  test("a stretch of the folded text comes from a stretch that folds to what holds it", () => {
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (text, a, b) => {
        const folded = foldWithMap(text);
        const start = Math.min(a, b, folded.text.length);
        const end = Math.min(Math.max(a, b), folded.text.length);
        const back = folded.toOriginalSpan({ start, end });
        expect(foldWithMap(text.slice(back.start, back.end)).text).toContain(folded.text.slice(start, end));
      }),
    );
  });
});
