import { datelineEnd, standsAlone } from "../claims/clause.ts";
import { ParallaxError } from "../errors.ts";
import { originKey } from "../positions/origin-key.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import type { DraftCitation } from "./draft.ts";

/** Quotes of one answer at most, and characters of them all (answer-in-quote is scored at these). */
const MAX_QUOTES = 3;
const MAX_CHARACTERS = 400;

/** "What happened" may take more. */
const MAX_TOLD_QUOTES = 5;

/** At this probability the first sentence is right in 96 of 100 (measured on xquad-en): one quote is enough. */
const SURE = 0.9;

/** Evidence further behind the best than this is about something else. */
const MAX_GAP = 2.5;

/** A figure may stand this much further down than the best sentence, which need not hold one. */
const FIGURE_GAP = 5;

/** True for evidence near enough to the best to be searched for a figure. */
export const mayHoldFigure = (one: Evidence, best: Evidence | undefined): boolean =>
  best !== undefined && best.score - one.score <= FIGURE_GAP;

/** The quotes that answer a part: one where the ranker is sure, else up to three; different documents first. */
export function chooseQuotes(
  evidence: readonly Evidence[],
  input: { readonly part: QuestionPart; readonly snapshot: Snapshot },
): readonly DraftCitation[] {
  const { part, snapshot } = input;
  const best = evidence[0];
  if (!best) return [];
  const told = part.kind === "what-happened" || part.kind === "why";
  const most = told ? MAX_TOLD_QUOTES : best.probability >= SURE && part.kind !== "which" ? 1 : MAX_QUOTES;
  const chosen: DraftCitation[] = [];
  let characters = 0;
  const seen = new Set<string>();
  for (const one of evidence) {
    if (chosen.length >= most || best.score - one.score > MAX_GAP) break;
    const citation = citeEvidence(one, snapshot);
    const length = citation.span.end - citation.span.start;
    const key = wording(snapshot, citation);
    if (seen.has(key)) continue;
    if (chosen.length > 0 && !told && characters + length > MAX_CHARACTERS) continue;
    seen.add(key);
    chosen.push(citation);
    characters += length;
  }
  return chosen;
}

/** The words alone, so that one wire sentence in two papers is quoted once. */
const wording = (snapshot: Snapshot, citation: DraftCitation): string =>
  (
    snapshot.records[snapshot.recordOf.get(citation.document) ?? -1]?.document.text.slice(
      citation.span.start,
      citation.span.end,
    ) ?? ""
  )
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ");

/**
 * A sentence as a citation. Where a speaker is credited with most of it and those words can stand alone, they are the
 * quote; else it is the whole sentence.
 */
export function citeEvidence(evidence: Evidence, snapshot: Snapshot): DraftCitation {
  const record = snapshot.records[evidence.record];
  const sentence = record?.sentences[evidence.sentence];
  if (!record || !sentence) {
    throw new ParallaxError(
      "internal",
      `Evidence names sentence ${evidence.sentence} of record ${evidence.record}, which is not there.`,
    );
  }
  const credits = record.credits[evidence.sentence] ?? [];
  const credit = credits.length === 1 ? credits[0] : undefined;
  const most = credit && (credit.span.end - credit.span.start) * 2 >= sentence.span.end - sentence.span.start;
  const speaker = (most && credit.speaker) || null;
  return {
    document: record.document.id,
    span:
      speaker && credit && isSentence(record.document.text, sentence.span, credit.span)
        ? credit.span
        : withoutDateline(record.document.text, sentence.span),
    speaker: speaker ? { name: speaker.name, verb: speaker.verb } : null,
    certainty: credit?.certainty ?? "stated",
    origin: originKey({ document: record.document.id, speaker }),
  };
}

const withoutDateline = (text: string, span: Span): Span => ({
  start: span.start + datelineEnd(slice(text, span)),
  end: span.end,
});

const isSentence = (text: string, sentence: Span, credited: Span): boolean =>
  standsAlone(slice(text, sentence), { start: credited.start - sentence.start, end: credited.end - sentence.start });
