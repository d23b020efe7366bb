import type { Snapshot } from "./index/snapshot.ts";

/** A quote as somebody else shows it: where it is said to stand, and its words. Offsets are UTF-16 code units. */
export type QuoteToVerify = {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Hash of the text that it was taken from, where known. */
  readonly sha256?: string | undefined;
};

/** Where a quote really stands. */
export type Place = { readonly documentId: string; readonly start: number; readonly end: number };

/**
 * What is true of a quote. `verbatim`: it stands where it is said to stand. `misattributed`: its words are genuine but
 * stand elsewhere, in this document or another. `altered`: they stand nowhere; `found` is what stands at those offsets,
 * null where they lie outside the text. `documentChanged` says that the text is not the one that was hashed.
 */
export type Verdict =
  | { readonly verdict: "verbatim"; readonly documentChanged: boolean }
  | { readonly verdict: "altered"; readonly documentChanged: boolean; readonly found: string | null }
  | { readonly verdict: "misattributed"; readonly documentChanged: boolean; readonly foundAt: readonly Place[] }
  | { readonly verdict: "unknown-document"; readonly foundAt: readonly Place[] };

/** Places listed for a quote that stands elsewhere: enough to put a citation right. */
const MAX_PLACES = 5;

/** Checks quotes against the documents, by comparing text and nothing else; one verdict a quote, in order. */
export function verifyQuotes(snapshot: Snapshot, quotes: readonly QuoteToVerify[]): readonly Verdict[] {
  return quotes.map((quote) => verifyQuote(snapshot, quote));
}

function verifyQuote(snapshot: Snapshot, { documentId, start, end, quote, sha256 }: QuoteToVerify): Verdict {
  const document = snapshot.records[snapshot.recordOf.get(documentId) ?? -1]?.document;
  if (!document) return { verdict: "unknown-document", foundAt: findPlaces(snapshot, quote) };
  const documentChanged = sha256 !== undefined && sha256 !== document.sha256;
  const inside = start < end && end <= document.text.length;
  const found = inside ? document.text.slice(start, end) : null;
  if (found === quote) return { verdict: "verbatim", documentChanged };
  const foundAt = findPlaces(snapshot, quote);
  if (foundAt.length > 0) return { verdict: "misattributed", documentChanged, foundAt };
  return { verdict: "altered", documentChanged, found };
}

/** The first places that hold the words, in order of document id, one a document. */
function findPlaces(snapshot: Snapshot, quote: string): readonly Place[] {
  const places: Place[] = [];
  for (const { document } of snapshot.records) {
    const start = document.text.indexOf(quote);
    if (start >= 0) places.push({ documentId: document.id, start, end: start + quote.length });
    if (places.length === MAX_PLACES) break;
  }
  return places;
}
