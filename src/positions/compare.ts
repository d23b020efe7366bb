import type { Claim, QuantityClaim } from "../claims/claim.ts";
import { contextReader } from "./context.ts";
import { dayNumber } from "./days.ts";
import { gather } from "./gather.ts";
import type { Gathered } from "./gather.ts";
import { groupByWhatTheySay } from "./group.ts";
import { widthOf } from "./intervals.ts";
import { asOfDay, byPlaceInCorpus, byPublication, compareText, tellingOrder } from "./order.ts";
import type { Dated } from "./order.ts";
import { originsOf } from "./origins.ts";
import type { Comparison, Position } from "./position.ts";
import { profileOf } from "./profile.ts";
import { groupPer } from "./rates.ts";
import { earliestDayOf, strongestRelation } from "./relate.ts";
import { sumFor } from "./sums.ts";
import type { Sum } from "./sums.ts";
import { timeOf, widthOfTime } from "./time-values.ts";
import type { AskedSlot, World } from "./world.ts";

/** What is compared, and what the comparison may look up. */
export type CompareInput = {
  readonly claims: readonly Claim[];
  readonly world: World;
  /** The whole sentence of a claim. */
  readonly textOf: (claim: Claim) => string;
  /** The first sentences of a document, for what it is about; left out, nothing is known of that. */
  readonly leadOf?: (document: string) => string;
  readonly documentOf: (id: string) => Dated;
  /** The slot that a question asks for, where `claims` were looked up to fill it. */
  readonly asked?: AskedSlot;
};

/**
 * How much a claim says of its event; the fullest claims begin a comparison, for least is guessed about them. What
 * "the previous record" was first of is a guess until others have found each other.
 */
function fullness(claim: Claim, { asked, world }: CompareInput): number {
  const profile = profileOf(claim);
  if (claim.kind === "quantity" && claim.record?.previous) return 0;
  // Where no place was asked for, the figure of one town is no beginning.
  if (asked && isElsewhere(claim, asked, world)) return -1;
  // Of what was asked for, a day taken from another sentence is no ground to begin with: it may keep rivals apart.
  const dated =
    asked && claim.period?.basis === "earlier-sentence"
      ? 0
      : profile.days || profile.asOf !== null
        ? 2
        : profile.weekdays === 0
          ? 0
          : 1;
  return [profile.places, profile.owners, profile.agents, profile.targets].reduce(
    (sum, ids) => sum + (ids.length > 0 ? 1 : 0),
    dated,
  );
}

function isElsewhere({ place }: Claim, asked: AskedSlot, world: World): boolean {
  if (place === null || asked.text.includes(place.written.toLowerCase())) return false;
  return place.ids.some((id) => world.countryOf(id) !== id);
}

function inOrderOfFullness(input: CompareInput): readonly Claim[] {
  const order = byPublication(input.documentOf);
  return input.claims
    .map((claim) => ({ claim, full: fullness(claim, input) }))
    .sort((a, b) => b.full - a.full || order(a.claim, b.claim))
    .map(({ claim }) => claim);
}

/** Answers of `contains` are kept as long as the function: the gazetteer walks its tree for each. */
const CONTAINED = new WeakMap<World["contains"], Map<string, Map<string, boolean>>>();

/** Outer places remembered before the memory is emptied. */
const MAX_OUTER = 20_000;

function remembering(contains: World["contains"]): World["contains"] {
  let known = CONTAINED.get(contains);
  if (!known) {
    known = new Map();
    CONTAINED.set(contains, known);
  }
  const outers = known;
  return (outer, inner) => {
    let inners = outers.get(outer);
    if (!inners) {
      if (outers.size >= MAX_OUTER) outers.clear();
      inners = new Map();
      outers.set(outer, inners);
    }
    let answer = inners.get(inner);
    if (answer === undefined) {
      answer = contains(outer, inner);
      inners.set(inner, answer);
    }
    return answer;
  };
}

/** The world of an input with all that comparison looks up remembered. */
export function worldOf(input: CompareInput): World {
  const { world } = input;
  const days = new Map<string, number | null>();
  let byId: ReadonlyMap<string, Claim> | null = null;
  return {
    countryOf: world.countryOf,
    ...(input.asked && { asked: input.asked }),
    contains: remembering(world.contains),
    publishedOn: (id) => {
      let day = days.get(id);
      if (day === undefined) {
        day = dayNumber(input.documentOf(id).published ?? "");
        days.set(id, day);
      }
      return day;
    },
    claimOf: (id) => {
      const known = world.claimOf?.(id);
      if (known) return known;
      byId ??= new Map(input.claims.map((claim) => [claim.id, claim]));
      return byId.get(id) ?? null;
    },
    contextOf: contextReader((claim) => ({
      title: input.documentOf(claim.document).title,
      sentence: input.textOf(claim),
      before: input.textOf(claim).slice(0, Math.max(0, claim.value.start - claim.span.start)),
      behind: input.textOf(claim).slice(Math.max(0, claim.value.end - claim.span.start)),
      lead: input.leadOf?.(claim.document) ?? "",
    })),
  };
}

