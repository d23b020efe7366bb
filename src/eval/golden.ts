import { z } from "zod";
import { ParallaxError } from "../errors.ts";
import type { AnswerWire } from "../http/wire.ts";
import { relation } from "../http/wire.ts";
import { readLines } from "./json-lines.ts";

const texts = z.array(z.string().min(1)).min(1).readonly();

const shape = z.strictObject({
  id: z.string().min(1),
  question: z.string().min(1),
  outcome: z.enum(["answered", "disputed", "unanswerable"]),
  /** How the positions differ. Without it the question is where the documents disagree at large, and `positions` are some of many. */
  kind: relation.optional(),
  /** Each is a part of the position's value, and beginnings of the ids of documents that it cites. */
  positions: z
    .array(z.strictObject({ value: z.string().min(1), documents: texts }))
    .min(1)
    .readonly()
    .optional(),
  /** Beginnings of the ids of documents that are cited as compatible with all positions of that disagreement. */
  fitsAll: texts.optional(),
  /** The value that the answer names first. */
  leads: z.string().min(1).optional(),
  /** Parts of the names of speakers that are cited. */
  speakers: texts.optional(),
  /** Parts of the quotes that are cited. */
  quotes: texts.optional(),
  /** Beginnings of the ids of documents that one of `quotes` is cited from, each. */
  documents: texts.optional(),
  /** Parts of what the answer says is missing. */
  missing: texts.optional(),
  /** What no position has as its value. */
  absent: texts.optional(),
});

/** What each outcome must say to be worth a row; a row that expects nothing cannot fail. */
const row = shape
  .refine((one) => one.outcome !== "disputed" || one.positions !== undefined, "A disputed row names its positions.")
  .refine((one) => one.outcome !== "answered" || one.quotes !== undefined, "An answered row names a quote.")
  .refine((one) => one.outcome !== "unanswerable" || one.missing !== undefined, "Name what is missing.")
  .refine(
    (one) => one.kind !== undefined || one.fitsAll === undefined,
    "fitsAll belongs to one disagreement: name its kind.",
  );

/** A question with what an answer to it must hold. */
export type GoldenRow = Readonly<z.infer<typeof row>>;

type Disagreement = AnswerWire["disagreements"][number];
type Position = Disagreement["positions"][number];
type Expected = NonNullable<GoldenRow["positions"]>[number];

/** Reads golden questions: JSON lines. @throws ParallaxError `bad-input` naming the line, or the id that two rows have */
export function loadGolden(text: string): readonly GoldenRow[] {
  const rows = readLines(text, row, "a golden question");
  const twice = rows.find(({ id }, i) => rows.findIndex((other) => other.id === id) < i);
  if (twice === undefined) return rows;
  throw new ParallaxError("bad-input", `Two golden questions have the id "${twice.id}". Rename one.`);
}

/**
 * Everything in which an answer is not what its row expects.
 * @returns one sentence each, with the row's id, what was expected and what came; empty where all is well
 */
export function compareWithGolden(expected: GoldenRow, answer: AnswerWire): readonly string[] {
  const failures = [
    ...(answer.outcome === expected.outcome ? [] : [differs("outcome", expected.outcome, answer.outcome)]),
    ...comparePositions(expected, answer),
    ...compareLead(expected, answer),
    ...expectEach(
      "speaker",
      expected.speakers,
      answer.citations.flatMap(({ speaker }) => (speaker ? [speaker.name] : [])),
    ),
    ...expectEach(
      "quote",
      expected.quotes,
      answer.citations.map(({ quote }) => quote),
    ),
    ...compareDocuments(expected, answer),
    ...expectEach(
      "missing",
      expected.missing,
      answer.missing.map(({ asked }) => asked),
    ),
    ...compareAbsent(expected, answer),
  ];
  return failures.map((failure) => `${expected.id}: ${failure}`);
}

const differs = (what: string, expected: string, came: string): string => `${what}: expected ${expected}, came ${came}`;

const list = (all: readonly string[]): string => (all.length === 0 ? "none" : all.map((one) => `"${one}"`).join(", "));

/** Each of these must be a part of one of those. */
function expectEach(what: string, wanted: readonly string[] | undefined, came: readonly string[]): readonly string[] {
  return (wanted ?? [])
    .filter((one) => !came.some((text) => text.includes(one)))
    .map((one) => differs(what, `"${one}"`, list(came)));
}

