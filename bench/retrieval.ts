/**
 * Retrieval, choice of sentence and abstention of the stages alone: `node bin/bench.js retrieval PATH…`, where PATH is an XQuAD or CLAPNQ file (JSON lines) or a
 * BEIR folder (corpus.jsonl, queries.jsonl, qrels/test.tsv; only its retrieval is measured).
 */
import { readFileSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import type { Preparer } from "../src/adapters/embedder-jobs.ts";
import { loadBeir } from "../src/eval/loaders/beir.ts";
import { loadClapnq } from "../src/eval/loaders/clapnq.ts";
import { loadSquadLines } from "../src/eval/loaders/squad.ts";
import type { Embedder } from "../src/ports.ts";
import { reportAbstention, reportQuotes, reportRetrieval } from "./report-retrieval.ts";
import { askClapnq, askReading, askRetrieval } from "./rows.ts";
import type { AskedSet } from "./rows.ts";

const MODEL = process.env["PARALLAX_MODEL"] ?? "models/bge-small-en-v1.5";

function heading(name: string, { rows, snapshot }: AskedSet): string {
  return `\n## ${name}: ${rows.length} questions, ${snapshot.records.length} documents, ${snapshot.passages.length} passages`;
}

async function reportOn(path: string, embedder: Embedder & Preparer): Promise<readonly string[]> {
  const read = (...names: readonly string[]): string => readFileSync(join(path, ...names), "utf8");
  if (statSync(path).isDirectory()) {
    const files = {
      corpus: read("corpus.jsonl"),
      queries: read("queries.jsonl"),
      qrels: read("qrels", "test.tsv"),
    };
    const set = await askRetrieval(loadBeir(files), embedder);
    return [heading(basename(path), set), ...reportRetrieval(set)];
  }
  const text = read();
  const isReading = text.slice(0, text.indexOf("\n")).includes('"qas"');
  const set = isReading
    ? await askReading(loadSquadLines(text), embedder)
    : await askClapnq(loadClapnq(text), embedder);
  const name = isReading ? "XQuAD" : "CLAPNQ";
  return [heading(name, set), ...reportRetrieval(set), ...reportQuotes(set), ...reportAbstention(set)];
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  process.stderr.write("Which files? Give paths of XQuAD or CLAPNQ files (JSON lines) or of BEIR folders.\n");
  process.exitCode = 2;
} else {
  const embedder = await openTransformersEmbedder({ modelFolder: MODEL, workers: Math.min(4, cpus().length) });
  try {
    for (const path of paths) for (const line of await reportOn(path, embedder)) process.stdout.write(`${line}\n`);
  } finally {
    await embedder.close();
  }
}
