import type { GoldenRow } from "../../src/eval/golden.ts";
import type { AnswerWire, PassagesWire } from "../../src/http/wire.ts";

type Citation = AnswerWire["citations"][number];

/** A citation whose quote stands at the beginning of its document. */
export const citation = (marker: number, id: string, quote: string, speaker?: string): Citation => ({
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

/** One side of a disagreement, by the markers that it cites. */
export const side = (
  value: string,
  ...markers: number[]
): AnswerWire["disagreements"][number]["positions"][number] => ({
  value,
  quantity: null,
  time: null,
  asOf: null,
  scope: null,
  markers,
  origins: 1,
});

/** Two papers give other numbers of ferry passengers; a third rounds. */
export const ferry: AnswerWire = {
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

/** What an answer to that must hold. */
export const ferryRow: GoldenRow = {
  id: "ferry",
  question: "How many people were on the ferry?",
  outcome: ["disputed"],
  about: "quantity",
  kind: ["estimate"],
  positions: [
    { value: "1,300", documents: ["20"] },
    { value: "1,254", documents: ["10"], speakers: ["harbour master"] },
  ],
  fitsAll: ["30"],
  leads: "1,254",
  speakers: ["Ada Flett"],
  absent: ["254", "900"],
};

/** The documents that the answer cites, whole. */
export const ferryTexts: ReadonlyMap<string, string> = new Map([
  ["10-gazette", "1,254 people were aboard, said the harbour master Ada Flett."],
  ["20-herald", "about 1,300 people were on the ferry."],
  ["30-post", "more than a thousand came home."],
]);

/** A passage that is a whole document. */
export const passage = (id: string, rank: number): PassagesWire["passages"][number] => {
  const text = ferryTexts.get(id) ?? "";
  return {
    document: { id, title: `Title of ${id}`, sha256: "0" },
    start: 0,
    end: text.length,
    codePoints: { start: 0, end: text.length },
    text,
    score: 1 / rank,
    explain: { bm25: { score: 2, rank }, cosine: null, fusedRank: rank, seat: "document" },
  };
};
