import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { JUDGE_VARIABLES, markAnswer } from "../../src/eval/judge/judge.ts";
import type { Judge } from "../../src/eval/judge/judge.ts";
import { judgeResults } from "../../src/eval/judge/judge-results.ts";
import { citedSentences, plantUnsupported } from "../../src/eval/judge/sentences.ts";
import type { JudgedSentence } from "../../src/eval/judge/sentences.ts";
import { summariseJudging } from "../../src/eval/judge/summarise-judging.ts";
import { textOfJudging } from "../../src/eval/judge/text-of-judging.ts";
import { observe } from "../../src/eval/observe.ts";
import type { Result } from "../../src/eval/run.ts";
import type { AnswerWire } from "../../src/http/wire.ts";
import type { Prompt, Reply } from "../../src/ports.ts";
import { fillPrompt, readPromptTemplate } from "../../src/text/prompt-template.ts";
import { citation, ferry, ferryRow, ferryTexts } from "./ferry.ts";

const file = new URL("../../prompts/judge.md", import.meta.url);
const template = readPromptTemplate({ name: "prompts/judge.md", text: readFileSync(file, "utf8") }, JUDGE_VARIABLES);

/** A judge that says this, and what it was asked. */
function judgeSaying(...says: readonly (string | object | Reply)[]) {
  const asked: Prompt[] = [];
  const judge: Judge = {
    fill: (values) => fillPrompt(template, values),
    generator: {
      name: "scripted",
      contextTokens: 8192,
      generate: async (prompt) => {
        const said = says[Math.min(asked.push(prompt), says.length) - 1] ?? "";
        if (typeof said === "object" && "kind" in said) return said as Reply;
        return { kind: "complete", text: typeof said === "string" ? said : JSON.stringify(said) };
      },
    },
  };
  return { judge, asked };
}

const answer: AnswerWire = {
  ...ferry,
  answer:
    "**1,254** people were aboard, according to Ada Flett [1]. About 1,300 people \\[sic\\] were [2][3]. They do not cover the same time.\n\n- “1,254 people were aboard” [1] (Gazette)",
  citations: [
    {
      ...citation(1, "10-gazette", "1,254 people were aboard", "Ada Flett"),
      document: { id: "10-gazette", title: "T", sha256: "0", source: "Gazette", published: "2023-05-02" },
    },
    citation(2, "20-herald", "about 1,300 people"),
    citation(3, "30-post", "more than a thousand"),
  ],
};

describe("what a judge is shown", () => {
  it("is each sentence that cites, without its markers, with the quotes that it cites; not what is in our own words", () => {
    const gazette = {
      quote: "1,254 people were aboard",
      source: "Gazette",
      date: "2023-05-02",
      speaker: "Ada Flett said",
    };
    expect(citedSentences(answer)).toEqual([
      { text: "1,254 people were aboard, according to Ada Flett.", quotes: [gazette] },
      {
        text: "About 1,300 people [sic] were.",
        quotes: [
          { quote: "about 1,300 people", source: "Title of 20-herald" },
          { quote: "more than a thousand", source: "Title of 30-post" },
        ],
      },
      { text: "“1,254 people were aboard” (Gazette)", quotes: [gazette] },
    ]);
  });

  it("is the shipped prompt with the question, the answer and the sentences in their places", async () => {
    const { judge, asked } = judgeSaying("{}");
    await markAnswer(answer, citedSentences(answer), judge);
    expect(asked).toMatchSnapshot();
  });

  it("is nothing to number where nothing is cited", async () => {
    const { judge, asked } = judgeSaying({ answered: false, readsWell: true });
    const mark = await markAnswer({ question: "Who?", answer: "None of the 5 documents says who." }, [], judge);
    expect(mark).toEqual({ kind: "marked", supported: [], answered: false, readsWell: true });
    expect(asked[0]?.user).toContain("Numbered sentences:\nnone");
    expect(JSON.stringify(asked[0]?.schema)).not.toContain("sentences");
  });
});

describe("a planted sentence", () => {
  const sentence = (text: string, quote: string): JudgedSentence => ({ text, quotes: [{ quote, source: "S" }] });
  const own = [sentence("31 people died.", "31 people died")];

  it("is the nearest one of other answers whose figures none of the quotes holds, with the quotes of the answer", () => {
    const others = [
      sentence("44 left.", "44"),
      sentence("52 came.", "52"),
      sentence("31 came.", "31"),
      sentence("Many came.", ""),
    ];
    expect(plantUnsupported(own, others)).toEqual(sentence("52 came.", "31 people died"));
  });

  it("is none where every figure is shown, or nothing is", () => {
    expect(plantUnsupported(own, [sentence("Some 31 came.", "31")])).toBeNull();
    expect(plantUnsupported([], [sentence("52 came.", "52")])).toBeNull();
  });
});

