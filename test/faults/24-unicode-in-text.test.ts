import { describe, expect, test } from "vitest";

import { layOut } from "../../src/documents/layout.ts";
import { splitIntoSentences } from "../../src/passages/sentences.ts";
import { foldText } from "../../src/text/fold.ts";
import { contentStems } from "../../src/text/words.ts";

const PLAIN = "How many drones did Portugal's defence ministry count at 7.00?";

describe("row 24: unusual characters find what plain ones find", () => {
  test.each([
    ["full-width letters", "Ｈｏｗ ｍａｎｙ ｄｒｏｎｅｓ ｄｉｄ Portugal's defence ministry count at ７.００?"],
    ["ligatures and mathematical letters", "How many 𝐝𝐫𝐨𝐧𝐞𝐬 did Portugal's defence ministry count at 7.00?"],
    [
      "zero-width characters and soft hyphens",
      "How ma\u200Bny dro\u200Dnes did Port\u00ADugal\u2060's defence mini\uFEFFstry count at 7.00?",
    ],
    [
      "direction characters",
      "\u202EHow many\u202C drones did \u2067Portugal's\u2069 defence\u200F ministry count at 7.00?",
    ],
    [
      "curly quotation marks and other spaces",
      "How\u00A0many drones did Portugal’s\u2009defence ministry count at 7.00?",
    ],
    ["capitals", "HOW MANY DRONES DID PORTUGAL'S DEFENCE MINISTRY COUNT AT 7.00?"],
    [
      "variation selectors and emoji",
      "How many drones\uFE0F 👩\u200D🚒 did Portugal's defence ministry count at 7.00?",
    ],
  ])("%s", (_, written) => {
    expect(contentStems(written)).toEqual(contentStems(PLAIN));
  });

  test("folded texts are equal where they look alike", () => {
    expect(foldText("“Ｆｉｒｅ” — cafe\u0301 ﬁ\u200Bre")).toBe('"fire" - café fire');
  });

  test.each([
    ["joined emoji", "👩\u200D👩\u200D👧\u200D👦🏽".repeat(50)],
    ["marks on one letter", `e${"\u0301".repeat(500)}`],
    ["one word of 2,000 letters", "a".repeat(2_000)],
    ["another script", "今日は晴れです。明日は雨です。"],
    ["punctuation only", "?!…—“”".repeat(20)],
    ["a lone half of a pair", "The pier \ud83d was sold. It was old \ude00."],
  ])("a document of %s keeps every character at its place", (_, written) => {
    const text = `The pier was sold.\n${written}\nThe ferry closes.`;
    const layout = layOut(text);
    const spans = [...splitIntoSentences(text, layout).map(({ span }) => span), ...layout.furniture].sort(
      (a, b) => a.start - b.start,
    );
    expect(
      spans
        .map(({ start, end }) => text.slice(start, end))
        .join("")
        .replace(/\s/gu, ""),
    ).toBe(text.replace(/\s/gu, ""));
  });

  test.each([
    ["100,000 combining marks", `e${"\u0301".repeat(100_000)}`],
    ["100,000 marks out of order", `e${"\u0301\u0316".repeat(50_000)}`],
    ["a word of 100,000 letters", "e".repeat(100_000)],
    ["50,000 emoji", "😀".repeat(50_000)],
    ["100,000 zero-width characters", `a${"\u200B".repeat(100_000)}b`],
  ])("%s cost about what words of that length cost", (_, written) => {
    const timeOf = (text: string) => {
      const once = () => {
        const started = performance.now();
        contentStems(text);
        foldText(text);
        return performance.now() - started;
      };
      return Math.min(once(), once(), once());
    };
    // The goal is twice. NFKC of the whole would take seconds where the order of marks is mixed.
    expect(timeOf(written)).toBeLessThan(Math.max(timeOf("pier é ".repeat(15_000)), 20) * 10);
  });
});
