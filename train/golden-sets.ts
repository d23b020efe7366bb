/** What the fits from golden sets share: reading the dev half, and reporting how well weights do on sets they were not fitted to. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openTransformersEmbedder } from "../src/adapters/transformers-embedder.ts";
import { loadGolden } from "../src/eval/golden.ts";
import type { GoldenRow } from "../src/eval/golden.ts";
import { auroc } from "../src/eval/metrics/roc.ts";
import { loadSets } from "../src/eval/sets.ts";
import { embedFile, snapshotOf } from "../src/index/in-memory.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import { analyseQuestion } from "../src/question/analyse.ts";
import type { QuestionPart } from "../src/question/question.ts";
import { rankEvidence } from "../src/retrieval/evidence.ts";
import type { Evidence } from "../src/retrieval/evidence.ts";
import { retrieve } from "../src/retrieval/retrieve.ts";
import { vocabularyOf } from "../src/retrieval/vocabulary.ts";
import { fitLogistic, weigh } from "./fit-linear.ts";
import type { Labelled } from "./fit-linear.ts";

/** A golden question of one part, with the evidence that is found for it. */
export type AskedRow = {
  readonly row: GoldenRow;
  readonly part: QuestionPart;
  readonly evidence: readonly Evidence[];
  readonly snapshot: Snapshot;
};

/** A golden set with its candidates, each right or wrong. */
export type LabelledSet = { readonly name: string; readonly rows: readonly Labelled[] };

const LIMIT = 12;

/**
 * Labels the candidates of every question of the dev half.
 * @param lists paths of lists of golden sets such as test/golden/sets.json
 * @param label the candidates of one question; none where it does not ask for such
 */
export async function labelSets(
  lists: readonly string[],
  label: (asked: AskedRow) => readonly Labelled[],
): Promise<readonly LabelledSet[]> {
  const embedder = await openTransformersEmbedder({ modelFolder: "models/bge-small-en-v1.5", workers: 1 });
  const sets: LabelledSet[] = [];
  for (const list of lists) {
    const folder = dirname(list);
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
        const question = analyseQuestion(row.question, vocabularyOf(snapshot));
        const [part, ...others] = question.parts;
        if (part === undefined || others.length > 0) continue;
        const retrieved = retrieve({ question, vector, snapshot, filters: {}, limit: LIMIT });
        rows.push(...label({ row, part, evidence: rankEvidence({ part, retrieved, snapshot, vector }), snapshot }));
      }
      sets.push({ name, rows });
    }
  }
  await embedder.close();
  return sets;
}

/** Prints weights fitted to all sets, and how well weights fitted to all others do on each. */
export function printFit(sets: readonly LabelledSet[], features: readonly string[], ridge: number): void {
  const [bias, ...weights] = fitLogistic(
    sets.flatMap(({ rows }) => rows),
    ridge,
  );
  process.stdout.write(`bias ${(bias ?? 0).toFixed(2)}\n`);
  for (const [i, name] of features.entries()) process.stdout.write(`  ${name}: ${(weights[i] ?? 0).toFixed(2)},\n`);
  const scored = sets.flatMap(({ name, rows }) => {
    const fitted = fitLogistic(
      sets.filter((set) => set.name !== name).flatMap((set) => set.rows),
      ridge,
    );
    return rows.map(({ row, label }) => ({ label, score: weigh([1, ...row], fitted) }));
  });
  const scoresOf = (label: boolean): readonly number[] =>
    scored.flatMap((one) => (one.label === label ? [one.score] : []));
  process.stdout.write(
    `${scoresOf(true).length} right of ${scored.length}; AUROC on sets left out ${auroc(scoresOf(true), scoresOf(false)).toFixed(3)}\n`,
  );
}

/**
 * Labels the sets named on the command line and prints the fit; says what is missing where none is.
 * @param label the candidates of one question; none where it does not ask for such
 */
export async function fitNamedSets(
  label: (asked: AskedRow) => readonly Labelled[],
  features: readonly string[],
  ridge: number,
): Promise<void> {
  const lists = process.argv.slice(2);
  if (lists.length > 0) return printFit(await labelSets(lists, label), features, ridge);
  process.stderr.write("Which sets? Give the path of a list of golden sets.\n");
  process.exitCode = 2;
}

/** What a candidate stands for: its document, its sentence and its value as written. */
export type Written = { readonly document: string; readonly sentence: string; readonly value: string };

/** True where a row calls the sentence relevant and expects the value of that document. */
export function isExpected(row: GoldenRow, { document, sentence, value }: Written): boolean {
  const isOf = (id: string): boolean => document.startsWith(id);
  const relevant = (row.relevant ?? []).some(
    (one) => isOf(one.document) && (sentence.includes(one.text) || one.text.includes(sentence)),
  );
  if (!relevant) return false;
  const wordings = row.positions
    ? row.positions.filter(({ documents }) => documents.some((id) => isOf(id))).map((position) => position.value)
    : (row.facts ?? []).flat();
  return wordings.some((wording) => isSameValue(value.toLowerCase(), wording.toLowerCase()));
}

function isSameValue(value: string, wording: string): boolean {
  const digits = wording.replaceAll(/\D/gu, "");
  return (
    value.includes(wording) ||
    (value.length > 2 && wording.includes(value)) ||
    (digits !== "" && digits === value.replaceAll(/\D/gu, ""))
  );
}
