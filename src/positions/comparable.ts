import type { Claim, QuantityClaim } from "../claims/claim.ts";
import { isAnchored, sameNumber } from "./anchors.ts";
import { fitOfIds, fitOfParticipants } from "./fit.ts";
import type { Fit } from "./fit.ts";
import { below } from "./intervals.ts";
import { fitOfActions, fitOfModifiers, fitOfPlaces, fitOfThings } from "./matter.ts";
import { isPartOfOther } from "./parts.ts";
import { fitOfPeriods } from "./periods.ts";
import { profileOf } from "./profile.ts";
import type { Profile } from "./profile.ts";
import { DAYS_IN, intervalAs } from "./rates.ts";
import { fitOfRecords } from "./records.ts";
import { refusalByTime, toldOn } from "./times.ts";
import {
  arePlans,
  causesDiffer,
  lengthsDiffer,
  moodsDiffer,
  stretchesDiffer,
  wholesDiffer,
  yearsDiffer,
} from "./told-apart.ts";
import { sameSpeaker } from "./voices.ts";
import type { World } from "./world.ts";

/** Why two claims may not be compared. */
export type Refusal =
  | "kind"
  | "denied"
  | "unit"
  | "thing"
  | "owner"
  | "action"
  | "part"
  | "rate"
  | "record"
  | "day"
  | "measure"
  | "place"
  | "event"
  | "slot";

/** Whether two claims may be compared. */
export type Comparability = { readonly kind: "comparable" } | { readonly kind: "not"; readonly why: Refusal };

type Quantity = Profile<QuantityClaim>;

const COMPARABLE: Comparability = { kind: "comparable" };

/** Figures whose noun tells what is measured, so that a verb that says only that it is so will do. */
function namesItself({ claim }: Quantity): boolean {
  return claim.quantity.dimension !== "count" || claim.measure === "stock";
}

/**
 * One document in one voice that gives two figures tells of two things, unless it says that one replaces the other. Of
 * what was asked for, its own voice and a speaker's are one: texts credit one figure and go on without.
 */
function oneVoiceApart(a: Quantity, b: Quantity, filled: boolean): boolean {
  const [first, second] = [a.claim, b.claim];
  if (first.document !== second.document || first.revised || second.revised) return false;
  if (first.record && second.record) return false;
  const bothOwn = first.speaker === null && second.speaker === null;
  const oneOwn = first.speaker === null || second.speaker === null;
  if (!bothOwn && !(filled && oneOwn) && !sameSpeaker(first, second)) return false;
  return a.asOf === null || b.asOf === null || a.asOf === b.asOf;
}

/** True where one is a total and the other a rate for the same stretch of days, long enough for the rate. */
function sameStretch(a: Quantity, b: Quantity): boolean {
  const total = a.per === null ? a : b;
  const per = a.per ?? b.per;
  if (total.per !== null || per === null || a.claim.measure !== "total" || b.claim.measure !== "total") return false;
  if (!total.days || total.days.to - total.days.from + 1 < DAYS_IN[per]) return false;
  const fit = fitOfPeriods(a, b);
  return fit === "same" || fit === "crossing";
}

function smallerOf(a: Quantity, b: Quantity): "a" | "b" | null {
  const per = a.per ?? b.per;
  const first = intervalAs(a.claim, per);
  const second = intervalAs(b.claim, per);
  if (below(first, second)) return "a";
  return below(second, first) ? "b" : null;
}

const isProportion = ({ dimension }: QuantityClaim["quantity"]): boolean =>
  dimension === "share" || dimension === "percent";

function unitsDiffer(a: QuantityClaim["quantity"], b: QuantityClaim["quantity"]): boolean {
  // "Four in ten" and "40 per cent" are one unit in two ways of writing it.
  if (isProportion(a) && isProportion(b)) return false;
  return a.dimension !== b.dimension || (a.dimension !== "count" && a.unit !== b.unit);
}

/** True where both are what a question asks for, told in one story: other words for it are no other thing. */
function fillOneSlot(a: Quantity, b: Quantity, world: World): boolean {
  const { asked } = world;
  if (!asked) return false;
  // Who gives the very figure of another for the same thing gives no rival: an agreement that is none does little harm.
  const agree = a.thing === b.thing && sameNumber(a.claim, b.claim);
  if (!agree && !(asked.isFilledBy(a.claim) && asked.isFilledBy(b.claim))) return false;
  // What a text without a date tells may be of any day, were the story the same or not.
  if (!isDated(a, world) || !isDated(b, world)) return false;
  return asked.sameStory(a.claim.document, b.claim.document);
}

