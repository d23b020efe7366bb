import { describe, expect, it } from "vitest";
import { compareWithGolden, loadGolden } from "../../src/eval/golden.ts";
import type { GoldenRow } from "../../src/eval/golden.ts";
import type { AnswerWire } from "../../src/http/wire.ts";

type Citation = AnswerWire["citations"][number];

const citation = (marker: number, id: string, quote: string, speaker?: string): Citation => ({
  marker,
  quote,
  document: { id, title: `Title of ${id}`, sha256: "0" },
  start: 0,
  end: quote.length,
  codePoints: { start: 0, end: quote.length },
  prefix: "",
  suffix: "",
  speaker: speaker === undefined ? null : { name: speaker, verb: "said" },
  certainty: "stated",
  origin: id,
});

const side = (value: string, ...markers: number[]): AnswerWire["disagreements"][number]["positions"][number] => ({
  value,
  quantity: null,
  time: null,
  asOf: null,
  scope: null,
  markers,
  origins: 1,
});

/** Two papers give other numbers of ferry passengers; a third rounds. */
const ferry: AnswerWire = {
  id: "a_1",
  question: "How many people were on the ferry?",
  readAs: null,
  outcome: "disputed",
  answer: "The figures differ: **1,254**, according to the harbour master [1]; **about 1,300** [2].",
  citations: [
    citation(1, "10-gazette", "1,254 people were aboard", "the harbour master Ada Flett"),
    citation(2, "20-herald", "about 1,300 people"),
    citation(3, "30-post", "more than a thousand"),
  ],
  disagreements: [
    {
      topic: "People aboard",
      kind: "estimate",
      about: "quantity",
      summary: "",
      positions: [side("1,254", 1), side("about 1,300", 2)],
      fitsAll: [3],
      leftOut: 0,
    },
  ],
  missing: [],
  nearest: [],
  coverage: 1,
  answerer: { kind: "extractive" },
  index: { id: "g", documents: 3, considered: 3, passages: 3, embedder: "none" },
  timingsMs: { embed: 0, retrieve: 0, compare: 0, compose: 0, total: 0 },
};

const row: GoldenRow = {
  id: "ferry",
  question: "How many people were on the ferry?",
  outcome: "disputed",
  kind: "estimate",
  positions: [
    { value: "1,300", documents: ["20"] },
    { value: "1,254", documents: ["10"] },
  ],
  fitsAll: ["30"],
  leads: "1,254",
  speakers: ["Ada Flett"],
  absent: ["254", "900"],
};

describe("an answer beside its golden row", () => {
  it("passes where all that is expected is there, in whatever order", () => {
    expect(compareWithGolden(row, ferry)).toEqual([]);
  });

  it("fails by its outcome, naming the row, what was expected and what came", () => {
    expect(compareWithGolden({ ...row, outcome: "answered" }, ferry)).toEqual([
      "ferry: outcome: expected answered, came disputed",
    ]);
  });

  it("fails where a position is too many, too few, another, or cites another document", () => {
    const came = 'estimate "1,254" by 10-gazette against "about 1,300" by 20-herald, compatible "30-post"';
    const [first, second] = [
      { value: "1,300", documents: ["20"] },
      { value: "1,254", documents: ["10"] },
    ];
    expect(compareWithGolden({ ...row, positions: [first] }, ferry)).toEqual([
      `ferry: positions: expected exactly "1,300" by 20, came ${came}`,
    ]);
    for (const positions of [
      [first, second, { value: "1,254", documents: ["10"] }],
      [first, { value: "1,255", documents: ["10"] }],
      [first, { value: "1,254", documents: ["10", "30"] }],
      [first, first],
    ])
      expect(compareWithGolden({ ...row, positions }, ferry)).toHaveLength(1);
  });

  it("does not take a part of a number for the number", () => {
    const positions = (value: string) => [
      { value, documents: ["10"] },
      { value: "1,300", documents: ["20"] },
    ];
    for (const part of ["254", "1,25", "1"]) {
      expect(compareWithGolden({ ...row, positions: positions(part) }, ferry)).toHaveLength(1);
    }
    expect(compareWithGolden({ ...row, positions: positions(",254") }, ferry)).toEqual([]);
  });

  it("fails where the disagreement is of another kind or not all of fitsAll is compatible", () => {
    const came = 'estimate "1,254" by 10-gazette against "about 1,300" by 20-herald, compatible "30-post"';
    expect(compareWithGolden({ ...row, kind: "update" }, ferry)).toEqual([
      `ferry: kind: expected update with "30" compatible, came ${came}`,
    ]);
    expect(compareWithGolden({ ...row, fitsAll: ["30", "10"] }, ferry)).toHaveLength(1);
  });

  it("asks only that each position stands somewhere where no kind is named", () => {
    const { kind: _, fitsAll: __, ...atLarge } = row;
    const positions = [{ value: "1,300", documents: ["20"] }];
    expect(compareWithGolden({ ...atLarge, positions }, ferry)).toEqual([]);
    const missing = { value: "900", documents: ["20"] };
    expect(compareWithGolden({ ...atLarge, positions: [...positions, missing] }, ferry)).toHaveLength(1);
  });

  it("looks for the first value in the text, not in the list", () => {
    const answer = `**about 1,300** [2], not **1,254** [1].`;
    expect(compareWithGolden(row, { ...ferry, answer })).toEqual([
      'ferry: first value: expected "1,254", came "about 1,300"',
    ]);
    expect(compareWithGolden(row, { ...ferry, answer: "They differ." })).toHaveLength(1);
  });

  it("fails by a speaker, a quote, its document, what is missing and what should not be there", () => {
    const open: GoldenRow = { id: "x", question: "?", outcome: "disputed" };
    const failing: Partial<GoldenRow>[] = [
      { speakers: ["Nobody"] },
      { quotes: ["2,000 people"] },
      { quotes: ["1,254"], documents: ["20"] },
      { missing: ["tugs"] },
      { absent: ["1,300"] },
    ];
    for (const one of failing)
      expect(compareWithGolden({ ...open, ...one }, ferry), JSON.stringify(one)).toHaveLength(1);
    expect(compareWithGolden({ ...open, quotes: ["1,254"], documents: ["10"] }, ferry)).toEqual([]);
    const missing = { ...ferry, missing: [{ slot: "what" as const, asked: "two tugs" }] };
    expect(compareWithGolden({ ...open, missing: ["tugs"] }, missing)).toEqual([]);
  });
});

describe("golden questions", () => {
  const line = (more: object): string => JSON.stringify({ id: "q", question: "Who?", outcome: "answered", ...more });

  it("are read line by line", () => {
    const rows = loadGolden(`${line({ quotes: ["a"] })}\n\n${line({ id: "r", quotes: ["b"], documents: ["0"] })}\n`);
    expect(rows.map(({ id }) => id)).toEqual(["q", "r"]);
  });

  it("are refused where they expect nothing, hold an unknown key or share an id", () => {
    expect(() => loadGolden(line({}))).toThrow(/Line 1 is not a golden question: An answered row names a quote/u);
    expect(() => loadGolden(line({ outcome: "disputed" }))).toThrow(/names its positions/u);
    expect(() => loadGolden(line({ outcome: "unanswerable" }))).toThrow(/what is missing/u);
    expect(() => loadGolden(line({ quotes: ["a"], speaker: ["b"] }))).toThrow(/Line 1/u);
    expect(() => loadGolden([1, 2].map(() => line({ quotes: ["a"] })).join("\n"))).toThrow(/Two .* "q"/u);
  });
});
