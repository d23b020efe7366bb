import { nodeClock } from "../adapters/node-clock.ts";
import { nodeIds } from "../adapters/node-ids.ts";
import { ask } from "../ask.ts";
import type { OpenFiles } from "../eval/mutants/run-mutants.ts";
import type { SourceFile } from "../eval/mutants/mutant.ts";
import { embedFile, snapshotOf } from "../index/in-memory.ts";
import type { Embedded } from "../index/in-memory.ts";
import type { IngestEmbedder } from "./wire-up.ts";

/** Passages considered for an answer: the default of POST /ask. */
const LIMIT = 12;

/**
 * Answers questions from files in memory, as POST /ask would from an index of them. What was read or embedded once is kept, so that a corpus
 * that differs by a sentence costs a sentence.
 */
export function askFiles(embedder: IngestEmbedder): OpenFiles {
  const documents = new Map<string, Promise<Embedded | null>>();
  const vectors = new Map<string, Promise<Float32Array>>();
  const questions = new Map<string, Promise<Float32Array>>();
  const embedOne = async (text: string): Promise<Float32Array> =>
    (await embedder.embedTexts([text]))[0] ?? new Float32Array(embedder.dimensions);
  const remembering: IngestEmbedder = {
    ...embedder,
    embedTexts: (texts) => Promise.all(texts.map((text) => once(vectors, text, () => embedOne(text)))),
    embedQuestion: (question) => once(questions, question, () => embedder.embedQuestion(question)),
  };
  const read = ({ path, text }: SourceFile): Promise<Embedded | null> =>
    once(documents, `${path}\0${text}`, () => embedFile({ path, bytes: new TextEncoder().encode(text) }, remembering));
  return async (files) => {
    const embedded = (await Promise.all(files.map(read))).filter((one) => one !== null);
    const snapshot = snapshotOf(embedded, embedder);
    const house = {
      index: { current: () => Promise.resolve(snapshot) },
      embedder: remembering,
      clock: nodeClock,
      ids: nodeIds,
      log: { warn: () => undefined },
    };
    return (question) => ask({ question, filters: {}, limit: LIMIT }, house);
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}
