import type { Claim, QuantityClaim } from "../claims/claim.ts";
import { isSideBySide } from "./anchors.ts";
import { fitOfIds } from "./fit.ts";
import { overlap } from "./intervals.ts";
import { minutesOfPeriod } from "./periods.ts";
import type { Position, Relation } from "./position.ts";
import { profileOf } from "./profile.ts";
import { commonPer, intervalAs } from "./rates.ts";
import { toldOn } from "./times.ts";
import { sameSpeaker } from "./voices.ts";
import type { World } from "./world.ts";

/** A closed period is counted once it is over: two figures for it differ, they do not grow. */
const CLOSED_DAYS = 4;

/** Strongest first. */
const STRENGTH: readonly Relation[] = ["contradiction", "estimate", "scope", "update", "unclear"];

function isHedged(claim: Claim): boolean {
  if (claim.estimate) return true;
  return claim.kind === "quantity" && claim.quantity.hedge !== "exact";
}

/** True for what a document says in its own voice. */
function isOwnStatement(claim: Claim): boolean {
  return claim.speaker === null && claim.certainty === "stated";
}

function disagree(a: QuantityClaim, b: QuantityClaim): boolean {
  const per = commonPer(a, b);
  return !overlap(intervalAs(a, per), intervalAs(b, per));
}

/** The number that a claim stands for when two are put in order. */
function sizeOf(claim: QuantityClaim): number {
  const { low, high } = claim.quantity.said;
  const size = low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0);
  return claim.quantity.dimension === "share" ? size * 100 : size;
}

function isClosed(claim: QuantityClaim): boolean {
  const { days, per } = profileOf(claim);
  return per !== null || (days !== null && days.to - days.from + 1 >= CLOSED_DAYS);
}

/** True for figures that only grow: running totals, records, tolls of what has just happened. */
function isGrowing(claim: QuantityClaim): boolean {
  if (claim.record || claim.measure === "running") return true;
  const { definition } = profileOf(claim);
  return (claim.measure === "total" ? definition.length > 0 : definition.includes("missing")) && !isClosed(claim);
}

/** The day that a figure is of: a record's own day, else when it was told. */
function dayOf(claim: QuantityClaim, world: World): number | null {
  const { days } = profileOf(claim);
  return (claim.record ? days?.to : null) ?? toldOn(claim, world) ?? days?.to ?? null;
}

/** The first day on which one of these figures was so, or was told to be so; null where none is dated. */
export function earliestDayOf(claims: readonly QuantityClaim[], world: World): number | null {
  const days = claims.map((claim) => dayOf(claim, world)).filter((day) => day !== null);
  return days.length === 0 ? null : Math.min(...days);
}

type Side = { readonly lead: QuantityClaim; readonly claims: readonly QuantityClaim[] };

function sideOf(position: Position): Side | null {
  const claims = position.claims.filter((claim) => claim.kind === "quantity");
  return position.lead.kind === "quantity" ? { lead: position.lead, claims } : null;
}

function somePair(p: Side, q: Side, holds: (a: QuantityClaim, b: QuantityClaim) => boolean): boolean {
  return p.claims.some((a) => q.claims.some((b) => holds(a, b)));
}

function hasGrown(p: Side, q: Side, world: World): boolean {
  if (!isGrowing(p.lead) || !isGrowing(q.lead)) return false;
  // Who sets two speakers' figures of one day side by side tells of no growth.
  if (somePair(p, q, (a, b) => isSideBySide(a, b) && dayOf(a, world) === dayOf(b, world))) return false;
  const [first, second] = [earliestDayOf(p.claims, world), earliestDayOf(q.claims, world)];
  if (first === null || second === null) return false;
  // Two bulletins of one day: who gives both has counted on.
  if (first === second) return somePair(p, q, (a, b) => a.document !== b.document && sameSpeaker(a, b));
  // Of the missing fewer and fewer are left.
  if (isMissing(p)) return true;
  return first < second === sizeOf(p.lead) < sizeOf(q.lead);
}

const isMissing = ({ lead }: Side): boolean => profileOf(lead).definition.includes("missing");

function isGivenAnew(a: QuantityClaim, b: QuantityClaim, world: World): boolean {
  if (!sameSpeaker(a, b) || isClosed(a) || isClosed(b)) return false;
  if (differInScope(a, b, world) || isDelimited(a, b, world)) return false;
  const [first, second] = [dayOf(a, world), dayOf(b, world)];
  return first !== null && second !== null && first !== second;
}

/** Deeds that go on from day to day, whoever counts them. */
const ADDING: ReadonlySet<string> = new Set(["arrest", "detain", "rescue", "free"]);

/** "Has filed 23 complaints", and days later 31: what is still being done was counted on, unless another voice counts. */
function hasMounted(p: Side, q: Side, world: World): boolean {
  const [first, second] = [earliestDayOf(p.claims, world), earliestDayOf(q.claims, world)];
  if (first === null || second === null || first === second || isClosed(p.lead) || isClosed(q.lead)) return false;
  const [early, late] = first < second ? [p.lead, q.lead] : [q.lead, p.lead];
  if (early.quantity.dimension !== "count" || sizeOf(early) >= sizeOf(late)) return false;
  const addsUp = ADDING.has(early.event.action ?? "") && early.event.action === late.event.action;
  if (early.speaker && late.speaker && !sameSpeaker(early, late) && !addsUp) return false;
  return early.measure !== "stock" && (world.contextOf?.(early).perfect ?? false);
}

