import { createHash } from "node:crypto";
import type { Preparer } from "../src/adapters/embedder-jobs.ts";
import type { ClapnqRow } from "../src/eval/loaders/clapnq.ts";
import type { RetrievalSet } from "../src/eval/loaders/beir.ts";
import type { ReadingRow } from "../src/eval/loaders/squad.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import type { Embedder } from "../src/ports.ts";
import { analyseQuestion } from "../src/question/analyse.ts";
import type { QuestionPart } from "../src/question/question.ts";
import { findBasis } from "../src/answer/basis.ts";
import { lookUpParts } from "../src/answer/look-up.ts";
import type { AskedPart } from "../src/answer/look-up.ts";
import type { Coverage } from "../src/retrieval/coverage.ts";
import { COVERAGE_FEATURES } from "../src/retrieval/coverage-weights.ts";
import type { Evidence, EvidenceFeatures } from "../src/retrieval/evidence.ts";
import { retrieve } from "../src/retrieval/retrieve.ts";
import type { Retrieved } from "../src/retrieval/retrieve.ts";
import { vocabularyOf } from "../src/retrieval/vocabulary.ts";
import type { Choice } from "../train/fit-linear.ts";
import { snapshotOf } from "../src/index/in-memory.ts";
import type { Embedded } from "../src/index/in-memory.ts";
import { embedAll } from "./snapshot-of.ts";

/** Passages considered for an answer: the default of POST /ask. */
const LIMIT = 12;

/** A question asked of a snapshot: all that the stages made of it. */
export type AskedOnce = {
  readonly stems: readonly string[];
  readonly part: QuestionPart;
  readonly vector: Float32Array;
  readonly retrieved: Retrieved;
  readonly evidence: readonly Evidence[];
  readonly coverage: Coverage;
  /** What the claim table has for it. */
  readonly chosen: AskedPart["chosen"];
};

/** A question with what is right. */
export type Row = {
  readonly question: string;
  /** What the folds of cross-validation keep together. */
  readonly group: string;
  /** Document ids that hold the answer. */
  readonly relevant: ReadonlySet<string>;
  /** Grades of the relevant documents, where the set has them. */
  readonly grades?: ReadonlyMap<string, number>;
  readonly answers: readonly string[];
  readonly asked: AskedOnce;
  /** The same question where the sources do not answer it, where the set has that. */
  readonly without: AskedOnce | null;
  /** The question with its last name replaced by one of another text of the same title: a near miss. Null where it has none. */
  readonly swapped: AskedOnce | null;
  readonly answerable: boolean;
};

/** One data set, asked. */
export type AskedSet = { readonly snapshot: Snapshot; readonly rows: readonly Row[] };

/** Asks every question of an XQuAD file twice: among all paragraphs, and with its own taken out. */
export async function askReading(rows: readonly ReadingRow[], embedder: Embedder & Preparer): Promise<AskedSet> {
  const texts = rows.map((row) => ({ id: idOf(row.id), title: row.title, text: row.context }));
  const embedded = await embedAll(texts, embedder);
  const snapshot = snapshotOf(embedded, embedder);
  const asked: Row[] = [];
  for (const [i, row] of rows.entries()) {
    const others = snapshotOf(
      embedded.filter((_, j) => j !== i),
      embedder,
    );
    for (const { question, answers } of row.questions) {
      const vector = await embedder.embedQuestion(question);
      const missed = swapName(question, row, rows);
      asked.push({
        question,
        group: row.title,
        relevant: new Set([idOf(row.id)]),
        answers,
        asked: askOnce(question, vector, snapshot),
        without: askOnce(question, vector, others),
        swapped: missed === null ? null : askOnce(missed, await embedder.embedQuestion(missed), snapshot),
        answerable: true,
      });
    }
  }
  return { snapshot, rows: asked };
}

const NAME = /(?<=[a-z,] )\p{Lu}\p{L}{3,}(?: \p{Lu}\p{L}+)*/gu;

/** The question about another name of its article, which its own paragraph does not hold; null where there is none. */
function swapName(question: string, row: ReadingRow, rows: readonly ReadingRow[]): string | null {
  const name = question.match(NAME)?.at(-1);
  const others = rows
    .filter(({ title }) => title === row.title)
    .flatMap(({ context }) => context.match(NAME) ?? [])
    .filter((other) => !row.context.includes(other) && !row.title.includes(other) && !question.includes(other));
  const other = others[question.length % Math.max(1, others.length)];
  return name === undefined || other === undefined ? null : question.replace(name, other);
}

/** Asks every question of a CLAPNQ file among the passages of all rows. */
export async function askClapnq(rows: readonly ClapnqRow[], embedder: Embedder & Preparer): Promise<AskedSet> {
  const texts = rows.flatMap((row) =>
    row.passages.map(({ title, text }, i) => ({ id: idOf(`${row.id}-${i}`), title, text })),
  );
  // Several questions share a passage: it is one document.
  const firsts = new Map(texts.toReversed().map((text) => [text.text, text]));
  const embedded: readonly Embedded[] = await embedAll([...firsts.values()], embedder);
  const snapshot = snapshotOf(embedded, embedder);
  const asked: Row[] = [];
  for (const row of rows) {
    const vector = await embedder.embedQuestion(row.question);
    asked.push({
      question: row.question,
      group: row.id,
      relevant: new Set(row.passages.map(({ text }) => firsts.get(text)?.id ?? "")),
      answers: row.selected,
      asked: askOnce(row.question, vector, snapshot),
      without: null,
      swapped: null,
      answerable: row.answerable,
    });
  }
  return { snapshot, rows: asked };
}

