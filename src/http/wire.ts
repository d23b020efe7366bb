import { z } from "zod";

/** What clients may rely on in replies. With wire-requests.ts the only source in code of every public shape. */

/** A list that nobody may change: parsed ones are frozen. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** Place in a text: UTF-16 code units, or code points where it says so. */
export const offset = z.int().min(0);

/** How two positions differ. */
export const relation = z.enum(["contradiction", "estimate", "scope", "update", "unclear"]);

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

/** A quote that an answer cites. */
export const citation = nearest.extend({ marker: z.int().min(1) });
const markers = list(z.int().min(1));

/** A disagreement; markers point into the citations sent with it. */
export const disagreement = z.object({
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

const indexReference = z.object({
  id: z.string(),
  documents: z.int(),
  /** Documents that the filters let through. */
  considered: z.int(),
  passages: z.int(),
  embedder: z.string(),
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
    droppedBy: z.record(z.string(), z.int()).optional(),
  }),
  index: indexReference,
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

/** Score and rank in one of the two searches; null where it is not among the best of that one. */
const placing = z.object({ score: z.number(), rank: z.int() }).nullable();

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
      explain: z.object({ bm25: placing, cosine: placing, fusedRank: z.int(), seat: z.enum(["document", "score"]) }),
    }),
  ),
  index: indexReference,
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

/** Every refusal, as `application/problem+json` (RFC 9457). */
export const problemReply = z.object({
  type: z.string().regex(/^urn:parallax:problem:[a-z-]+$/),
  title: z.string(),
  status: z.int(),
  /** What is wrong and what to do. */
  detail: z.string(),
  /** Each thing that is wrong: `pointer` (RFC 6901) into the body, or `parameter` of the query. */
  errors: list(
    z.object({ detail: z.string(), pointer: z.string().optional(), parameter: z.string().optional() }),
  ).optional(),
  /** True where the same request may succeed in a moment: too many questions at once, loading, stopping. */
  retryable: z.literal(true).optional(),
  requestId: z.string(),
});

/** A refusal as sent. */
export type ProblemWire = z.infer<typeof problemReply>;