/** The later of two texts says that the figure has changed. */
function hasChanged(a: QuantityClaim, b: QuantityClaim, world: World): boolean {
  if (a.document === b.document || isClosed(a) || isClosed(b)) return false;
  const [first, second] = [dayOf(a, world), dayOf(b, world)];
  if (first === null || second === null || first === second) return false;
  const [early, late] = first < second ? [a, b] : [b, a];
  if (!world.contextOf) return false;
  // What was expected has come out.
  const came = world.contextOf(early).projected && !world.contextOf(late).projected;
  return came || world.contextOf(late).changes;
}

function isUpdate(p: Side, q: Side, world: World): boolean {
  if (p.claims.some((claim) => claim.revised) || q.claims.some((claim) => claim.revised)) return true;
  if (hasGrown(p, q, world) || hasMounted(p, q, world) || somePair(p, q, (a, b) => isGivenAnew(a, b, world)))
    return true;
  return somePair(p, q, (a, b) => disagree(a, b) && hasChanged(a, b, world));
}

function statesPeriod(claim: Claim): boolean {
  // "overnight" is stated, although its day is read from the publication date.
  return (
    claim.period?.role === "during" && (claim.period.written !== null || claim.period.basis === "earlier-sentence")
  );
}

/** What a longer time or a larger place holds more of; a magnitude or a share does not add up. */
const ADDS_UP: ReadonlySet<string> = new Set([
  "count",
  "money",
  "area",
  "volume",
  "mass",
  "energy",
  "duration",
  "data",
]);

/** One says what it takes in or leaves out. */
function isDelimited(a: QuantityClaim, b: QuantityClaim, world: World): boolean {
  return world.contextOf !== undefined && (world.contextOf(a).delimits || world.contextOf(b).delimits);
}

/** Both say what their figure covers, and the larger figure covers more. */
function differInScope(a: QuantityClaim, b: QuantityClaim, world: World): boolean {
  const [small, large] = sizeOf(a) < sizeOf(b) ? [a, b] : [b, a];
  const [less, more] = [profileOf(small), profileOf(large)];
  // Who is still missing at noon was missing all morning: it does not add up over time.
  const gathers = ADDS_UP.has(small.quantity.dimension) && !less.definition.includes("missing");
  if (gathers && statesPeriod(small) && statesPeriod(large)) {
    const [short, long] = [minutesOfPeriod(less), minutesOfPeriod(more)];
    if (short !== null && long !== null && short < long) return true;
  }
  if (ADDS_UP.has(small.quantity.dimension) && fitOfIds(more.places, less.places, world) === "wider") return true;
  return (
    small.definition.length > 0 &&
    small.definition.length < large.definition.length &&
    small.definition.every((harm) => large.definition.includes(harm))
  );
}

function isContradiction(p: Side, q: Side): boolean {
  if (somePair(p, q, (a, b) => sameSpeaker(a, b) && disagree(a, b))) return true;
  return (isOwnStatement(p.lead) || isOwnStatement(q.lead)) && !isHedged(p.lead) && !isHedged(q.lead);
}

function isEstimate(p: Side, q: Side): boolean {
  const [first, second] = [p.lead.speaker, q.lead.speaker];
  return (first !== null && second !== null && !sameSpeaker(p.lead, q.lead)) || isHedged(p.lead) || isHedged(q.lead);
}

/** How two positions differ: the first that holds of update, scope, contradiction, estimate, unclear. Symmetric. */
function relate(first: Position, second: Position, world: World): Relation {
  const [p, q] = [sideOf(first), sideOf(second)];
  // Times, names and statuses contradict each other, whoever says so.
  if (!p || !q) return "contradiction";
  if (isUpdate(p, q, world)) return "update";
  // What the claims beside the leads cover was often taken from elsewhere in their texts.
  if (differInScope(p.lead, q.lead, world)) return "scope";
  if (somePair(p, q, (a, b) => disagree(a, b) && isDelimited(a, b, world))) return "scope";
  if (isContradiction(p, q)) return "contradiction";
  return isEstimate(p, q) ? "estimate" : "unclear";
}

/** True where two documents stand against each other, or two speakers in one that tells of no mere change. */
function isBetweenTwo(first: Position, second: Position, relation: Relation): boolean {
  return first.claims.some((a) =>
    second.claims.some((b) => {
      if (a.document !== b.document) return true;
      if (relation === "update") return false;
      // What a text tells itself and lets somebody deny it has two voices for.
      if (a.speaker === null || b.speaker === null) return a.kind === "status" && a.speaker !== b.speaker;
      return !sameSpeaker(a, b);
    }),
  );
}

/**
 * The strongest relation among the pairs of positions, in the order contradiction, estimate, scope, update, unclear; null
 * where no pair needs telling: fewer than two positions, or all of it told by one document in one voice.
 */
export function strongestRelation(positions: readonly Position[], world: World): Relation | null {
  let best: Relation | null = null;
  for (const [at, first] of positions.entries()) {
    for (const second of positions.slice(at + 1)) {
      const relation = relate(first, second, world);
      if (!isBetweenTwo(first, second, relation)) continue;
      if (best === null || STRENGTH.indexOf(relation) < STRENGTH.indexOf(best)) best = relation;
    }
  }
  return best;
}
