import { compareAsked, ONE_EVENT } from "./compare-asked.ts";
import type { SentenceAttribution } from "../claims/attribution.ts";
import type { StatusClaim } from "../claims/claim.ts";
import { readClauseEvents } from "../claims/clause-events.ts";
import { eventFamily } from "../claims/event-families.ts";
import { readSentence } from "../claims/reading.ts";
import { statusClaimsOf } from "../claims/status-claims.ts";
import { tagWords } from "../claims/tag.ts";
import type { TaggedWord } from "../claims/tag.ts";
import type { DocumentRecord } from "../index/record.ts";
import { readAskedEvent } from "../question/asked-event.ts";
import { readAskedPredicate } from "../question/asked-predicate.ts";
import { bestOfEach, matchEvent } from "../retrieval/match-events.ts";
import type { EventMatch } from "../retrieval/match-events.ts";
import { inOneStory } from "../retrieval/one-story.ts";
import { slice } from "../text/span.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Basis, EvidenceReader, PartWorld } from "./basis.ts";
import { statusesByPolarity, tellsOfAnother } from "./read-polarity.ts";

/** Sentences read anew for one question at most; what somebody says or denies is in the claim table anyway. */
const MAX_READ = 12;

/** A sentence with less of the question (by idf, with its title and the sentence before) is not about it. */
const MIN_NEAR = 0.35;

/**
 * Whether the event of a question happened, where some say so and others deny it; null where all say the same, which the
 * best quotes tell as well. Beside the claims of the table it reads the evidence for what documents state themselves.
 */
export const readStatuses: EvidenceReader = (part, basis, world) => {
  if (part.kind !== "whether") return null;
  const { snapshot } = world;
  const said = statusesByPolarity(part, basis, world);
  const matches = joined(said, statusesByEvent(part, basis, world));
  const found = inOneStory(bestOfEach(matches), { part, snapshot }).map(({ claim }) => claim);
  if (!differ(found)) return null;
  const [main] = compareAsked(part, found, { snapshot, ties: ONE_EVENT });
  return main?.kind ? { main, besides: [] } : null;
};

const placeOf = ({ claim }: EventMatch): string => `${claim.document} ${claim.sentence}`;

/** Matches by polarity with those by events; of one sentence the first alone, for it weighs the scope of every negation. */
function joined(
  said: readonly EventMatch<StatusClaim>[],
  events: readonly EventMatch<StatusClaim>[],
): readonly EventMatch<StatusClaim>[] {
  const known = new Set(said.map(placeOf));
  return [...said, ...events.filter((match) => !known.has(placeOf(match)))];
}

/** Some affirm and others deny it: in two documents, or two speakers of one. */
function differ(claims: readonly StatusClaim[]): boolean {
  const denied = claims.filter((claim) => !claim.affirmed);
  return claims.some(
    (one) =>
      one.affirmed &&
      denied.some((other) => one.document !== other.document || one.speaker?.key !== other.speaker?.key),
  );
}

/** The claims of the table and of the evidence whose event is the one asked about. */
function statusesByEvent(
  part: QuestionPart,
  { evidence }: Basis,
  { snapshot, allow }: PartWorld,
): readonly EventMatch<StatusClaim>[] {
  const asked = readAskedEvent(part);
  const predicate = readAskedPredicate(part);
  // "Did he use the brake" asks of the brake, not of whatever is used.
  if (!asked || (predicate?.kind === "word" && eventFamily(predicate.key) !== asked.key)) return [];
  const matches = new Map<string, EventMatch<StatusClaim>>();
  const look = (claim: StatusClaim): void => {
    const match = matches.has(claim.id) ? null : matchEvent(asked, claim, snapshot);
    if (match) matches.set(claim.id, match);
  };
  for (const claim of snapshot.claims.claims) if (claim.kind === "status" && allow(claim.document)) look(claim);
  for (const one of evidence.filter(({ features }) => features.idfNear >= MIN_NEAR).slice(0, MAX_READ)) {
    const record = snapshot.records[one.record];
    if (record && allow(record.document.id)) for (const claim of statusesIn(record, one.sentence)) look(claim);
  }
  return [...matches.values()].filter(({ claim: { document, sentence } }) => {
    const record = snapshot.records[snapshot.recordOf.get(document) ?? -1];
    return record !== undefined && !tellsOfAnother(part, record, sentence);
  });
}

/** Every status that a sentence gives, credited as the record credits it. */
function statusesIn(record: DocumentRecord, index: number): readonly StatusClaim[] {
  const { document, sentences, credits } = record;
  const sentence = sentences[index];
  if (!sentence) return [];
  const { start } = sentence.span;
  const attributions: readonly SentenceAttribution[] = (credits[index] ?? []).map(({ span, speaker, certainty }) => ({
    speaker,
    certainty,
    credited: [{ start: span.start - start, end: span.end - start }],
    attribution: null,
    estimate: false,
  }));
  const tagged: (readonly TaggedWord[])[] = [];
  tagged[index] = tagWords(slice(document.text, sentence.span));
  const perSentence: (readonly SentenceAttribution[])[] = [];
  perSentence[index] = attributions;
  const reading = readSentence(sentence, index, { document, tagged, attributions: perSentence, previous: null });
  return statusClaimsOf(document, reading, { events: readClauseEvents(reading.phrases), which: "all" });
}
