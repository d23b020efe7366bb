import type { SentenceAttribution } from "../claims/attribution.ts";
import type { StatusClaim } from "../claims/claim.ts";
import { readClauseEvents } from "../claims/clause-events.ts";
import { readSentence } from "../claims/reading.ts";
import { statusClaimsOf } from "../claims/status-claims.ts";
import { tagWords } from "../claims/tag.ts";
import type { TaggedWord } from "../claims/tag.ts";
import type { DocumentRecord } from "../index/record.ts";
import { compareInput } from "../positions/compare-input.ts";
import { compareClaims } from "../positions/compare.ts";
import { readAskedEvent } from "../question/asked-event.ts";
import { bestOfEach, matchEvent } from "../retrieval/match-events.ts";
import type { EventMatch } from "../retrieval/match-events.ts";
import { inOneStory } from "../retrieval/one-story.ts";
import { slice } from "../text/span.ts";
import { contentStems } from "../text/words.ts";
import type { EvidenceReader } from "./basis.ts";

/** Sentences read anew for one question at most; what somebody says or denies is in the claim table anyway. */
const MAX_READ = 12;

/** A sentence with less of the question (by idf, with its title and the sentence before) is not about it. */
const MIN_NEAR = 0.35;

/**
 * Whether the event of a question happened, where some say so and others deny it; null where all say the same, which the
 * best quotes tell as well. Beside the claims of the table it reads the evidence for what documents state themselves.
 */
export const readStatuses: EvidenceReader = (part, { evidence }, { snapshot, allow }) => {
  if (part.kind !== "whether") return null;
  const asked = readAskedEvent(part);
  if (!asked) return null;
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
  const found = inOneStory(bestOfEach([...matches.values()]), { part, snapshot }).map(({ claim }) => claim);
  if (!found.some((claim) => claim.affirmed) || found.every((claim) => claim.affirmed)) return null;
  const [main] = compareClaims({
    ...compareInput(snapshot, found),
    asked: {
      text: part.text.toLowerCase(),
      stems: new Set(contentStems(part.text)),
      isFilledBy: () => true,
      sameStory: () => true,
    },
  });
  return main?.kind ? { main, besides: [] } : null;
};

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
