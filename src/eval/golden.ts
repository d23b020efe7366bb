import { z } from "zod";
import { ParallaxError } from "../errors.ts";
import { relation } from "../http/wire.ts";
import { readLines } from "./json-lines.ts";

const text = z.string().min(1);
const texts = z.array(text).min(1).readonly();

/** One, or a list of which any will do; a list after reading. */
const oneOf = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1)]).readonly();

const outcome = z.enum(["answered", "disputed", "unanswerable"]);

const documents = texts.describe("Beginnings of document ids.");

const position = z.strictObject({
  value: text.describe(
    'The figure, time or name as one of the documents writes it, the shortest part that cannot be mistaken; "affirmed" or "denied" where `about` is "status".',
  ),
  documents: documents.describe("Beginnings of the ids of all documents that take the position."),
  speakers: texts.optional().describe("Parts of the names of those who are credited with it."),
});

const judgement = z.strictObject({
  document: text.describe("Beginning of the id of the document."),
  text: text.describe("A sentence of it, or an unmistakable part of one, verbatim."),
  grade: z.union([z.literal(1), z.literal(2)]).describe("2 answers the question, 1 helps."),
});

const shape = z.strictObject({
  id: text.describe("Unique in its file."),
  question: text,
  outcome: oneOf(outcome).describe("The outcome that an answer must have, or those of which any will do."),
  about: z.enum(["quantity", "time", "name", "status"]).optional().describe("What the documents disagree about."),
  kind: oneOf(relation)
    .optional()
    .describe(
      "How the positions differ, or the kinds of which any will do. Without it the question is where the documents disagree at large, and `positions` are some of many.",
    ),
  positions: z.array(position).min(1).readonly().optional().describe("All positions on the topic of the question."),
  fitsAll: documents.optional().describe("Beginnings of the ids of documents whose claim fits every position."),
  leads: text.optional().describe("The value that the answer names first: of an update the latest."),
  facts: z
    .array(texts)
    .min(1)
    .readonly()
    .optional()
    .describe("Each is a list of wordings of one fact; one of them stands in a quote that is cited."),
  quotes: texts.optional().describe("Parts of quotes that are cited, verbatim."),
  documents: documents
    .optional()
    .describe("Beginnings of the ids of all documents that hold the answer; each is cited with a quote that holds it."),
  speakers: texts.optional().describe("Parts of the names of speakers that are credited."),
  missing: texts.optional().describe("The words of the question that no document tells."),
  nearMiss: z
    .literal(true)
    .optional()
    .describe("Unanswerable, and asked in the documents' own words: right names, wrong detail."),
  absent: texts.optional().describe("Values that no position has: of another day, of a part."),
  relevant: z
    .array(judgement)
    .min(1)
    .readonly()
    .optional()
    .describe("Every sentence that answers the question or helps to, for the measures of retrieval."),
});

/** What each outcome must say to be worth a row; a row that expects nothing cannot fail. */
const row = shape
  .refine(
    (one) => !one.outcome.includes("disputed") || one.positions !== undefined,
    "A disputed row names its positions.",
  )
  .refine(
    (one) => !one.outcome.includes("answered") || one.facts !== undefined || one.quotes !== undefined,
    "An answered row names a fact or a quote.",
  )
  .refine((one) => !one.outcome.includes("unanswerable") || one.missing !== undefined, "Name what is missing.")
  .refine((one) => one.nearMiss === undefined || one.outcome.includes("unanswerable"), "A near miss is unanswerable.");

/** A question with what an answer to it must hold; see docs/golden.schema.json for each field. */
export type GoldenRow = Readonly<z.output<typeof row>>;

/** A golden row as a person writes it, where a list of one may be that one. */
export type GoldenDraft = Readonly<z.input<typeof row>>;

/** One side of a disagreement as a row expects it. */
export type GoldenPosition = NonNullable<GoldenRow["positions"]>[number];

/** Reads golden questions: JSON lines. @throws ParallaxError `bad-input` naming the line, or the id that two rows have */
export function loadGolden(lines: string): readonly GoldenRow[] {
  const rows = readLines(lines, row, "a golden question");
  const twice = rows.find(({ id }, i) => rows.findIndex((other) => other.id === id) < i);
  if (twice === undefined) return rows;
  throw new ParallaxError("bad-input", `Two golden questions have the id "${twice.id}". Rename one.`);
}

/** JSON Schema (2020-12) of a golden row as a person writes it. */
export function goldenSchema(): object {
  return {
    title: "A golden question of Parallax",
    description: "One line of a golden file: a question with what an answer to it must hold.",
    ...z.toJSONSchema(shape, { io: "input" }),
  };
}
