import { z } from "zod";

/** What clients may rely on: the only source in code of every public shape. Requests are strict, unknown keys refused. */

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

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

const relation = z.enum(["contradiction", "estimate", "scope", "update", "unclear"]);

/** Query of GET /disagreements; `sources` and `documents` may be repeated. */
export const disagreementsQuery = z.strictObject({
  documents: names.optional(),
  sources: names.optional(),
  kind: relation.optional(),
  limit: digits(MAX_DISAGREEMENTS).default(DEFAULT_DISAGREEMENTS),
});

/** A parsed listing of disagreements. */
export type DisagreementsQueryWire = z.infer<typeof disagreementsQuery>;

const offset = z.int().min(0);

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

const place = z.object({ documentId: z.string(), start: offset, end: offset });

/** Reply of POST /verify: one verdict a quote, in order. */
export const verifyReply = z.object({
  results: list(
    z.discriminatedUnion("verdict", [
      z.object({ verdict: z.literal("verbatim"), documentChanged: z.boolean() }),
      z.object({ verdict: z.literal("altered"), documentChanged: z.boolean(), found: z.string().nullable() }),
      z.object({ verdict: z.literal("misattributed"), documentChanged: z.boolean(), foundAt: list(place) }),
      z.object({ verdict: z.literal("unknown-document"), foundAt: list(place) }),
    ]),
  ),
});

/** Verdicts as sent. */
export type VerifyReplyWire = z.infer<typeof verifyReply>;

const documentReference = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string().optional(),
  published: z.string().optional(),
  url: z.string().optional(),
  sha256: z.string(),
});

/** A document as replies name it. */
export type DocumentReferenceWire = z.infer<typeof documentReference>;

const codePoints = z.object({ start: offset, end: offset });

const nearest = z.object({
  quote: z.string(),
  document: documentReference,
  start: offset,
  end: offset,
  codePoints,
  prefix: z.string(),
  suffix: z.string(),
  speaker: z.object({ name: z.string(), verb: z.string() }).nullable(),
  certainty: z.enum(["stated", "claimed", "confirmed", "reported", "unverified", "denied"]),
  origin: z.string(),
});

const citation = nearest.extend({ marker: z.int().min(1) });
const markers = list(z.int().min(1));

const disagreement = z.object({
  topic: z.string(),
  kind: relation,
  about: z.enum(["quantity", "time", "name", "status"]),
  summary: z.string(),
  positions: list(
    z.object({
      value: z.string(),
      quantity: z
        .object({
          low: z.number().nullable(),
          high: z.number().nullable(),
          unit: z.string(),
          per: z.string().nullable(),
          hedge: z.enum(["exact", "about", "almost", "over", "under", "range", "vague"]),
        })
        .nullable(),
      time: z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable(),
      asOf: z.string().nullable(),
      scope: z.string().nullable(),
      markers,
      origins: z.int(),
    }),
  ),
  fitsAll: markers,
  leftOut: z.int().min(0),
});

/** Reply of POST /ask. */
export const answerReply = z.object({
  id: z.string(),
  question: z.string(),
  readAs: z.string().nullable(),
  outcome: z.enum(["answered", "disputed", "unanswerable"]),
  answer: z.string(),
  citations: list(citation),
  disagreements: list(disagreement),
  missing: list(z.object({ slot: z.enum(["who", "what", "when", "where", "how-many", "why"]), asked: z.string() })),
  nearest: list(nearest),
  coverage: z.number().min(0).max(1),
  answerer: z.object({
    kind: z.enum(["extractive", "llm"]),
    model: z.string().optional(),
    fallback: z.enum(["llm-timeout", "llm-unavailable", "llm-rejected"]).optional(),
    dropped: z.int().optional(),
  }),
  index: z.object({
    id: z.string(),
    documents: z.int(),
    considered: z.int(),
    passages: z.int(),
    embedder: z.string(),
  }),
  timingsMs: z.object({
    embed: z.number(),
    retrieve: z.number(),
    compare: z.number(),
    compose: z.number(),
    total: z.number(),
  }),
});

/** An answer as sent. */
export type AnswerWire = z.infer<typeof answerReply>;

/** Reply of GET /disagreements: markers point into `citations`. */
export const disagreementsReply = z.object({
  disagreements: list(disagreement),
  citations: list(citation),
  /** Disagreements that `limit` left out. */
  leftOut: z.int().min(0),
});

/** Disagreements as sent. */
export type DisagreementsWire = z.infer<typeof disagreementsReply>;

/** Reply of GET /passages: retrieval only, best first. `explain` says what each score is made of. */
export const passagesReply = z.object({
  passages: list(
    z.object({
      document: documentReference,
      start: offset,
      end: offset,
      codePoints,
      text: z.string(),
      score: z.number(),
      explain: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
    }),
  ),
  index: z.object({ id: z.string(), considered: z.int(), passages: z.int() }),
});

/** Passages as sent. */
export type PassagesWire = z.infer<typeof passagesReply>;

/** Reply of GET /documents. */
export const documentsReply = z.object({
  documents: list(documentReference.extend({ passages: z.int(), sentences: z.int() })),
  index: z.object({ id: z.string(), passages: z.int(), embedder: z.string() }),
});

/** Documents as listed. */
export type DocumentsWire = z.infer<typeof documentsReply>;

/** Reply of GET /documents/:id: all offsets point into `text`. */
export const documentReply = documentReference.extend({ text: z.string() });

/** A document as sent. */
export type DocumentWire = z.infer<typeof documentReply>;
