import { describe, expect, test } from "vitest";
import { AT, FEATURES } from "../../../src/retrieval/fillers/features.ts";
import { SIGN } from "../../../src/retrieval/fillers/filler.ts";
import { findFillers } from "../../../src/retrieval/fillers/find-fillers.ts";

/** `form:words` of each filler, in order. */
function found(text: string): readonly string[] {
  return findFillers(text).fillers.map(({ form, start, end }) => `${form}:${text.slice(start, end)}`);
}

describe("fillers of a sentence", () => {
  test("a name is found with its office and without it", () => {
    expect(found("Nurse Ayla Brandt, 34, was the first to speak.")).toEqual([
      "name:Nurse Ayla Brandt",
      "name:Ayla Brandt",
      "number:34",
    ]);
  });

  test("a name after the word for an office is a person's", () => {
    const filler = findFillers("It was led by the captain Rosa Quint of Harwick.").fillers.find(
      ({ form }) => form === "name",
    );
    expect(filler && (filler.signs & SIGN.person) !== 0).toBe(true);
  });

  test("a run with of and and is found whole and in parts", () => {
    expect(found("He left the Bank of Harwick then.")).toEqual(["name:Bank of Harwick", "name:Bank", "name:Harwick"]);
  });

  test("a place with the place that it lies in is one filler more", () => {
    expect(found("She was born in Harwick, Ohio, and left.")).toContain("pair:Harwick, Ohio");
  });

  test("days, months and years are dates, each with what it states", () => {
    const dates = findFillers("It opened on June 19, 1910, closed 5 May 1921, rebuilt in 1933.").fillers;
    expect(dates.map(({ key }) => key)).toEqual(["1910-06-19", "1921-05-05", "1933--"]);
  });

  test("the dates of a life in brackets are told apart", () => {
    const [birth, death] = findFillers("Ada Brandt (June 19, 1910 – June 5, 1988) was a pilot.").fillers.filter(
      ({ form }) => form === "date",
    );
    expect(birth && (birth.signs & SIGN.bracketFirst) !== 0).toBe(true);
    expect(death && (death.signs & SIGN.bracketSecond) !== 0).toBe(true);
  });

  test("a number takes the word that it counts, and is compared by value", () => {
    const [number] = findFillers("In all 3,559 people live there.").fillers;
    expect(number).toMatchObject({ form: "number", key: "3559", parts: ["3559", "people"] });
  });

  test("a common noun counts where it is of a known kind, in two words too", () => {
    expect(found("He gave up ice hockey quietly.")).toEqual(["noun:ice hockey"]);
  });

  test("words at the front of a sentence and days of the week are no names", () => {
    expect(found("On Monday they said nothing. However, they left.")).toEqual([]);
  });

  test("the constants name the places of the features", () => {
    expect(FEATURES.map((feature) => AT[feature])).toEqual(FEATURES.map((_, i) => i));
  });

  test("100,000 characters of capitals, digits and quotation marks are read within a second", () => {
    for (const piece of ["Aa ", "A. ", "12 May ", "“Aa ", "of Aa and "]) {
      const started = performance.now();
      findFillers(piece.repeat(100_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});
