/**
 * Fits the weights of coverage: `node .dist-tools/train/fit-coverage.js XQUAD CLAPNQ GOLDEN-LIST…` (built by
 * `npx tsc -p tsconfig.tools.json`). Prints them for `src/retrieval/weights.ts`, and how well weights fitted to other sets do on each.
 * Deterministic.
 */
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { COVERAGE_RIDGE } from "../bench/report-retrieval.ts";
import { askClapnq, askReading, coverageRow } from "../bench/rows.ts";
import type { AskedOnce, AskedSet } from "../bench/rows.ts";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { loadClapnq } from "../src/eval/loaders/clapnq.ts";
import { loadSquadLines } from "../src/eval/loaders/squad.ts";
import { auroc } from "../src/eval/metrics/roc.ts";
import { COVERAGE_FEATURES } from "../src/retrieval/coverage-weights.ts";
import { fitLogistic, weigh } from "./fit-linear.ts";
import { readGoldenCases } from "./golden-coverage.ts";
import type { Case } from "./golden-coverage.ts";

/** Cases of one sort; those of a label count as much as `weight` says, whatever their number. */
type Sort = { readonly name: string; readonly weight: number; readonly cases: readonly Case[] };

/** Coverage at which right and wrong abstention are shown. */
const THRESHOLDS = [0.3, 0.34, 0.38, 0.4, 0.42, 0.46, 0.5];

/** Groups are left out this many at a time. */
const FOLDS = 10;

const [reading, clapnq, ...lists] = process.argv.slice(2);
if (reading === undefined || clapnq === undefined || lists.length === 0) {
  process.stderr.write(
    "Which files? Give the paths of an XQuAD and a CLAPNQ file (JSON lines) and of lists of golden sets.\n",
  );
  process.exitCode = 2;
} else {
  const embedder = await openTransformersEmbedder({
    modelFolder: "models/bge-small-en-v1.5",
    workers: Math.min(4, cpus().length),
  });
  const golden = await readGoldenCases(lists, embedder);
  const xquad = await askReading(loadSquadLines(readFileSync(reading, "utf8")), embedder);
  const passages = await askClapnq(loadClapnq(readFileSync(clapnq, "utf8")), embedder);
  await embedder.close();
  // News counts most: it is what is asked; questions whose documents were left out are easier than near misses.
  const sorts: readonly Sort[] = [
    { name: "golden", weight: 3, cases: golden.asked },
    { name: "golden, documents left out", weight: 1, cases: golden.without },
    { name: "xquad", weight: 2, cases: casesOf(xquad, ({ asked, without }) => ({ asked, without })) },
    {
      name: "xquad, name swapped",
      weight: 0.5,
      cases: casesOf(xquad, ({ swapped }) => ({ asked: null, without: swapped })),
    },
    {
      name: "clapnq",
      weight: 1.5,
      cases: casesOf(passages, ({ asked, answerable }) =>
        answerable ? { asked, without: null } : { asked: null, without: asked },
      ),
    },
  ];
  const [bias, ...weights] = fit(sorts);
  for (const [i, value] of [bias, ...weights].entries())
    process.stdout.write(`  ${["bias", ...COVERAGE_FEATURES][i] ?? ""}: ${(value ?? 0).toFixed(2)},\n`);
  report(sorts);
}

function casesOf(
  { rows }: AskedSet,
  asked: (row: AskedSet["rows"][number]) => { readonly asked: AskedOnce | null; readonly without: AskedOnce | null },
): readonly Case[] {
  return rows.flatMap((row) => {
    const { asked: own, without } = asked(row);
    return [
      ...(own && own.chosen === null ? [{ group: row.group, row: coverageRow(own), label: false }] : []),
      ...(without ? [{ group: row.group, row: coverageRow(without), label: true }] : []),
    ];
  });
}

function fit(sorts: readonly Sort[]): readonly number[] {
  return fitLogistic(
    sorts.flatMap(({ weight, cases }) =>
      cases.map((one) => ({
        row: one.row,
        label: one.label,
        weight: (TOTAL * weight) / cases.filter(({ label }) => label === one.label).length,
      })),
    ),
    COVERAGE_RIDGE,
  );
}

/** What the cases of a label of weight 1 weigh together, against the ridge. */
const TOTAL = 200;

function report(sorts: readonly Sort[]): void {
  const groups = [...new Set(sorts.flatMap(({ cases }) => cases.map(({ group }) => group)))].sort();
  const foldOf = (one: Case): number => groups.indexOf(one.group) % FOLDS;
  const fitted = Array.from({ length: FOLDS }, (_, left) =>
    fit(sorts.map((sort) => ({ ...sort, cases: sort.cases.filter((one) => foldOf(one) !== left) }))),
  );
  const coverage = (one: Case): number => 1 / (1 + Math.exp(weigh([1, ...one.row], fitted[foldOf(one)] ?? [])));
  for (const { name, cases } of sorts) {
    const not = cases.filter(({ label }) => label).map(coverage);
    const answerable = cases.filter(({ label }) => !label).map(coverage);
    const area = answerable.length === 0 ? "" : `; AUROC ${auroc(answerable, not).toFixed(3)}`;
    process.stdout.write(`${name}: ${answerable.length} answerable, ${not.length} not${area}\n`);
    for (const threshold of THRESHOLDS) {
      const below = (some: readonly number[]): string =>
        (some.filter((one) => one < threshold).length / Math.max(1, some.length)).toFixed(3);
      process.stdout.write(`  below ${threshold}: wrong ${below(answerable)}, right ${below(not)}\n`);
    }
  }
}
