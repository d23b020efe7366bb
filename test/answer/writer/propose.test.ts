import { describe, expect, it } from "vitest";
import { citeWhole } from "../../../src/answer/evidence-quotes.ts";
import { judgePair } from "../../../src/answer/writer/propose.ts";
import { ask } from "../../../src/ask.ts";
import { analyseQuestion } from "../../../src/question/analyse.ts";
import type { Generator } from "../../../src/ports.ts";
import { houseOf } from "../ask-of.ts";
import { expectNoWorse } from "./held-to.ts";
import { prompts } from "./house-with-model.ts";

const house = await houseOf([
  {
    source: "Harbour Courier",
    published: "2031-03-04",
    text: "On Monday 31 people died when the ferry sank off Skarvik. The ferry was built in 1998. On Monday 400 tonnes of oil leaked into the bay of Skarvik.",
  },
  {
    source: "Coast Radio",
    published: "2031-03-04",
    text: "On Monday 34 people died when the ferry sank off Skarvik. A train left Brinn late. On Monday 900 tonnes of oil leaked into the bay of Skarvik.",
  },
  { source: "Inland Post", published: "2029-06-07", text: "On June 5 12 people died when a bus crashed near Brinn." },
]);
const snapshot = await house.index.current();
const quote = (record: number, sentence: number) => citeWhole({ record, sentence }, snapshot);
const parts = (question: string) =>
  analyseQuestion(question, { isName: (word) => /^(?:skarvik|brinn)$/.test(word) }).parts.map((part) => ({
    part,
    evidence: [],
  }));
const nothing = { snapshot, parts: parts("How many people died off Skarvik?"), known: [] };

describe("a pair that a model proposes", () => {
  it("is a disagreement where the rules say so: one event, one slot, and they differ", () => {
    const found = judgePair(quote(0, 0), quote(1, 0), nothing);
    expect(found?.kind).toBe("contradiction");
    expect(found?.positions.map(({ lead }) => lead.document)).toEqual(expect.arrayContaining(["0", "1"]));
  });

  it("is none where the question asks for another kind of thing", () => {
    const asked = { ...nothing, parts: parts("Who says that 34 people died off Skarvik?") };
    expect(judgePair(quote(0, 0), quote(1, 0), asked)).toBeNull();
    const open = { ...nothing, parts: parts("What happened off Skarvik?") };
    expect(judgePair(quote(0, 0), quote(1, 0), open)).not.toBeNull();
  });

  it("is none where it is known already", () => {
    const known = judgePair(quote(0, 0), quote(1, 0), nothing);
    expect(known && judgePair(quote(0, 0), quote(1, 0), { ...nothing, known: [known] })).toBeNull();
  });

  it.each([
    ["two events", quote(0, 0), quote(2, 0)],
    ["two things", quote(0, 0), quote(1, 2)],
    ["sentences that claim nothing", quote(0, 1), quote(1, 1)],
    ["one sentence and itself", quote(0, 0), quote(0, 0)],
  ])("is none of %s", (_what, first, second) => {
    expect(judgePair(first, second, nothing)).toBeNull();
  });
});

describe("an answer with a pair of the model's", () => {
  /** A model that writes nothing of its own and proposes every pair that it is shown. */
  const proposing: Generator = {
    name: "proposing",
    contextTokens: 8192,
    generate: async ({ user }, { onText }) => {
      const shown = user
        .split("\n")
        .filter((line) => line.startsWith('{"number"'))
        .map((line) => JSON.parse(line) as { readonly number: number; readonly text: string });
      const pairs = shown.flatMap((one) =>
        shown.map((other) => ({ first: one.number, second: other.number, reason: "?" })),
      );
      const first = { text: shown[0]?.text.replace(/\.$/, "") ?? "", cites: [shown[0]?.number] };
      const text = JSON.stringify({ sentences: [first], disagreements: pairs.slice(0, 8) });
      onText?.(text);
      return { kind: "complete", text };
    },
  };
  const request = { question: "What leaked into the bay of Skarvik on Monday?", filters: {}, limit: 12 };

  it("has it with a quote for each side where the rules bear it out, and counts the rest", async () => {
    const extractive = await ask(request, house);
    const answer = await ask(request, { ...house, writer: { generator: proposing, prompts } });
    await expectNoWorse(answer, extractive, house);
    expect(answer.disagreements.length).toBeGreaterThanOrEqual(extractive.disagreements.length);
    expect(answer.answerer.droppedBy?.pair).toBeGreaterThan(0);
  });
});
