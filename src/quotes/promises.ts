import { withoutOwnSentences } from "../answer/own-sentences.ts";
import { escapeMarkdown } from "../answer/markdown.ts";
import { findFigures } from "../claims/figures.ts";
import type { Figure } from "../claims/figures.ts";
import { sameQuantity } from "../claims/same-quantity.ts";
import { wordDate } from "./dates.ts";
import type { Citation, VerifiedAnswer } from "./verified.ts";

/** A citation as anyone may hold it. */
type CheckedCitation = Omit<Citation, "document"> & {
  readonly document: {
    readonly id: string;
    readonly title: string;
    readonly source?: string | undefined;
    readonly published?: string | undefined;
  };
};

/** An answer as anyone may hold it, proved or not: what `checkPromises` looks at. */
export type CheckedAnswer = Pick<VerifiedAnswer, "question" | "outcome" | "answer" | "missing"> & {
  readonly citations: readonly (CheckedCitation & { readonly marker: number })[];
  readonly nearest: readonly CheckedCitation[];
  readonly disagreements: readonly {
    /** What the positions give; a status is affirmed or denied in our words, and quoted in theirs. */
    readonly about?: "quantity" | "time" | "name" | "status";
    readonly positions: readonly { readonly value: string; readonly markers: readonly number[] }[];
    readonly fitsAll: readonly number[];
  }[];
};

/**
 * Checks the promises of the contract that one answer can be held to, from outside: quotes stand where they are said to
 * stand (1), markers and citations match (2), every line has a marker or is our own (3), every number outside quotes
 * stands in a cited quote or is a date or count of ours (4), every position has a quote that holds its value (5).
 * @param textOf text of a document as GET /documents/:id gives it, null where there is none
 * @returns one sentence for each broken promise; empty where all are kept
 */
export function checkPromises(answer: CheckedAnswer, textOf: (document: string) => string | null): readonly string[] {
  return [
    ...checkQuotes(answer, textOf),
    ...checkMarkers(answer),
    ...checkLines(answer),
    ...checkPositions(answer),
    ...checkOutcome(answer),
  ];
}

function checkQuotes(answer: CheckedAnswer, textOf: (document: string) => string | null): readonly string[] {
  return [...answer.citations, ...answer.nearest].flatMap((citation) => {
    const text = textOf(citation.document.id);
    if (text === null) return [`1: document ${citation.document.id} is not there`];
    if (text.slice(citation.start, citation.end) !== citation.quote)
      return [`1: "${citation.quote.slice(0, 60)}" is not what stands at ${citation.start}`];
    const points = Array.from(text.slice(0, citation.start)).length;
    return points === citation.codePoints.start ? [] : [`1: code points of "${citation.quote.slice(0, 40)}" are off`];
  });
}

/** Markers as they stand in the text; an escaped bracket of a quote is none. */
const markersIn = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\\)\[(\d+)\]/g)].map((match) => Number(match[1]));

function checkMarkers(answer: CheckedAnswer): readonly string[] {
  const known = new Set(answer.citations.map((citation) => citation.marker));
  const used = new Set([
    ...markersIn(answer.answer),
    ...answer.disagreements.flatMap((one) => [
      ...one.fitsAll,
      ...one.positions.flatMap((position) => position.markers),
    ]),
  ]);
  return [
    ...[...used].filter((marker) => !known.has(marker)).map((marker) => `2: marker ${marker} is no citation`),
    ...[...known].filter((marker) => !used.has(marker)).map((marker) => `2: citation ${marker} is not used`),
  ];
}

function checkLines(answer: CheckedAnswer): readonly string[] {
  const broken: string[] = [];
  for (const line of answer.answer.split("\n").filter((text) => text.trim() !== "")) {
    const rest = withoutOwnSentences(line);
    const markers = markersIn(rest);
    if (/\p{L}/u.test(rest) && markers.length === 0) broken.push(`3: no marker in "${rest.slice(0, 80)}"`);
    const cited = answer.citations.filter((citation) => markers.includes(citation.marker));
    broken.push(...checkNumbers(rest, cited));
  }
  return broken;
}

/** A name at the beginning of a sentence has a capital that it may not have elsewhere. */
const without = (text: string, name: string): string =>
  text.replaceAll(name, " ").replaceAll(name.charAt(0).toUpperCase() + name.slice(1), " ");

function checkNumbers(line: string, cited: readonly CheckedCitation[]): readonly string[] {
  let outside = line.replaceAll(/(?<!\\)\[\d+\]/g, " ");
  for (const { quote, document, speaker } of cited) {
    for (const known of [quote, document.title, document.source ?? "", speaker?.name ?? ""])
      if (known !== "") outside = without(outside, escapeMarkdown(known));
    if (document.published !== undefined) outside = outside.replaceAll(wordDate(document.published), " ");
  }
  const shown = outside.replaceAll("**", "");
  return findFigures(shown)
    .map((figure) => ({ figure, words: shown.slice(figure.span.start, figure.span.end) }))
    .filter(({ figure, words }) => !cited.some(({ quote }) => hasFigure(quote, figure, words)))
    .map(({ words }) => `4: "${words}" stands in no quote of its line`);
}

/** In the quote's words, or in other words for the same hedge and unit ("more than 5 km", "over 5 kilometres"). */
function hasFigure(quote: string, figure: Figure, words: string): boolean {
  if (quote.toLowerCase().includes(words.toLowerCase())) return true;
  const digits = words.match(/\d+(?:[.,]\d+)*/gu) ?? [];
  return (
    digits.every((one) => quote.includes(one)) &&
    findFigures(quote).some((other) => sameQuantity(figure.quantity, other.quantity))
  );
}

function checkPositions(answer: CheckedAnswer): readonly string[] {
  const quotes = new Map(answer.citations.map((citation) => [citation.marker, citation.quote]));
  return answer.disagreements.flatMap((one) =>
    one.positions
      .filter((position) => one.about !== "status" || !/^(?:affirmed|denied)$/.test(position.value))
      .filter((position) => !position.markers.some((marker) => quotes.get(marker)?.includes(position.value)))
      .map((position) => `5: no quote holds "${position.value}"`),
  );
}

function checkOutcome(answer: CheckedAnswer): readonly string[] {
  const disputed = answer.disagreements.length > 0;
  if (disputed !== (answer.outcome === "disputed"))
    return [`outcome ${answer.outcome} with ${answer.disagreements.length} disagreements`];
  return answer.outcome === "unanswerable" && answer.missing.length === 0
    ? ["unanswerable, and nothing is missing"]
    : [];
}
