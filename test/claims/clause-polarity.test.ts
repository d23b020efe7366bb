import { describe, expect, test } from "vitest";
import type { Certainty } from "../../src/claims/claim.ts";
import { readPolarity } from "../../src/claims/clause-polarity.ts";
import { areOpposites } from "../../src/claims/opposites.ts";
import { tagWords } from "../../src/claims/tag.ts";

const read = (text: string, word: string, certainty: Certainty = "stated") => {
  const words = tagWords(text);
  return readPolarity(
    words,
    words.findIndex((one) => one.text === word),
    certainty,
  );
};

describe("a clause affirms or denies a word, or does neither", () => {
  test.each([
    ["The sluice was open, the keeper said.", "open", "affirmed"],
    ["The sluice was not open, the keeper insists.", "open", "denied"],
    ["No warning was ever sent to the farms.", "sent", "denied"],
    ["Not one letter was stolen.", "stolen", "denied"],
    ["Nobody stole the letters.", "stole", "denied"],
    ["The siren had not been tested before the flood.", "siren", "denied"],
    ["The keeper failed to open the sluice.", "open", "denied"],
    ["The keeper denied that the sluice was open.", "open", "denied"],
    ["It is not true that the sluice was open.", "open", "denied"],
    ["It is not true that the sluice was not open.", "open", null],
    ["The report that the sluice was open is false.", "open", "denied"],
    ["Not only was the sluice open, it was broken.", "open", "affirmed"],
    ["There is no doubt that the sluice was open.", "open", "affirmed"],
    ["The keeper is not convinced and insists that the sluice was open.", "open", "affirmed"],
    ["On May 4 the sluice was open.", "open", "affirmed"],
    ["That contradicts the keeper, who says that the sluice was open.", "open", "affirmed"],
    ["The keeper opened nothing that night.", "opened", "denied"],
    ["The sluice may have been open.", "open", null],
    ["The sluice would be open on Friday.", "open", null],
    ["She did not say whether the sluice was open.", "open", null],
    ["Nobody knows if the sluice was open.", "open", null],
    ["Was the sluice open?", "open", null],
    ["The sluice was no longer open.", "open", null],
    ["The keeper did not deny that the sluice was open.", "open", null],
    ["Whether it was arson could not be independently verified.", "arson", null],
    ["Police are investigating possible arson.", "arson", null],
  ] as const)("%s (%s): %s", (text, word, expected) => {
    expect(read(text, word)).toBe(expected);
  });

  test("whoever denies what a credit covers says that it is not so", () => {
    expect(read("That the letters were stolen is a myth, she says.", "stolen", "denied")).toBe("denied");
  });

  test("a denial in another clause is none of this one", () => {
    expect(read('The keeper denied this: "Nothing was opened."', "opened", "denied")).toBe("denied");
    expect(read("Guests lit the fire, the court found, and it rejected the appeal.", "lit", "denied")).toBe("affirmed");
  });
});

test("opposites deny each other, both ways", () => {
  expect(areOpposites("red", "green")).toBe(true);
  expect(areOpposites("unsafe", "safe")).toBe(true);
  expect(areOpposites("red", "blue")).toBe(false);
  expect(areOpposites("unit", "it")).toBe(false);
});
