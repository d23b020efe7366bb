import { availableParallelism } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { resolve } from "node:path";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { embedRaw, quantile } from "./raw-embedding.ts";

// What our workers cost beside the library alone: a question's latency (p50, p95), texts a second by number of workers, and how long
// a question waits while texts are embedded. Ratios are against the library in the same run.

const modelFolder = resolve("models/bge-small-en-v1.5");
const PREFIX = "Represent this sentence for searching relevant passages: ";
const questions = Array.from({ length: 300 }, (_, n) => `How many people were evacuated from district ${n} last week?`);
const sentence = "Officials said on Tuesday that the northern bridge would stay closed until repairs are finished. ";
/** Like an ingest: mostly sentences, some passages of about 130 tokens. */
const texts = Array.from({ length: 400 }, (_, n) => `${n}. ${sentence.repeat(n % 5 === 0 ? 7 : 2)}`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function timeQuestions(ask: (question: string) => Promise<unknown>): Promise<readonly number[]> {
  const eachMs: number[] = [];
  for (const question of questions) {
    const from = performance.now();
    await ask(question);
    eachMs.push(performance.now() - from);
  }
  return eachMs;
}

const rawQuestions = await embedRaw({ modelFolder, texts: questions.map((question) => PREFIX + question), workers: 1 });
for (let workers = 1; workers <= availableParallelism(); workers *= 2) {
  const raw = await embedRaw({ modelFolder, texts, workers });
  const opening = performance.now();
  const embedder = await openTransformersEmbedder({ modelFolder, workers });
  print(`${workers} worker(s): open in ${(performance.now() - opening).toFixed(0)} ms`);
  const alone = await timeQuestions((question) => embedder.embedQuestion(question));
  for (const q of [0.5, 0.95]) {
    const [ours, theirs] = [quantile(alone, q), quantile(rawQuestions.eachMs, q)];
    print(
      `  question p${100 * q}: ${ours.toFixed(2)} ms, raw ${theirs.toFixed(2)} ms, ratio ${(ours / theirs).toFixed(2)}`,
    );
  }
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await embedder.embedTexts(texts);
  const oursMs = performance.now() - start;
  delay.disable();
  print(
    `  texts: ${((1000 * texts.length) / oursMs).toFixed(1)} a second, raw ${((1000 * texts.length) / raw.totalMs).toFixed(1)}, ` +
      `ratio ${(raw.totalMs / oursMs).toFixed(2)}; event loop p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms`,
  );
  const busy = embedder.embedTexts(texts);
  const beside = await timeQuestions((question) => embedder.embedQuestion(question));
  print(
    `  question beside texts: p50 ${quantile(beside, 0.5).toFixed(2)} ms, p95 ${quantile(beside, 0.95).toFixed(2)} ms`,
  );
  await busy;
  await embedder.close();
}
