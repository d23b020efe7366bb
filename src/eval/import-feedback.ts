import { z } from "zod";
import { feedbackRequest } from "../http/wire-requests.ts";
import type { AnswerWire } from "../http/wire.ts";
import type { GoldenDraft } from "./golden.ts";
import { readLines } from "./json-lines.ts";
import { draftRow } from "./record.ts";

const { shape } = feedbackRequest;
const line = z.object({
  question: shape.question,
  verdict: shape.verdict,
  reason: shape.reason,
  correction: shape.correction,
});

/** The last verdict on a question. */
export type Verdict = Readonly<z.infer<typeof line>>;

/**
 * Reads a file of feedback: the last verdict on each question, in the order in which questions first came. A line that a crash cut short is left out.
 * @throws ParallaxError `bad-input` naming the first line that is JSON and no feedback
 */
export function readFeedback(text: string): readonly Verdict[] {
  const whole = text
    .split("\n")
    .map((one) => (isJson(one) ? one : ""))
    .join("\n");
  const last = new Map<string, Verdict>();
  for (const verdict of readLines(whole, line, "feedback")) last.set(verdict.question.toLowerCase(), verdict);
  return [...last.values()];
}

/**
 * A golden row drafted from a verdict, for a person to mend. A correction is the fact that the row expects; without one it expects what the answer
 * says now, which `doubt` warns of where the verdict was bad.
 * @param taken ids of the rows drafted so far
 */
export function draftFromVerdict(
  { question, verdict, reason, correction }: Verdict,
  answer: AnswerWire,
  taken: ReadonlySet<string>,
): { readonly id: string; readonly row: string; readonly doubt: string | null } {
  const { draft, id } = named(draftRow(question, answer), taken);
  const because = reason === undefined ? "" : ` (${reason})`;
  if (verdict === "good") return { id, row: JSON.stringify(draft), doubt: null };
  if (correction === undefined) {
    return {
      id,
      row: JSON.stringify(draft),
      doubt: `${id} was marked bad${because}: it holds what the answer says now.`,
    };
  }
  const row = { id, question, outcome: "answered", facts: [[correction]] } satisfies GoldenDraft;
  return { id, row: JSON.stringify(row), doubt: `${id} was marked bad${because}: it holds the reader's correction.` };
}

const drafted = z.looseObject({ id: z.string() });

function named(row: string, taken: ReadonlySet<string>): { readonly id: string; readonly draft: object } {
  const read = drafted.parse(JSON.parse(row));
  let id = read.id;
  for (let count = 2; taken.has(id); count += 1) id = `${read.id}-${count}`;
  return { id, draft: { ...read, id } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
