import type { StatusClaim } from "../claims/claim.ts";
import { inOneStory } from "../retrieval/one-story.ts";
import { fitStatuses } from "../retrieval/status-fit.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import type { EvidenceReader } from "./basis.ts";
import { compareAsked, ONE_EVENT } from "./compare-asked.ts";

/** Each side has a claim at least this likely to tell of what is asked: on sets left out of the fit it finds 63 of 93 disputes, and no false one in 107 other questions. */
const LEAST = 0.7;

/** A clause this likely answers the question, however few of its words it has: of 142 questions it answers 101, of 19 that nothing answers one. */
const SURE = 0.9;

/** Claims this likely join a side. */
const JOINS = 0.5;

/**
 * Whether the event of a question happened, where some say so and others deny it; null where all say the same, which the
 * best quotes tell as well.
 */
export const readStatuses: EvidenceReader = (part, { evidence }, { snapshot, allow }) => {
  if (part.kind !== "whether") return null;
  const fits = fitStatuses({ part, evidence, snapshot }).filter(({ claim }) => allow(claim.document));
  const likely = fits.filter(({ chance }) => chance >= JOINS);
  const matches = likely.map(({ claim, chance }) => ({ claim, score: chance }));
  const found = inOneStory(matches, { part, snapshot });
  const isSure = (affirmed: boolean): boolean =>
    found.some(({ claim, score }) => claim.affirmed === affirmed && score >= LEAST);
  if (!isSure(true) || !isSure(false)) return null;
  const claims = found.map(({ claim }) => claim);
  if (!differ(claims)) return null;
  const [main] = compareAsked(part, claims, { snapshot, ties: ONE_EVENT });
  return main?.kind ? { main, besides: [] } : null;
};

/** Some affirm and others deny it: in two documents, or two speakers of one. */
function differ(claims: readonly StatusClaim[]): boolean {
  const denied = claims.filter((claim) => !claim.affirmed);
  return claims.some(
    (one) =>
      one.affirmed &&
      denied.some((other) => one.document !== other.document || one.speaker?.key !== other.speaker?.key),
  );
}

/** The evidence that surely tells whether it is so, most likely first; none for other questions. */
export function sureStatuses(
  part: QuestionPart,
  evidence: readonly Evidence[],
  snapshot: Snapshot,
): readonly Evidence[] {
  if (part.kind !== "whether") return [];
  const sure = fitStatuses({ part, evidence, snapshot }).filter(({ chance }) => chance >= SURE);
  const found = sure.flatMap(({ claim: { document, sentence } }) =>
    evidence.filter((one) => one.sentence === sentence && snapshot.recordOf.get(document) === one.record),
  );
  return [...new Set(found)];
}
