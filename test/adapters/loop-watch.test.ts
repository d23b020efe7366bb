import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeLoopWatch } from "../../src/adapters/loop-watch.ts";

/** Gives the text piece by piece. @returns characters given until it was caught, null for never */
function caughtAfter(text: string, pieceLength = 5): number | null {
  const watch = makeLoopWatch();
  for (let at = 0; at < text.length; at += pieceLength)
    if (watch(text.slice(at, at + pieceLength))) return Math.min(text.length, at + pieceLength);
  return null;
}

const SENTENCE = "The minister said on Monday that the ferry had sunk. ";
const distinct = (count: number): string =>
  Array.from({ length: count }, (_, n) => `{"text":"Report ${n * 7919} of the ferry","cites":[${n}]},`).join("");

describe("a text that repeats itself", () => {
  test.each<[string, string]>([
    ["a blank for ever", " ".repeat(2000)],
    ["a token for ever", "ha".repeat(1000)],
    ["a sentence for ever", SENTENCE.repeat(50)],
    ["a sentence for ever after a sound beginning", distinct(60) + SENTENCE.repeat(50)],
    ["three sentences in turn", (SENTENCE + distinct(3)).repeat(30)],
    ["two code points of two units each", "🚢⚓️".repeat(400)],
  ])("%s is caught", (_, text) => {
    expect(caughtAfter(text)).not.toBeNull();
  });

  test("is caught within a stride of 64 after the fourth time, or after 320 characters of something short", () => {
    expect(SENTENCE).toHaveLength(53);
    for (const pieceLength of [1, 7, 64, 1000]) {
      expect(caughtAfter(SENTENCE.repeat(50), pieceLength)).toBeLessThanOrEqual(4 * 53 + 64 + pieceLength);
      expect(caughtAfter(".".repeat(2000), pieceLength)).toBeLessThanOrEqual(320 + 64 + pieceLength);
    }
  });

  test.each<[string, string]>([
    ["sentences of one pattern with other numbers", distinct(500)],
    ["the same sentence three times", SENTENCE.repeat(3) + distinct(5)],
    ["a ruled line and deep indents", `${"-".repeat(120)}\n${" ".repeat(200)}x\n${" ".repeat(200)}y`],
    ["a list of numbers", JSON.stringify(Array.from({ length: 900 }, (_, n) => n))],
  ])("%s is not", (_, text) => {
    expect(caughtAfter(text)).toBeNull();
  });

  /** Every stretch at the end with every period, one character after another. */
  const loopsNaively = (text: string): boolean => {
    for (let length = 1; length <= text.length; length++)
      for (let period = 1; period < length; period++) {
        if (period < 40 ? length < 320 : length < 4 * period) continue;
        const tail = text.slice(-length);
        if (tail.slice(period) === tail.slice(0, -period)) return true;
      }
    return false;
  };

  test("agrees with a naive twin on texts of a few letters, given whole strides", () => {
    const text = fc
      .tuple(
        fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 300 }),
        fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 90 }),
        fc.integer({ min: 1, max: 9 }),
      )
      .map(([start, again, times]) => (start + again.repeat(times)).slice(-640))
      .map((all) => all.slice(0, all.length - (all.length % 64)));
    fc.assert(
      fc.property(text, (all) => {
        const strides = Array.from({ length: all.length / 64 }, (_, n) => all.slice(0, 64 * (n + 1)));
        expect(caughtAfter(all, 64) !== null).toBe(strides.some(loopsNaively));
      }),
      { numRuns: 60 },
    );
  });
});
