import type { Claim } from "../claims/claim.ts";
import type { Comparison } from "../positions/position.ts";
import type { Match } from "../retrieval/match-claims.ts";

/** The comparison that a question asks for, and others that fit it nearly as well (another day, another place). */
export type Chosen = { readonly main: Comparison; readonly besides: readonly Comparison[] };

/** A comparison this close to the best one in its best match is told as well. */
const NEARLY = 1;

/** Other comparisons told at most. */
const MAX_BESIDES = 2;

const claimsOf = (comparison: Comparison): readonly Claim[] => [
  ...comparison.positions.flatMap((position) => position.claims),
  ...comparison.fitsAll,
];

/** Chooses by the best match in each comparison, then by how many documents tell of it, then by order in the corpus. */
export function chooseComparison(comparisons: readonly Comparison[], matches: readonly Match[]): Chosen | null {
  const scores = new Map(matches.map((match) => [match.claim.id, match.score]));
  const rated = comparisons
    .map((comparison, order) => {
      const claims = claimsOf(comparison);
      return {
        comparison,
        order,
        score: Math.max(...claims.map((claim) => scores.get(claim.id) ?? Number.NEGATIVE_INFINITY)),
        documents: new Set(claims.map((claim) => claim.document)).size,
      };
    })
    .sort((a, b) => b.score + Math.log2(b.documents) - (a.score + Math.log2(a.documents)) || a.order - b.order);
  const best = rated[0];
  if (!best) return null;
  const besides = rated
    .slice(1)
    .filter((one) => one.score >= best.score - NEARLY)
    .slice(0, MAX_BESIDES);
  return { main: best.comparison, besides: besides.map((one) => one.comparison) };
}

/** Leaves out parts whose whole is among the matches too: the 34 of "70, including 34". */
export function withoutParts(matches: readonly Match[]): readonly Match[] {
  const ids = new Set(matches.map((match) => match.claim.id));
  return matches.filter(({ claim }) => claim.partOf === null || !ids.has(claim.partOf));
}
