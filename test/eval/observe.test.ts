import { describe, expect, it } from "vitest";
import type { GoldenRow } from "../../src/eval/golden.ts";
import { observe } from "../../src/eval/observe.ts";
import type { AnswerWire } from "../../src/http/wire.ts";
import { ferry, ferryRow, ferryTexts, passage, side } from "./ferry.ts";

const passages = [passage("30-post", 1), passage("10-gazette", 2), passage("20-herald", 3)];
const observed = (row: GoldenRow, answer: AnswerWire = ferry) => observe({ row, answer, passages, texts: ferryTexts });

describe("what an answer shows", () => {
  it("is right in all where the answer is", () => {
    expect(observed(ferryRow)).toMatchObject({
      came: "disputed",
      quotes: { exact: 3, all: 3 },
      disagreement: { is: true, about: "quantity", told: true, right: true },
      positionRecall: 1,
      kind: { expected: "estimate", came: "estimate" },
      pairs: { both: 0, came: 0, expected: 0 },
      speakers: [{ expected: [["harbour master"]], came: ["the harbour master Ada Flett"] }],
      abstention: { answerable: true, abstained: false },
    });
  });

  it("ranks passages by the judged sentences that they hold", () => {
    const relevant: GoldenRow["relevant"] = [
      { document: "10", text: "1,254 people were aboard", grade: 2 },
      { document: "20", text: "about 1,300 people", grade: 1 },
      { document: "99", text: "found in no document", grade: 1 },
    ];
    const { retrieval, citationPrecision, citationRecall } = observed({ ...ferryRow, relevant });
    // Judged passages stand second and third; a third judged sentence is nowhere.
    expect(retrieval?.recall5).toBeCloseTo(2 / 3);
    expect(retrieval?.reciprocalRank).toBe(0.5);
    // (2 / log2(3) + 1 / log2(4)) / (2 / log2(2) + 1 / log2(3) + 1 / log2(4))
    expect(retrieval?.ndcg10).toBeCloseTo((2 / Math.log2(3) + 0.5) / (2 + 1 / Math.log2(3) + 0.5));
    // Two of the three citations are judged sentences; the one of grade 2 is cited.
    expect(citationPrecision).toBeCloseTo(2 / 3);
    expect(citationRecall).toBe(1);
  });

  it("counts a quote that does not stand at its offsets", () => {
    const [first, ...rest] = ferry.citations;
    const moved = first ? [{ ...first, start: 1, end: first.end + 1 }, ...rest] : rest;
    expect(observed(ferryRow, { ...ferry, citations: moved }).quotes).toEqual({ exact: 2, all: 3 });
  });

  it("takes a disagreement about something else for a miss", () => {
    const other = ferry.disagreements.map((one) => ({ ...one, positions: [side("3 tugs", 1), side("4 tugs", 2)] }));
    const seen = observed(
      {
        ...ferryRow,
        positions: [
          { value: "50", documents: ["10"] },
          { value: "60", documents: ["20"] },
        ],
      },
      { ...ferry, disagreements: other },
    );
    expect(seen.disagreement).toEqual({ is: true, about: "quantity", told: true, right: false });
    expect(seen.kind).toEqual({ expected: "estimate", came: "none" });
    expect(seen.positionRecall).toBe(0);
  });

  it("takes any kind of a list, and says which came", () => {
    expect(observed({ ...ferryRow, kind: ["update", "estimate"] }).kind).toEqual({
      expected: "estimate",
      came: "estimate",
    });
    expect(observed({ ...ferryRow, kind: ["update", "scope"] }).kind).toEqual({ expected: "update", came: "estimate" });
  });

  it("asks every fact of the quotes, each in any wording", () => {
    const row: GoldenRow = { id: "x", question: "?", outcome: ["answered"], facts: [["1,254"], ["thousand", "1,000"]] };
    expect(observed(row).inQuote).toEqual({ first: false, three: true });
    expect(observed({ ...row, facts: [["1,254", "a"]] }).inQuote).toEqual({ first: true, three: true });
  });

  it("says nothing of disagreement or abstention where several outcomes will do", () => {
    const seen = observed({ ...ferryRow, outcome: ["disputed", "unanswerable"], missing: ["x"] });
    expect(seen).toMatchObject({ disagreement: null, abstention: null, positionRecall: null, kind: null });
  });
});
