import { describe, expect, it } from "vitest";
import { judgeMutant } from "../../../src/eval/mutants/judge-mutant.ts";
import type { Mutant, SourceFile } from "../../../src/eval/mutants/mutant.ts";
import { runMutants } from "../../../src/eval/mutants/run-mutants.ts";
import type { OpenFiles } from "../../../src/eval/mutants/run-mutants.ts";
import { summariseMutants } from "../../../src/eval/mutants/summarise-mutants.ts";
import { loadGolden } from "../../../src/eval/golden.ts";
import type { AnswerWire } from "../../../src/http/wire.ts";

type Citation = AnswerWire["citations"][number];

const citation = (marker: number, id: string, quote: string, speaker?: string): Citation => ({
  marker,
  quote,
  document: { id, title: "Report", sha256: "0" },
  start: 0,
  end: quote.length,
  codePoints: { start: 0, end: quote.length },
  prefix: "",
  suffix: "",
  speaker: speaker === undefined ? null : { name: speaker, verb: "said" },
  certainty: "stated",
  origin: id,
});

const answer = (outcome: AnswerWire["outcome"], citations: readonly Citation[]): AnswerWire => ({
  id: "a_1",
  question: "How many barges?",
  readAs: null,
  outcome,
  answer: "",
  citations,
  disagreements: [],
  missing: [],
  nearest: [],
  coverage: 1,
  answerer: { kind: "extractive" },
  index: { id: "g", documents: 1, considered: 1, passages: 1, embedder: "none" },
  timingsMs: { embed: 0, retrieve: 0, compare: 0, compose: 0, total: 0 },
});

const FILES: readonly SourceFile[] = [
  { path: "10-gazette.md", text: "There were 1,500 barges." },
  { path: "20-post.md", text: "Rain." },
];
const ROWS = loadGolden(
  [
    {
      id: "barges",
      question: "How many barges?",
      outcome: "answered",
      facts: [["1,500"]],
      documents: ["10"],
      relevant: [{ document: "10", text: "There were 1,500 barges.", grade: 2 }],
    },
    { id: "tugs", question: "How many tugs?", outcome: "answered", facts: [["4"]] },
  ]
    .map((row) => JSON.stringify(row))
    .join("\n"),
);

/** Quotes the whole of the first document that holds a number word or digit; abstains where none does. */
const reader: OpenFiles = (files) =>
  Promise.resolve(() => {
    const told = files.find(({ text }) => /barges/u.test(text));
    return Promise.resolve(
      told ? answer("answered", [citation(1, told.path.replace(".md", ""), told.text)]) : answer("unanswerable", []),
    );
  });

/** Says 1,500 whatever the documents say. */
const parrot: OpenFiles = () =>
  Promise.resolve(() => Promise.resolve(answer("answered", [citation(1, "10-gazette", "There were 1,500 barges.")])));

describe("running mutants", () => {
  it("asks only of questions that pass, and catches what a reader of the documents shows", async () => {
    const { passing, results } = await runMutants({ rows: ROWS, files: FILES }, reader);
    expect(passing).toBe(1);
    expect(results.map(({ id, caught }) => [id, caught])).toEqual([
      ["barges/number-changed/10", true],
      ["barges/number-rewritten/10/fifteen hundred", true],
      ["barges/number-rewritten/10/1.5 thousand", true],
      ["barges/document-renamed/10", true],
      ["barges/side-removed/answer", true],
    ]);
  });

  it("does not catch what a program shows that repeats itself", async () => {
    const seen: string[] = [];
    const { results } = await runMutants({ rows: ROWS, files: FILES }, parrot, ({ id }) => seen.push(id));
    expect(seen).toEqual(results.map(({ id }) => id));
    const missed = results.filter(({ caught }) => !caught);
    expect(missed.map(({ kind, misses }) => [kind, misses[0]])).toEqual([
      ["number-changed", 'fact: expected "2,100", came "There were 1,500 barges."'],
      ["document-renamed", 'document: expected "zz-10" quoted, came "10-gazette"'],
      ["side-removed", "outcome: expected unanswerable, came answered"],
    ]);
    const summary = summariseMutants(results);
    expect(summary.map(({ kind, mutants, caught }) => [kind, mutants, caught])).toEqual([
      ["number-changed", 1, 0],
      ["number-rewritten", 2, 2],
      ["hedge-dropped", 0, 0],
      ["speaker-swapped", 0, 0],
      ["document-renamed", 1, 0],
      ["side-removed", 1, 0],
      ["sentence-pasted", 0, 0],
      ["all", 5, 2],
    ]);
    expect(summary.at(-1)?.share.value).toBe(0.4);
    expect(summary[2]?.share.value).toBeNaN();
  });
});

describe("judging a mutant", () => {
  const [row] = ROWS;
  if (row === undefined) throw new Error("no row");
  const base: Mutant = { id: "m", kind: "speaker-swapped", files: FILES, row: { ...row, documents: undefined } };

  it("sees a speaker who is credited still, in that document only", () => {
    const mutant: Mutant = { ...base, notCredited: { document: "10-gazette", name: "Flett" } };
    const credited = answer("answered", [citation(1, "10-gazette", "1,500 barges", "Ada Flett")]);
    expect(judgeMutant(mutant, credited)).toEqual([
      'speaker: expected nobody called "Flett" to be credited, came "1,500 barges"',
    ]);
    const other = answer("answered", [citation(1, "20-post", "1,500 barges", "Ada Flett")]);
    expect(judgeMutant(mutant, other)).toEqual([]);
  });

  it("sees a hedge that is shown still", () => {
    const position = (hedge: "about" | "exact"): AnswerWire => ({
      ...answer("disputed", [citation(1, "10-gazette", "1,500 barges")]),
      disagreements: [
        {
          topic: "barges",
          kind: "estimate",
          about: "quantity",
          summary: "",
          positions: [
            {
              value: "1,500",
              quantity: { low: 1500, high: 1500, unit: "", per: null, hedge },
              time: null,
              asOf: null,
              scope: null,
              markers: [1],
              origins: 1,
            },
          ],
          fitsAll: [],
          leftOut: 0,
        },
      ],
    });
    const mutant: Mutant = {
      ...base,
      row: { ...base.row, outcome: ["disputed"], facts: undefined },
      unhedged: "1,500",
    };
    expect(judgeMutant(mutant, position("about"))).toEqual(['hedge: expected none for "1,500", came "1,500" (about)']);
    expect(judgeMutant(mutant, position("exact"))).toEqual([]);
  });
});
