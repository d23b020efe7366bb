import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../src/question/analyse.ts";
import { coverageOf } from "../../src/retrieval/coverage.ts";
import type { CoverageFeatures } from "../../src/retrieval/coverage-features.ts";
import { rankEvidence } from "../../src/retrieval/evidence.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import { vocabularyOf } from "../../src/retrieval/vocabulary.ts";
import { COVERAGE_FEATURES, COVERAGE_WEIGHTS } from "../../src/retrieval/coverage-weights.ts";
import { embedder, smallSnapshot } from "./small-snapshot.ts";
import type { SmallDocument } from "./small-snapshot.ts";

const documents: readonly SmallDocument[] = [
  {
    id: "mill",
    title: "Fire at the paper mill",
    passages: [
      [
        "The fire destroyed 40 tonnes of paper in the mill.",
        "Manager Ida Holm said the sprinklers had worked.",
        "Two workers were taken to hospital.",
        "The mill will stay closed until May.",
      ],
    ],
  },
  { id: "boats", title: "Boat race", passages: [["Nine boats were late.", "The race was won by the Heron."]] },
];

async function featuresOf(text: string, figure: "missing" | "held" = "held"): Promise<CoverageFeatures> {
  const snapshot = await smallSnapshot(documents);
  const question = analyseQuestion(text, vocabularyOf(snapshot));
  const [part] = question.parts;
  if (!part) throw new Error("no part");
  const vector = await embedder.embedQuestion(text);
  const retrieved = retrieve({ question, vector, snapshot, filters: {}, limit: 12 });
  const evidence = rankEvidence({ part, retrieved, snapshot, vector });
  const { features } = coverageOf({ part, evidence, snapshot, figure });
  if (!features) throw new Error("no evidence");
  return features;
}

describe("what coverage is worked out from", () => {
  test("a thing that no document has, where all else stands", async () => {
    expect(await featuresOf("How many tonnes of paper did the fire destroy in the mill?")).toMatchObject({
      nounsAbsent: 0,
      nounsAway: 0,
      nounsHeld: 1,
      wholeNear: 1,
    });
    // Of tonnes, varnish, fire and mill one is absent.
    expect(await featuresOf("How many tonnes of varnish did the fire destroy in the mill?")).toMatchObject({
      nounsAbsent: 1,
      nounsAway: 1,
      nounsHeld: 0.75,
      wholeNear: 0,
    });
  });

  test("a noun that only another document has is away, but not absent", async () => {
    expect(await featuresOf("How many boats did the fire destroy in the mill?")).toMatchObject({
      nounsAbsent: 0,
      nounsAway: 1,
    });
  });

  test("the noun that says what is wanted", async () => {
    expect(await featuresOf("Which insurer covers the paper mill?")).toMatchObject({ kindNounAbsent: 1 });
  });

  test("a verb with synonyms of which the document has none", async () => {
    expect(await featuresOf("When was Ida Holm killed?")).toMatchObject({ verbsAbsent: 1 });
    // Of "visit" none are known: other words may say it.
    expect(await featuresOf("When was the mill visited?")).toMatchObject({ verbsAbsent: 0 });
  });

  test("words of a speaker about something else", async () => {
    expect(await featuresOf("What did Ida Holm say about the sprinklers?")).toMatchObject({ unsaid: 0 });
    expect(await featuresOf("What did Ida Holm say about the race?")).toMatchObject({ unsaid: 1 });
  });

  test("a figure that no evidence holds", async () => {
    expect(await featuresOf("How many boats were late?", "missing")).toMatchObject({ figureMissing: 1 });
  });

  test("every feature has its weight", () => {
    expect(Object.keys(COVERAGE_WEIGHTS).sort()).toEqual(["bias", ...COVERAGE_FEATURES].sort());
  });
});
