import type { Claim, QuantityClaim } from "../claims/claim.ts";
import { comparable, mayBePartOf } from "./comparable.ts";
import type { Comparability } from "./comparable.ts";
import { overlap } from "./intervals.ts";
import { commonPer, intervalAs } from "./rates.ts";
import { sumNumber } from "./sums.ts";
import type { World } from "./world.ts";

/** Claims parted into what is compared with each other. */
export type Gathered = {
  readonly groups: readonly (readonly Claim[])[];
  /** Claims of other documents that may be among the parts that add up to a claim; only for claims that some add up to. */
  readonly mayAddUpTo: ReadonlyMap<Claim, readonly QuantityClaim[]>;
};

/** What is gathered: claims in the order in which they begin groups, and which pairs are looked at. */
export type Gathering = {
  readonly claims: readonly Claim[];
  /** For tables too large for every pair: claims that may be comparable with one, each pair from one of its sides. */
  readonly candidatesOf?: ((claim: Claim) => readonly Claim[]) | undefined;
};

function disagree(a: Claim, b: Claim): boolean {
  if (a.kind !== "quantity" || b.kind !== "quantity") return true;
  const per = commonPer(a, b);
  return !overlap(intervalAs(a, per), intervalAs(b, per));
}

type Parts = Map<Claim, QuantityClaim[]>;

function notePart(parts: Parts, pair: { part: Claim; whole: Claim; outcome: Comparability }, world: World): void {
  const { part, whole } = pair;
  if (part.kind !== "quantity" || whole.kind !== "quantity" || part.document === whole.document) return;
  const [less, all] = [sumNumber(part), sumNumber(whole)];
  if (less === null || all === null || less >= all || whole.quantity.hedge !== "exact") return;
  if (!mayBePartOf(pair, world)) return;
  const known = parts.get(whole);
  if (known) known.push(part);
  else parts.set(whole, [part]);
}

/**
 * Parts claims into groups within which everything that differs may be compared. Comparability is not transitive: a
 * claim that says little may fit two events. So a group grows from the first claim left over: a claim joins if it may be
 * compared with some member, and with each member that says something else. What joins no group begins the next.
 * The outcome depends on the order of `claims` alone, not on the order in which pairs come up.
 */
export function gather({ claims, candidatesOf }: Gathering, world: World): Gathered {
  const rank = new Map(claims.map((claim, at) => [claim, at]));
  const near = claims.map(() => new Set<number>());
  const mayAddUpTo: Parts = new Map();
  const look = (at: number, other: number): void => {
    const [a, b] = [claims[at], claims[other]];
    if (!a || !b) return;
    const outcome = comparable(a, b, world);
    if (outcome.kind === "comparable") {
      near[at]?.add(other);
      near[other]?.add(at);
    }
    notePart(mayAddUpTo, { part: a, whole: b, outcome }, world);
    notePart(mayAddUpTo, { part: b, whole: a, outcome }, world);
  };
  for (const [at, claim] of claims.entries()) {
    if (candidatesOf) for (const other of candidatesOf(claim)) look(at, rank.get(other) ?? at);
    else for (let other = at + 1; other < claims.length; other += 1) look(at, other);
  }
  return { groups: grow(claims, near), mayAddUpTo };
}

function grow(claims: readonly Claim[], near: readonly ReadonlySet<number>[]): readonly (readonly Claim[])[] {
  const taken = new Set<number>();
  const groups: (readonly Claim[])[] = [];
  for (const seed of claims.keys()) {
    if (taken.has(seed)) continue;
    taken.add(seed);
    const members = [seed];
    for (const member of members) {
      const next = [...(near[member] ?? [])].filter((at) => !taken.has(at)).sort((a, b) => a - b);
      for (const at of next) {
        if (!members.every((held) => near[at]?.has(held) || !disagreeAt(claims, held, at))) continue;
        members.push(at);
        taken.add(at);
      }
    }
    groups.push(members.flatMap((at) => claims[at] ?? []));
  }
  return groups;
}

function disagreeAt(claims: readonly Claim[], at: number, other: number): boolean {
  const [a, b] = [claims[at], claims[other]];
  return a !== undefined && b !== undefined && disagree(a, b);
}
