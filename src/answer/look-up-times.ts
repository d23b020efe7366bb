import type { Claim, TimeClaim } from "../claims/claim.ts";
import { timeOf, timesAgree, widthOfTime } from "../positions/time-values.ts";
import { readAskedEvent } from "../question/asked-event.ts";
import type { QuestionPart } from "../question/question.ts";
import { bestOfEach, matchEvent } from "../retrieval/match-events.ts";
import type { EventMatch } from "../retrieval/match-events.ts";
import { inOneStory } from "../retrieval/one-story.ts";
import { compareAsked, ONE_EVENT } from "./compare-asked.ts";
import type { Chosen } from "./figures.ts";
import type { LookUpWorld } from "./look-up-world.ts";
import { aheadIn, ofOneOccasion, oneVoiceOnce } from "./one-occasion.ts";

/** "During the night or in the morning?" asks for a time, though it could be answered by yes. */
const CHOICE_OF_TIMES =
  /\b(?:night|morning|evening|afternoon|dawn|noon|midnight|\w+day|[ap]\.?m\.?)\b.*\bor\b.*\b(?:night|morning|evening|afternoon|dawn|noon|midnight|\w+day|[ap]\.?m\.?)\b/i;

/** The comparison of times that says when the event of a question happened; null where no claim of a time does. */
export function lookUpTimes(part: QuestionPart, { snapshot, allow }: LookUpWorld): Chosen | null {
  const choice = part.kind === "whether" && CHOICE_OF_TIMES.test(part.text);
  if (part.kind !== "when" && !choice) return null;
  const read = readAskedEvent(part);
  if (!read || read.negated) return null;
  // The times that a choice names are what is asked.
  const asked = choice ? { ...read, period: null } : read;
  const matches: EventMatch<TimeClaim>[] = [];
  for (const claim of snapshot.claims.claims) {
    if (claim.kind !== "time" || !allow(claim.document)) continue;
    const match = matchEvent(asked, claim, snapshot);
    if (match) matches.push(match);
  }
  const kept = inOneStory(withNarrower(matches), { part, snapshot });
  if (kept.length === 0) return null;
  const claims = ofOneOccasion(oneVoiceOnce(kept.map(({ claim }) => claim)), aheadIn(snapshot));
  const comparisons = compareAsked(part, claims, { snapshot, ties: ONE_EVENT });
  const main = comparisons.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  return main ? { main, besides: [] } : null;
}

const sizeOf = (comparison: { readonly positions: readonly { readonly claims: readonly Claim[] }[] }): number =>
  comparison.positions.reduce((sum, position) => sum + position.claims.length, 0);

/** The best of each document, and what its other words of the event say more exactly: "capsized on Sunday", "went down at 4.20". */
function withNarrower(matches: readonly EventMatch<TimeClaim>[]): readonly EventMatch<TimeClaim>[] {
  const best = bestOfEach(matches);
  const held = new Set(best);
  const narrows = (match: EventMatch<TimeClaim>): boolean => {
    const time = timeOf(match.claim);
    const own = best.filter(({ claim }) => claim.document === match.claim.document);
    return (
      time?.minutes != null &&
      own.every(({ claim }) => claim.counted.head === match.claim.counted.head) &&
      own.every(({ claim }) => {
        const other = timeOf(claim);
        return other !== null && widthOfTime(other) > widthOfTime(time) && timesAgree(time, other);
      })
    );
  };
  return matches.filter((match) => held.has(match) || narrows(match));
}
