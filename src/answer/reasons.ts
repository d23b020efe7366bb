import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { sentenceText } from "../retrieval/slot-context.ts";

/** A sentence of the corpus. */
export type SentencePlace = { readonly record: number; readonly sentence: number };

/** Words that join a reason to what it is the reason of. */
const REASON =
  /\b(?:because|due to|owing to|thanks to|in protest|in response to|as a result|resulted? (?:of|from)|explain(?:s|ed|ing)?|reasons?|blam(?:e|es|ed|ing)|caus(?:e|ed|es|ing)|prompt(?:ed|s|ing)|trigger(?:ed|s|ing)|led to|citing|on the grounds|in order to|so that|so as to|amid|out of fear|aim(?:ed|s|ing)? (?:at|to)|attribut(?:e|ed|es)|stem(?:s|med) from|motivat(?:ed|es)|therefore|hence)\b/iu;

/** Sentences behind the one that tells of an event in which its reason may stand. */
const AHEAD = 4;

/** Sentences that may tell of the event, by how far they lie behind the best. */
const MAX_EVENTS = 3;
const MAX_GAP = 2.5;

/** Reasons told at most. */
const MAX_REASONS = 2;

/** True where words state a reason. */
const statesReason = (text: string): boolean => REASON.test(text);

/**
 * The sentences that answer "why": those of the best that state a reason themselves, else the best and what stands behind it
 * that states one or, failing that, that is credited to somebody, in the order of the document.
 */
export function findReasons(evidence: readonly Evidence[], snapshot: Snapshot): readonly SentencePlace[] {
  const [best] = evidence;
  if (!best) return [];
  const events = evidence.filter((one) => best.score - one.score <= MAX_GAP).slice(0, MAX_EVENTS);
  const told = events.filter((one) => {
    const record = snapshot.records[one.record];
    return record !== undefined && statesReason(sentenceText(record, one.sentence));
  });
  if (told.length > 0) return told;
  const record = snapshot.records[best.record];
  if (!record) return [best];
  const ahead = sentencesAhead(record, best.sentence);
  const stated = ahead.filter((at) => statesReason(sentenceText(record, at)));
  const credited = ahead.filter((at) => (record.credits[at] ?? []).some((credit) => credit.speaker !== null));
  const reasons = (stated.length > 0 ? stated : credited).slice(0, MAX_REASONS);
  return [best, ...reasons.map((sentence) => ({ record: best.record, sentence }))];
}

/** The sentences behind one, under the same heading. */
function sentencesAhead(record: DocumentRecord, sentence: number): readonly number[] {
  const heading = record.sentences[sentence]?.heading ?? null;
  const found: number[] = [];
  for (let at = sentence + 1; at < record.sentences.length && found.length < AHEAD; at += 1) {
    const one = record.sentences[at];
    if (one?.kind !== "prose" || one.heading !== heading) break;
    found.push(at);
  }
  return found;
}
