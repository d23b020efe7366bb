import { z } from "zod";
import { readLines } from "../json-lines.ts";

const row = z.object({
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
  /** `answer` is "unknown" where the document gives none; `type` is "correct", "misinfo" or "noise". */
  readonly documents: readonly { readonly text: string; readonly type: string; readonly answer: string }[];
  readonly gold: readonly string[];
  readonly wrong: readonly string[];
};

/** What stands for "this document gives no answer". */
export const NO_ANSWER = "unknown";

/**
 * Reads RAMDocs' JSON lines: `{question, documents: [{text, type, answer}], gold_answers, wrong_answers}`; a row without an id gets its number.
 * Measure with `node bin/bench.js answers ramdocs FILE`.
 */
export function loadRamdocs(text: string): readonly RamdocsRow[] {
  return readLines(text, row, "RAMDocs").map((one, i) => ({
    id: one.id ?? `ramdocs-${i}`,
    question: one.question,
    documents: one.documents,
    gold: one.gold_answers,
    wrong: one.wrong_answers,
  }));
}

/**
 * Copies of a row in which the documents agree: for each answer the documents that give it and those that give none. What should not be flagged.
 * @returns one a distinct answer, in order of first mention; ids are `row#0`, `row#1` …
 */
export function oneAnswerCopies(of: RamdocsRow): readonly RamdocsRow[] {
  const answers = [...new Set(of.documents.map(({ answer }) => answer).filter((answer) => answer !== NO_ANSWER))];
  return answers.map((answer, i) => ({
    id: `${of.id}#${i}`,
    question: of.question,
    documents: of.documents.filter((one) => one.answer === answer || one.answer === NO_ANSWER),
    gold: of.gold.filter((one) => one === answer),
    wrong: of.wrong.filter((one) => one === answer),
  }));
}
