import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { IntervalHistogram } from "node:perf_hooks";
import { join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { openFsCorpus } from "../src/adapters/fs-corpus.ts";
import { openFsStore } from "../src/adapters/fs-store.ts";
import { hnswAvailable } from "../src/adapters/hnswlib-vectors.ts";
import { nodeClock } from "../src/adapters/node-clock.ts";
import { nodeHash } from "../src/adapters/node-hash.ts";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { workerDerivers } from "../src/adapters/worker-derivers.ts";
import { loadSnapshot } from "../src/index/load.ts";
import { ingest } from "../src/ingest.ts";
import { openRawEmbedder, quantile } from "./raw-embedding.ts";

// node bin/bench.js ingest FOLDER [KILOBYTES]: ingests real text (say /usr/share/doc), up to so many kilobytes of it, and says how
// fast against embedding the same texts with the library alone on as many workers, and how long the event loop was held up. Portions of
// both take turns, for a machine is rarely equally busy twice; the first warms up and does not count. Writes to a temporary folder only.

const modelFolder = resolve("models/bge-small-en-v1.5");
const [folder, kilobytes = "500"] = process.argv.slice(2);
/** News reports have a few thousand characters; manuals of a megabyte would be one document that no others overlap with. */
const MAX_FILE_BYTES = 20_000;
const MIN_FILE_BYTES = 1_000;
const workers = availableParallelism();
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Enough that starting and finishing an index, some 150 ms, and warming up do not decide. */
const PORTION_BYTES = 100_000;

/** Text files in order of path, in portions, until there is enough. */
async function gather(from: string): Promise<readonly (readonly Uint8Array[])[]> {
  const portions: Uint8Array[][] = [];
  let portion: Uint8Array[] = [];
  let bytes = 0;
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.filter((one) => /\.(?:txt|md)$/u.test(one)).sort()) {
    const text = await readFile(path);
    if (text.length < MIN_FILE_BYTES || text.length > MAX_FILE_BYTES) continue;
    portion.push(text);
    bytes += text.length;
    if (portion.reduce((sum, one) => sum + one.length, 0) >= PORTION_BYTES) {
      portions.push(portion);
      portion = [];
    }
    if (bytes > 1000 * Number(kilobytes)) break;
  }
  return portions;
}

function loopOf(delay: IntervalHistogram): string {
  return `event loop ${[50, 99, 100].map((p) => `p${p} ${(delay.percentile(p) / 1e6).toFixed(1)} ms`).join(", ")}`;
}

if (folder === undefined) throw new Error("Which folder of text? node bin/bench.js ingest /usr/share/doc");
const embedder = await openTransformersEmbedder({ modelFolder, workers });
const raw = await openRawEmbedder({ modelFolder, workers });
const derivers = workerDerivers(await hnswAvailable());
const options = { vectors: "auto", pipeline: "bench", from: "changes" } as const;
const ratios: number[] = [];
const total = { texts: 0, passages: 0, oursMs: 0, rawMs: 0 };

for (const [n, portion] of (await gather(folder)).entries()) {
  const place = await mkdtemp(join(tmpdir(), "parallax-bench-"));
  const corpus = join(place, "corpus");
  await mkdir(corpus);
  for (const [i, text] of portion.entries()) await writeFile(join(corpus, `${i}.txt`), text);
  const texts: string[] = [];
  const ports = {
    corpus: openFsCorpus(corpus),
    store: openFsStore(join(place, "index")),
    embedder,
    prepare: async (file: { path: string; bytes: Uint8Array }) => {
      const prepared = await embedder.prepare(file);
      if (prepared.kind === "prepared") texts.push(...prepared.texts);
      return prepared;
    },
    derivers,
    hash: nodeHash,
    clock: nodeClock,
  };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const { tookMs, passages } = await ingest(ports, options);
  delay.disable();
  const { totalMs } = await raw.embed(texts);
  const again = await ingest(ports, options);
  const from = performance.now();
  await loadSnapshot({ ...ports, vectors: "auto", pause: () => setImmediate() });
  const loadMs = performance.now() - from;
  await rm(place, { recursive: true });
  const times = `ingest ${tookMs.toFixed(0)} ms, raw ${totalMs.toFixed(0)} ms, ratio ${(totalMs / tookMs).toFixed(2)}`;
  print(
    `${texts.length} texts: ${times}; again ${again.tookMs.toFixed(0)} ms, load ${loadMs.toFixed(0)} ms, ${loopOf(delay)}`,
  );
  if (n === 0) continue;
  ratios.push(totalMs / tookMs);
  total.texts += texts.length;
  total.passages += passages;
  total.oursMs += tookMs;
  total.rawMs += totalMs;
}
await embedder.close();
raw.close();

const ratio = `ratio ${(total.rawMs / total.oursMs).toFixed(2)}, median of portions ${quantile(ratios, 0.5).toFixed(2)}`;
print(`${total.passages} passages, ${total.texts} texts, ${workers} workers: ${ratio}`);
