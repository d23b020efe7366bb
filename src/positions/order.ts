import type { Claim } from "../claims/claim.ts";
import type { Document } from "../documents/document.ts";

/** What of a document the order of its claims depends on. */
export type Dated = Pick<Document, "title" | "source" | "published">;

/** By code units, so that no locale changes an order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By place in the corpus: document id, then place in the text. */
export function byPlaceInCorpus(a: Claim, b: Claim): number {
  return (
    compareText(a.document, b.document) ||
    a.span.start - b.span.start ||
    a.value.start - b.value.start ||
    compareText(a.id, b.id)
  );
}

/** Unknown dates and sources come last. */
function compareKnown(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : compareText(a, b);
}

/** As-of or during day, `YYYY-MM-DD`; of a stretch of days the last. */
export function asOfDay(claim: Claim): string | null {
  const period = claim.kind === "time" ? claim.time : claim.period;
  return (period?.to ?? period?.from ?? null)?.slice(0, 10) ?? null;
}

/** By publication: date, source, then place in the corpus; a file's name decides only between reports that nothing else tells apart. */
export function byPublication(documentOf: (id: string) => Dated): (a: Claim, b: Claim) => number {
  return (a, b) => {
    if (a.document === b.document) return byPlaceInCorpus(a, b);
    const [first, second] = [documentOf(a.document), documentOf(b.document)];
    return (
      compareKnown(first.published, second.published) ||
      compareKnown(first.source, second.source) ||
      byPlaceInCorpus(a, b)
    );
  };
}

/** As-of date, publication date, source, document id, place in the text: the order in which claims are told. */
export function tellingOrder(documentOf: (id: string) => Dated): (a: Claim, b: Claim) => number {
  return (a, b) => {
    const byDay = compareKnown(asOfDay(a), asOfDay(b));
    if (byDay !== 0) return byDay;
    const [first, second] = [documentOf(a.document), documentOf(b.document)];
    return (
      compareKnown(first.published, second.published) ||
      compareKnown(first.source, second.source) ||
      byPlaceInCorpus(a, b)
    );
  };
}