function widthOfClaim(claim: Claim): number {
  if (claim.kind === "quantity") return widthOf(claim.quantity.interval);
  const time = timeOf(claim);
  return time ? widthOfTime(time) : 0;
}

/** The narrowest credited claim; of rates and totals that agree, a rate, for that is what is compared. */
function leadOf(claims: readonly Claim[], rates: boolean): Claim | undefined {
  // "More than 80" names a position only where nobody says how many.
  const bounded = claims.filter((claim) => Number.isFinite(widthOfClaim(claim)));
  const told = bounded.length > 0 ? bounded : claims;
  const inForm = told.filter((claim) => claim.kind !== "quantity" || (profileOf(claim).per !== null) === rates);
  const among = inForm.length > 0 ? inForm : told;
  // Of times the narrowest leads, whoever gives it: "at 3.50 a.m." before "early on Sunday".
  const credited = among.filter((claim) => claim.speaker !== null && claim.kind !== "time");
  let lead: Claim | undefined;
  // Of equals the first told leads.
  for (const claim of credited.length > 0 ? credited : among) {
    if (!lead || widthOfClaim(claim) < widthOfClaim(lead)) lead = claim;
  }
  return lead;
}

function onlyQuantities(claims: readonly Claim[]): readonly QuantityClaim[] {
  return claims.filter((claim) => claim.kind === "quantity");
}

type Scene = { readonly world: World; readonly gathered: Gathered };

function sumsOf(group: readonly Claim[], { gathered, world }: Scene): readonly Sum[] {
  const sums: Sum[] = [];
  for (const whole of onlyQuantities(group)) {
    const parts = gathered.mayAddUpTo.get(whole) ?? [];
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

function compareGroup(group: readonly Claim[], input: CompareInput, scene: Scene): Comparison | null {
  const sums = sumsOf(group, scene);
  const summed = new Set<Claim>(sums.flatMap((sum) => sum.parts));
  const kept = group.filter((claim) => !summed.has(claim));
  const grouping = groupByWhatTheySay(kept);
  const rates = groupPer(onlyQuantities(kept)) !== null;
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
  const kind = holdsSeveral(grouping.groups) ? null : strongestRelation(positions, scene.world);
  if (kind === "update") {
    positions.sort((a, b) => toldDay(a, scene.world) - toldDay(b, scene.world) || byMinute(a.lead, b.lead));
  }
  return { positions, fitsAll: grouping.fitsAll, kind, sums };
}

/** Of one day, the bulletin of the morning comes first. */
function byMinute(a: Claim, b: Claim): number {
  return compareText(a.period?.to ?? "", b.period?.to ?? "");
}

/** A figure that changes is of the day it was told where its text names none; unknown days last. */
function toldDay({ claims }: Position, world: World): number {
  return earliestDayOf(onlyQuantities(claims), world) ?? Number.MAX_SAFE_INTEGER;
}

/**
 * Parts claims into comparisons, each with its positions, what fits all of them, sums, and how the positions differ. Every
 * claim that can be compared at all stands in one comparison, alone where nothing compares with it, or in the sums of
 * one. The order of `claims` does not matter; comparisons come in order of their first claim in the corpus.
 */
export function compareClaims(input: CompareInput): readonly Comparison[] {
  const world = worldOf(input);
  const gathered = gather(inOrderOfFullness(input), world);
  const comparisons: { readonly comparison: Comparison; readonly first: Claim }[] = [];
  for (const group of gathered.groups) {
    const comparison = compareGroup(group, input, { world, gathered });
    const first = group.toSorted(byPlaceInCorpus)[0];
    if (comparison && first) comparisons.push({ comparison, first });
  }
  comparisons.sort((a, b) => byPlaceInCorpus(a.first, b.first));
  return comparisons.map(({ comparison }) => comparison);
}

/**
 * The comparison of claims that are known to answer one question, whatever else would keep them apart: its positions, what fits all
 * of them, and how they differ; null for no claims.
 */
export function compareAsOne(input: CompareInput): Comparison | null {
  const world = worldOf(input);
  return compareGroup(input.claims, input, { world, gathered: { groups: [input.claims], mayAddUpTo: new Map() } });
}
