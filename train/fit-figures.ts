/**
 * Fits the weights that tell which figure a question asks for: `node .dist-tools/train/fit-figures.js SETS` (built by
 * `npx tsc -p tsconfig.tools.json`), SETS being a list of golden sets such as test/golden/sets.json, of which only the dev half is read.
 * Prints them for `src/retrieval/figure-weights.ts`, and how well they do on sets that they were not fitted to. Deterministic.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { loadGolden } from "../src/eval/golden.ts";
import type { GoldenRow } from "../src/eval/golden.ts";
import { auroc } from "../src/eval/metrics/roc.ts";
import { loadSets } from "../src/eval/sets.ts";
import type { QuantityClaim } from "../src/claims/claim.ts";
import { embedFile, snapshotOf } from "../src/index/in-memory.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import { analyseQuestion } from "../src/question/analyse.ts";
import { findTarget } from "../src/question/target.ts";
import { rankEvidence } from "../src/retrieval/evidence.ts";
import { figureCandidates } from "../src/retrieval/figure-fit.ts";
import { FIGURE_FEATURES } from "../src/retrieval/figure-weights.ts";
import { retrieve } from "../src/retrieval/retrieve.ts";
import { vocabularyOf } from "../src/retrieval/vocabulary.ts";
import { fitLogistic, weigh } from "./fit-linear.ts";
import type { Labelled } from "./fit-linear.ts";

const RIDGE = 3;
/** A right figure counts as much as so many wrong ones: there are many more of those. */
const RIGHT_COUNTS = 3;
const LIMIT = 12;

type Set = { readonly name: string; readonly rows: readonly Labelled[] };

const [list] = process.argv.slice(2);
if (list === undefined) {
  process.stderr.write("Which sets? Give the path of a list of golden sets.\n");
  process.exitCode = 2;
} else {
  const folder = dirname(list);
  const embedder = await openTransformersEmbedder({ modelFolder: "models/bge-small-en-v1.5", workers: 1 });
  const sets: Set[] = [];
  for (const { name, half, golden, corpus } of loadSets(readFileSync(list, "utf8"))) {
    if (half !== "dev") continue;
    const from = join(folder, corpus);
    const paths = readdirSync(from).filter((path) => path.endsWith(".md") && !/^readme/iu.test(path));
    const files = paths.map((path) => ({ path, bytes: readFileSync(join(from, path)) }));
    const embedded = await Promise.all(files.map((file) => embedFile(file, embedder)));
    const snapshot = snapshotOf(
      embedded.filter((one) => one !== null),
      embedder,
    );
    const rows: Labelled[] = [];
    for (const row of loadGolden(readFileSync(join(folder, golden), "utf8"))) {
      const vector = await embedder.embedQuestion(row.question);
      rows.push(...labelled(row, snapshot, vector));
    }
    sets.push({ name, rows });
  }
  await embedder.close();
  const all = sets.flatMap(({ rows }) => rows);
  const [bias, ...weights] = fitLogistic(all, RIDGE);
  process.stdout.write(`bias ${(bias ?? 0).toFixed(2)}\n`);
  for (const [i, name] of FIGURE_FEATURES.entries())
    process.stdout.write(`  ${name}: ${(weights[i] ?? 0).toFixed(2)},\n`);
  const scored = sets.flatMap(({ name, rows }) => {
    const fitted = fitLogistic(
      sets.filter((set) => set.name !== name).flatMap((set) => set.rows),
      RIDGE,
    );
    return rows.map(({ row, label }) => ({ label, score: weigh([1, ...row], fitted) }));
  });
  const scoresOf = (label: boolean): readonly number[] =>
    scored.flatMap((one) => (one.label === label ? [one.score] : []));
  process.stdout.write(
    `${scoresOf(true).length} right of ${scored.length}; AUROC on sets left out ${auroc(scoresOf(true), scoresOf(false)).toFixed(3)}\n`,
  );
}

/** The figures in the evidence of a question, right where the row says so; none where the question asks for no figure, or for two. */
function labelled(row: GoldenRow, snapshot: Snapshot, vector: Float32Array): readonly Labelled[] {
  const question = analyseQuestion(row.question, vocabularyOf(snapshot));
  const [part, ...others] = question.parts;
  const target = part === undefined || others.length > 0 ? null : findTarget(part, null);
  if (part === undefined || target === null) return [];
  const retrieved = retrieve({ question, vector, snapshot, filters: {}, limit: LIMIT });
  const evidence = rankEvidence({ part, retrieved, snapshot, vector });
  return figureCandidates({ part, target, evidence, snapshot }).flatMap(({ claim, features }): readonly Labelled[] => {
    if ((row.fitsAll ?? []).some((id) => claim.document.startsWith(id))) return [];
    const label = isRight(row, claim, snapshot);
    return [{ row: FIGURE_FEATURES.map((name) => features[name]), label, weight: label ? RIGHT_COUNTS : 1 }];
  });
}

/** The claim stands in a sentence that the row calls relevant, and its value is one that the row expects. */
function isRight(row: GoldenRow, claim: QuantityClaim, snapshot: Snapshot): boolean {
  const text = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1]?.document.text ?? "";
  const sentence = text.slice(claim.span.start, claim.span.end);
  const value = text.slice(claim.value.start, claim.value.end).toLowerCase();
  const isOf = (id: string): boolean => claim.document.startsWith(id);
  const relevant = (row.relevant ?? []).some(
    (one) => isOf(one.document) && (sentence.includes(one.text) || one.text.includes(sentence)),
  );
  if (!relevant) return false;
  const wordings = row.positions
    ? row.positions.filter(({ documents }) => documents.some((id) => isOf(id))).map((position) => position.value)
    : (row.facts ?? []).flat();
  return wordings.some((wording) => isSameValue(value, wording.toLowerCase()));
}

function isSameValue(value: string, wording: string): boolean {
  const digits = wording.replaceAll(/\D/gu, "");
  return (
    value.includes(wording) ||
    (value.length > 2 && wording.includes(value)) ||
    (digits !== "" && digits === value.replaceAll(/\D/gu, ""))
  );
}
