import type { Claim, QuantityClaim } from "../claims/claim.ts";
import type { Document } from "../documents/document.ts";
import { comparable, mayBePartOf } from "./comparable.ts";
import { contextReader } from "./context.ts";
import { byPlaceInCorpus, compareText, groupByWhatTheySay } from "./group.ts";
import { overlap, widthOf } from "./intervals.ts";
import { originsOf } from "./origins.ts";
import type { Comparison, Position } from "./position.ts";
import { profileOf } from "./profile.ts";
import { commonPer, intervalAs } from "./rates.ts";
import { strongestRelation } from "./relate.ts";
import { sumFor } from "./sums.ts";
import type { Sum } from "./sums.ts";
import type { World } from "./world.ts";

/** What is compared, and what the comparison may look up. */
export type CompareInput = {
  readonly claims: readonly Claim[];
  readonly world: World;
  /** The whole sentence of a claim. */
  readonly textOf: (claim: Claim) => string;
  readonly documentOf: (id: string) => Pick<Document, "title" | "source" | "published">;
  /** For tables too large for every pair: claims that may be comparable with one, each pair from one of its sides. */
  readonly candidatesOf?: (claim: Claim) => readonly Claim[];
};

/** Whole quantities beside which no more sums are looked for. */
const MAX_WHOLES = 40;

function disagree(a: Claim, b: Claim): boolean {
  if (a.kind === "quantity" && b.kind === "quantity") {
    const per = commonPer([a, b]);
    return !overlap(intervalAs(a, per), intervalAs(b, per));
  }
  return true;
}

/** How much a claim says of its event; the fullest claims begin a comparison, for least is guessed about them. */
function fullness(claim: Claim): number {
  const profile = profileOf(claim);
  const dated = profile.days || profile.asOf !== null ? 2 : profile.weekdays === 0 ? 0 : 1;
  return (
    dated +
    (profile.places.length > 0 ? 1 : 0) +
    (profile.owners.length > 0 ? 1 : 0) +
    (claim.event.agents.length > 0 ? 1 : 0) +
    (claim.event.targets.length > 0 ? 1 : 0)
  );
}

function setUp(input: CompareInput): World {
  const byId = new Map(input.claims.map((claim) => [claim.id, claim]));
  const { world } = input;
  return {
    ...world,
    publishedOf: (id) => input.documentOf(id).published,
    claimOf: (id) => byId.get(id) ?? world.claimOf?.(id) ?? null,
    contextOf: contextReader((claim) => input.documentOf(claim.document).title, input.textOf),
  };
}

type Neighbours = ReadonlyMap<Claim, ReadonlySet<Claim>>;

function neighboursOf(claims: readonly Claim[], input: CompareInput, world: World): Neighbours {
  const neighbours = new Map(claims.map((claim): [Claim, Set<Claim>] => [claim, new Set()]));
  for (const [at, claim] of claims.entries()) {
    const others = input.candidatesOf ? input.candidatesOf(claim) : claims.slice(at + 1);
    for (const other of others) {
      if (comparable(claim, other, world).kind === "not") continue;
      neighbours.get(claim)?.add(other);
      neighbours.get(other)?.add(claim);
    }
  }
  return neighbours;
}

/**
 * Parts claims into groups within which everything that differs may be compared. Comparability is not transitive: a
 * claim that says little may fit two events. So a group grows from its fullest claim: a claim joins if it may be compared
 * with some member, and with each member that says something else. What joins no group begins the next.
 */
function partition(claims: readonly Claim[], neighbours: Neighbours): readonly (readonly Claim[])[] {
  const left = new Set(claims);
  const parts: (readonly Claim[])[] = [];
  for (const seed of claims) {
    if (!left.delete(seed)) continue;
    const members = [seed];
    for (let at = 0; at < members.length; at += 1) {
      const near = members[at] ? neighbours.get(members[at] ?? seed) : undefined;
      // In the order of `claims`, so that the outcome does not depend on which member brought a claim up.
      const next = claims.filter((claim) => left.has(claim) && near?.has(claim));
      for (const claim of next) {
        const own = neighbours.get(claim);
        if (!members.every((member) => own?.has(member) || !disagree(member, claim))) continue;
        members.push(claim);
        left.delete(claim);
      }
    }
    parts.push(members);
  }
  return parts;
}

/** Unknown dates and sources come last. */
function compareKnown(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : compareText(a, b);
}

/** As-of or during day, `YYYY-MM-DD`. */
export function asOfDay(claim: Claim): string | null {
  const period = claim.kind === "time" ? claim.time : claim.period;
  return (period?.to ?? period?.from ?? null)?.slice(0, 10) ?? null;
}

