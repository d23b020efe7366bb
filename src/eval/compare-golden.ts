import type { AnswerWire } from "../http/wire.ts";
import { citationsOf, documentsOf, hasExactly, isAmong, isExpected } from "./expected-positions.ts";
import type { Beside, ToldDisagreement } from "./expected-positions.ts";
import type { GoldenPosition, GoldenRow } from "./golden.ts";
import { holdsAnswer } from "./metrics/quotes.ts";

/** One thing in which an answer is not what its row expects. */
export type Miss = {
  readonly what:
    | "outcome"
    | "position"
    | "positions"
    | "about"
    | "kind"
    | "speaker of a position"
    | "first value"
    | "fact"
    | "quote"
    | "document"
    | "speaker"
    | "missing"
    | "values"
    | "promise";
  readonly expected: string;
  readonly came: string;
};

/** Everything in which an answer is not what its row expects; empty where all is well. */
export function compareWithGolden(row: GoldenRow, answer: AnswerWire): readonly Miss[] {
  const beside = { row, answer };
  return [
    ...compareOutcome(beside),
    ...comparePositions(beside),
    ...compareLead(beside),
    ...expectEach("speaker", row.speakers, creditedIn(answer.citations)),
    ...compareQuoted(beside),
    ...compareMissing(beside),
    ...compareAbsent(beside),
  ];
}

/** One sentence: "outcome: expected answered, came disputed". */
export const wordMiss = ({ what, expected, came }: Miss): string => `${what}: expected ${expected}, came ${came}`;

/** Names of those whom citations credit. */
export const creditedIn = (citations: AnswerWire["citations"]): readonly string[] =>
  citations.flatMap(({ speaker }) => (speaker ? [speaker.name] : []));

/** Whether a name that was credited is that of an expected speaker: golden rows give parts of names. */
const isCredited = (names: readonly string[], part: string): boolean =>
  names.some((name) => name.toLowerCase().includes(part.toLowerCase()));

const list = (all: readonly string[]): string => (all.length === 0 ? "none" : all.map((one) => `"${one}"`).join(", "));

function compareOutcome({ row, answer }: Beside): readonly Miss[] {
  if (row.outcome.includes(answer.outcome)) return [];
  return [{ what: "outcome", expected: row.outcome.join(" or "), came: answer.outcome }];
}

/** Each of these must be a part of one of those. */
function expectEach(what: "speaker", wanted: readonly string[] | undefined, came: readonly string[]): readonly Miss[] {
  return (wanted ?? [])
    .filter((one) => !isCredited(came, one))
    .map((one) => ({ what, expected: `"${one}"`, came: list(came) }));
}

/** Of a question that may also be answered, positions are looked at only where they differ. */
const expectsPositions = ({ row, answer }: Beside): boolean =>
  row.outcome.every((one) => one === "disputed") || answer.outcome === "disputed";

function comparePositions(beside: Beside): readonly Miss[] {
  const { row, answer } = beside;
  const { positions, kind } = row;
  if (positions === undefined || !expectsPositions(beside)) return [];
  const came = answer.disagreements.map((one) => describe(one, answer)).join("; ") || "no disagreement";
  if (kind === undefined) {
    return positions
      .filter((one) => !answer.disagreements.some((its) => its.positions.some((told) => isExpected(one, told, beside))))
      .map((one) => ({ what: "position", expected: describeExpected([one]), came }));
  }
  const same = answer.disagreements.filter((one) => hasExactly(one.positions, positions, beside));
  if (same.length === 0) return [{ what: "positions", expected: `exactly ${describeExpected(positions)}`, came }];
  // The one that fails in least.
  return same
    .map((one) => compareDisagreement(one, beside))
    .reduce((best, one) => (one.length < best.length ? one : best));
}

