import type { Claim, QuantityClaim } from "../claims/claim.ts";
import { middleOf, overlap, widthOf } from "./intervals.ts";
import { byPlaceInCorpus } from "./order.ts";
import { profileOf } from "./profile.ts";
import type { Per } from "./rates.ts";
import { groupPer, intervalAs } from "./rates.ts";
import { timeOf, timesAgree, widthOfTime } from "./time-values.ts";
import type { TimeValue } from "./time-values.ts";

/** Comparable claims, grouped by what they say. The first claim of a group is the narrowest, the one that opened it. */
export type Grouping = {
  readonly groups: readonly (readonly Claim[])[];
  /** Bounds and vague values that overlap every group. */
  readonly fitsAll: readonly Claim[];
};

type Open = { readonly first: QuantityClaim; readonly claims: QuantityClaim[]; readonly joined: QuantityClaim[] };

/** Narrowest first, open bounds last, the lower number first among those; ties by document id. */
function byWidth(per: Per): (a: QuantityClaim, b: QuantityClaim) => number {
  return (a, b) => {
    const [first, second] = [intervalAs(a, per), intervalAs(b, per)];
    const [one, other] = [widthOf(first), widthOf(second)];
    if (one !== other) return one < other ? -1 : 1;
    return byPlaceInCorpus(a, b);
  };
}

/** Both ends of what is said, where they are one number or one bound: 70 for "70" and for "over 70"; else null. */
function ownNumber(claim: QuantityClaim): number | null {
  const { low, high } = claim.quantity.said;
  if (low !== null && high !== null) return low === high ? low : null;
  return low ?? high;
}

function hasNumber(open: Open, claim: QuantityClaim): boolean {
  const own = ownNumber(claim);
  if (own === null) return false;
  // Who joined merely because it overlaps brought no number of its own: its reprint must not stay behind when it leaves.
  return open.claims.some(
    (held) => !open.joined.includes(held) && ownNumber(held) === own && profileOf(held).per === profileOf(claim).per,
  );
}

/** "At least 5" on Monday and "at least 12" on Tuesday: the toll has grown, though the bounds overlap. */
function isGrownBound(a: QuantityClaim, b: QuantityClaim): boolean {
  if (a.quantity.interval.high !== null || b.quantity.interval.high !== null) return false;
  if (a.quantity.said.low === b.quantity.said.low) return false;
  const [first, second] = [profileOf(a), profileOf(b)];
  if (a.measure !== "running" && first.definition.length === 0) return false;
  const [one, other] = [first.asOf ?? first.days?.to, second.asOf ?? second.days?.to];
  return one !== undefined && other !== undefined && one !== other;
}

function nearestOf(open: readonly Open[], claim: QuantityClaim, per: Per): Open | null {
  const interval = intervalAs(claim, per);
  let best: Open | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of open) {
    const held = intervalAs(candidate.first, per);
    if (!overlap(held, interval) || isGrownBound(candidate.first, claim)) continue;
    const distance = Math.abs(middleOf(held) - middleOf(interval));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function groupQuantities(claims: readonly QuantityClaim[]): Grouping {
  const per = groupPer(claims);
  const open: Open[] = [];
  for (const claim of claims.toSorted(byWidth(per))) {
    const own = open.find((candidate) => hasNumber(candidate, claim));
    const near = own ?? nearestOf(open, claim, per);
    if (!near) open.push({ first: claim, claims: [claim], joined: [] });
    else {
      near.claims.push(claim);
      if (!own) near.joined.push(claim);
    }
  }
  if (open.length < 2) return { groups: open.map((group) => group.claims), fitsAll: [] };
  const fitting = new Set(
    open
      .flatMap((group) => group.joined)
      .filter(
        (claim) =>
          claim.quantity.hedge !== "exact" &&
          open.every((group) => overlap(intervalAs(group.first, per), intervalAs(claim, per))),
      ),
  );
  return {
    groups: open.map((group) => group.claims.filter((claim) => !fitting.has(claim))),
    fitsAll: [...fitting].sort(byPlaceInCorpus),
  };
}

/**
 * Times agree where they overlap: the narrowest opens a group, the others join those that they agree with. One that
 * agrees with every group says nothing of their difference.
 */
function groupTimes(claims: readonly Claim[]): Grouping {
  const timed = claims.flatMap((claim) => {
    const time = timeOf(claim);
    return time ? [{ claim, time }] : [];
  });
  timed.sort((a, b) => widthOfTime(a.time) - widthOfTime(b.time) || byPlaceInCorpus(a.claim, b.claim));
  const groups: {
    readonly first: TimeValue;
    readonly claims: { readonly claim: Claim; readonly time: TimeValue }[];
  }[] = [];
  for (const one of timed) {
    const own = groups.find((group) => group.claims.every(({ time }) => timesAgree(time, one.time)));
    if (own) own.claims.push(one);
    else groups.push({ first: one.time, claims: [one] });
  }
  const fitting = new Set(
    groups.length < 2
      ? []
      : groups
          .flatMap((group) => group.claims.slice(1))
          .filter(({ time }) => groups.every((group) => timesAgree(group.first, time)))
          .map(({ claim }) => claim),
  );
  return {
    groups: groups.map((group) => group.claims.map(({ claim }) => claim).filter((claim) => !fitting.has(claim))),
    fitsAll: [...fitting].sort(byPlaceInCorpus),
  };
}

function groupByKey(claims: readonly Claim[], keyOf: (claim: Claim) => string): Grouping {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims.toSorted(byPlaceInCorpus)) {
    const key = keyOf(claim);
    const own = groups.get(key);
    if (own) own.push(claim);
    else groups.set(key, [claim]);
  }
  return { groups: [...groups.values()], fitsAll: [] };
}

/**
 * Groups comparable claims of one kind by what they say, in the order of "Positions" in the design: narrowest first; a
 * claim joins the group that has its own number, else the nearest that it overlaps, else opens one; at last bounds and
 * vague values that overlap every group leave for `fitsAll`. The order of `claims` does not matter.
 * Times that cannot be dated are left out.
 */
export function groupByWhatTheySay(claims: readonly Claim[]): Grouping {
  const quantities = claims.filter((claim) => claim.kind === "quantity");
  if (quantities.length > 0) return groupQuantities(quantities);
  const first = claims[0];
  if (first?.kind === "time") return groupTimes(claims);
  return groupByKey(claims, (claim) => {
    if (claim.kind === "name") return claim.name.key;
    return claim.kind === "status" ? String(isAffirmed(claim)) : claim.id;
  });
}

function isAffirmed(claim: Claim): boolean {
  return claim.kind === "status" && claim.affirmed && claim.certainty !== "denied";
}
