import type { Claim } from "../claims/claim.ts";
import type { Comparison } from "../positions/position.ts";
import type { Match } from "../retrieval/match-claims.ts";

/** The comparison that a question asks for, and others that fit it nearly as well (another day, another place). */
export type Chosen = { readonly main: Comparison; readonly besides: readonly Comparison[] };

/** A comparison this close to the best one in its best match is told as well. */
const NEARLY = 0.5;

/** Other comparisons told at most. */
const MAX_BESIDES = 1;

type Rated = {
  readonly comparison: Comparison;
  readonly order: number;
  readonly score: number;
  readonly fills: number;
  /** True where some claim fills thing and action as asked. */
  readonly full: boolean;
  readonly documents: number;
};

const claimsOf = (comparison: Comparison): readonly Claim[] => [
  ...comparison.positions.flatMap((position) => position.claims),
  ...comparison.fitsAll,
];

/**
 * Chooses by how many places and times of the question the comparison fills, then by its best match and by how many
 * documents tell of it, then by order in the corpus. Beside it stands only what fills as much, of another stated day.
 */
export function chooseComparison(comparisons: readonly Comparison[], matches: readonly Match[]): Chosen | null {
  const byId = new Map(matches.map((match) => [match.claim.id, match]));
  const rated = comparisons
    .map((comparison, order): Rated => {
      const claims = claimsOf(comparison);
      const own = claims.flatMap((claim) => byId.get(claim.id) ?? []);
      return {
        comparison,
        order,
        score: Math.max(...own.map((match) => match.score)),
        fills: Math.max(...own.map((match) => match.fills)),
        full: own.some((match) => match.full),
        documents: new Set(claims.map((claim) => claim.document)).size,
      };
    })
    .sort((a, b) => b.fills - a.fills || weight(b) - weight(a) || a.order - b.order);
  const best = rated[0];
  if (!best) return null;
  const besides = rated
    .slice(1)
    .filter((one) => one.score >= best.score - NEARLY && one.fills === best.fills && isOtherDay(one, best))
    .slice(0, MAX_BESIDES);
  return { main: best.comparison, besides: besides.map((one) => one.comparison) };
}

/** One more document is worth as much as half a slot. */
const weight = (one: Rated): number => one.score + Math.log2(one.documents) + (one.full ? 1 : 0);

/** True where both are dated, and on different days: another occasion of the same thing. */
function isOtherDay(one: Rated, best: Rated): boolean {
  const days = (rated: Rated): ReadonlySet<string> =>
    new Set(claimsOf(rated.comparison).flatMap((claim) => claim.period?.from?.slice(0, 10) ?? []));
  const [own, other] = [days(one), days(best)];
  return own.size > 0 && other.size > 0 && [...own].every((day) => !other.has(day));
}

/** "84 died: 51 in one town, 22 in another and 11 in a third": what a sentence lists behind a figure and adds up to it. */
function partsListed({ claim: whole, fills }: Match, matches: readonly Match[]): readonly string[] {
  const { low, high } = whole.quantity.said;
  const behind = matches.filter(
    ({ claim }) =>
      claim.document === whole.document &&
      claim.sentence === whole.sentence &&
      claim.value.start > whole.value.start &&
      claim.quantity.said.low === claim.quantity.said.high,
  );
  const sum = behind.reduce((total, { claim }) => total + (claim.quantity.said.low ?? 0), 0);
  if (behind.length < 2 || low !== high || sum !== low) return [];
  // Asked of one of the towns, its part is the answer.
  return behind.filter((match) => match.fills <= fills).map(({ claim }) => claim.id);
}

/**
 * Leaves out parts whose whole is among the matches too: the 34 of "70, including 34". "Of 655 shops 17 were shut" answers
 * "How many shops were shut?" with the part, for the whole says nothing of it.
 */
export function withoutParts(matches: readonly Match[]): readonly Match[] {
  const fulls = new Map(matches.map((match) => [match.claim.id, match.full]));
  const listed = new Set(matches.flatMap((match) => partsListed(match, matches)));
  const filled = new Map<string, number>();
  for (const { claim, fills } of matches)
    if (claim.place !== null) filled.set(claim.document, Math.max(fills, filled.get(claim.document) ?? 0));
  return matches.filter(({ claim, full, fills }) => {
    // Asked of one town, a document that gives its figure gives no other.
    if (fills === 0 && claim.place === null && (filled.get(claim.document) ?? 0) > 0) return false;
    if (fills > 0 && claim.partOf !== null) return true;
    if (listed.has(claim.id)) return false;
    const whole = claim.partOf === null ? undefined : fulls.get(claim.partOf);
    return whole === undefined || (full && !whole);
  });
}
