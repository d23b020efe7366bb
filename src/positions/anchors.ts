import type { Claim } from "../claims/claim.ts";
import { causeBits } from "./context.ts";
import { fitOfIds, fitOfParticipants } from "./fit.ts";
import type { Fit } from "./fit.ts";
import type { Profile } from "./profile.ts";
import { isLasting } from "./times.ts";
import type { World } from "./world.ts";

/**
 * Causes that come once in a while, so that two texts of one week that name one, and the same place, mean the same.
 * Attacks, protests and outbreaks go on.
 */
export const RARE_CAUSES = causeBits([
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

function holds(fit: Fit): boolean {
  return fit !== "unstated" && fit !== "different";
}

/** True where a name is a word of what is counted, where, or who says so: as a tie it would only say that again. */
function repeats(claim: Claim, name: string): boolean {
  const said = [claim.counted.written, claim.place?.written ?? "", claim.speaker?.name ?? ""].join(" ").toLowerCase();
  const words: readonly string[] = said.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.includes(name);
}

function shareName(a: ReadonlySet<string>, b: ReadonlySet<string>, counts: (name: string) => boolean): boolean {
  for (const name of a) if (b.has(name) && counts(name)) return true;
  return false;
}

/** True where both state one number, or one bound. */
export function sameNumber(a: Claim, b: Claim): boolean {
  if (a.kind !== "quantity" || b.kind !== "quantity") return false;
  const first = a.quantity.said;
  const second = b.quantity.said;
  return (first.low !== null && first.low === second.low) || (first.high !== null && first.high === second.high);
}

function isDated(profile: Profile): boolean {
  return profile.asOf !== null || profile.days !== null;
}

/** Days known on both sides, or none needed: then one anchor will do, else two. */
function anchorsNeeded(a: Profile, b: Profile): 1 | 2 {
  const first = a.claim;
  const second = b.claim;
  if (first.kind === "quantity" && second.kind === "quantity") {
    if (isLasting(first, a) && isLasting(second, b)) return 1;
    if (first.measure === "running" || second.measure === "running") {
      return first.measure === second.measure || (isDated(a) && isDated(b)) ? 1 : 2;
    }
  }
  return a.days && b.days ? 1 : 2;
}

/** Amounts whose noun says what they are ("turnout", "net profit"), not how many of many. */
export const isOneOfAKind = (claim: Claim): boolean =>
  claim.kind === "quantity" && claim.quantity.dimension !== "count";

/** "Police counted 18,000. The union said 45,000 had marched": two voices side by side speak of one thing. */
export const isSideBySide = (a: Claim, b: Claim): boolean =>
  a.document === b.document &&
  Math.abs(a.sentence - b.sentence) <= 1 &&
  a.speaker !== null &&
  b.speaker !== null &&
  a.speaker.key !== b.speaker.key;

function isWholeCountry({ places }: Profile, world: World): boolean {
  return places.every((id) => world.countryOf(id) === id);
}

/** Reports of a result or a count that appear within so many days are of the same one. */
const SAME_NEWS = 3;

function newsDaysApart(a: Profile, b: Profile, world: World): number | null {
  const one = world.publishedOn?.(a.claim.document) ?? null;
  const other = world.publishedOn?.(b.claim.document) ?? null;
  return one === null || other === null ? null : Math.abs(one - other);
}

/**
 * True where enough ties two claims to one event: a place, agents, targets, owners, modifiers that both state, the same
 * rare cause, and the same number (an agreement that is none does little harm); last, a name in both sentences beyond what
 * is counted, where, and who says so.
 */
export function isAnchored(a: Profile, b: Profile, world: World): boolean {
  if (isSideBySide(a.claim, b.claim)) return true;
  const strict = anchorsNeeded(a, b);
  const apart = newsDaysApart(a, b, world);
  const needed =
    apart === 0 || (apart !== null && apart <= SAME_NEWS && isOneOfAKind(a.claim) && isOneOfAKind(b.claim))
      ? 1
      : strict;
  let count = 0;
  // Much happens in a country on the day of a newspaper: without days, that two figures are of it ties nothing.
  const placed = holds(fitOfIds(a.places, b.places, world));
  if (placed && (needed === strict || !isWholeCountry(a, world) || !isWholeCountry(b, world))) count += 1;
  if (holds(fitOfParticipants(a.owners, b.owners, world))) count += 1;
  if (count >= needed) return true;
  // Agents that stand for owners count once.
  const twice = a.claim.counted.owners.length === 0 && b.claim.counted.owners.length === 0 && a.owners.length > 0;
  if (!twice && holds(fitOfParticipants(a.agents, b.agents, world))) count += 1;
  if (holds(fitOfParticipants(a.targets, b.targets, world))) count += 1;
  if (a.modifiers.length > 0 && b.modifiers.length > 0) count += 1;
  if (sameNumber(a.claim, b.claim)) count += 1;
  if (count >= needed || !world.contextOf) return count >= needed;
  const first = world.contextOf(a.claim);
  const second = world.contextOf(b.claim);
  const rare = (first.causes & second.causes & RARE_CAUSES) !== 0;
  if (rare) count += 1;
  const isNew = (name: string) => !repeats(a.claim, name) && !repeats(b.claim, name);
  if (count < needed && shareName(first.names, second.names, isNew)) count += 1;
  // Two reports of a wreck that open with the same names are of one wreck, two of a profit of one company.
  const lone = rare || (needed === 1 && isOneOfAKind(a.claim) && isOneOfAKind(b.claim));
  if (count < needed && lone && shareName(first.leads, second.leads, () => true)) count += 1;
  return count >= needed;
}
