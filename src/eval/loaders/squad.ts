import { z } from "zod";
import { ParallaxError } from "../../errors.ts";
import { readLines } from "../json-lines.ts";

const question = z.object({
  id: z.string(),
  question: z.string(),
  answers: z.array(z.object({ text: z.string() })),
  /** SQuAD 2.0 only. */
  is_impossible: z.boolean().optional(),
});

const squad = z.object({
  data: z.array(
    z.object({ title: z.string(), paragraphs: z.array(z.object({ context: z.string(), qas: z.array(question) })) }),
  ),
});

const line = z.object({ title: z.string(), para: z.number(), context: z.string(), qas: z.array(question) });

/** One paragraph of SQuAD or XQuAD with its questions. */
export type ReadingRow = {
  /** `title-para`, unique in the file. */
  readonly id: string;
  /** Underscores become spaces. */
  readonly title: string;
  readonly context: string;
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    /** Empty where the paragraph does not answer it (SQuAD 2.0). */
    readonly answers: readonly string[];
  }[];
};

/**
 * Reads SQuAD-format JSON, one object for the whole file: `{data: [{title, paragraphs: [{context, qas: [{id, question, answers: [{text}]}]}]}]}`.
 * SQuAD 1.1, SQuAD 2.0 (`is_impossible`: no answers), XQuAD, MLQA. Measure with `node bin/bench.js answers squad FILE`.
 * @throws ParallaxError `bad-input` saying where the file differs
 */
export function loadSquad(text: string): readonly ReadingRow[] {
  const parsed = squad.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
    throw new ParallaxError(
      "bad-input",
      `This is not SQuAD-format JSON${where}: ${issue?.message ?? "unreadable"}. Check the file.`,
    );
  }
  return parsed.data.data.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ context, qas }, para) => paragraphOf({ title, para, context, qas })),
  );
}

/**
 * Reads the same as JSON lines, one paragraph a line: `{title, para, context, qas: [{id, question, answers: [{text}]}]}`. Measure with
 * `node bin/bench.js answers squad-lines FILE`.
 */
export function loadSquadLines(text: string): readonly ReadingRow[] {
  return readLines(text, line, "a paragraph of SQuAD").map(paragraphOf);
}

function paragraphOf({ title, para, context, qas }: z.infer<typeof line>): ReadingRow {
  return {
    id: `${title}-${para}`,
    title: title.replaceAll("_", " "),
    context,
    questions: qas.map(({ id, question: asked, answers, is_impossible: isImpossible }) => ({
      id,
      question: asked,
      answers: isImpossible === true ? [] : [...new Set(answers.map((answer) => answer.text))],
    })),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
