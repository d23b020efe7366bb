import { describe, expect, test } from "vitest";
import { EVENT_FAMILIES, eventFamily, eventFit } from "../../src/claims/event-families.ts";
import { stem } from "../../src/text/stem.ts";

/** Words that an earlier row has for another event: the earlier one stands. */
const rows = EVENT_FAMILIES.flatMap(({ key, words }) =>
  words.split(", ").map((phrase): [string, string] => [phrase, key]),
);

describe("every word of the table tells its event", () => {
  test.each(rows)("%s → %s", (phrase, key) => {
    const [first = "", ...behind] = phrase.split(" ").map((word) => stem(word));
    expect(eventFamily(first, behind)).toBe(key);
  });
});

describe("how events stand to each other", () => {
  test.each([
    ["meet", "meet", "same"],
    ["attack", "enter", "related"],
    ["enter", "attack", "related"],
    ["strike", "walk-out", "related"],
    ["earthquake", "fire", "different"],
    // The end of a strike is no rival of its beginning.
    ["strike", "end of strike", "different"],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(eventFit(a, b)).toBe(expected);
  });

  test("a word that no table knows is its own event", () => {
    expect(eventFamily(stem("yodel"))).toBe(stem("yodel"));
  });
});
