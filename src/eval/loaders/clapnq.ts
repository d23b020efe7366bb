import { z } from "zod";
import { readLines } from "../json-lines.ts";

const row = z.object({
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

/**
 * Reads CLAPNQ's JSON lines: `{id, input, passages: [{title, text, sentences}], output: [{answer, selected_sentences}]}`. Measure with
 * `node bin/bench.js answers clapnq FILE`.
 */
export function loadClapnq(text: string): readonly ClapnqRow[] {
  return readLines(text, row, "CLAPNQ").map((one) => ({
    id: one.id,
    question: one.input,
    passages: one.passages.map(({ title, text: body }) => ({ title, text: body })),
    selected: one.output.flatMap((output) => output.selected_sentences ?? []),
    answerable: one.output.some((output) => output.answer.trim() !== ""),
  }));
}
