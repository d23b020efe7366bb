import { describe, expect, it } from "vitest";
import { loadSquad, loadSquadLines } from "../../../src/eval/loaders/squad.ts";

const answered = { id: "q1", question: "When did it close?", answers: [{ answer_start: 28, text: "1962" }] };
const context = "The mill at Olhão closed in 1962.";

describe("the loader of SQuAD-format files", () => {
  it("reads one object with all paragraphs, numbering them by title", () => {
    const other = { id: "q2", question: "Who closed it?", answers: [], is_impossible: true };
    const file = {
      data: [
        {
          title: "Tide_mills",
          paragraphs: [
            { context: "Intro.", qas: [] },
            { context, qas: [answered, other] },
          ],
        },
      ],
    };
    expect(loadSquad(JSON.stringify(file))).toEqual([
      { id: "Tide_mills-0", title: "Tide mills", context: "Intro.", questions: [] },
      {
        id: "Tide_mills-1",
        title: "Tide mills",
        context,
        questions: [
          { id: "q1", question: "When did it close?", answers: ["1962"] },
          { id: "q2", question: "Who closed it?", answers: [] },
        ],
      },
    ]);
  });

  it("takes what cannot be answered for that, though it has a plausible answer, and each answer once", () => {
    const qas = [
      { ...answered, is_impossible: true },
      { ...answered, id: "q2", answers: [{ text: "1962" }, { text: "1962" }, { text: "in 1962" }] },
    ];
    const [row] = loadSquad(JSON.stringify({ data: [{ title: "x", paragraphs: [{ context, qas }] }] }));
    expect(row?.questions.map(({ answers }) => answers)).toEqual([[], ["1962", "in 1962"]]);
  });

  it("reads one paragraph a line", () => {
    const line = { title: "Tide_mills", para: 3, context, qas: [answered] };
    expect(loadSquadLines(`${JSON.stringify(line)}\n\n`)).toEqual([
      {
        id: "Tide_mills-3",
        title: "Tide mills",
        context,
        questions: [{ id: "q1", question: "When did it close?", answers: ["1962"] }],
      },
    ]);
  });

  it("says where a file is not of the format", () => {
    expect(() => loadSquad('{"data":[{"title":"x"}]}')).toThrow(/SQuAD-format JSON at data\.0\.paragraphs/u);
    expect(() => loadSquad("nonsense")).toThrow(/not SQuAD-format JSON/u);
    expect(() => loadSquadLines('{"title":"x"}')).toThrow(/Line 1 is not a paragraph of SQuAD at para/u);
  });
});
