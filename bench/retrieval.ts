import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { loadClapnq } from "../src/eval/loaders/clapnq.ts";
import { loadSquadLines } from "../src/eval/loaders/squad.ts";
import { askClapnq, askReading } from "./rows.ts";
import { reportAbstention, reportQuotes, reportRetrieval } from "./report-retrieval.ts";

const MODEL = process.env["PARALLAX_MODEL"] ?? "models/bge-small-en-v1.5";

const paths = process.argv.slice(2);
if (paths.length === 0) {
  process.stderr.write("Which files? Give paths of XQuAD or CLAPNQ files (JSON lines).\n");
  process.exitCode = 2;
} else {
  const embedder = await openTransformersEmbedder({ modelFolder: MODEL, workers: Math.min(4, cpus().length) });
  try {
    for (const path of paths) {
      const text = readFileSync(path, "utf8");
      const isReading = text.slice(0, text.indexOf("\n")).includes('"qas"');
      const set = isReading
        ? await askReading(loadSquadLines(text), embedder)
        : await askClapnq(loadClapnq(text), embedder);
      const name = isReading ? "XQuAD" : "CLAPNQ";
      const documents = set.snapshot.records.length;
      process.stdout.write(
        `\n## ${name}: ${set.rows.length} questions, ${documents} documents, ${set.snapshot.passages.length} passages\n`,
      );
      for (const line of [...reportRetrieval(set), ...reportQuotes(set), ...reportAbstention(set)])
        process.stdout.write(`${line}\n`);
    }
  } finally {
    await embedder.close();
  }
}