/** Asks every judged query of a BEIR folder among all its documents; only the measures of retrieval mean something there. */
export async function askRetrieval(set: RetrievalSet, embedder: Embedder & Preparer): Promise<AskedSet> {
  const texts = set.documents.map(({ id, title, text }) => ({ id: idOf(id), title, text }));
  const snapshot = snapshotOf(await embedAll(texts, embedder), embedder);
  const asked: Row[] = [];
  for (const { id, question, grades } of set.questions) {
    const vector = await embedder.embedQuestion(question);
    const graded = new Map([...grades].map(([document, grade]) => [idOf(document), grade]));
    asked.push({
      question,
      group: id,
      relevant: new Set(graded.keys()),
      grades: graded,
      answers: [],
      asked: askOnce(question, vector, snapshot),
      without: null,
      swapped: null,
      answerable: true,
    });
  }
  return { snapshot, rows: asked };
}

/** Asks one question of a snapshot. */
export function askOnce(text: string, vector: Float32Array, snapshot: Snapshot): AskedOnce {
  const question = analyseQuestion(text, vocabularyOf(snapshot));
  const retrieved = retrieve({ question, vector, snapshot, filters: {}, limit: LIMIT });
  const part = wholeOf(text, question.parts);
  const allow = everyDocument;
  const [asked] = lookUpParts([part], { snapshot, allow, asOf: latestDay(snapshot) });
  if (!asked) throw new Error(`No question in ${JSON.stringify(text)}`);
  const { evidence, coverage } = findBasis(asked, { snapshot, vector, retrieved, allow });
  return {
    stems: part.terms.map((term) => term.stem),
    part,
    vector,
    retrieved,
    evidence,
    coverage,
    chosen: asked.chosen,
  };
}

const everyDocument = (): boolean => true;

/** Days of a question are read from the latest publication. */
function latestDay(snapshot: Snapshot): string | null {
  return (
    snapshot.records
      .flatMap(({ document: { published } }) => published ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** The sets ask one thing a question: where we read two, their terms are joined and the first gives the kind. */
function wholeOf(text: string, parts: readonly QuestionPart[]): QuestionPart {
  const [first, ...others] = parts;
  if (!first) throw new Error(`No question in ${JSON.stringify(text)}`);
  if (others.length === 0) return first;
  const terms = new Map(parts.flatMap((part) => part.terms.map((term) => [term.stem, term])));
  const names = new Map(parts.flatMap((part) => part.names.map((name) => [name.written, name])));
  return {
    ...first,
    text,
    terms: [...terms.values()],
    names: [...names.values()],
    numbers: [...new Set(parts.flatMap((part) => part.numbers))],
  };
}

/** Data sets' ids hold anything; ours are file names. */
function idOf(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 16);
}

/** The words of a sentence as evidence names it. */
export function sentenceText(snapshot: Snapshot, at: { readonly record: number; readonly sentence: number }): string {
  const record = snapshot.records[at.record];
  const span = record?.sentences[at.sentence]?.span;
  return record && span ? record.document.text.slice(span.start, span.end) : "";
}

/** Features in the order of the weights. */
export const EVIDENCE_FEATURES: readonly (keyof EvidenceFeatures)[] = [
  "share",
  "idfNear",
  "idfPassage",
  "cosine",
  "passageCosine",
  "kindPresent",
  "kindAbsent",
];

/** The features of coverage in the order of the weights, after the bias; zeros without evidence. */
export function coverageRow({ coverage: { features } }: AskedOnce): readonly number[] {
  return COVERAGE_FEATURES.map((name) => features?.[name] ?? 0);
}

/** A row's candidates for fitting the ranker. A candidate is right if it holds an answer and stands in a document that does. */
export function choiceOf(row: Row, snapshot: Snapshot): Choice {
  const { evidence } = row.asked;
  return {
    rows: evidence.map((one) => EVIDENCE_FEATURES.map((feature) => one.features[feature])),
    right: evidence.map((one) => isRight(row, snapshot, one)),
  };
}

/** True where a sentence holds an answer of the row and lies in a document that answers it. */
function isRight(row: Row, snapshot: Snapshot, at: { readonly record: number; readonly sentence: number }): boolean {
  return row.relevant.has(snapshot.records[at.record]?.document.id ?? "") && holdsAnswer(row, snapshot, at);
}

/** True where a sentence holds an answer of the row. */
export function holdsAnswer(
  row: Row,
  snapshot: Snapshot,
  at: { readonly record: number; readonly sentence: number },
): boolean {
  const text = sentenceText(snapshot, at);
  return row.answers.some((answer) => text.includes(answer));
}

/** Five folds that keep a group together: the group's place among all groups, modulo five. */
export function foldOf(rows: readonly Row[]): (row: Row) => number {
  const groups = [...new Set(rows.map((row) => row.group))].sort();
  const place = new Map(groups.map((group, i) => [group, i % FOLDS]));
  return (row) => place.get(row.group) ?? 0;
}

/** Folds of cross-validation. */
export const FOLDS = 5;
