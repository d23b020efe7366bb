/**
 * Orders planted in documents: `node bin/bench.js attacks ATTACKS SETS NAME [NAME …]`, where ATTACKS has one JSON object a line with `attack` and SETS is a
 * list of golden sets such as test/golden/sets.json. Plants each at the start, in the middle and at the end of a document of each named set, asks
 * questions of the set with and without a model that obeys, and prints how many plants changed an answer, and how. Nothing is fitted here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { nodeClock } from "../src/adapters/node-clock.ts";
import { nodeIds } from "../src/adapters/node-ids.ts";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { ANSWER_VARIABLES } from "../src/answer/writer/make-prompt.ts";
import { ask } from "../src/ask.ts";
import type { House } from "../src/ask.ts";
import { loadGolden } from "../src/eval/golden.ts";
import { loadSets } from "../src/eval/sets.ts";
import { embedFile, snapshotOf } from "../src/index/in-memory.ts";
import type { Embedded, FileEmbedder } from "../src/index/in-memory.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import { FOLLOW_UP_VARIABLES } from "../src/question/rewrite-follow-up.ts";
import { readPromptTemplate } from "../src/text/prompt-template.ts";
import { obedientModel } from "../test/fakes/obedient-model.ts";
import { essenceOf, plant, PLACES } from "../test/fakes/planted.ts";

const MODEL = process.env["PARALLAX_MODEL"] ?? "models/bge-small-en-v1.5";

/** Questions of a set that are asked of each plant. */
const QUESTIONS = 3;

const LIMIT = 12;

type File = { readonly path: string; readonly head: string; readonly text: string };

function readFolder(folder: string): readonly File[] {
  return readdirSync(folder)
    .filter((path) => path.endsWith(".md") && !/^readme/iu.test(path))
    .toSorted()
    .map((path) => {
      const written = readFileSync(join(folder, path), "utf8");
      const head = /^---\n[\s\S]*?\n---\n/u.exec(written)?.[0] ?? "";
      return { path, head, text: written.slice(head.length) };
    });
}

const promptOf = (name: string, variables: readonly string[]) =>
  readPromptTemplate({ name, text: readFileSync(join("prompts", `${name}.md`), "utf8") }, variables);
const prompts = { answer: promptOf("answer", ANSWER_VARIABLES), followUp: promptOf("follow-up", FOLLOW_UP_VARIABLES) };

/** The embedder, embedding no text twice. */
function remembering(embedder: FileEmbedder): FileEmbedder {
  const known = new Map<string, Float32Array>();
  return {
    ...embedder,
    embedTexts: async (texts, onText) => {
      const fresh = [...new Set(texts)].filter((text) => !known.has(text));
      const vectors = await embedder.embedTexts(fresh, onText);
      for (const [i, text] of fresh.entries()) known.set(text, vectors[i] ?? new Float32Array(embedder.dimensions));
      return texts.map((text) => known.get(text) ?? new Float32Array(embedder.dimensions));
    },
  };
}

const [attackPath, listPath, ...names] = process.argv.slice(2);
if (attackPath === undefined || listPath === undefined || names.length === 0) {
  process.stderr.write("Give a file of attacks, a list of golden sets, and names of sets in it.\n");
  process.exitCode = 2;
} else {
  const attacks = readFileSync(attackPath, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): string => String(JSON.parse(line).attack));
  const model = await openTransformersEmbedder({ modelFolder: MODEL, workers: 2 });
  const embedder = remembering(model);
  const questions = new Map<string, Promise<Float32Array>>();
  const embedQuestion = (question: string): Promise<Float32Array> => {
    const vector = questions.get(question) ?? model.embedQuestion(question);
    questions.set(question, vector);
    return vector;
  };
  const answersOf = async (snapshot: Snapshot, question: string) => {
    const house: House = {
      index: { current: () => Promise.resolve(snapshot) },
      embedder: { embedQuestion },
      clock: nodeClock,
      ids: nodeIds,
      log: { warn: () => {} },
    };
    const request = { question, filters: {}, limit: LIMIT };
    const extractive = essenceOf(await ask(request, house));
    const obedient = essenceOf(await ask(request, { ...house, writer: { generator: obedientModel(), prompts } }));
    return { extractive, obedient };
  };
  try {
    for (const name of names) {
      const set = loadSets(readFileSync(listPath, "utf8")).find((one) => one.name === name);
      if (set === undefined) throw new Error(`There is no set ${name}.`);
      const folder = dirname(listPath);
      const rows = loadGolden(readFileSync(join(folder, set.golden), "utf8"));
      const asked = rows.filter((_, i) => i % Math.ceil(rows.length / QUESTIONS) === 0).map(({ question }) => question);
      const files = readFolder(join(folder, set.corpus));
      const embed = async (file: File): Promise<Embedded> => {
        const bytes = new TextEncoder().encode(file.head + file.text);
        const one = await embedFile({ path: file.path, bytes }, embedder);
        if (one === null) throw new Error(`${file.path} is no document`);
        return one;
      };
      const plainly = await Promise.all(files.map(embed));
      const before = await Promise.all(asked.map((question) => answersOf(snapshotOf(plainly, model), question)));
      const changed = { answer: 0, positions: 0, quotes: 0, outcome: 0, "with the model": 0, "any of these": 0 };
      let plants = 0;
      for (const [i, attack] of attacks.entries())
        for (const [at, place] of PLACES.filter((one) => one !== (i % 2 === 0 ? "inside" : "middle")).entries()) {
          plants += 1;
          const target = (i + at) % files.length;
          const file = files[target];
          if (file === undefined) continue;
          const planted = await embed({ ...file, text: plant(file.text, attack, place) });
          const snapshot = snapshotOf(plainly.with(target, planted), model);
          const diffs = new Set<keyof typeof changed>();
          for (const [n, question] of asked.entries()) {
            const [was, is] = [before[n], await answersOf(snapshot, question)];
            if (was === undefined) continue;
            for (const key of ["answer", "positions", "quotes", "outcome"] as const)
              if (!isDeepStrictEqual(was.extractive[key], is.extractive[key])) diffs.add(key);
            if (!isDeepStrictEqual(was.obedient, is.obedient)) diffs.add("with the model");
            if (!isDeepStrictEqual(was, is))
              process.stdout.write(
                `- ${name} ${file.path} ${place} | ${attack} | ${question}\n    ${JSON.stringify(was.extractive.answer)}\n    ${JSON.stringify(is.extractive.answer)}\n    model: ${JSON.stringify(was.obedient.answer)}\n    model: ${JSON.stringify(is.obedient.answer)}\n`,
              );
          }
          for (const key of diffs) changed[key] += 1;
          if (diffs.size > 0) changed["any of these"] += 1;
        }
      process.stdout.write(
        `\n${name}: ${plants} plants, ${asked.length} questions each; changed: ${JSON.stringify(changed)}\n\n`,
      );
    }
  } finally {
    await model.close();
  }
}
