import { datelineEnd, standsAlone } from "../claims/clause.ts";
import type { DocumentRecord } from "../index/record.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";

/** Words of a sentence in UTF-16 units from its start. */
export type Words = { readonly sentence: number; readonly start: number; readonly end: number };

/**
 * What every claim has that is made when a question is asked: the words of its document and whom that credits, with nothing known of what
 * happened. Kept by no index. Null for a sentence that is not there.
 */
export function claimAt({ sentence, start, end }: Words, { document, sentences, credits }: DocumentRecord) {
  const span = sentences[sentence]?.span;
  if (!span) return null;
  const value: Span = { start: span.start + start, end: span.start + end };
  const credit = (credits[sentence] ?? []).find((one) => one.span.start <= value.start && value.end <= one.span.end);
  const text = slice(document.text, span);
  return {
    id: `${document.id}:${value.start}-${value.end}`,
    document: document.id,
    sentence,
    span,
    clause: clauseOf(text, { span, value, credited: credit?.speaker ? credit.span : null }),
    value,
    event: { action: null, written: "", agents: [], targets: [] },
    place: null,
    speaker: credit?.speaker ?? null,
    certainty: credit?.certainty ?? "stated",
  } as const;
}

/** The credited words, which hold the value, where they can stand alone; else the sentence without its dateline. */
function clauseOf(text: string, { span, value, credited }: { span: Span; value: Span; credited: Span | null }): Span {
  const whole = { start: Math.min(span.start + datelineEnd(text), value.start), end: span.end };
  if (!credited) return whole;
  return standsAlone(text, { start: credited.start - span.start, end: credited.end - span.start }) ? credited : whole;
}
