import { datelineEnd, standsAlone } from "../claims/clause.ts";
import { findTimes } from "../claims/times.ts";
import { ParallaxError } from "../errors.ts";
import { originKey } from "../positions/origin-key.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { numbersIn } from "../question/numbers.ts";
import { sentenceFacts } from "../retrieval/sentence-facts.ts";
import type { DraftCitation } from "./draft.ts";
import { wordingOf } from "./quote-list.ts";
import { findReasons } from "./reasons.ts";
import type { SentencePlace } from "./reasons.ts";

/** Quotes of one answer at most, and characters of them all (answer-in-quote is scored at these). */
const MAX_QUOTES = 3;
const MAX_CHARACTERS = 400;

/** "What happened" may take more. */
const MAX_TOLD_QUOTES = 5;

/** At this probability the first sentence is right in 96 of 100 (measured on xquad-en): one quote is enough. */
const SURE = 0.9;

/** Evidence further behind the best than this is about something else. */
const MAX_GAP = 2.5;

/** A further quote holds at least this part of the words of the question that the best one holds. */
const LEAST_SHARE = 0.6;

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
  const holding = withNumbers(evidence, part, snapshot);
  if (part.kind === "why") return quoteReasons(holding, snapshot);
  const best = holding[0];
  if (!best) return [];
  const told = part.kind === "what-happened";
  const most = told ? MAX_TOLD_QUOTES : best.probability >= SURE && part.kind !== "which" ? 1 : MAX_QUOTES;
  const chosen: DraftCitation[] = [];
  let characters = 0;
  const seen = new Set<string>();
  for (const one of holding) {
    if (chosen.length >= most || best.score - one.score > MAX_GAP) break;
    if (!told && one.features.share < LEAST_SHARE * best.features.share) continue;
    const citation = asksWhoSays(part) ? citeWhole(one, snapshot) : citeEvidence(one, snapshot);
    const length = citation.span.end - citation.span.start;
    const key = wordingOf(snapshot, citation);
    if (seen.has(key)) continue;
    if (chosen.length > 0 && !told && characters + length > MAX_CHARACTERS) continue;
    seen.add(key);
    chosen.push(citation);
    characters += length;
  }
  return chosen;
}

function quoteReasons(evidence: readonly Evidence[], snapshot: Snapshot): readonly DraftCitation[] {
  const chosen: DraftCitation[] = [];
  const seen = new Set<string>();
  for (const one of findReasons(evidence, snapshot)) {
    const citation = citeEvidence(one, snapshot);
    const key = wordingOf(snapshot, citation);
    if (!seen.has(key)) chosen.push(citation);
    seen.add(key);
  }
  return chosen;
}

/** "Who says that 84 drones fell?": a sentence of other figures says nothing of it. All where none holds the numbers asked. */
function withNumbers(evidence: readonly Evidence[], part: QuestionPart, snapshot: Snapshot): readonly Evidence[] {
  if (part.numbers.length === 0) return evidence;
  // Days are borne out by what stands around a sentence too.
  const times = findTimes(part.text, { published: null }).toReversed();
  const dateless = times.reduce((text, { span }) => `${text.slice(0, span.start)} ${text.slice(span.end)}`, part.text);
  const asked = numbersIn(dateless);
  if (asked.length === 0) return evidence;
  const best = evidence[0]?.score ?? 0;
  const holding = evidence.filter((one) => {
    const record = snapshot.records[one.record];
    if (!record || best - one.score > FIGURE_GAP) return false;
    const { numbers } = sentenceFacts(record, one.sentence);
    return asked.every((number) => numbers.includes(number));
  });
  return holding.length > 0 ? holding : evidence;
}

/** Words credited to one speaker that take up less of a sentence than this leave the sentence to the document. */
const CREDITED_PART = 0.3;

/**
 * A sentence as a citation, credited to the one speaker whom it credits. Where those words take up most of it and can stand
 * alone, they are the quote; else it is the whole sentence.
 */
export function citeEvidence(place: SentencePlace, snapshot: Snapshot): DraftCitation {
  const record = snapshot.records[place.record];
  const sentence = record?.sentences[place.sentence];
  if (!record || !sentence) {
    throw new ParallaxError(
      "internal",
      `Evidence names sentence ${place.sentence} of record ${place.record}, which is not there.`,
    );
  }
  const length = sentence.span.end - sentence.span.start;
  const credits = record.credits[place.sentence] ?? [];
  const credit = credits[0];
  const alone = credits.length === 1 ? credit : undefined;
  const speakers = new Set(credits.map(({ speaker }) => speaker?.key ?? ""));
  const credited = credits.reduce((sum, { span }) => sum + span.end - span.start, 0);
  const speaker = speakers.size === 1 && credited >= CREDITED_PART * length ? (credit?.speaker ?? null) : null;
  const trims =
    speaker !== null &&
    alone !== undefined &&
    (alone.span.end - alone.span.start) * 2 >= length &&
    isSentence(record.document.text, sentence.span, alone.span) &&
    !DANGLING.test(slice(record.document.text, alone.span));
  return {
    document: record.document.id,
    span: trims ? alone.span : withoutDateline(record.document.text, sentence.span),
    speaker: speaker ? { name: speaker.name, verb: speaker.verb } : null,
    certainty: credit && (speaker || alone) ? credit.certainty : "stated",
    origin: originKey({ document: record.document.id, speaker }),
  };
}

/** Words that begin so have lost whom they speak of, or their subject: the sentence may still name it. */
const DANGLING =
  /^["“‘']?(?:he|she|it|they|this|that|these|those|his|her|its|their|there|both|neither|none|is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might|should|must|not|and|but|or|nor|which|who|where|when)\b/iu;

/** The same with the whole sentence as the quote: whoever asks who says something, or whether it was confirmed, wants to see that in it. */
export function citeWhole(place: SentencePlace, snapshot: Snapshot): DraftCitation {
  const citation = citeEvidence(place, snapshot);
  const record = snapshot.records[place.record];
  const span = record?.sentences[place.sentence]?.span;
  return record && span ? { ...citation, span: withoutDateline(record.document.text, span) } : citation;
}

const WHO_SAYS =
  /^(?:and |so )?who(?: else)? (?:has |have )?(?:says?|said|claims?|claimed|reports?|reported|believes?|believed|thinks?|insists?|insisted|argues?|argued|denies|denied|confirms?|confirmed|estimates?|estimated|announced|warns?|warned|alleges?|alleged|puts|speaks|spoke)\b/iu;

/** "Who says that …?": the speakers are the answer. */
const asksWhoSays = (part: QuestionPart): boolean => part.kind === "who" && WHO_SAYS.test(part.text);

const withoutDateline = (text: string, span: Span): Span => ({
  start: span.start + datelineEnd(slice(text, span)),
  end: span.end,
});

const isSentence = (text: string, sentence: Span, credited: Span): boolean =>
  standsAlone(slice(text, sentence), { start: credited.start - sentence.start, end: credited.end - sentence.start });
