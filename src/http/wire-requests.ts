import { z } from "zod";
import { list, offset, relation } from "./wire.ts";

/** What clients may send. Strict: unknown keys are refused. With wire.ts the only source in code of every public shape. */

const MAX_QUESTION_CODE_POINTS = 1000;
const MAX_CONVERSATION_TURNS = 20;
/** Passages considered where the client names no limit. */
const DEFAULT_LIMIT = 12;
const MAX_LIMIT = 50;
/** Disagreements listed where the client names no limit. */
const DEFAULT_DISAGREEMENTS = 50;
const MAX_DISAGREEMENTS = 200;
/** Quotes checked in one request: more than any answer cites. */
const MAX_QUOTES = 100;

/** Two code units make one code point, so nothing longer than twice the limit needs counting. */
const countsAtMost = (text: string, limit: number): boolean =>
  text.length <= 2 * limit && Array.from(text).length <= limit;

const question = z
  .string()
  .trim()
  .min(1, "The question is empty. Ask something.")
  .refine((text) => countsAtMost(text, MAX_QUESTION_CODE_POINTS), {
    error: `The question is longer than ${MAX_QUESTION_CODE_POINTS} characters. Shorten it.`,
  })
  .refine((text) => /[\p{L}\p{N}]/u.test(text), {
    error: "The question has no letter or digit. Ask in words.",
    when: isFilled,
  });

/** An empty question is named as empty only, not as wordless too. */
function isFilled(payload: { readonly value: unknown }): boolean {
  return typeof payload.value === "string" && payload.value !== "";
}

const day = z.iso.date("A date is a real calendar day written YYYY-MM-DD.");

const daysInOrder = (filters: {
  readonly publishedFrom?: string | undefined;
  readonly publishedTo?: string | undefined;
}): boolean =>
  filters.publishedFrom === undefined ||
  filters.publishedTo === undefined ||
  filters.publishedFrom <= filters.publishedTo;

const outOfOrder = { error: "publishedFrom is after publishedTo.", path: ["publishedFrom"] };

const names = list(z.string().min(1)).refine(
  (all) => all.length > 0,
  "Leave the filter out instead of naming nothing.",
);

const filterShape = {
  /** Outlets, compared without regard to case. */
  sources: names.optional(),
  /** Document ids. */
  documents: names.optional(),
  /** First and last day of publication; a document without a date is left out by either. */
  publishedFrom: day.optional(),
  publishedTo: day.optional(),
};

const filters = z.strictObject(filterShape).refine(daysInOrder, outOfOrder);

/** Body of POST /ask. */
export const askRequest = z.strictObject({
  question,
  conversation: list(z.strictObject({ role: z.enum(["user", "assistant"]), content: z.string() }))
    .refine((turns) => turns.length <= MAX_CONVERSATION_TURNS, `At most ${MAX_CONVERSATION_TURNS} turns, oldest first.`)
    .default([]),
  literal: z.boolean().default(false),
  filters: filters.default({}),
  limit: z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  answerer: z.enum(["extractive", "llm"]).optional(),
});

/** A parsed question: trimmed, defaults filled in. */
export type AskRequestWire = z.infer<typeof askRequest>;

/** A whole number in a query string: digits only, so that "1e1", "0x2" and " 3" are refused. */
const digits = (max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, "A whole number.")
    .transform(Number)
    .pipe(z.int().min(1).max(max));

/** Query of GET /passages; `sources` and `documents` may be repeated. */
export const passagesQuery = z
  .strictObject({ q: question, limit: digits(MAX_LIMIT).default(DEFAULT_LIMIT), ...filterShape })
  .refine(daysInOrder, outOfOrder);

/** A parsed search. */
export type PassagesQueryWire = z.infer<typeof passagesQuery>;

/** Query of GET /disagreements; `sources` and `documents` may be repeated. */
export const disagreementsQuery = z.strictObject({
  documents: names.optional(),
  sources: names.optional(),
  kind: relation.optional(),
  limit: digits(MAX_DISAGREEMENTS).default(DEFAULT_DISAGREEMENTS),
});

/** Body of POST /verify: quotes as an answer cites them. */
export const verifyRequest = list(
  z.strictObject({
    documentId: z.string().min(1),
    start: offset,
    end: offset,
    quote: z.string().min(1),
    /** Of the text the quote was taken from; says whether the document has changed since. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "64 lower-case hexadecimal digits.")
      .optional(),
  }),
).refine((quotes) => quotes.length >= 1 && quotes.length <= MAX_QUOTES, `Between 1 and ${MAX_QUOTES} quotes.`);

/** Longest reason and correction, in UTF-16 code units. */
const MAX_REMARK_UNITS = 2000;
const remark = z.string().trim().min(1).max(MAX_REMARK_UNITS).optional();

/** Body of POST /feedback: a verdict on an answer. */
export const feedbackRequest = z.strictObject({
  /** `id` of the answer. */
  answerId: z.string().regex(/^a_[\w-]{1,64}$/, "The id of an answer, as it was sent."),
  /** As it was read (`readAs`) where it was completed, so that it can be asked again alone. */
  question,
  verdict: z.enum(["good", "bad"]),
  reason: remark,
  /** What the answer should have said. */
  correction: remark,
});
