import { describe, expect, it } from "vitest";
import { compareWithGolden, wordMiss } from "../../src/eval/compare-golden.ts";
import type { GoldenPosition, GoldenRow } from "../../src/eval/golden.ts";
import type { AnswerWire } from "../../src/http/wire.ts";
import { citation, ferry, ferryRow as row, side } from "./ferry.ts";

const misses = (expected: GoldenRow, answer = ferry): readonly string[] =>
  compareWithGolden(expected, answer).map(wordMiss);

const sides = (...values: readonly (readonly [value: string, document: string])[]): readonly GoldenPosition[] =>
  values.map(([value, document]) => ({ value, documents: [document] }));

const CAME = 'estimate "1,254" by 10-gazette against "about 1,300" by 20-herald, compatible "30-post"';

describe("an answer beside its golden row", () => {
  it("passes where all that is expected is there, in whatever order", () => {
    expect(misses(row)).toEqual([]);
  });

  it("fails by its outcome, saying what was expected and what came", () => {
    expect(misses({ ...row, outcome: ["unanswerable"], missing: ["tugs"] })).toEqual([
      "outcome: expected unanswerable, came disputed",
    ]);
  });

  it("may have any outcome of a list, and is asked for positions only where they differ", () => {
    const open: GoldenRow = { ...row, outcome: ["answered", "disputed"], facts: [["1,254"]] };
    expect(misses(open)).toEqual([]);
    expect(misses({ ...open, positions: sides(["1,300", "20"]) })).toHaveLength(1);
    const agreed: AnswerWire = { ...ferry, outcome: "answered", disagreements: [] };
    const { leads: _, ...withoutLead } = open;
    expect(misses(withoutLead, agreed)).toEqual([]);
    expect(misses({ ...withoutLead, outcome: ["disputed"] }, agreed)).toHaveLength(2);
  });

  it("fails where a position is too many, too few, another, or cites another document", () => {
    expect(misses({ ...row, positions: sides(["1,300", "20"]) })).toEqual([
      `positions: expected exactly "1,300" by 20, came ${CAME}`,
    ]);
    for (const positions of [
      sides(["1,300", "20"], ["1,254", "10"], ["1,254", "10"]),
      sides(["1,300", "20"], ["1,255", "10"]),
      sides(["1,300", "20"], ["1,300", "20"]),
      [...sides(["1,300", "20"]), { value: "1,254", documents: ["10", "30"] }],
    ])
      expect(misses({ ...row, positions })).toHaveLength(1);
  });

  it("does not take a part of a number for the number", () => {
    for (const part of ["254", "1,25", "1", ",254"])
      expect(misses({ ...row, positions: sides([part, "10"], ["1,300", "20"]) })).toHaveLength(1);
  });

  it("takes a value as another document of the position writes it, but not that of another side", () => {
    const told = (value: string, quote: string): AnswerWire => ({
      ...ferry,
      citations: [citation(1, "10-gazette", quote), ...ferry.citations.slice(1)],
      disagreements: ferry.disagreements.map((one) => ({
        ...one,
        positions: [side(value, 1), side("about 1,300", 2)],
      })),
    });
    const { leads: _, speakers: __, ...rest } = row;
    const positions = sides(["twelve hundred", "10"], ["1,300", "20"]);
    expect(misses({ ...rest, positions }, told("1,200", "Twelve hundred (1,200) were aboard"))).toEqual([]);
    expect(misses({ ...rest, positions }, told("1,200", "1,200 were aboard"))).toHaveLength(1);
    expect(misses({ ...rest, positions }, told("1,300", "Not 1,300 but twelve hundred"))).toHaveLength(1);
  });

  it("knows the sides of a status by their documents", () => {
    const status: GoldenRow = {
      id: "ferry-sank",
      question: "Did the ferry sink?",
      outcome: ["disputed"],
      about: "status",
      kind: ["contradiction"],
      positions: sides(["affirmed", "10"], ["denied", "20"]),
    };
    const [first] = ferry.disagreements;
    const told = (about: "status" | "quantity"): AnswerWire => ({
      ...ferry,
      disagreements: first ? [{ ...first, kind: "contradiction", about }] : [],
    });
    expect(misses(status, told("status"))).toEqual([]);
    expect(misses(status, told("quantity"))).toHaveLength(1);
    expect(misses({ ...status, positions: sides(["affirmed", "30"], ["denied", "20"]) }, told("status"))).toHaveLength(
      1,
    );
  });

  it("fails where the disagreement is of another kind or not all of fitsAll is compatible", () => {
    expect(misses({ ...row, kind: ["update", "scope"] })).toEqual([
      `kind: expected update or scope with "30" compatible, came ${CAME}`,
    ]);
    expect(misses({ ...row, kind: ["update", "estimate"] })).toEqual([]);
    expect(misses({ ...row, fitsAll: ["30", "10"] })).toHaveLength(1);
  });

  it("fails where a position is credited to nobody, or to another than expected", () => {
    const [first, second] = row.positions ?? [];
    const positions = first && second ? [{ ...first, speakers: ["Ada Flett"] }, second] : [];
    expect(misses({ ...row, positions })).toEqual([
      'speaker of a position: expected "1,300" by "Ada Flett", came none',
    ]);
  });

  it("asks only that each position stands somewhere where no kind is named", () => {
    const { kind: _, fitsAll: __, ...atLarge } = row;
    expect(misses({ ...atLarge, positions: sides(["1,300", "20"]) })).toEqual([]);
    expect(misses({ ...atLarge, positions: sides(["1,300", "20"], ["900", "20"]) })).toHaveLength(1);
  });

  it("looks for the first value in the text, not in the list", () => {
    const answer = `**about 1,300** [2], not **1,254** [1].`;
    expect(misses(row, { ...ferry, answer })).toEqual(['first value: expected "1,254", came "about 1,300"']);
    expect(misses(row, { ...ferry, answer: "They differ." })).toHaveLength(1);
  });

  it("fails by a speaker, a fact, a quote, a document and what should not be there", () => {
    const open: GoldenRow = { id: "x", question: "?", outcome: ["disputed"] };
    const failing: Partial<GoldenRow>[] = [
      { speakers: ["Nobody"] },
      { facts: [["1,254"], ["2,000", "two thousand"]] },
      { quotes: ["2,000 people"] },
      { quotes: ["1,254"], documents: ["20"] },
      { facts: [["1,254"]], documents: ["10", "20"] },
      { missing: ["tugs"] },
      { absent: ["1,300"] },
    ];
    for (const one of failing) expect(misses({ ...open, ...one }), JSON.stringify(one)).toHaveLength(1);
    expect(misses({ ...open, facts: [["1,300 people", "1,254 people"]], documents: ["10", "20"] })).toEqual([]);
    expect(misses({ ...open, quotes: ["1,254 PEOPLE were"], documents: ["10"], speakers: ["ada"] })).toEqual([]);
  });

  it("may name what is missing more shortly or at more length", () => {
    const open: GoldenRow = { id: "x", question: "?", outcome: ["unanswerable"], missing: ["harbour tugs"] };
    const lacking = (asked: string): AnswerWire => ({
      ...ferry,
      outcome: "unanswerable",
      missing: [{ slot: "what", asked }],
    });
    for (const asked of ["tugs", "two harbour tugs", "Harbour tugs"]) expect(misses(open, lacking(asked))).toEqual([]);
    for (const asked of ["tug", "boats"]) expect(misses(open, lacking(asked))).toHaveLength(1);
  });
});
