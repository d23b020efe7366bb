/**
 * Fits the weights of the sentence ranker: `node .dist-tools/train/fit-evidence.js XQUAD` (built by `npx tsc -p tsconfig.tools.json`).
 * Prints them for `src/retrieval/weights.ts`. Deterministic.
 */
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { EVIDENCE_RIDGE } from "../bench/report-retrieval.ts";
import { askReading, choiceOf, EVIDENCE_FEATURES } from "../bench/rows.ts";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { loadSquadLines } from "../src/eval/loaders/squad.ts";
import { fitChoice } from "./fit-linear.ts";

const path = process.argv[2];
if (path === undefined) {
  process.stderr.write("Which file? Give the path of an XQuAD file (JSON lines).\n");
  process.exitCode = 2;
} else {
  const embedder = await openTransformersEmbedder({
    modelFolder: "models/bge-small-en-v1.5",
    workers: Math.min(4, cpus().length),
  });
  const { rows, snapshot } = await askReading(loadSquadLines(readFileSync(path, "utf8")), embedder);
  await embedder.close();
  const weights = fitChoice(
    rows.map((row) => choiceOf(row, snapshot)),
    EVIDENCE_RIDGE,
  );
  for (const [i, feature] of EVIDENCE_FEATURES.entries())
    process.stdout.write(`  ${feature}: ${(weights[i] ?? 0).toFixed(2)},\n`);
}
