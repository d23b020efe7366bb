import { z } from "zod";
import type { AnswerWire } from "../../http/wire.ts";
import type { Generator, GeneratorFailure } from "../../ports.ts";
import type { JudgedSentence } from "./sentences.ts";

/** Variables of `prompts/judge.md`. */
export const JUDGE_VARIABLES = ["question", "answer", "sentences"];

/** A language model that marks answers, and what it is told. */
export type Judge = {
  readonly generator: Generator;
  /** The prompt with its variables filled in. */
  readonly fill: (values: Readonly<Record<string, string>>) => { readonly system: string; readonly user: string };
};

/** Why an answer has no mark. */
export type JudgeFailure = GeneratorFailure | "not-as-asked" | "too-long";

/** What a judge says of one answer. It is advice: nothing is decided by it. */
export type Mark =
  | { readonly kind: "failed"; readonly why: JudgeFailure }
  | {
      readonly kind: "marked";
      /** A sentence each, in the order they were shown: whether its quotes bear it out; null where the judge left it out, or said both. */
      readonly supported: readonly (boolean | null)[];
      readonly answered: boolean;
      readonly readsWell: boolean;
    };

const reply = z.object({
  sentences: z.array(z.object({ number: z.int(), supported: z.boolean() })).default([]),
  answered: z.boolean(),
  readsWell: z.boolean(),
});

/** Tokens of a reply: its frame, and a line a sentence. */
const REPLY_TOKENS = 60;
const SENTENCE_TOKENS = 30;

/** Fewer characters than any tokenizer takes for a token of English news, so that a prompt is rather thought too long. */
const TOKEN_CHARACTERS = 3;

/** Has a language model mark one answer, by sentences and quotes that it is shown; it is never asked for a quote. Whatever it does, nothing is thrown. */
export async function markAnswer(
  { question, answer }: Pick<AnswerWire, "question" | "answer">,
  sentences: readonly JudgedSentence[],
  { generator, fill }: Judge,
): Promise<Mark> {
  const told = fill({
    question: JSON.stringify(question),
    answer: JSON.stringify(answer),
    sentences: sentences.map((one, at) => JSON.stringify({ number: at + 1, ...one })).join("\n") || "none",
  });
  const maxTokens = REPLY_TOKENS + SENTENCE_TOKENS * sentences.length;
  const characters = told.system.length + told.user.length;
  if (characters / TOKEN_CHARACTERS + maxTokens > generator.contextTokens) return failed("too-long");
  const schema = { name: "marks", json: schemaFor(sentences.length) };
  const given = await generator.generate({ ...told, schema, maxTokens }, {});
  if (given.kind === "failed") return failed(given.why);
  const parsed = reply.safeParse(objectIn(given.text));
  if (!parsed.success) return failed("not-as-asked");
  const { sentences: marks, answered, readsWell } = parsed.data;
  const supported = sentences.map((_, at) => agreed(marks.filter(({ number }) => number === at + 1)));
  return { kind: "marked", supported, answered, readsWell };
}

const failed = (why: JudgeFailure): Mark => ({ kind: "failed", why });

/** What all marks of a sentence say; null of none, and of such as say both. */
function agreed(marks: readonly { readonly supported: boolean }[]): boolean | null {
  const [first] = marks;
  return first !== undefined && marks.every(({ supported }) => supported === first.supported) ? first.supported : null;
}

/** JSON Schema of a reply, with the numbers of sentences listed, and as many marks as sentences; without any there is nothing to number. */
function schemaFor(count: number): Readonly<Record<string, unknown>> {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const sentence = object({ number: { type: "integer", enum: numbers }, supported: { type: "boolean" } });
  const sentences = { type: "array", items: sentence, minItems: count, maxItems: count };
  return object({
    ...(count === 0 ? {} : { sentences }),
    answered: { type: "boolean" },
    readsWell: { type: "boolean" },
  });
}

const object = (properties: Readonly<Record<string, unknown>>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** The object in a reply, which may stand in a fence or between other words. */
function objectIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  } catch {
    return undefined;
  }
}
