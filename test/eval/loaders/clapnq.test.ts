import { describe, expect, it } from "vitest";
import { loadClapnq } from "../../../src/eval/loaders/clapnq.ts";

describe("the loader of CLAPNQ", () => {
  it("knows that no answer means that the passage gives none", () => {
    const passages = [{ title: "Mills", text: "One. Two.", sentences: ["One.", "Two."] }];
    const answered = {
      id: "a",
      input: "how many",
      passages,
      output: [{ answer: "Two", selected_sentences: ["Two."] }],
    };
    const not = { id: "b", input: "who", passages, output: [{ answer: "", selected_sentences: [] }] };
    const rows = loadClapnq([answered, not].map((row) => JSON.stringify(row)).join("\n"));
    expect(rows).toEqual([
      {
        id: "a",
        question: "how many",
        passages: [{ title: "Mills", text: "One. Two." }],
        selected: ["Two."],
        answerable: true,
      },
      { id: "b", question: "who", passages: [{ title: "Mills", text: "One. Two." }], selected: [], answerable: false },
    ]);
  });

  it("names the line that is not of the format", () => {
    expect(() => loadClapnq("\nnonsense")).toThrow(/Line 2 is not CLAPNQ/u);
  });
});
