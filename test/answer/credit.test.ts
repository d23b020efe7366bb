import { describe, expect, test } from "vitest";
import { nameAtStart, nameInSentence } from "../../src/answer/credit.ts";

describe("names of speakers in running text", () => {
  test.each([
    ["Russian Defense Ministry", "the Russian Defense Ministry"],
    ["President Ida Holm", "President Ida Holm"],
    ["regional Governor Vitaliy Kim", "regional Governor Vitaliy Kim"],
    ["Ukraine's military", "Ukraine's military"],
    ["EU's foreign policy chief Ida Holm", "the EU's foreign policy chief Ida Holm"],
    ["U.S. officials", "U.S. officials"],
    ["prefecture", "the prefecture"],
    ["Organisers", "organisers"],
    ["Red Cross", "the Red Cross"],
    ["Institute of Seismology", "the Institute of Seismology"],
    ["Regional Employers' Council", "the Regional Employers' Council"],
    ["owner of the ferry", "the owner of the ferry"],
    ["sources familiar with the matter", "sources familiar with the matter"],
    ["The agency", "the agency"],
    [
      "U.S. and Danish officials, cited by the New York Times",
      "U.S. and Danish officials, cited by the New York Times",
    ],
  ])("%s → %s", (name, shown) => {
    expect(nameInSentence(name)).toBe(shown);
  });

  test("a sentence begins with a capital", () => {
    expect(nameAtStart("prefecture")).toBe("The prefecture");
    expect(nameAtStart("U.S. officials")).toBe("U.S. officials");
  });
});