describe("the mark of an answer", () => {
  const sentences = citedSentences(answer);
  const marked = async (...says: readonly (string | object)[]) =>
    markAnswer(answer, sentences, judgeSaying(...says).judge);
  const good = { answered: true, readsWell: false };

  it("says of each sentence whether it is supported; null where the judge left it out or said both", async () => {
    const marks = [
      { number: 1, supported: true },
      { number: 3, supported: false },
      { number: 3, supported: true },
      { number: 9, supported: true },
    ];
    expect(await marked({ sentences: marks, ...good })).toEqual({
      kind: "marked",
      supported: [true, null, null],
      ...good,
    });
    expect(await marked(`Here:\n\`\`\`json\n${JSON.stringify({ ...good })}\n\`\`\``)).toMatchObject({ kind: "marked" });
  });

  it.each([
    ["no JSON", "Everything is fine."],
    ["half an object", '{"sentences":[{"number":1,'],
    ["words for yes", { sentences: [{ number: 1, supported: "yes" }], ...good }],
    ["no mark of the whole", { sentences: [], answered: true }],
    ["another object", "[1, 2]"],
  ])("is none where the reply is %s", async (_name, said) => {
    expect(await marked(said)).toEqual({ kind: "failed", why: "not-as-asked" });
  });

  it("is none where the judge fails, with why", async () => {
    const said = { kind: "failed", why: "llm-timeout", detail: "slow" } as const;
    expect(await markAnswer(answer, sentences, judgeSaying(said).judge)).toEqual({
      kind: "failed",
      why: "llm-timeout",
    });
  });

  it("is none where the answer is too long for the judge, which is then not asked", async () => {
    const { judge, asked } = judgeSaying(good);
    const long = { ...answer, answer: "word ".repeat(8000) };
    expect(await markAnswer(long, sentences, judge)).toEqual({ kind: "failed", why: "too-long" });
    expect(asked).toEqual([]);
  });
});

describe("the marks of a run", () => {
  const answerOf = (quote: string, outcome: AnswerWire["outcome"] = "answered"): AnswerWire => ({
    ...ferry,
    outcome,
    answer: outcome === "unanswerable" ? "None of the 3 documents answers this." : `“${quote}” [1].`,
    citations: outcome === "unanswerable" ? [] : [citation(1, "10-gazette", quote)],
  });
  const result = (id: string, its: AnswerWire, broken = false): Result => ({
    row: { ...ferryRow, id },
    answer: its,
    passages: [],
    misses: broken ? [{ what: "promise", expected: "", came: "" }] : [],
    observation: {
      ...observe({ row: { ...ferryRow, id }, answer: its, passages: [], texts: ferryTexts }),
      set: "ferry",
      half: "dev",
      gates: true,
      passed: !broken,
    },
    explanation: [],
  });
  const results = [
    result("a", answerOf("31 died")),
    result("b", answerOf("52 came")),
    result("c", answerOf("", "unanswerable")),
    result("d", answerOf("77 left"), true),
  ];

  it("say what the judge finds, and how it agrees with our checks, a planted sentence an answer", async () => {
    // a: one sentence. b: the planted "31 died" has the second place of two. c: none. d: the promise is broken, "52 came" is planted.
    const yes = { answered: true, readsWell: true };
    const { judge } = judgeSaying(
      { sentences: [{ number: 1, supported: true }], ...yes },
      {
        sentences: [
          { number: 1, supported: false },
          { number: 2, supported: false },
        ],
        ...yes,
      },
      { ...yes, readsWell: false },
      "no idea",
    );
    let told = 0;
    const judging = await judgeResults(results, judge, () => (told += 1));
    expect(told).toBe(4);
    expect(judging.results.map(({ ours, answered }) => ({ ours, answered }))).toEqual([
      { ours: [true], answered: true },
      { ours: [true, false], answered: true },
      { ours: [], answered: false },
      { ours: [null, false], answered: true },
    ]);
    expect(summariseJudging(judging)).toEqual([
      {
        half: "dev",
        answers: 4,
        failed: { "not-as-asked": 1 },
        supported: { yes: 1, of: 2 },
        unmarked: 0,
        answered: { yes: 3, of: 3 },
        readsWell: { yes: 2, of: 3 },
        agreement: { supported: { yes: 1, of: 2 }, planted: { yes: 1, of: 1 }, answered: { yes: 2, of: 3 } },
      },
    ]);
    const text = textOfJudging(judging);
    expect(text).toMatch(
      /advisory marks of scripted, dev; they gate nothing: 4 answers, 1 without a mark \(not-as-asked 1\)/u,
    );
    expect(text).toMatch(/planted, unsupported +1\.000 {2}1 of 1/u);
  });
});
