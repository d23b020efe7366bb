import type { Claim, NameClaim, QuantityClaim, StatusClaim, TimeClaim } from "../claims/claim.ts";
import { actionFit, isNeutral, thingFit } from "../claims/families.ts";
import { anchorsOf } from "./anchors.ts";
import { fitOfIds, fitOfParticipants } from "./fit.ts";
import type { Fit } from "./fit.ts";
import { below } from "./intervals.ts";
import { isPartOfOther } from "./parts.ts";
import { fitOfPeriods } from "./periods.ts";
import { profileOf } from "./profile.ts";
import { commonPer, intervalAs } from "./rates.ts";
import { fitOfRecords } from "./records.ts";
import { refusalByTime } from "./times.ts";
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

const COMPARABLE: Comparability = { kind: "comparable" };

/** Dimensions whose head noun tells what is measured, so that a verb that says only that it is so will do. */
function namesItself(claim: QuantityClaim): boolean {
  return claim.quantity.dimension !== "count" || claim.measure === "stock";
}

function fitOfThings(a: Claim, b: Claim): Fit {
  const [first, second] = [profileOf(a), profileOf(b)];
  if (first.thing === second.thing) return "same";
  const fit = thingFit(first.thing, second.thing, [a.event.action, b.event.action]);
  if (fit !== "different") return fit;
  // "Losses of 700" and "700 soldiers lost": the one noun names the harm, the other who came to it.
  const people = first.harmNoun ? second : second.harmNoun ? first : null;
  if (!people || first.definition.length === 0 || second.definition.length === 0) return "different";
  if (people.harmNoun || people.thing === "person") return "same";
  return thingFit("person", people.thing, []) === "wider" ? "same" : "different";
}

/** True where a toll counts more than one harm, or does not say which. */
function isManifold(definition: readonly string[]): boolean {
  return definition.length > 1 || definition[0] === "losses";
}

function fitOfDefinitions(a: readonly string[], b: readonly string[]): Fit {
  const wider = b.every((harm) => a.includes(harm));
  const narrower = a.every((harm) => b.includes(harm));
  if (wider && narrower) return "same";
  // Killed and wounded, casualties, losses: totals that are told of one another, whatever they leave out.
  if (isManifold(a) && isManifold(b)) return "same";
  // The dead are among the losses.
  if (a[0] === "losses" || b[0] === "losses") return a[0] === "losses" ? "wider" : "narrower";
  return "different";
}

function fitOfActions(a: Claim, b: Claim): Fit {
  const [first, second] = [profileOf(a), profileOf(b)];
  if (first.definition.length > 0 && second.definition.length > 0) {
    return fitOfDefinitions(first.definition, second.definition);
  }
  const [one, other] = [a.event.action, b.event.action];
  if (one === other) return "same";
  if (one !== null && other !== null) {
    const fit = actionFit(one, other, [first.thing, second.thing]);
    if (fit !== "different") return fit;
  }
  return isNeutral(one) || isNeutral(other) ? "unstated" : "different";
}

function fitOfModifiers(a: readonly string[], b: readonly string[]): Fit {
  const wider = a.every((modifier) => b.includes(modifier));
  const narrower = b.every((modifier) => a.includes(modifier));
  if (wider && narrower) return "same";
  if (wider) return "wider";
  return narrower ? "narrower" : "different";
}

/** A place that one claim states and the other leaves out narrows the one, unless it is a whole country. */
function fitOfPlaces(a: Claim, b: Claim, world: World): Fit {
  const [first, second] = [profileOf(a).places, profileOf(b).places];
  const fit = fitOfIds(first, second, world);
  if (fit !== "unstated" || first.length === second.length) return fit;
  const [stated, silent] = first.length > 0 ? [a, b] : [b, a];
  if (profileOf(stated).places.every((id) => world.countryOf(id) === id)) return "unstated";
  const written = stated.place?.written.toLowerCase() ?? "";
  if (written !== "" && world.contextOf?.(silent).words.includes(written)) return "unstated";
  const targets = fitOfIds(profileOf(stated).places, silent.event.targets, world);
  if (targets === "same" || targets === "wider") return "unstated";
  return stated === a ? "narrower" : "wider";
}

/** True where the titles or sentences of two claims name causes, and none in common. */
function causesDiffer(a: Claim, b: Claim, world: World): boolean {
  const first = world.contextOf?.(a).causes;
  const second = world.contextOf?.(b).causes;
  if (!first || !second || first.size === 0 || second.size === 0) return false;
  for (const cause of first) if (second.has(cause)) return false;
  return true;
}

/** One document in one voice that gives two figures tells of two things, unless it says that one replaces the other. */
function oneVoiceApart(a: QuantityClaim, b: QuantityClaim, disagree: boolean): boolean {
  if (!disagree || a.document !== b.document || a.revised || b.revised || (a.record && b.record)) return false;
  if ((a.speaker?.key ?? null) !== (b.speaker?.key ?? null)) return false;
  const [first, second] = [profileOf(a).asOf, profileOf(b).asOf];
  return first === null || second === null || first === second;
}

/**
 * The figure of a narrower thing, action or place is a part of the wider one's, not its rival; only where it is not
 * smaller do the two say something of each other.
 */
function isPartByScope(fits: readonly Fit[], smaller: "a" | "b" | null): boolean {
  if (smaller === null) return false;
  const aNarrower = fits.includes("narrower");
  const bNarrower = fits.includes("wider");
  return smaller === "a" ? aNarrower : bNarrower;
}

type Matter = { readonly refusal: Refusal | null; readonly fits: readonly Fit[] };

const refused = (refusal: Refusal): Matter => ({ refusal, fits: [] });

