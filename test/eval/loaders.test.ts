import { describe, expect, it } from "vitest";
import { loadClapnq, loadRamdocs, loadXquad } from "../../src/eval/loaders.ts";

describe("loaders of public sets", () => {
  it("read XQuAD", () => {
    const line = {
      title: "Tide_mills",
      para: 3,
      context: "The mill at Olhão closed in 1962.",
      qas: [{ id: "q1", question: "When did it close?", answers: [{ answer_start: 28, text: "1962" }] }],
    };
    expect(loadXquad(`${JSON.stringify(line)}\n\n`)).toEqual([
      {
        id: "Tide_mills-3",
        title: "Tide mills",
        context: "The mill at Olhão closed in 1962.",
        questions: [{ id: "q1", question: "When did it close?", answers: ["1962"] }],
      },
    ]);
  });

  it("read CLAPNQ, where no answer means that the passage gives none", () => {
    const passages = [{ title: "Mills", text: "One. Two.", sentences: ["One.", "Two."] }];
    const answered = {
      id: "a",
      input: "how many",
      passages,
      output: [{ answer: "Two", selected_sentences: ["Two."] }],
    };
    const not = { id: "b", input: "who", passages, output: [{ answer: "", selected_sentences: [] }] };
    const rows = loadClapnq([answered, not].map((row) => JSON.stringify(row)).join("\n"));
    expect(rows.map(({ answerable, selected }) => ({ answerable, selected }))).toEqual([
      { answerable: true, selected: ["Two."] },
      { answerable: false, selected: [] },
    ]);
  });

  it("read RAMDocs and number rows without an id", () => {
    const row = {
      question: "Who?",
      documents: [{ text: "t", type: "noise", answer: "unknown" }],
      gold_answers: ["A"],
      wrong_answers: [],
    };
    expect(loadRamdocs(JSON.stringify(row))[0]).toMatchObject({ id: "ramdocs-0", gold: ["A"], wrong: [] });
  });

  it("name the line that is not of the format", () => {
    expect(() => loadXquad('{"title":"x"}')).toThrow(/Line 1 is not XQuAD at para/u);
    expect(() => loadClapnq("\nnonsense")).toThrow(/Line 2 is not CLAPNQ/u);
  });
});
