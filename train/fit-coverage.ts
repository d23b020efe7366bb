/**
 * Fits the weights and the threshold of coverage: `node .dist-tools/train/fit-coverage.js XQUAD CLAPNQ` (built by
 * `npx tsc -p tsconfig.tools.json`). Prints them for `src/retrieval/weights.ts`. Deterministic.
 */
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { COVERAGE_RIDGE } from "../bench/report-retrieval.ts";
import { askClapnq, askReading, COVERAGE_FEATURES } from "../bench/rows.ts";
import type { AskedOnce, AskedSet } from "../bench/rows.ts";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { loadClapnq } from "../src/eval/loaders/clapnq.ts";
import { loadSquadLines } from "../src/eval/loaders/squad.ts";
import { auroc } from "../src/eval/metrics/roc.ts";
import { fitLogistic, weigh } from "./fit-linear.ts";
import type { Labelled } from "./fit-linear.ts";

/** Share of the answerable questions that may be left unanswered for their coverage alone. */
const WRONG_ABSTENTION = 0.05;

const [reading, clapnq] = process.argv.slice(2);
if (reading === undefined || clapnq === undefined) {
  process.stderr.write("Which files? Give the paths of an XQuAD and a CLAPNQ file (JSON lines).\n");
  process.exitCode = 2;
} else {
  const embedder = await openTransformersEmbedder({
    modelFolder: "models/bge-small-en-v1.5",
    workers: Math.min(4, cpus().length),
  });
  const sets = [
    casesOf(await askReading(loadSquadLines(readFileSync(reading, "utf8")), embedder)),
    casesOf(await askClapnq(loadClapnq(readFileSync(clapnq, "utf8")), embedder)),
  ];
  await embedder.close();
  // Each set counts as much as the other, whatever its size.
  const most = Math.max(...sets.map((set) => set.length));
  const weights = fitLogistic(
    sets.flatMap((set) => set.map((one) => ({ ...one, weight: most / set.length }))),
    COVERAGE_RIDGE,
  );
  for (const [i, name] of ["bias", ...COVERAGE_FEATURES].entries())
    process.stdout.write(`  ${name}: ${(weights[i] ?? 0).toFixed(2)},\n`);
  for (const set of sets) {
    const score = (one: Labelled): number => weigh([1, ...one.row], weights);
    const answerable = set.filter(({ label }) => !label).map((one) => 1 - 1 / (1 + Math.exp(-score(one))));
    const area = auroc(set.filter(({ label }) => label).map(score), set.filter(({ label }) => !label).map(score));
    answerable.sort((a, b) => a - b);
    const threshold = answerable[Math.floor(WRONG_ABSTENTION * answerable.length)] ?? 0;
    process.stdout.write(
      `AUROC ${area.toFixed(3)}; ${WRONG_ABSTENTION} of the answerable lie below ${threshold.toFixed(3)}\n`,
    );
  }
}

function casesOf(set: AskedSet): readonly Labelled[] {
  return set.rows.flatMap((row) => [
    labelled(row.asked, !row.answerable),
    ...(row.without ? [labelled(row.without, true)] : []),
    ...(row.swapped ? [labelled(row.swapped, true)] : []),
  ]);
}

function labelled(asked: AskedOnce, label: boolean): Labelled {
  return { row: COVERAGE_FEATURES.map((feature) => asked.coverage.features[feature]), label, weight: 1 };
}
