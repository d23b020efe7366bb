import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/answer/draft.ts";
import { makePrompt } from "../../../src/answer/writer/make-prompt.ts";
import { estimateTokens } from "../../../src/answer/writer/tokens.ts";
import { ask } from "../../../src/ask.ts";
import type { Generator, Prompt } from "../../../src/ports.ts";
import { fillPrompt, readPromptTemplate } from "../../../src/text/prompt-template.ts";
import { houseOf } from "../ask-of.ts";
import { prompts } from "./house-with-model.ts";

const house = await houseOf([
  {
    source: "Harbour Courier",
    published: "2031-03-04",
    text: "Police chief Ana Ruiz said 31 people died when the ferry sank off Skarvik. The ferry was built in 1998.",
  },
  {
    source: "Coast Radio",
    published: "2031-03-05",
    text: "The hospital director Jon Haug said 34 people died when the ferry sank off Skarvik.",
  },
]);

/** A model that keeps what it was asked and says nothing. */
function listener(contextTokens: number) {
  const asked: Prompt[] = [];
  const generator: Generator = {
    name: "listener",
    contextTokens,
    generate: async (prompt) => {
      asked.push(prompt);
      return { kind: "complete", text: "" };
    },
  };
  return { asked, generator };
}

const question = "How many people died when the ferry sank off Skarvik?";
const told = { ...house, log: { warn: () => {} } };

async function promptFor(contextTokens: number): Promise<Prompt | undefined> {
  const { asked, generator } = listener(contextTokens);
  await ask({ question, filters: {}, limit: 12 }, { ...told, writer: { generator, prompts } });
  return asked[0];
}

describe("the prompt of an answer", () => {
  it("is the shipped one with the question, the numbered sentences and the positions in their places", async () => {
    const prompt = await promptFor(8192);
    expect(prompt).toMatchSnapshot();
  });

  it("keeps to the tokens that the model takes, with its reply", async () => {
    for (const contextTokens of [2048, 4096]) {
      const prompt = await promptFor(contextTokens);
      const used = estimateTokens(`${prompt?.system} ${prompt?.user}`) + (prompt?.maxTokens ?? 0);
      expect(used).toBeLessThanOrEqual(contextTokens);
    }
  });

  it("leaves out the sentences for which there is no room, the last ones first", async () => {
    const snapshot = await house.index.current();
    const citation = (start: number, end: number) =>
      ({ document: "0", span: { start, end }, speaker: null, certainty: "stated", origin: "o" }) as const;
    const draft: Draft = {
      answered: true,
      sentences: [
        {
          begins: "paragraph",
          body: { kind: "cited", parts: [{ kind: "markers", citations: [citation(1, 20), citation(21, 40)] }] },
        },
      ],
      disagreements: [],
      missing: [],
      nearest: [],
      coverage: 1,
    };
    const task = { question, draft, template: prompts.answer, snapshot, parts: [], known: [] };
    expect(makePrompt(task, 8192).evidence.map(({ number }) => number)).toEqual([1, 2]);
    const fixed = estimateTokens(`${prompts.answer.system} ${prompts.answer.user} ${JSON.stringify(question)}`);
    expect(makePrompt(task, fixed + 900 + 120 + 70).evidence.map(({ number }) => number)).toEqual([1]);
  });
});

describe("tokens are counted rather too many than too few", () => {
  it.each([
    ["", 0],
    ["news", 1],
    ["government said", 4],
    ["1,354", 5],
    ["Київ", 4],
  ])("%j: %i", (text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });
});

describe("a prompt file", () => {
  const read = (text: string) => readPromptTemplate({ name: "prompts/x.md", text }, ["question"]);
  const good = "- `question`: what was asked\n\n# System\n\nBe brief.\n\n# User\n\n{{question}}\n";

  it("has a part for the system and one for the user", () => {
    expect(read(good)).toEqual({ system: "Be brief.", user: "{{question}}" });
  });

  it.each([
    ["Be brief.", /^Prompt "prompts\/x\.md" has no part "# System"/],
    [
      good.replace("{{question}}", "{{question}} {{secret}}"),
      /uses \{\{secret\}\}, which nobody gives; there are question/,
    ],
    [good.replace("- `question`: what was asked", ""), /does not list its variable "question"/],
    [good.replace("{{question}}", "Well?"), /does not use \{\{question\}\}/],
  ])("that is broken is refused by what is wrong with it", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it("is filled all at once: a value that looks like a place stays as it is", () => {
    expect(fillPrompt({ system: "{{a}}", user: "{{b}} $& {{a}}" }, { a: "{{b}}", b: "$1{{a}}" })).toEqual({
      system: "{{b}}",
      user: "$1{{a}} $& {{b}}",
    });
  });
});
