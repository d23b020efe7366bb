import { availableParallelism } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { resolve } from "node:path";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { openRawEmbedder, quantile } from "./raw-embedding.ts";

// What our workers cost beside the library alone: a question's latency (p50, p95), texts a second by number of workers, and how long
// a question takes while texts are embedded. Both take turns in the same run.

const modelFolder = resolve("models/bge-small-en-v1.5");
const PREFIX = "Represent this sentence for searching relevant passages: ";
const ROUNDS = 10;
const questions = Array.from({ length: 300 }, (_, n) => `How many people were evacuated from district ${n} last week?`);
const sentence = "Officials said on Tuesday that the northern bridge would stay closed until repairs are finished. ";
/** Like an ingest: mostly sentences, some passages of about 130 tokens. */
const texts = Array.from({ length: 40 }, (_, n) => `${n}. ${sentence.repeat(n % 5 === 0 ? 7 : 2)}`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

for (let workers = 1; workers <= availableParallelism(); workers *= 2) {
  const raw = await openRawEmbedder({ modelFolder, workers });
  const opening = performance.now();
  const embedder = await openTransformersEmbedder({ modelFolder, workers });
  print(`${workers} worker(s): open in ${(performance.now() - opening).toFixed(0)} ms`);
  await embedder.embedTexts(texts);

  const alone = { raw: [] as number[], ours: [] as number[] };
  for (const question of questions) {
    alone.raw.push(...(await raw.embed([PREFIX + question])).eachMs);
    alone.ours.push(await timed(() => embedder.embedQuestion(question)));
  }
  for (const q of [0.5, 0.95]) {
    const [ours, theirs] = [quantile(alone.ours, q), quantile(alone.raw, q)];
    print(
      `  question p${100 * q}: ${ours.toFixed(2)} ms, raw ${theirs.toFixed(2)}, ratio ${(ours / theirs).toFixed(2)}`,
    );
  }

  const delay = monitorEventLoopDelay({ resolution: 1 });
  const bulk = { raw: 0, ours: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    bulk.raw += (await raw.embed(texts)).totalMs;
    delay.enable();
    bulk.ours += await timed(() => embedder.embedTexts(texts));
    delay.disable();
  }
  const perSecond = (ms: number): string => ((1000 * ROUNDS * texts.length) / ms).toFixed(1);
  print(
    `  texts: ${perSecond(bulk.ours)} a second, raw ${perSecond(bulk.raw)}, ratio ${(bulk.raw / bulk.ours).toFixed(2)}; ` +
      `event loop p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms`,
  );

  const enough = new AbortController();
  const busy = (async () => {
    while (!enough.signal.aborted) await embedder.embedTexts(texts);
  })();
  const beside: number[] = [];
  for (const question of questions) beside.push(await timed(() => embedder.embedQuestion(question)));
  enough.abort();
  await busy;
  print(
    `  question beside texts: p50 ${quantile(beside, 0.5).toFixed(2)} ms, p95 ${quantile(beside, 0.95).toFixed(2)} ms`,
  );
  raw.close();
  await embedder.close();
}
