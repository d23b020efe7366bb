import { z } from "zod";
import { readLines } from "./json-lines.ts";

const xquadRow = z.object({
  title: z.string(),
  para: z.number(),
  context: z.string(),
  qas: z.array(z.object({ id: z.string(), question: z.string(), answers: z.array(z.object({ text: z.string() })) })),
});

/** One paragraph of SQuAD or XQuAD with the questions that it answers. */
export type ReadingRow = {
  /** `title-para`, unique in the file. */
  readonly id: string;
  /** Underscores become spaces. */
  readonly title: string;
  readonly context: string;
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly answers: readonly string[];
  }[];
};

/** Reads XQuAD as JSON lines, one paragraph a line: `{title, para, context, qas: [{id, question, answers: [{text}]}]}`. */
export function loadXquad(text: string): readonly ReadingRow[] {
  return readLines(text, xquadRow, "XQuAD").map((row) => ({
    id: `${row.title}-${row.para}`,
    title: row.title.replaceAll("_", " "),
    context: row.context,
    questions: row.qas.map(({ id, question, answers }) => ({
      id,
      question,
      answers: answers.map((answer) => answer.text),
    })),
  }));
}

const clapnqRow = z.object({
  id: z.string(),
  input: z.string(),
  passages: z.array(z.object({ title: z.string(), text: z.string(), sentences: z.array(z.string()) })),
  output: z.array(z.object({ answer: z.string(), selected_sentences: z.array(z.string()).optional() })),
});

/** A question with the passages that it is to be answered from, or cannot be. */
export type ClapnqRow = {
  readonly id: string;
  readonly question: string;
  readonly passages: readonly { readonly title: string; readonly text: string }[];
  /** Gold sentences as written in the file; empty where the passages do not answer. */
  readonly selected: readonly string[];
  readonly answerable: boolean;
};

/** Reads CLAPNQ's JSON lines: `{id, input, passages: [{title, text, sentences}], output: [{answer, selected_sentences}]}`. */
export function loadClapnq(text: string): readonly ClapnqRow[] {
  return readLines(text, clapnqRow, "CLAPNQ").map((row) => ({
    id: row.id,
    question: row.input,
    passages: row.passages.map(({ title, text: body }) => ({ title, text: body })),
    selected: row.output.flatMap((output) => output.selected_sentences ?? []),
    answerable: row.output.some((output) => output.answer.trim() !== ""),
  }));
}

const ramdocsRow = z.object({
  id: z.string().optional(),
  question: z.string(),
  documents: z.array(z.object({ text: z.string(), type: z.string(), answer: z.string() })),
  gold_answers: z.array(z.string()),
  wrong_answers: z.array(z.string()),
});

/** A question with documents that may answer it differently. */
export type RamdocsRow = {
  readonly id: string;
  readonly question: string;
  /** `answer` is "unknown" where the document gives none. */
  readonly documents: readonly { readonly text: string; readonly type: string; readonly answer: string }[];
  readonly gold: readonly string[];
  readonly wrong: readonly string[];
};

/** Reads RAMDocs' JSON lines: `{question, documents: [{text, type, answer}], gold_answers, wrong_answers}`; a row without an id gets its number. */
export function loadRamdocs(text: string): readonly RamdocsRow[] {
  return readLines(text, ramdocsRow, "RAMDocs").map((row, i) => ({
    id: row.id ?? `ramdocs-${i}`,
    question: row.question,
    documents: row.documents,
    gold: row.gold_answers,
    wrong: row.wrong_answers,
  }));
}