const isDated = ({ claim, days }: Quantity, world: World): boolean => days !== null || toldOn(claim, world) !== null;

/** Smaller numbers meet by chance. */
const TELLING = 13;

/** Deeds whose count goes on from day to day: a day that was taken from another sentence parts no two of them. */
const MOUNTING: ReadonlySet<string> = new Set(
  "destroy damage displace cut-off flood burn free treat infect delay cancel".split(" "),
);

const mountsUp = (a: Quantity, b: Quantity): boolean =>
  (isInferred(a.claim) || isInferred(b.claim)) &&
  MOUNTING.has(a.claim.event.action ?? "") &&
  MOUNTING.has(b.claim.event.action ?? "");

const isInferred = ({ period }: QuantityClaim): boolean => period?.basis === "earlier-sentence";

/** The day of one of two like figures was taken from another sentence: that they are alike says more. */
function isGuess(a: Quantity, b: Quantity): boolean {
  return isTelling(a.claim) && (isInferred(a.claim) || isInferred(b.claim));
}

/** True for a number that two texts do not have in common by chance. */
function isTelling({ quantity: { said } }: QuantityClaim): boolean {
  return (said.low ?? said.high ?? 0) >= TELLING;
}

/** True where two claims give one telling number of what was asked for: the one repeats the other, whatever else it lacks. */
export function isEcho(a: Claim, b: Claim, { asked }: World): boolean {
  return asked !== undefined && a.kind === "quantity" && isTelling(a) && sameNumber(a, b);
}

/** Killed and wounded stay two things, whatever was asked. */
function nameNoOtherHarm(a: Quantity, b: Quantity): boolean {
  return a.definition.length === 0 || b.definition.length === 0;
}

/** Two figures of unlike width are rivals where one says what it takes in or leaves out: `differInScope` tells it. */
function sayWhatTheyCover(a: Quantity, b: Quantity, world: World): boolean {
  return world.contextOf !== undefined && (world.contextOf(a.claim).delimits || world.contextOf(b.claim).delimits);
}

/** One hospital's figure is a part of all hospitals'. */
const isLocal = ({ claim, places }: Quantity, world: World): boolean =>
  places.length === 0 && (world.contextOf?.(claim).local ?? false);

/** "A village of 900", "in the tents live 4,120": people who live somewhere are counted by where. */
function livesUnplaced(a: Quantity, b: Quantity): boolean {
  const lives = a.claim.event.action === "live" && b.claim.event.action === "live";
  return lives && (a.places.length === 0 || b.places.length === 0) && !sameNumber(a.claim, b.claim);
}

function refusalOfQuantities(a: Quantity, b: Quantity, world: World): Refusal | null {
  const first = a.claim.quantity;
  const second = b.claim.quantity;
  if (unitsDiffer(first, second)) return "unit";
  const filled = fillOneSlot(a, b, world);
  const things = fitOfThings(a, b);
  if (things === "different" && !filled) return "thing";
  const actions = fitOfActions(a, b);
  if (actions === "different" && !(filled && nameNoOtherHarm(a, b))) return "action";
  if (actions === "unstated" && !filled && !(namesItself(a) && namesItself(b))) return "action";
  // Who names a percentage of pay and not whether it is asked for or offered says too little.
  if (actions === "unstated" && !filled && a.thing === "pay") return "action";
  // "Denied that 50 had died" gives no figure.
  if (a.claim.certainty === "denied" || b.claim.certainty === "denied") return "denied";
  const owners = fitOfParticipants(a.owners, b.owners, world);
  if (owners === "different" || owners === "crossing") return "owner";
  const modifiers = fitOfModifiers(a, b, world);
  if (modifiers === "different") return "thing";
  // A share is of its whole, and "damaged houses" are another whole than houses.
  if (modifiers !== "same" && isProportion(first)) return "thing";
  const record = fitOfRecords(a, b);
  if (record === "refused") return "record";
  if (stretchesDiffer(a, b, world) || yearsDiffer(a, b, world) || lengthsDiffer(a, b, world)) return "day";
  const time = record === "replaces" ? null : refusalByTime(a, b, world);
  if (time && !(filled && (arePlans(a, b, world) || mountsUp(a, b) || (sameNumber(a.claim, b.claim) && isGuess(a, b)))))
    return time;
  if (a.per !== b.per && !sameStretch(a, b)) return "rate";
  const places = fitOfPlaces(a, b, world);
  if (places === "different" || places === "crossing") return "place";
  const agents = fitOfParticipants(a.agents, b.agents, world);
  const targets = fitOfParticipants(a.targets, b.targets, world);
  if (agents === "different" || targets === "different") return "event";
  if (isPartOfOther(a, b, world) || wholesDiffer(a, b, world)) return "part";
  if (moodsDiffer(a, b, world)) return "event";
  if (livesUnplaced(a, b)) return "place";
  const smaller = smallerOf(a, b);
  if (smaller !== null) {
    // The figure of a narrower thing, action or place is a part of the wider one's, not its rival; only where it is not
    // smaller do the two say something of each other.
    const part: Fit = smaller === "a" ? "narrower" : "wider";
    const [less, more] = smaller === "a" ? [a, b] : [b, a];
    if (isLocal(less, world) && !isLocal(more, world)) return "part";
    const isPart = [things, actions, owners, modifiers, places, targets].includes(part);
    if (isPart && !(filled && sayWhatTheyCover(a, b, world))) return "part";
    if (oneVoiceApart(a, b, filled)) return "event";
  }
  if (filled) return null;
  if (causesDiffer(a, b, world)) return "event";
  return isAnchored(a, b, world) ? null : "event";
}

