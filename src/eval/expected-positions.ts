import type { AnswerWire } from "../http/wire.ts";
import type { GoldenPosition, GoldenRow } from "./golden.ts";
import { holdsAnswer } from "./metrics/quotes.ts";

/** A disagreement as an answer tells it. */
export type ToldDisagreement = AnswerWire["disagreements"][number];

/** One side of it. */
export type ToldPosition = ToldDisagreement["positions"][number];

/** A side as expected beside the side that tells it. */
export type PositionPair = { readonly expected: GoldenPosition; readonly told: ToldPosition };

/** The disagreement of an answer that comes nearest to the expected one, with the sides that could be paired off. */
export type NearestDisagreement = { readonly told: ToldDisagreement; readonly pairs: readonly PositionPair[] };

/** Citations of these markers, in the order of the answer. */
export function citationsOf(markers: readonly number[], { citations }: AnswerWire): AnswerWire["citations"] {
  return citations.filter(({ marker }) => markers.includes(marker));
}

/** Ids of the documents that these markers cite, each once. */
export function documentsOf(markers: readonly number[], answer: AnswerWire): readonly string[] {
  return [...new Set(citationsOf(markers, answer).map(({ document }) => document.id))];
}

/** Whether one of these documents is meant: golden rows name documents by the beginnings of their ids. */
export const isAmong = (documents: readonly string[], beginning: string): boolean =>
  documents.some((document) => document.startsWith(beginning));

/**
 * Whether a side says what is expected. A value may be written as another of its documents writes it ("seven", "7"): then it stands in a quote
 * of one of the expected documents, and the side shows the value of no other expected side. A status has no value of its own: its documents tell.
 */
export function saysExpected(expected: GoldenPosition, told: ToldPosition, { row, answer }: Beside): boolean {
  if (row.about === "status") return expected.documents.some((id) => isAmong(documentsOf(told.markers, answer), id));
  if (holdsAnswer(told.value, expected.value)) return true;
  const others = (row.positions ?? []).filter((one) => one !== expected);
  if (others.some(({ value }) => holdsAnswer(told.value, value))) return false;
  return citationsOf(told.markers, answer).some(
    ({ document, quote }) =>
      expected.documents.some((id) => document.id.startsWith(id)) && holdsAnswer(quote, expected.value),
  );
}

/** A row and the answer to its question. */
export type Beside = { readonly row: GoldenRow; readonly answer: AnswerWire };

/** The side says what is expected and cites every document that takes it. */
export function isExpected(expected: GoldenPosition, told: ToldPosition, beside: Beside): boolean {
  const cited = documentsOf(told.markers, beside.answer);
  return saysExpected(expected, told, beside) && expected.documents.every((id) => isAmong(cited, id));
}

/** Whether these sides and the expected ones can be paired off, none left on either side. */
export function hasExactly(
  told: readonly ToldPosition[],
  expected: readonly GoldenPosition[],
  beside: Beside,
): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return told.length === 0;
  return told.some(
    (one) =>
      isExpected(first, one, beside) &&
      hasExactly(
        told.filter((other) => other !== one),
        rest,
        beside,
      ),
  );
}

/** The disagreement that tells most of the expected sides; of equals the one with fewer others, then the first. Null where none tells any. */
export function nearestDisagreement(beside: Beside): NearestDisagreement | null {
  const all = beside.answer.disagreements
    .map((told) => ({ told, pairs: pairOff(told.positions, beside) }))
    .filter(({ pairs }) => pairs.length > 0)
    .sort((a, b) => b.pairs.length - a.pairs.length || a.told.positions.length - b.told.positions.length);
  return all[0] ?? null;
}

/** Expected sides with the sides that say so, whatever documents they cite; each once, those that cite everything first. */
function pairOff(told: readonly ToldPosition[], beside: Beside): readonly PositionPair[] {
  const free = [...told];
  return (beside.row.positions ?? []).flatMap((expected) => {
    const fitting = free.filter((one) => saysExpected(expected, one, beside));
    const best = fitting.find((one) => isExpected(expected, one, beside)) ?? fitting[0];
    if (best === undefined) return [];
    free.splice(free.indexOf(best), 1);
    return [{ expected, told: best }];
  });
}