function compareDisagreement(told: ToldDisagreement, beside: Beside): readonly Miss[] {
  const { row, answer } = beside;
  const came = describe(told, answer);
  const misses: Miss[] = [];
  if (row.about !== undefined && row.about !== told.about)
    misses.push({ what: "about", expected: row.about, came: `${told.about}: ${came}` });
  const fits = documentsOf(told.fitsAll, answer);
  const compatible = (row.fitsAll ?? []).every((id) => isAmong(fits, id));
  if (!row.kind?.includes(told.kind) || !compatible) {
    const wanted = row.kind?.join(" or ") ?? "";
    misses.push({
      what: "kind",
      expected: row.fitsAll ? `${wanted} with ${list(row.fitsAll)} compatible` : wanted,
      came,
    });
  }
  for (const expected of row.positions ?? []) {
    const side = told.positions.find((one) => isExpected(expected, one, beside));
    const names = creditedIn(citationsOf(side?.markers ?? [], answer));
    for (const speaker of expected.speakers ?? [])
      if (!isCredited(names, speaker))
        misses.push({
          what: "speaker of a position",
          expected: `"${expected.value}" by "${speaker}"`,
          came: list(names),
        });
  }
  return misses;
}

/** The value that stands first in the text; of two that begin at one place the longer one. */
function compareLead({ row: { leads }, answer }: Beside): readonly Miss[] {
  if (leads === undefined) return [];
  const found = answer.disagreements
    .flatMap(({ positions }) => positions.map(({ value }) => ({ value, at: answer.answer.indexOf(value) })))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.value.length - a.value.length || (a.value < b.value ? -1 : 1));
  const first = found[0]?.value;
  if (first !== undefined && holdsAnswer(first, leads)) return [];
  return [{ what: "first value", expected: `"${leads}"`, came: first === undefined ? "none" : `"${first}"` }];
}

/** Facts and quotes are cited, from every document that holds the answer. */
function compareQuoted({ row, answer }: Beside): readonly Miss[] {
  if (answer.outcome === "unanswerable" && row.outcome.includes("unanswerable")) return [];
  const { citations } = answer;
  const came = list(citations.map(({ quote }) => quote));
  const lacks = (wordings: readonly string[]): boolean =>
    !citations.some(({ quote }) => wordings.some((words) => holdsAnswer(quote, words)));
  const facts = row.facts ?? [];
  const quotes = row.quotes ?? [];
  const parts = [
    ...facts.flat(),
    ...quotes,
    ...(row.relevant ?? []).flatMap((one) => (one.grade === 2 ? [one.text] : [])),
  ];
  const tells = (quote: string): boolean =>
    parts.length === 0 || parts.some((part) => holdsAnswer(quote, part) || holdsAnswer(part, quote));
  const cited = [...new Set(citations.filter(({ quote }) => tells(quote)).map(({ document }) => document.id))];
  return [
    ...facts.filter(lacks).map((fact): Miss => ({ what: "fact", expected: list(fact), came })),
    ...quotes.filter((quote) => lacks([quote])).map((quote): Miss => ({ what: "quote", expected: `"${quote}"`, came })),
    ...(row.documents ?? [])
      .filter((id) => !isAmong(cited, id))
      .map((id): Miss => ({ what: "document", expected: `"${id}" quoted`, came: list(cited) })),
  ];
}

/** What is missing may be named more shortly or at more length than expected. */
function compareMissing({ row, answer }: Beside): readonly Miss[] {
  if (row.missing === undefined || !row.outcome.includes(answer.outcome)) return [];
  const came = answer.missing.map(({ asked }) => asked);
  return row.missing
    .filter((one) => !came.some((asked) => holdsAnswer(asked, one) || holdsAnswer(one, asked)))
    .map((one) => ({ what: "missing", expected: `"${one}"`, came: list(came) }));
}

function compareAbsent({ row, answer }: Beside): readonly Miss[] {
  const values = answer.disagreements.flatMap(({ positions }) => positions.map(({ value }) => value));
  return (row.absent ?? [])
    .filter((one) => values.some((value) => holdsAnswer(value, one)))
    .map((one) => ({ what: "values", expected: `none with "${one}"`, came: list(values) }));
}

const describeExpected = (positions: readonly Pick<GoldenPosition, "value" | "documents">[]): string =>
  positions.map(({ value, documents }) => `"${value}" by ${documents.join(" and ")}`).join(" against ");

function describe({ kind, positions, fitsAll }: ToldDisagreement, answer: AnswerWire): string {
  const sides = positions.map(({ value, markers }) => ({ value, documents: documentsOf(markers, answer) }));
  const compatible = fitsAll.length === 0 ? "" : `, compatible ${list(documentsOf(fitsAll, answer))}`;
  return `${kind} ${describeExpected(sides)}${compatible}`;
}
