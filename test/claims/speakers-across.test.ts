import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";

import { attribute } from "../../src/claims/speakers.ts";
import { creditsOf, documentOf } from "./credits-of.ts";

describe("attribute, across sentences", () => {
  it("follows pronouns and offices back to who spoke", () => {
    const text = [
      [
        "Finance Minister Elena Costa said debt had risen.",
        "She told parliament that 14,000 jobs would go.",
        "The minister added that taxes would rise.",
      ],
      ["The coast guard said 12 boats sank.", "It said 30 people were saved."],
    ];
    expect(creditsOf(text, 1)).toEqual(["costa claimed: 14,000 jobs would go"]);
    expect(creditsOf(text, 2)).toEqual(["costa claimed: taxes would rise"]);
    expect(creditsOf(text, 4)).toEqual(["coast-guard claimed: 30 people were saved"]);
  });

  it("forgets who spoke at a heading", () => {
    const text = [
      ["Finance Minister Elena Costa said debt had risen."],
      ["# Elsewhere"],
      ["She said 14,000 jobs would go."],
    ];
    expect(creditsOf(text, 2)[0]).not.toContain("costa");
  });

  it("joins a person and the office named before, or beside, or in front", () => {
    const said = (first: string, second: string) =>
      [creditsOf([[first], [second]], 0), creditsOf([[first], [second]], 1)].map((each) => each[0]?.split(" ")[0]);
    expect(
      said("Rates fell, Norway's trade minister said.", "Speaking to Radio Oslo, Anna Berg said that more would come."),
    ).toEqual(["berg", "berg"]);
    expect(
      said(
        "Norway's trade minister, Anna Berg, said rates fell.",
        "Norway's trade minister said that more would come.",
      ),
    ).toEqual(["berg", "berg"]);
    expect(said("Norway's trade minister Anna Berg said rates fell.", "Berg said that more would come.")).toEqual([
      "berg",
      "berg",
    ]);
  });

  it("does not join an official without a name to the next name", () => {
    expect(
      creditsOf([["Rates fell, a Norwegian official said."], ["Anna Berg said that more would come."]], 0),
    ).toEqual(["NO:officials claimed: Rates fell"]);
  });

  it("keeps the speaker where a figure is worked out from another", () => {
    const text = [
      ["Anna Berg said that 3,100 boats sailed in May."],
      ["This works out at an average of 100 a day."],
      ["Rain fell."],
    ];
    expect(creditsOf(text, 1)).toEqual(["berg claimed estimate: This works out at an average of 100 a day."]);
    expect(creditsOf(text, 2)).toEqual([]);
  });

  it("gives a figure to whom the next sentence names as its source", () => {
    const text = [
      [
        "The toll has reportedly passed 7,000.",
        "This figure, drawn from assessments by Kenya's army, includes the wounded.",
      ],
    ];
    expect(creditsOf(text, 0)).toEqual(["KE:military claimed estimate: The toll has reportedly passed 7,000."]);
  });

  it("marks what a later sentence says could not be verified", () => {
    const text = [
      ["Turkey said it shot down two jets.", "The claims could not be independently verified."],
      ["Rain fell."],
    ];
    expect(creditsOf(text, 0)).toEqual(["TR:government unverified: it shot down two jets"]);
    expect(creditsOf(text, 2)).toEqual([]);
    expect(
      creditsOf([["Videos showed nine boats.", "They could not immediately be verified by the Lagos Herald."]], 0),
    ).toEqual(["- unverified: Videos showed nine boats."]);
  });

  it("lets a quotation run on, and takes the line under it", () => {
    expect(creditsOf([['"There were 15 of us," Hana Novak recalled.', '"Only nine came back."']], 1)).toEqual([
      'novak claimed: "Only nine came back."',
    ]);
    expect(creditsOf([["“The city is calm.", "People go to work.”"], ["– A source in the ministry."]], 1)).toEqual([
      "source claimed: People go to work.”",
    ]);
  });

  it("takes the country of a body from its nearest full name", () => {
    const text = [
      ["The Peruvian Defense Ministry said 12 boats sank."],
      ["Two were saved, the Defense Ministry said."],
      ["On the Chilean side, the Defense Ministry reported that three sank."],
    ];
    expect(creditsOf(text, 1)).toEqual(["PE:defense-ministry claimed: Two were saved"]);
    expect(creditsOf(text, 2)).toEqual(["CL:defense-ministry claimed: three sank"]);
  });

  it.each([
    ["Ukraine's military", "The Ukrainian military", "Ukraine's armed forces"],
    ["The UK Defence Ministry", "Britain's Ministry of Defence", "The British defense ministry"],
    ["U.S. officials", "American officials", "A US official"],
    ["Peru", "The Peruvian government", "Lima"],
    ["Gen. Olga Petrenko", "Petrenko", "Colonel Olga Petrenko"],
    ["Volodymyr Kovalsky", "President Volodymyr Kovalskiy", "Kovalskyy"],
  ])("gives one key to %s, %s and %s", (...names) => {
    const keys = names.map(
      (name) => attribute(documentOf([[`${name} said that 12 boats sank.`]]))[0]?.[0]?.speaker?.key,
    );
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toBeTruthy();
  });

  it("writes speakers as the document names them at fullest", () => {
    const text = [
      ["Norwegian trade minister Anna Berg left."],
      ["Berg said that 12 boats sank."],
      ["Kenyan officials told the Lagos Herald that 30 sank."],
    ];
    const found = attribute(documentOf(text));
    expect(found[1]?.[0]?.speaker).toEqual({ name: "Norwegian trade minister Anna Berg", key: "berg", verb: "said" });
    expect(found[2]?.[0]?.speaker).toEqual({ name: "Kenyan officials", key: "KE:officials", verb: "told" });
  });

  it("credits nothing in headings and repeats, and keeps one list a sentence", () => {
    const input = documentOf([["# Berg said 12 boats sank"], ["Anna Berg said that 12 boats sank."]]);
    const repeated = { ...input, sentences: input.sentences.map((sentence) => ({ ...sentence, repeated: true })) };
    expect(attribute(input).map((each) => each.length)).toEqual([0, 1]);
    expect(attribute(repeated).map((each) => each.length)).toEqual([0, 0]);
  });
});

describe("laws", () => {
  const piece = constantFrom(
    "Peru",
    "said",
    " ",
    " ",
    " ",
    "the ",
    "army",
    ",",
    '"',
    "“",
    "”",
    ".",
    " that",
    " according to ",
    "reported",
    " by ",
    "citing ",
    "70",
    "😀",
    "é",
    "’s",
    "(",
    ")",
    "—",
    "he ",
    "unverified",
    "claims",
    "- ",
  );

  it("keeps every span inside its sentence", () => {
    assert(
      property(string({ unit: piece, minLength: 1, maxLength: 40 }), (line) => {
        const length = line.length;
        for (const { credited, attribution } of attribute(documentOf([[line]]))[0] ?? [])
          for (const span of [...credited, ...(attribution === null ? [] : [attribution])]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(length);
          }
      }),
      { numRuns: 200 },
    );
  });
});

describe("hostile input", () => {
  it("costs no more than its length", () => {
    const lines = [
      "Anna Berg said ".repeat(330),
      '"said, '.repeat(700),
      "according to Peru, ".repeat(260),
      "A B ".repeat(1_200),
      `${"X ".repeat(50_000)}said.`,
    ];
    for (const line of lines) {
      const began = performance.now();
      attribute(documentOf([[line]]));
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });
});
