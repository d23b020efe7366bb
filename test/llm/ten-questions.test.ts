import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkPromises } from "../../src/quotes/promises.ts";
import type { AnswerWire } from "../../src/http/wire.ts";
import { disorder, lacking, withoutTimes } from "./lacking.ts";
import { ask, askStreamed, indexCorpus, serve, textsOf } from "./product.ts";
import type { Product } from "./product.ts";
import { startSmallModel } from "./small-model.ts";
import type { ModelEvent, SmallModel } from "./small-model.ts";

/** Seconds in all for one reply: a few tokens a second. */
const PATIENCE = "120";

/** When a question was asked, and how many the model had been asked before. */
type Beginning = { readonly ms: number; readonly begun: number };

/** What a row of the table is made of. */
type Noted = {
  readonly question: string;
  readonly given: AnswerWire;
  readonly extractive: AnswerWire;
  readonly seconds: number;
  /** What the model did for it; null where it was not asked. */
  readonly turn: Extract<ModelEvent, { event: "ended" }> | null;
};

let model: SmallModel;
let index: Awaited<ReturnType<typeof indexCorpus>>;

beforeAll(async () => {
  index = await indexCorpus();
  model = await startSmallModel();
});
afterAll(async () => {
  await model?.stop();
  index?.remove();
});

const serveWithModel = (timeout: string): Promise<Product> =>
  serve(index.folder, { OPENAI_MODEL: model.model, OPENAI_BASE_URL: model.url, PARALLAX_LLM_TIMEOUT: timeout });

describe("ten questions to a small model", () => {
  let product: Product;
  let texts: ReadonlyMap<string, string>;
  const rows: Record<string, string | number>[] = [];

  beforeAll(async () => {
    product = await serveWithModel(PATIENCE);
    texts = await textsOf(product.url);
  });
  afterAll(async () => {
    await product?.stop();
    console.log(`The model was ready in ${model.readyMs} ms.`);
    console.table(rows);
  });

  const begin = (): Beginning => ({ ms: performance.now(), begun: model.count("begun") });

  /** Asked of the model and of the extractive answerer; what must hold of any model's answer is checked. */
  const hold = async (question: string, given: AnswerWire, began: Beginning): Promise<void> => {
    const seconds = Math.round((performance.now() - began.ms) / 100) / 10;
    const wasAsked = model.count("begun") > began.begun;
    const extractive = await ask(product.url, { question, answerer: "extractive" });
    const turn = wasAsked ? await model.nth("ended", began.begun) : null;
    note({ question, given, extractive, seconds, turn });
    const { kind, fallback, dropped } = given.answerer;
    expect(checkPromises(given, (id) => texts.get(id) ?? null)).toEqual([]);
    expect(lacking(extractive, given)).toEqual([]);
    expect(extractive.answerer).toEqual({ kind: "extractive" });
    if (kind === "llm") {
      expect(given.answerer).toMatchObject({ model: model.model });
      expect(fallback).toBeUndefined();
      expect(dropped ?? 0).toBeGreaterThanOrEqual(0);
    } else if (wasAsked) expect(fallback).toMatch(/^llm-(?:timeout|rejected)$/);
    // Nothing to write from, or left alone after five failures in a row.
    else if (fallback !== "llm-unavailable") expect(given.outcome).toBe("unanswerable");
    // A contradiction that the tables do not see may be added, and nothing else changes what came of the question.
    if (given.outcome !== extractive.outcome)
      expect([extractive.outcome, given.outcome]).toEqual(["answered", "disputed"]);
  };

  const note = (asked: Noted): void => {
    const { question, given, extractive, seconds, turn } = asked;
    const kept = sentencesOf(given.answer).filter((sentence) => !extractive.answer.includes(sentence)).length;
    const spoke = turn ? `${turn.tokens} in ${(turn.ms / 1000).toFixed(1)} s` : "";
    const { kind, fallback = "", dropped = "" } = given.answerer;
    const short = question.length > 48 ? `${question.slice(0, 47)}…` : question;
    rows.push({
      question: short,
      outcome: given.outcome,
      kind,
      fallback,
      dropped,
      kept,
      seconds,
      "tokens (model)": spoke,
    });
  };

  test("the first line says who answers, and that only this machine is asked", () => {
    expect(product.says).toContain(model.model);
    expect(product.says).toContain(new URL(model.url).host);
  });

  test.each([
    "How many Ukrainian drones did Russia shoot down?",
    "What was Russia's average daily number of killed and wounded in October?",
    "When did Trump speak with Putin on the phone?",
    "How many troops has Russia massed in the Kursk region?",
    "What did Emmanuel Macron say about North Korean troops?",
  ])("in one piece: %s", async (question) => {
    const began = begin();
    await hold(question, await ask(product.url, { question }), began);
  });

  test.each([
    "How many North Korean troops are in Russia?",
    "Why were flights to Moscow diverted?",
    "Who signed a military pact with North Korea?",
    "What did Borrell say about Ukraine losing the war?",
    "How many tanks did Ukraine lose?",
  ])("in pieces: %s", async (question) => {
    const began = begin();
    const events = await askStreamed(product.url, { question });
    expect(disorder(events)).toEqual([]);
    const last = events.at(-1);
    if (last?.event !== "done") throw new Error("no answer");
    await hold(question, last.data, began);
    // What fell back without a word of the model's is the extractive answer to the letter.
    if (last.data.answerer.kind === "extractive" && rows.at(-1)?.["kept"] === 0)
      expect(withoutTimes(last.data)).toEqual(
        withoutTimes(await ask(product.url, { question, answerer: "extractive" })),
      );
  });
});

describe("a client that leaves", () => {
  let product: Product;

  beforeAll(async () => {
    product = await serveWithModel(PATIENCE);
  });
  afterAll(() => product?.stop());

  test.each(["application/json", "text/event-stream"] as const)(
    "stops the model, having asked for %s",
    async (accept) => {
      const begun = model.count("begun");
      const ended = model.count("ended");
      const leaving = new AbortController();
      const question = "How many people were killed in Mykolaiv?";
      const asked = { question, accept, signal: leaving.signal };
      const answer = accept === "application/json" ? ask(product.url, asked) : askStreamed(product.url, asked);
      const gone = expect(answer).rejects.toThrow("abort");
      await model.nth("begun", begun);
      leaving.abort();
      await gone;
      expect((await model.nth("ended", ended)).reason).toBe("abort");
    },
  );
});

describe("a model that is too slow", () => {
  let product: Product;

  beforeAll(async () => {
    product = await serveWithModel("1");
  });
  afterAll(() => product?.stop());

  test("leaves the extractive answer, and is told to stop", async () => {
    const ended = model.count("ended");
    const question = "How many airports closed?";
    const given = await ask(product.url, { question });
    expect(given.answerer).toMatchObject({ kind: "extractive", fallback: "llm-timeout" });
    const extractive = await ask(product.url, { question, answerer: "extractive" });
    expect(withoutTimes(given)).toEqual(withoutTimes(extractive));
    expect((await model.nth("ended", ended)).reason).toBe("abort");
  });
});

/** Sentences and list items of Markdown, roughly: enough to count those that another text does not have. */
function sentencesOf(markdown: string): readonly string[] {
  return markdown.split(/\n+|(?<=[.!?\]])\s+(?=\p{Lu})/u).filter((text) => /\p{L}/u.test(text));
}
