import type { Claim, QuantityClaim } from "../claims/claim.ts";
import { candidateFinder } from "./blocks.ts";
import { isEcho, mayBePartOf, refusalOf } from "./comparable.ts";
import type { Refusal } from "./comparable.ts";
import { overlap } from "./intervals.ts";
import { profileOf } from "./profile.ts";
import type { Profile } from "./profile.ts";
import { commonPer, intervalAs } from "./rates.ts";
import { sumNumber } from "./sums.ts";
import type { World } from "./world.ts";

/** Claims parted into what is compared with each other. */
export type Gathered = {
  readonly groups: readonly (readonly Claim[])[];
  /** Claims of other documents that may be among the parts that add up to a claim; only for claims that some add up to. */
  readonly mayAddUpTo: ReadonlyMap<Claim, readonly QuantityClaim[]>;
};

/** Up to here every pair is looked at; beyond, only those that share a sign of one event. */
const MAX_ALL_PAIRS = 256;

function disagree(a: Claim, b: Claim): boolean {
  if (a.kind !== "quantity" || b.kind !== "quantity") return true;
  const per = commonPer(a, b);
  return !overlap(intervalAs(a, per), intervalAs(b, per));
}

/** Which claims, by number, may be compared: a table of bits for few, sets for many. */
type Pairs = {
  readonly join: (a: number, b: number) => void;
  readonly cut: (a: number, b: number) => void;
  readonly has: (a: number, b: number) => boolean;
  /** Ascending. */
  readonly of: (a: number) => readonly number[];
};

/** Up to here a table of one byte a pair takes at most a megabyte and is three times as fast as sets. */
const MAX_TABLE = 1024;

function pairsAmong(size: number): Pairs {
  if (size > MAX_TABLE) {
    const sets = Array.from({ length: size }, () => new Set<number>());
    return {
      join: (a, b) => {
        sets[a]?.add(b);
        sets[b]?.add(a);
      },
      cut: (a, b) => {
        sets[a]?.delete(b);
        sets[b]?.delete(a);
      },
      has: (a, b) => sets[a]?.has(b) ?? false,
      of: (a) => [...(sets[a] ?? [])].sort((one, other) => one - other),
    };
  }
  const table = new Uint8Array(size * size);
  return {
    join: (a, b) => {
      table[a * size + b] = 1;
      table[b * size + a] = 1;
    },
    cut: (a, b) => {
      table[a * size + b] = 0;
      table[b * size + a] = 0;
    },
    has: (a, b) => table[a * size + b] === 1,
    of: (a) => {
      const found: number[] = [];
      for (let b = 0; b < size; b += 1) if (table[a * size + b] === 1) found.push(b);
      return found;
    },
  };
}

/** The number that a claim may bring to a sum, and whether parts may add up to it. */
type Addend = { readonly number: number; readonly isWhole: boolean } | null;

function addendOf(claim: Claim): Addend {
  if (claim.kind !== "quantity" || profileOf(claim).per !== null) return null;
  const number = sumNumber(claim);
  return number === null ? null : { number, isWhole: claim.quantity.hedge === "exact" };
}

/**
 * Parts claims into groups within which everything that differs may be compared. Comparability is not transitive: a
 * claim that says little may fit two events. So a group grows from the first claim left over: a claim joins if it may be
 * compared with some member, and with each member that says something else. What joins no group begins the next.
 * The outcome depends on the order of `claims` alone, not on the order in which pairs come up.
 * @param claims in the order in which they begin groups
 */
export function gather(claims: readonly Claim[], world: World): Gathered {
  const pairs = pairsAmong(claims.length);
  const loose = pairsAmong(world.asked ? claims.length : 0);
  const profiles = claims.map(profileOf);
  const addends = claims.map(addendOf);
  const mayAddUpTo = new Map<Claim, QuantityClaim[]>();
  const addPart = (part: Profile, whole: Profile, refusal: Refusal | null): void => {
    if (part.claim.kind !== "quantity" || part.claim.document === whole.claim.document) return;
    if (!mayBePartOf(part, whole, { refusal, world })) return;
    const known = mayAddUpTo.get(whole.claim);
    if (known) known.push(part.claim);
    else mayAddUpTo.set(whole.claim, [part.claim]);
  };
  const look = (at: number, other: number): void => {
    const a = profiles[at];
    const b = profiles[other];
    if (!a || !b) return;
    const refusal = refusalOf(a, b, world);
    if (refusal === null) pairs.join(at, other);
    else if (world.asked && LOOSE.has(refusal)) loose.join(at, other);
    const first = addends[at];
    const second = addends[other];
    if (!first || !second) return;
    if (first.number < second.number && second.isWhole) addPart(a, b, refusal);
    if (second.number < first.number && first.isWhole) addPart(b, a, refusal);
  };
  if (claims.length > MAX_ALL_PAIRS) {
    const candidatesOf = candidateFinder(claims, world);
    for (const at of claims.keys()) for (const other of candidatesOf(at)) look(at, other);
  } else {
    for (let at = 0; at < claims.length; at += 1) {
      for (let other = at + 1; other < claims.length; other += 1) look(at, other);
    }
  }
  cutFalseRivals(claims, pairs);
  return { groups: grow(claims, { pairs, loose }, world), mayAddUpTo };
}

/**
 * A document that gives the rival's figure too, for something that it tells apart from its own, is no rival: where it says
 * 5 of the market and 12 of the city, and another document says 12, the 5 is not disputed.
 */
function cutFalseRivals(claims: readonly Claim[], pairs: Pairs): void {
  const inDocument = new Map<string, number[]>();
  for (const [at, claim] of claims.entries()) {
    const known = inDocument.get(claim.document);
    if (known) known.push(at);
    else inDocument.set(claim.document, [at]);
  }
  const tellsApart = (own: number, rival: number): boolean =>
    (inDocument.get(claims[own]?.document ?? "") ?? []).some(
      (at) => at !== own && pairs.has(at, rival) && !pairs.has(at, own) && !disagreeAt(claims, at, rival),
    );
  const cuts: (readonly [number, number])[] = [];
  for (const at of claims.keys()) {
    for (const other of pairs.of(at)) {
      if (other <= at || claims[at]?.document === claims[other]?.document || !disagreeAt(claims, at, other)) continue;
      if (tellsApart(at, other) || tellsApart(other, at)) cuts.push([at, other]);
    }
  }
  // Only then, so that no cut decides another.
  for (const [at, other] of cuts) pairs.cut(at, other);
}

/** Refusals for want of a tie or a sure day: who repeats a figure that was asked for may stand beside its rivals all the same. */
const LOOSE: ReadonlySet<Refusal> = new Set(["day", "event", "measure", "action"]);

function grow(
  claims: readonly Claim[],
  { pairs, loose }: { readonly pairs: Pairs; readonly loose: Pairs },
  world: World,
): readonly (readonly Claim[])[] {
  const echoes = (at: number, held: number): boolean => {
    const [a, b] = [claims[at], claims[held]];
    return a !== undefined && b !== undefined && pairs.has(at, held) && isEcho(a, b, world);
  };
  const taken = new Set<number>();
  const groups: (readonly Claim[])[] = [];
  for (const seed of claims.keys()) {
    if (taken.has(seed)) continue;
    taken.add(seed);
    const members = [seed];
    for (const member of members) {
      for (const at of pairs.of(member)) {
        if (taken.has(at)) continue;
        const repeats = members.some((held) => echoes(at, held));
        const fits = (held: number): boolean =>
          pairs.has(at, held) || !disagreeAt(claims, held, at) || (repeats && loose.has(at, held));
        if (!members.every(fits)) continue;
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
