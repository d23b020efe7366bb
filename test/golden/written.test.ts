import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../src/ask.ts";
import type { House } from "../../src/ask.ts";
import { readSettings } from "../../src/cli/settings.ts";
import { ingestWorkers, openEmbedder, openHouse, runIngest } from "../../src/cli/wire-up.ts";
import type { IngestEmbedder } from "../../src/cli/wire-up.ts";
import { loadGolden } from "../../src/eval/golden.ts";
import { loadSets } from "../../src/eval/sets.ts";
import type { Generator, Log } from "../../src/ports.ts";
import type { VerifiedAnswer } from "../../src/quotes/verified.ts";
import { expectNoWorse } from "../answer/writer/held-to.ts";
import { prompts } from "../answer/writer/house-with-model.ts";
import { inManner, MANNERS } from "../fakes/model-manners.ts";
import type { Manner } from "../fakes/model-manners.ts";

// Golden questions with the shipped model for vectors, asked with a scripted language model of every manner, good and bad. Each question is asked of one manner
// in SPREAD, by turns; with SPREAD 1 of all (figures of such a run: docs/evaluation.md).

const SPREAD = 6;
/** Questions of a set that show whether anything is the model's. */
const SOME = 15;
const SETS: ReadonlySet<string> = new Set(["reports", "airline", "derby"]);

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const sets = loadSets(read("sets.json")).filter(({ name, half }) => half === "dev" && SETS.has(name));
const quiet: Log = { info: () => {}, warn: () => {}, error: (message) => expect.fail(message) };

let place = "";
let embedder: IngestEmbedder;

const settingsFor = (name: string, corpus: string) =>
  readSettings({
    flags: { corpus: fileURLToPath(new URL(corpus, import.meta.url)), index: join(place, name), vectors: "exact" },
    env: {},
    cwd: "/",
    isFolder: () => true,
  });

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "parallax-written-"));
  embedder = await openEmbedder(settingsFor("none", "."), ingestWorkers());
}, 120_000);

afterAll(async () => {
  await embedder?.close();
  await rm(place, { recursive: true, force: true });
});

/** A model in this process: the whole reply at once. */
const scripted = (name: string, manner: Manner): Generator => ({
  name,
  contextTokens: 8192,
  generate: async ({ system, user }, { onText }) => {
    const messages = [
      { role: "system", content: system },
      { role: "user", content: user },
    ];
    const text = inManner(manner)({ messages });
    onText?.(text);
    return { kind: "complete", text };
  },
});

const remembered = <T>(make: (question: string) => Promise<T>): ((question: string) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (question) => {
    const one = known.get(question) ?? make(question);
    known.set(question, one);
    return one;
  };
};

describe.each(sets)("$name", ({ name, corpus, golden }) => {
  const rows = loadGolden(read(golden));
  let house: House;
  let extractive: (question: string) => Promise<VerifiedAnswer>;

  beforeAll(async () => {
    const settings = settingsFor(name, corpus);
    await runIngest(settings, embedder, { from: "changes", onProgress: () => {} });
    const open = await openHouse(settings, embedder, { log: quiet, first: "cold" });
    // Each question is asked several times; its vector is made once.
    const embedQuestion = remembered((question) => embedder.embedQuestion(question));
    house = { ...open, embedder: { embedQuestion } };
    extractive = remembered((question) => ask({ question, filters: {}, limit: 12, answerer: "extractive" }, house));
  }, 120_000);

  it.each(Object.entries(MANNERS).map(([manner, writes], at) => ({ manner, writes, at })))(
    "no answer by a model in the manner $manner lacks a position, a quote or a gap of the extractive one",
    async ({ manner, writes, at }) => {
      const both = { ...house, writer: { generator: scripted(manner, writes), prompts } };
      const own = rows.filter((_, row) => (row + at) % SPREAD === 0);
      for (const [turn, { question }] of own.entries()) {
        // By turns in one piece, where a model's answer stands or falls as a whole, and as events, where what was told stays.
        const terms = turn % 2 === 0 ? {} : { onEvent: () => {} };
        const answer = await ask({ question, filters: {}, limit: 12 }, both, terms);
        await expectNoWorse(answer, await extractive(question), house);
      }
    },
    120_000,
  );

  it("many answers are the model's where it is faithful, and none is where it makes quotes", async () => {
    const written = async (manner: "faithful" | "makes-quotes"): Promise<number> => {
      const both = { ...house, writer: { generator: scripted(manner, MANNERS[manner]), prompts } };
      const kinds = [];
      for (const { question } of rows.slice(0, SOME)) {
        const { answerer } = await ask({ question, filters: {}, limit: 12 }, both);
        kinds.push(answerer.kind);
      }
      return kinds.filter((kind) => kind === "llm").length;
    };
    expect(await written("faithful")).toBeGreaterThan(5);
    expect(await written("makes-quotes")).toBe(0);
  });
});
