import type { Claim } from "../claims/claim.ts";
import { fitOfIds, fitOfParticipants } from "./fit.ts";
import type { Fit } from "./fit.ts";
import { profileOf } from "./profile.ts";
import { isLasting } from "./times.ts";
import type { World } from "./world.ts";

/**
 * Causes that come once in a while, so that two texts of one week that name one, and the same place, mean the same.
 * Attacks, protests and outbreaks go on.
 */
const RARE_CAUSES: ReadonlySet<string> = new Set([
  "earthquake",
  "flood",
  "storm",
  "slide",
  "fire",
  "crash",
  "shipwreck",
  "eruption",
  "crush",
  "collapse",
]);

/** How much tells that two claims are of one event, beside their action and thing. */
export type Anchors = { readonly count: number; readonly enough: boolean };

const HOLDS: ReadonlySet<Fit> = new Set(["same", "wider", "narrower", "crossing"]);

function shareOne(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined, of?: ReadonlySet<string>) {
  if (!a || !b) return false;
  for (const item of a) if (b.has(item) && (!of || of.has(item))) return true;
  return false;
}

function sameNumber(a: Claim, b: Claim): boolean {
  if (a.kind !== "quantity" || b.kind !== "quantity") return false;
  const [first, second] = [a.quantity.said, b.quantity.said];
  return (first.low !== null && first.low === second.low) || (first.high !== null && first.high === second.high);
}

/** Days known on both sides, or none needed: then one anchor will do, else two. */
function anchorsNeeded(a: Claim, b: Claim): 1 | 2 {
  if (a.kind === "quantity" && b.kind === "quantity") {
    if (isLasting(a) && isLasting(b)) return 1;
    if (a.measure === "running" || b.measure === "running") {
      const [first, second] = [profileOf(a), profileOf(b)];
      const dated = (first.asOf !== null || first.days) && (second.asOf !== null || second.days);
      return a.measure === b.measure || dated ? 1 : 2;
    }
  }
  return profileOf(a).days && profileOf(b).days ? 1 : 2;
}

/**
 * What ties two claims to one event: a place, agents, targets, owners, modifiers that both state, the same rare cause, and
 * the same number (an agreement that is none does little harm). Names that both sentences hold count where nothing else
 * does, for they mostly repeat the rest.
 */
export function anchorsOf(a: Claim, b: Claim, world: World): Anchors {
  const [one, other] = [profileOf(a), profileOf(b)];
  const needed = anchorsNeeded(a, b);
  let count = 0;
  if (HOLDS.has(fitOfIds(one.places, other.places, world))) count += 1;
  if (HOLDS.has(fitOfParticipants(one.owners, other.owners, world))) count += 1;
  // Agents that stand for owners count once.
  const twice = a.counted.owners.length === 0 && b.counted.owners.length === 0 && one.owners.length > 0;
  if (!twice && HOLDS.has(fitOfParticipants(a.event.agents, b.event.agents, world))) count += 1;
  if (HOLDS.has(fitOfParticipants(a.event.targets, b.event.targets, world))) count += 1;
  if (one.modifiers.length > 0 && other.modifiers.length > 0) count += 1;
  if (count >= needed) return { count, enough: true };
  if (sameNumber(a, b)) count += 1;
  if (count >= needed || !world.contextOf) return { count, enough: count >= needed };
  const [first, second] = [world.contextOf(a), world.contextOf(b)];
  if (shareOne(first.causes, second.causes, RARE_CAUSES)) count += 1;
  if (count === 0 && shareOne(first.names, second.names)) count += 1;
  return { count, enough: count >= needed };
}
