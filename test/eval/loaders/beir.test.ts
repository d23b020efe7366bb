import { describe, expect, it } from "vitest";
import { loadBeir } from "../../../src/eval/loaders/beir.ts";

const lines = (...rows: object[]): string => rows.map((row) => JSON.stringify(row)).join("\n");
const corpus = lines({ _id: "d1", title: "Weirs", text: "Wet.", metadata: {} }, { _id: "d2", text: "Dry." });
const queries = lines({ _id: "q1", text: "what is wet" }, { _id: "q2", text: "unjudged" }, { _id: "q3", text: "none" });

describe("the loader of BEIR folders", () => {
  it("grades documents by query and leaves out queries without any that is relevant", () => {
    const qrels = "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t1\nq3\td1\t0\n";
    expect(loadBeir({ corpus, queries, qrels })).toEqual({
      documents: [
        { id: "d1", title: "Weirs", text: "Wet." },
        { id: "d2", title: "", text: "Dry." },
      ],
      questions: [
        {
          id: "q1",
          question: "what is wet",
          grades: new Map([
            ["d1", 2],
            ["d2", 1],
          ]),
        },
      ],
    });
  });

  it("does without a heading and with carriage returns", () => {
    const { questions } = loadBeir({ corpus, queries, qrels: "q1\td1\t1\r\n" });
    expect(questions.map(({ id, grades }) => [id, [...grades]])).toEqual([["q1", [["d1", 1]]]]);
  });

  it("names the line that is no judgement, and the document that is none", () => {
    expect(() => loadBeir({ corpus, queries, qrels: "q1\td1\t1\nq1 d1 1" })).toThrow(/Line 2 of the qrels/u);
    expect(() => loadBeir({ corpus, queries, qrels: "q1\td1\tgood" })).toThrow(/Line 1 of the qrels/u);
    expect(() => loadBeir({ corpus: "{}", queries, qrels: "" })).toThrow(/Line 1 is not a BEIR document at _id/u);
  });
});
