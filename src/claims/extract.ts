import type { Document } from "../documents/document.ts";
import type { Sentence } from "../passages/passage.ts";
import type { Claim, Period } from "./claim.ts";
import { readClauseEvents } from "./clause-events.ts";
import { finishClaims } from "./finish.ts";
import { inherit } from "./inherit.ts";
import type { Dated, Settled } from "./inherit.ts";
import { readProto } from "./proto.ts";
import type { Proto } from "./proto.ts";
import { pointedNoun, readSentence } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { statusClaimsOf } from "./status-claims.ts";
import type { SentenceAttribution } from "./attribution.ts";
import type { TaggedWord } from "./tag.ts";
import { timeClaimsOf } from "./time-claims.ts";

/** What claims are extracted from: one document and how it was split. */
export type ClaimInput = {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  /** The words of each sentence, as `tagSentences` gives them. */
  readonly tagged: readonly (readonly TaggedWord[])[];
  /** Who is credited with what, one list a sentence. */
  readonly attributions: readonly (readonly SentenceAttribution[])[];
};

/**
 * Every checkable thing that the sentences of a document assert, in text order. Headings, repeats and furniture assert
 * nothing. Sentence by sentence: the grammars read figures, times, places and speakers; each figure is given what it
 * counts and what happens to it; what a sentence leaves out comes from those before it. Times and statuses are claimed of
 * what its clauses say to happen.
 */
export function extractClaims(input: ClaimInput): readonly Claim[] {
  const { document, sentences, tagged, attributions } = input;
  const settled: Settled[] = [];
  const dated: Dated[] = [];
  const events: Claim[] = [];
  let previous: Period | null = null;
  sentences.forEach((sentence, index) => {
    if (sentence.kind === "heading" || sentence.repeated) return;
    const reading = readSentence(sentence, index, { document, tagged, attributions, previous });
    const own = reading.times.find((time) => time.period.from !== null && time.kind !== "duration-since");
    previous = reading.times.find((time) => time.period.from !== null)?.period ?? previous;
    const protos = reading.figures
      .map((_, number) => readProto(reading, number))
      .filter((proto): proto is Proto => proto !== null);
    for (const proto of protos) {
      const made = inherit(proto, settled, dated);
      if (made) settled.push(made);
    }
    events.push(...eventClaims(document, reading));
    if (own) dated.push({ index, heading: sentence.heading, period: own.period, pointsTo: pointedNoun(reading) });
  });
  return [...finishClaims(document, settled, dated), ...events].sort(
    (a, b) => a.value.start - b.value.start || (a.id < b.id ? -1 : 1),
  );
}

/** Sentences of a time, of what somebody says, or of what did not happen; most others are not looked at. */
const MAY_CONTEST = /\b(?:not|never|no|nobody|nothing|none|neither|refus|declin|fail|den(?:y|ie))|n['’]t\b/i;

function eventClaims(document: Document, reading: Reading): readonly Claim[] {
  const contested = reading.attributions.length > 0 || MAY_CONTEST.test(reading.text);
  if (reading.times.length === 0 && !contested) return [];
  const events = readClauseEvents(reading.phrases);
  const times = timeClaimsOf(document, reading, events);
  return contested ? [...times, ...statusClaimsOf(document, reading, { events, which: "contested" })] : times;
}
