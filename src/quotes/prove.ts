import type { DraftCitation } from "../answer/draft.ts";
import { ParallaxError } from "../errors.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { overlaps, slice } from "../text/span.ts";
import { countCodePoints } from "./code-points.ts";
import { brand } from "./verified.ts";
import type { Citation, VerifiedCitation, VerifiedNearest } from "./verified.ts";

/** UTF-16 units of context before and after a quote (W3C TextQuoteSelector's prefix and suffix). */
const CONTEXT_UNITS = 32;

/** Proves that a stretch is text of its document, inside it, not cut through a character, and no page furniture. */
function prove(snapshot: Snapshot, draft: DraftCitation, origin: string): Citation {
  const record = recordOf(snapshot, draft.document);
  const { document, layout } = record;
  const { start, end } = draft.span;
  const whole =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= document.text.length;
  if (!whole || splitsPair(document.text, start) || splitsPair(document.text, end)) {
    throw unproved(draft, "lies outside the text or cuts a character");
  }
  if (layout.furniture.some((span) => overlaps(span, draft.span))) throw unproved(draft, "covers page furniture");
  return {
    quote: slice(document.text, draft.span),
    document: {
      id: document.id,
      title: document.title,
      ...(document.source === null ? {} : { source: document.source }),
      ...(document.published === null ? {} : { published: document.published }),
      ...(document.url === null ? {} : { url: document.url }),
      sha256: document.sha256,
    },
    start,
    end,
    codePoints: { start: countCodePoints(document, start), end: countCodePoints(document, end) },
    prefix: document.text.slice(wholeFrom(document.text, start - CONTEXT_UNITS), start),
    suffix: document.text.slice(end, wholeTo(document.text, end + CONTEXT_UNITS)),
    speaker: draft.speaker,
    certainty: draft.certainty,
    origin,
  };
}

/**
 * A proved quote with its marker.
 * @throws ParallaxError `internal` where the stretch is not quotable: the composer is at fault, not the input
 */
export function proveCitation(
  snapshot: Snapshot,
  draft: DraftCitation,
  named: { marker: number; origin: string },
): VerifiedCitation {
  return brand({ marker: named.marker, ...prove(snapshot, draft, named.origin) });
}

/** A proved quote without a marker. */
export function proveNearest(snapshot: Snapshot, draft: DraftCitation, origin: string): VerifiedNearest {
  return brand(prove(snapshot, draft, origin));
}

/** The record of a document that a draft names. */
export function recordOf(snapshot: Snapshot, id: string): DocumentRecord {
  const record = snapshot.records[snapshot.recordOf.get(id) ?? -1];
  if (!record) throw new ParallaxError("internal", `A draft cites document "${id}", which the index does not hold.`);
  return record;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** True where `at` falls between the two halves of a surrogate pair. */
function splitsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1));
}

const wholeFrom = (text: string, at: number): number => (at <= 0 ? 0 : splitsPair(text, at) ? at + 1 : at);
const wholeTo = (text: string, at: number): number =>
  at >= text.length ? text.length : splitsPair(text, at) ? at - 1 : at;

const unproved = (draft: DraftCitation, why: string): ParallaxError =>
  new ParallaxError(
    "internal",
    `A draft quotes ${draft.document} ${draft.span.start}–${draft.span.end}, which ${why}.`,
  );