/** As-of date, publication date, source, document id, place in the text: the order in which claims are told. */
export function tellingOrder(documentOf: CompareInput["documentOf"]): (a: Claim, b: Claim) => number {
  return (a, b) => {
    const byDay = compareKnown(asOfDay(a), asOfDay(b));
    if (byDay !== 0) return byDay;
    const [first, second] = [documentOf(a.document), documentOf(b.document)];
    return (
      compareKnown(first.published, second.published) ||
      compareKnown(first.source, second.source) ||
      byPlaceInCorpus(a, b)
    );
  };
}

function widthOfClaim(claim: Claim): number {
  return claim.kind === "quantity" ? widthOf(claim.quantity.interval) : 0;
}

/** The narrowest credited claim; of rates and totals that agree, a rate, for that is what is compared. */
function leadOf(claims: readonly Claim[], rates: boolean): Claim | undefined {
  const inForm = claims.filter((claim) => claim.kind !== "quantity" || (claim.quantity.per !== null) === rates);
  const among = inForm.length > 0 ? inForm : claims;
  const credited = among.filter((claim) => claim.speaker !== null);
  // Stable: of equals the first told leads.
  return (credited.length > 0 ? credited : among).toSorted((a, b) => {
    const [first, second] = [widthOfClaim(a), widthOfClaim(b)];
    return first === second ? 0 : first - second;
  })[0];
}

function onlyQuantities(claims: readonly Claim[]): readonly QuantityClaim[] {
  return claims.filter((claim) => claim.kind === "quantity");
}

function sumsOf(group: readonly Claim[], all: readonly QuantityClaim[], world: World): readonly Sum[] {
  const sums: Sum[] = [];
  for (const whole of onlyQuantities(group).slice(0, MAX_WHOLES)) {
    const parts = all.filter((claim) => claim.document !== whole.document && mayBePartOf(claim, whole, world));
    const sum = parts.length < 2 ? null : sumFor(whole, parts, world);
    if (sum) sums.push(sum);
  }
  return sums;
}

/** A slot that one document fills twice holds several: then two names contradict nothing. */
function holdsSeveral(groups: readonly (readonly Claim[])[]): boolean {
  const seen = new Map<string, number>();
  for (const [at, group] of groups.entries()) {
    for (const claim of group) {
      const before = seen.get(claim.document);
      if (claim.kind === "name" && before !== undefined && before !== at) return true;
      seen.set(claim.document, at);
    }
  }
  return false;
}

function compareGroup(
  group: readonly Claim[],
  input: CompareInput,
  scene: { readonly world: World; readonly all: readonly QuantityClaim[] },
): Comparison | null {
  const sums = sumsOf(group, scene.all, scene.world);
  const summed = new Set<Claim>(sums.flatMap((sum) => sum.parts));
  const kept = group.filter((claim) => !summed.has(claim));
  const grouping = groupByWhatTheySay(kept);
  const rates = commonPer(onlyQuantities(kept)) !== null;
  const order = tellingOrder(input.documentOf);
  const origins = originsOf(kept, input.textOf);
  const positions: Position[] = [];
  for (const said of grouping.groups) {
    const claims = said.toSorted(order);
    const lead = leadOf(claims, rates);
    if (!lead) continue;
    const voices = new Set(claims.map((claim) => origins.get(claim.id)));
    positions.push({ claims, lead, origins: voices.size, asOf: asOfDay(lead) });
  }
  if (positions.length === 0) return null;
  positions.sort((a, b) => order(a.lead, b.lead));
  return {
    positions,
    fitsAll: grouping.fitsAll,
    kind: holdsSeveral(grouping.groups) ? null : strongestRelation(positions, scene.world),
    sums,
  };
}

/**
 * Parts claims into comparisons, each with its positions, what fits all of them, sums, and how the positions differ. Every
 * claim that can be compared at all stands in one comparison, alone where nothing compares with it, or in the sums of
 * one. The order of `claims` does not matter; comparisons come in order of their first claim in the corpus.
 */
export function compareClaims(input: CompareInput): readonly Comparison[] {
  const world = setUp(input);
  const claims = input.claims.toSorted((a, b) => fullness(b) - fullness(a) || byPlaceInCorpus(a, b));
  const all = onlyQuantities(claims);
  const comparisons: { readonly comparison: Comparison; readonly first: Claim }[] = [];
  for (const group of partition(claims, neighboursOf(claims, input, world))) {
    const comparison = compareGroup(group, input, { world, all });
    const first = group.toSorted(byPlaceInCorpus)[0];
    if (comparison && first) comparisons.push({ comparison, first });
  }
  comparisons.sort((a, b) => byPlaceInCorpus(a.first, b.first));
  return comparisons.map(({ comparison }) => comparison);
}