/** What is counted, what happened to it and when; not yet where, by whom, and as a part of what. */
function matterOf(a: QuantityClaim, b: QuantityClaim, world: World): Matter {
  const [first, second] = [a.quantity, b.quantity];
  if (first.dimension !== second.dimension) return refused("unit");
  if (first.dimension !== "count" && first.unit !== second.unit) return refused("unit");
  const things = fitOfThings(a, b);
  if (things === "different") return refused("thing");
  const actions = fitOfActions(a, b);
  if (actions === "different") return refused("action");
  if (actions === "unstated" && !(namesItself(a) && namesItself(b))) return refused("action");
  const [one, other] = [profileOf(a), profileOf(b)];
  const owners = fitOfParticipants(one.owners, other.owners, world);
  if (owners === "different" || owners === "crossing") return refused("owner");
  const modifiers = fitOfModifiers(one.modifiers, other.modifiers);
  if (modifiers === "different") return refused("thing");
  // A share is of its whole, and "damaged houses" are another whole than houses.
  if (modifiers !== "same" && (first.dimension === "share" || first.dimension === "percent")) return refused("thing");
  const record = fitOfRecords(a, b);
  if (record === "refused") return refused("record");
  const time = record === "replaces" ? null : refusalByTime(a, b, world);
  return { refusal: time, fits: [things, actions, owners, modifiers] };
}

function refusalOfQuantities(a: QuantityClaim, b: QuantityClaim, world: World): Refusal | null {
  const matter = matterOf(a, b, world);
  if (matter.refusal) return matter.refusal;
  if (a.quantity.per !== b.quantity.per && !sameStretch(a, b)) return "rate";
  const places = fitOfPlaces(a, b, world);
  if (places === "different" || places === "crossing") return "place";
  const agents = fitOfParticipants(a.event.agents, b.event.agents, world);
  const targets = fitOfParticipants(a.event.targets, b.event.targets, world);
  if (agents === "different" || targets === "different") return "event";
  if (isPartOfOther(a, b, world)) return "part";
  const per = commonPer([a, b]);
  const [low, high] = [intervalAs(a, per), intervalAs(b, per)];
  const smaller = below(low, high) ? "a" : below(high, low) ? "b" : null;
  if (isPartByScope([...matter.fits, places, targets], smaller)) return "part";
  if (oneVoiceApart(a, b, smaller !== null)) return "event";
  if (causesDiffer(a, b, world)) return "event";
  return anchorsOf(a, b, world).enough ? null : "event";
}

/** True where `part` may be one of the parts that add up to `whole`: the same matter, wherever and to whomever of them. */
export function mayBePartOf(part: QuantityClaim, whole: QuantityClaim, world: World): boolean {
  if (part.certainty === "denied" || whole.certainty === "denied" || matterOf(part, whole, world).refusal) return false;
  const places = fitOfIds(profileOf(part).places, profileOf(whole).places, world);
  return places !== "different" && places !== "crossing" && places !== "wider" && !causesDiffer(part, whole, world);
}

/** True where one is a total and the other a rate for the same stretch of days. */
function sameStretch(a: QuantityClaim, b: QuantityClaim): boolean {
  if (a.quantity.per !== null && b.quantity.per !== null) return false;
  const fit = fitOfPeriods(profileOf(a), profileOf(b));
  return fit === "same" || fit === "crossing";
}

function refusalOfEvents(a: Claim, b: Claim, world: World): Refusal | null {
  const [one, other] = [profileOf(a), profileOf(b)];
  if (one.thing !== "" && other.thing !== "" && fitOfThings(a, b) === "different") return "thing";
  if (fitOfParticipants(one.owners, other.owners, world) === "different") return "owner";
  if (fitOfActions(a, b) === "different" || (a.event.action === null) !== (b.event.action === null)) return "action";
  if (fitOfModifiers(one.modifiers, other.modifiers) === "different") return "thing";
  if (fitOfPeriods(one, other) === "different") return "day";
  if (fitOfIds(one.places, other.places, world) === "different") return "place";
  if (fitOfParticipants(a.event.agents, b.event.agents, world) === "different") return "event";
  if (fitOfParticipants(a.event.targets, b.event.targets, world) === "different") return "event";
  if (causesDiffer(a, b, world)) return "event";
  return anchorsOf(a, b, world).enough ? null : "event";
}

/** The slot that a name fills must not be what the event is told by. */
function refusalOfNames(a: NameClaim, b: NameClaim, world: World): Refusal | null {
  if (a.name.slot !== b.name.slot) return "slot";
  return refusalOfEvents(a, b, world);
}

function refusalOf(a: Claim, b: Claim, world: World): Refusal | null {
  if (a.kind === "quantity" && b.kind === "quantity") {
    // "Denied that 50 had died" gives no figure.
    if (a.certainty === "denied" || b.certainty === "denied") return "denied";
    return refusalOfQuantities(a, b, world);
  }
  if (a.kind === "name" && b.kind === "name") return refusalOfNames(a, b, world);
  if (isEvent(a) && a.kind === b.kind) return refusalOfEvents(a, b, world);
  return "kind";
}

function isEvent(claim: Claim): claim is TimeClaim | StatusClaim {
  return claim.kind === "time" || claim.kind === "status";
}

/**
 * Whether two claims may be compared: the same thing, done to it the same, in the same event and place, neither a part
 * of the other, both totals or both rates. What is not known fits, but something besides the action must then tell that
 * the event is the same (`anchorsOf`). Symmetric; a false alarm costs more than a miss, so doubt refuses.
 */
export function comparable(a: Claim, b: Claim, world: World): Comparability {
  const why = refusalOf(a, b, world);
  return why === null ? COMPARABLE : { kind: "not", why };
}