function comparePositions(expected: GoldenRow, answer: AnswerWire): readonly string[] {
  const { positions, kind } = expected;
  if (positions === undefined) return [];
  const came = answer.disagreements.map((one) => describe(one, answer)).join("; ") || "no disagreement";
  if (kind === undefined) {
    return positions
      .filter((one) => !answer.disagreements.some((its) => its.positions.some((each) => isExpected(one, each, answer))))
      .map((one) => differs("position", describeExpected([one]), came));
  }
  const same = answer.disagreements.filter((one) => hasExactly(one.positions, positions, answer));
  if (same.length === 0) return [differs("positions", `exactly ${describeExpected(positions)}`, came)];
  const fits = (one: Disagreement): boolean =>
    (expected.fitsAll ?? []).every((id) =>
      documentsOf(one.fitsAll, answer).some((document) => document.startsWith(id)),
    );
  if (same.some((one) => one.kind === kind && fits(one))) return [];
  const wanted = expected.fitsAll ? `${kind} with ${list(expected.fitsAll)} compatible` : kind;
  return [differs("kind", wanted, came)];
}

/** Whether these positions and the expected ones can be paired off, none left on either side. */
function hasExactly(positions: readonly Position[], expected: readonly Expected[], answer: AnswerWire): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return positions.length === 0;
  return positions.some(
    (one) =>
      isExpected(first, one, answer) &&
      hasExactly(
        positions.filter((other) => other !== one),
        rest,
        answer,
      ),
  );
}

function isExpected(expected: Expected, position: Position, answer: AnswerWire): boolean {
  const cited = documentsOf(position.markers, answer);
  return (
    holdsWhole(position.value, expected.value) &&
    expected.documents.every((id) => cited.some((document) => document.startsWith(id)))
  );
}

/** Whether a value holds another, and not as a part of a longer number: "707,540" does not hold "70". */
function holdsWhole(value: string, part: string): boolean {
  for (let at = value.indexOf(part); at >= 0; at = value.indexOf(part, at + 1)) {
    const before = value.slice(0, at);
    const after = value.slice(at + part.length);
    const isCut = (/^\d/u.test(part) && /\d[.,]?$/u.test(before)) || (/\d$/u.test(part) && /^[.,]?\d/u.test(after));
    if (!isCut) return true;
  }
  return false;
}

/** Ids of the documents that these markers cite, each once. */
function documentsOf(markers: readonly number[], { citations }: AnswerWire): readonly string[] {
  return [...new Set(citations.filter(({ marker }) => markers.includes(marker)).map(({ document }) => document.id))];
}

/** The value that stands first in the text; of two that begin at one place the longer one. */
function compareLead({ leads }: GoldenRow, answer: AnswerWire): readonly string[] {
  if (leads === undefined) return [];
  const found = answer.disagreements
    .flatMap(({ positions }) => positions.map(({ value }) => ({ value, at: answer.answer.indexOf(value) })))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.value.length - a.value.length || (a.value < b.value ? -1 : 1));
  const first = found[0]?.value;
  return first !== undefined && holdsWhole(first, leads)
    ? []
    : [differs("first value", `"${leads}"`, first === undefined ? "none" : `"${first}"`)];
}

function compareDocuments({ documents, quotes }: GoldenRow, { citations }: AnswerWire): readonly string[] {
  const cited = citations.filter(({ quote }) => (quotes ?? [""]).some((part) => quote.includes(part)));
  const ids = [...new Set(cited.map(({ document }) => document.id))];
  return (documents ?? [])
    .filter((id) => !ids.some((document) => document.startsWith(id)))
    .map((id) => differs("document of a quote", `"${id}"`, list(ids)));
}

function compareAbsent({ absent }: GoldenRow, { disagreements }: AnswerWire): readonly string[] {
  const values = disagreements.flatMap(({ positions }) => positions.map(({ value }) => value));
  return (absent ?? [])
    .filter((one) => values.some((value) => holdsWhole(value, one)))
    .map((one) => differs("values", `none with "${one}"`, list(values)));
}

const describeExpected = (positions: readonly Expected[]): string =>
  positions.map(({ value, documents }) => `"${value}" by ${documents.join(" and ")}`).join(" against ");

function describe({ kind, positions, fitsAll }: Disagreement, answer: AnswerWire): string {
  const sides = positions.map(({ value, markers }) => ({ value, documents: documentsOf(markers, answer) }));
  const compatible = fitsAll.length === 0 ? "" : `, compatible ${list(documentsOf(fitsAll, answer))}`;
  return `${kind} ${describeExpected(sides)}${compatible}`;
}