/** Refusals that leave open whether one claim is a part of the other: thing, action and time fit. */
const MATTER_FITS: ReadonlySet<Refusal> = new Set(["part", "place", "event"]);

/**
 * True where `part` may be one of the parts that add up to `whole`: the same thing at the same time, wherever and to
 * whomever of them it happened.
 * @param seen.refusal why the two may not be compared, null where they may
 */
export function mayBePartOf(
  part: Profile,
  whole: Profile,
  seen: { readonly refusal: Refusal | null; readonly world: World },
): boolean {
  if (seen.refusal !== null && !MATTER_FITS.has(seen.refusal)) return false;
  const places = fitOfIds(part.places, whole.places, seen.world);
  if (places === "different" || places === "crossing" || places === "wider") return false;
  if (fitOfParticipants(part.agents, whole.agents, seen.world) === "different") return false;
  if (fitOfParticipants(part.targets, whole.targets, seen.world) === "different") return false;
  return !causesDiffer(part, whole, seen.world);
}

function sameParticipants(a: Profile, b: Profile, world: World): boolean {
  return (
    fitOfParticipants(a.agents, b.agents, world) === "same" && fitOfParticipants(a.targets, b.targets, world) === "same"
  );
}

function refusalOfEvents(a: Profile, b: Profile, world: World): Refusal | null {
  // What was looked up as one event is one.
  const { asked } = world;
  if (asked?.isFilledBy(a.claim) && asked.isFilledBy(b.claim) && asked.sameStory(a.claim.document, b.claim.document))
    return null;
  if (a.thing !== "" && b.thing !== "" && fitOfThings(a, b) === "different") return "thing";
  // "Nobody travelled" and "she travelled": what has no name may be of anything.
  if (a.claim.kind === "status" && (a.thing === "" || b.thing === "") && !sameParticipants(a, b, world)) return "thing";
  if (fitOfParticipants(a.owners, b.owners, world) === "different") return "owner";
  const actions = fitOfActions(a, b);
  if (actions === "different" || actions === "unstated") return "action";
  if (fitOfModifiers(a, b, world) === "different") return "thing";
  if (fitOfPeriods(a, b) === "different") return "day";
  if (fitOfIds(a.places, b.places, world) === "different") return "place";
  if (fitOfParticipants(a.agents, b.agents, world) === "different") return "event";
  if (fitOfParticipants(a.targets, b.targets, world) === "different") return "event";
  if (causesDiffer(a, b, world)) return "event";
  return isAnchored(a, b, world) ? null : "event";
}

function isQuantity(profile: Profile): profile is Quantity {
  return profile.claim.kind === "quantity";
}

/** Why two claims, given by their profiles, may not be compared; null where they may. See `comparable`. */
export function refusalOf(a: Profile, b: Profile, world: World): Refusal | null {
  if (isQuantity(a) && isQuantity(b)) return refusalOfQuantities(a, b, world);
  const first = a.claim;
  const second = b.claim;
  if (first.kind !== second.kind) return "kind";
  if (first.kind === "name" && second.kind === "name" && first.name.slot !== second.name.slot) return "slot";
  return refusalOfEvents(a, b, world);
}

/**
 * Whether two claims may be compared: the same thing, done to it the same, in the same event and place, neither a part
 * of the other, both totals or both rates. What is not known fits, but something besides the action must then tell that
 * the event is the same (`isAnchored`). Symmetric; a false alarm costs more than a miss, so doubt refuses.
 */
export function comparable(a: Claim, b: Claim, world: World): Comparability {
  const why = refusalOf(profileOf(a), profileOf(b), world);
  return why === null ? COMPARABLE : { kind: "not", why };
}
