import type { Snapshot } from "../index/snapshot.ts";
import { whereFrom } from "./credit.ts";
import type { DraftCitation, DraftPart } from "./draft.ts";
import { quoteText } from "./phrase.ts";

/** Quotes printed in full for one position; further documents are named with their markers. */
const MAX_PRINTED = 2;

const words = (text: string): DraftPart => ({ kind: "words", text });

/**
 * Quotes that say the same, side by side: the first ones in full with who says so and where, then the other documents by name.
 * No wording is printed twice: a second document of a wire sentence, or a second position in one sentence, gets its marker.
 * @param printed wordings that the answer has shown; those printed here are added
 */
export function listQuotes(
  snapshot: Snapshot,
  citations: readonly DraftCitation[],
  printed: Set<string>,
): readonly DraftPart[] {
  const seen = new Set<string>();
  const distinct = citations.filter((citation) => !seen.has(placeOf(citation)) && seen.add(placeOf(citation)));
  const fresh: DraftCitation[] = [];
  const named: DraftCitation[] = [];
  for (const citation of distinct) {
    const wording = wordingOf(snapshot, citation);
    if (printed.has(wording) || fresh.length === MAX_PRINTED) named.push(citation);
    else {
      printed.add(wording);
      fresh.push(citation);
    }
  }
  const parts: DraftPart[] = [];
  fresh.forEach((citation, i) => {
    parts.push(...(i > 0 ? [words("; likewise ")] : []), { kind: "quote", citation }, ...whereFrom(citation));
  });
  named.forEach((citation, i) => {
    if (parts.length > 0) parts.push(words(i === 0 ? "; also " : ", "));
    parts.push(
      { kind: "source", document: citation.document, shows: "name-and-date" },
      { kind: "markers", citations: [citation] },
    );
  });
  return parts;
}

/** True where a wording of the citations has not been shown yet. */
export const hasFresh = (
  snapshot: Snapshot,
  citations: readonly DraftCitation[],
  printed: ReadonlySet<string>,
): boolean => citations.some((citation) => !printed.has(wordingOf(snapshot, citation)));

/** The words alone, so that one wire sentence in two papers is printed once. */
export const wordingOf = (snapshot: Snapshot, citation: DraftCitation): string =>
  quoteText(snapshot, citation)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const placeOf = (citation: DraftCitation): string => `${citation.document}:${citation.span.start}-${citation.span.end}`;
