import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/index/snapshot.ts";
import { analyseQuestion } from "../../src/question/analyse.ts";
import type { QuestionPart } from "../../src/question/question.ts";
import { coverageOf } from "../../src/retrieval/coverage.ts";
import type { Coverage } from "../../src/retrieval/coverage.ts";
import { rankEvidence } from "../../src/retrieval/evidence.ts";
import type { Evidence } from "../../src/retrieval/evidence.ts";
import { expectedKind } from "../../src/retrieval/expected-kind.ts";
import { retrieve } from "../../src/retrieval/retrieve.ts";
import { readFacts } from "../../src/retrieval/sentence-facts.ts";
import { vocabularyOf } from "../../src/retrieval/vocabulary.ts";
import { warmRetrieval } from "../../src/retrieval/warm.ts";
import { EVIDENCE_WEIGHTS } from "../../src/retrieval/weights.ts";
import { embedder, smallSnapshot } from "./small-snapshot.ts";
import type { SmallDocument } from "./small-snapshot.ts";

const documents: readonly SmallDocument[] = [
  {
    id: "quake",
    title: "Earthquake in Tarija",
    published: "2023-05-02",
    passages: [
      [
        "The quake struck at dawn.",
        "It killed 12 miners in Bolivia.",
        "Mayor Quiroga thanked the World Health Organization.",
      ],
    ],
  },
  { id: "bread", title: "Bread prices", passages: [["Bakers in Porto want higher prices.", "Flour costs 3 euros."]] },
];

type Answered = {
  readonly snapshot: Snapshot;
  readonly part: QuestionPart;
  readonly evidence: readonly Evidence[];
  readonly coverage: Coverage;
};

async function ask(text: string, some: readonly SmallDocument[] = documents): Promise<Answered> {
  const snapshot = await smallSnapshot(some);
  const question = analyseQuestion(text, vocabularyOf(snapshot));
  const [part] = question.parts;
  if (!part) throw new Error("no part");
  const vector = await embedder.embedQuestion(text);
  const retrieved = retrieve({ question, vector, snapshot, filters: {}, limit: 12 });
  const evidence = rankEvidence({ part, retrieved, snapshot, vector });
  return { snapshot, part, evidence, coverage: coverageOf({ part, evidence, snapshot }) };
}

const textOf = ({ snapshot }: Answered, at: Evidence | undefined): string => {
  const record = snapshot.records[at?.record ?? -1];
  const span = record?.sentences[at?.sentence ?? -1]?.span;
  return record && span ? record.document.text.slice(span.start, span.end) : "";
};

