import type { Claim } from "../claims/claim.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import type { EventMatch } from "./match-events.ts";
import { storyFinder } from "./same-story.ts";
import { sentenceFacts } from "./sentence-facts.ts";

/** News of one event appears within so many days. */
const STORY_DAYS = 14;

const MS_A_DAY = 86_400_000;

/** A match that holds so much of the question is tied by the question's own names. */
const WELL = 0.75;

/**
 * The matches of documents that tell one story with the best match, best first, ties in order of the claims' ids: by the
 * names that the documents share, or by those of the question, where both hold them all.
 */
export function inOneStory<C extends Claim>(
  matches: readonly EventMatch<C>[],
  { part, snapshot }: { readonly part: QuestionPart; readonly snapshot: Snapshot },
): readonly EventMatch<C>[] {
  const ordered = matches.toSorted((a, b) => b.score - a.score || (a.claim.id < b.claim.id ? -1 : 1));
  const best = ordered[0];
  if (!best) return [];
  // In a small corpus any document may be the one that ties two others.
  const others = snapshot.records.map(({ document }) => document.id);
  const sameStory = storyFinder(snapshot, [...ordered.map(({ claim }) => claim.document), ...others]);
  const names = part.names.flatMap((name) => name.stems.slice(-1));
  const tied = ({ claim, score }: EventMatch<C>): boolean =>
    score >= WELL && names.length > 0 && names.every((name) => holds(snapshot, claim.document, name));
  return ordered.filter((match) => {
    const [one, other] = [best.claim.document, match.claim.document];
    return sameStory(one, other) || (tied(best) && tied(match) && daysApart(snapshot, one, other) <= STORY_DAYS);
  });
}

function holds(snapshot: Snapshot, id: string, name: string): boolean {
  const record = snapshot.records[snapshot.recordOf.get(id) ?? -1];
  return record?.sentences.some((_, at) => sentenceFacts(record, at).stems.includes(name)) ?? false;
}

function daysApart(snapshot: Snapshot, a: string, b: string): number {
  const [one, other] = [a, b].map((id) => snapshot.records[snapshot.recordOf.get(id) ?? -1]?.document.published);
  // Of a text without a date it cannot be told.
  return one && other ? Math.abs(Date.parse(one) - Date.parse(other)) / MS_A_DAY : Number.POSITIVE_INFINITY;
}