describe("ranking of evidence", () => {
  it("puts the sentence that answers first and is surer of it than of any other", async () => {
    const asked = await ask("How many miners did the quake kill in Bolivia?");
    expect(textOf(asked, asked.evidence[0])).toBe("It killed 12 miners in Bolivia.");
    expect(asked.evidence.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 10);
    expect(asked.evidence.map(({ score }) => score)).toEqual(
      asked.evidence.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  it("counts words in the sentence, and beside it", async () => {
    // Stems miner, quake, kill, bolivia: three of four stand in the sentence, "quake" in the one before it.
    const { evidence } = await ask("How many miners did the quake kill in Bolivia?");
    const features = evidence[0]?.features;
    expect(features?.share).toBe(0.75);
    expect(features?.idfNear).toBeCloseTo(1, 10);
    expect(features?.idfPassage).toBeCloseTo(1, 10);
    expect([features?.kindPresent, features?.kindAbsent]).toEqual([1, 0]);
  });

  it("scores by the weights", async () => {
    const { evidence } = await ask("Who thanked the miners?");
    for (const { score, features } of evidence) {
      const sum = Object.entries(EVIDENCE_WEIGHTS).reduce(
        (total, [name, weight]) => total + weight * features[name as keyof typeof features],
        0,
      );
      expect(score).toBeCloseTo(sum, 10);
    }
  });

  it("leaves out headings and repeats", async () => {
    const snapshot = await smallSnapshot(documents);
    const records = snapshot.records.map((record) => ({
      ...record,
      sentences: record.sentences.map((sentence, i) =>
        i === 0 ? { ...sentence, kind: "heading" as const } : i === 1 ? { ...sentence, repeated: true } : sentence,
      ),
    }));
    const question = analyseQuestion("How many miners were killed?");
    const vector = await embedder.embedQuestion(question.text);
    const retrieved = retrieve({ question, vector, snapshot, filters: {}, limit: 12 });
    const [part] = question.parts;
    const evidence = part ? rankEvidence({ part, retrieved, snapshot: { ...snapshot, records }, vector }) : [];
    expect(evidence.map(({ record, sentence }) => [record, sentence])).toEqual([[0, 2]]);
  });

  it("scores a sentence in two passages once", async () => {
    const snapshot = await smallSnapshot(documents);
    const question = analyseQuestion("How many miners were killed?");
    const vector = await embedder.embedQuestion(question.text);
    const retrieved = retrieve({ question, vector, snapshot, filters: {}, limit: 12 });
    const [part] = question.parts;
    const twice = { ...retrieved, passages: [...retrieved.passages, ...retrieved.passages] };
    const keys = part
      ? rankEvidence({ part, retrieved: twice, snapshot, vector }).map(
          ({ record, sentence }) => `${record}-${sentence}`,
        )
      : [];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(5);
  });
});

describe("the expected kind", () => {
  it.each([
    ["How many died?", "Dozens died.", "present"],
    ["How many died?", "They died.", "absent"],
    ["How many of the 40 died?", "The 40 were on board.", "absent"],
    ["When did it open?", "It opened in March 1931.", "present"],
    ["When did it open?", "It opened to applause.", "absent"],
    ["Who runs Oslo?", "In Oslo the mayor is Anne Berg.", "present"],
    ["Who runs Oslo?", "The city of Oslo is run well.", "absent"],
    ["Where is it?", "It lies near Bergen.", "present"],
    ["Where is it?", "It lies there.", "absent"],
    ["How long did it last?", "It took three weeks.", "present"],
    ["Why did it fail?", "It failed because of rust.", "present"],
    ["What is it?", "It is.", "any"],
  ] as const)("%s %s → %s", (question, sentence, expected) => {
    const [part] = analyseQuestion(question).parts;
    expect(part && expectedKind(readFacts(sentence), part)).toBe(expected);
  });
});

describe("coverage", () => {
  const missing = async (text: string): Promise<readonly string[]> =>
    (await ask(text)).coverage.missing.map(({ kind, written }) => `${kind}: ${written}`);

  it("is higher where the sources answer", async () => {
    const answered = await ask("How many miners did the quake in Bolivia kill?");
    const not = await ask("How many tanks did Napoleon lose in 1812?");
    expect(answered.coverage.coverage).toBeGreaterThan(not.coverage.coverage);
  });

  it("names what is nowhere in the evidence", async () => {
    expect(await missing("What did Napoleon promise the miners in 1812?")).toEqual([
      "name: Napoleon",
      "number: 1812",
      "term: promise",
    ]);
    expect(await missing("How many miners did the quake kill in Bolivia?")).toEqual([]);
  });

  it("takes variants of a name, initials, titles and dates of publication", async () => {
    expect(await missing("How many Bolivian miners were killed by the quake?")).toEqual([]);
    expect(await missing("Who thanked the WHO?")).toEqual([]);
    expect(await missing("Did the quake strike Tarija in May 2023?")).toEqual([]);
    expect(await missing("Did the quake strike Tarija in June 2023?")).toEqual(["number: june"]);
  });

  it("asks for no number that is written as a word", async () => {
    expect(await missing("Which two miners did the quake kill?")).toEqual([]);
  });

  it("asks whoever knows more about names", async () => {
    const { part, evidence, snapshot } = await ask("What did Altiplano miners do?");
    const known = coverageOf({
      part,
      evidence,
      snapshot,
      sameName: (name, word) => name === "altiplano" && word === "bolivia",
    });
    expect(coverageOf({ part, evidence, snapshot }).missing).toEqual([{ kind: "name", written: "Altiplano" }]);
    expect(known.missing).toEqual([]);
  });

  it("is nothing without evidence", async () => {
    const { coverage } = await ask("Who?", []);
    expect(coverage.coverage).toBe(0);
  });
});

describe("the vocabulary of a corpus", () => {
  it("knows as names what it writes with a capital in mid-sentence", async () => {
    const { isName } = vocabularyOf(await smallSnapshot(documents));
    expect(["bolivia", "porto", "quiroga", "miners", "bakers", "mayor"].filter(isName)).toEqual([
      "bolivia",
      "porto",
      "quiroga",
    ]);
  });
});

describe("reading ahead", () => {
  it("pauses every few hundred sentences and changes no ranking", async () => {
    const long = {
      id: "log",
      passages: Array.from({ length: 50 }, (_, i) =>
        Array.from({ length: 9 }, (_unused, j) => `Ship ${9 * i + j} left Oslo.`),
      ),
    };
    const snapshot = await smallSnapshot([long]);
    expect([...warmRetrieval(snapshot)]).toHaveLength(2); // 450 sentences, a pause after each 200
    const cold = await ask("Which ship left Oslo?", [long]);
    const question = analyseQuestion("Which ship left Oslo?", vocabularyOf(snapshot));
    const vector = await embedder.embedQuestion(question.text);
    const retrieved = retrieve({ question, vector, snapshot, filters: {}, limit: 12 });
    expect(rankEvidence({ part: cold.part, retrieved, snapshot, vector })).toEqual(cold.evidence);
  });
});
