import type { QuantityClaim } from "../claims/claim.ts";
import { fitOfIds } from "./fit.ts";
import { profileOf } from "./profile.ts";
import type { Profile } from "./profile.ts";
import type { World } from "./world.ts";

/** Longest chain of wholes that is followed; also ends a chain that bites its tail. */
const MAX_CHAIN = 8;

/** Ids of the whole of a claim, the whole of that whole, and so on. */
function wholesOf(claim: QuantityClaim, world: World): readonly string[] {
  const wholes: string[] = [];
  let id = claim.partOf;
  while (id !== null && wholes.length < MAX_CHAIN) {
    wholes.push(id);
    const whole = world.claimOf?.(id);
    id = whole?.kind === "quantity" ? whole.partOf : null;
  }
  return wholes;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}

/** True where `other` states what marks `part` off from its whole. */
function sharesMarks(mine: Profile<QuantityClaim>, theirs: Profile, world: World): boolean {
  const part = mine.claim;
  const whole = part.partOf === null ? null : (world.claimOf?.(part.partOf) ?? null);
  const its = whole ? profileOf(whole) : null;
  // "62 of which were shot down": what was done to them marks them, and that is compared anyway.
  if (whole && its && (whole.event.action !== part.event.action || its.thing !== mine.thing)) return true;
  let marks = 0;
  // "50,000 troops, including 10,000 Danes, near the border": whose they are marks the part; the place is the whole's too.
  const byOwner =
    mine.owners.length > 0 && !(its && sameWords(its.owners, mine.owners)) && sameWords(mine.owners, theirs.owners);
  if (mine.places.length > 0 && !(its && sameWords(its.places, mine.places))) {
    marks += 1;
    const fit = fitOfIds(mine.places, theirs.places, world);
    if (theirs.places.length === 0 ? !byOwner : fit === "different" || fit === "crossing") return false;
  }
  if (mine.owners.length > 0 && !(its && sameWords(its.owners, mine.owners))) {
    marks += 1;
    if (!sameWords(mine.owners, theirs.owners)) return false;
  }
  if (mine.modifiers.length > 0 && !(its && sameWords(its.modifiers, mine.modifiers))) {
    marks += 1;
    if (!sameWords(mine.modifiers, theirs.modifiers)) return false;
  }
  return marks > 0;
}

/**
 * True where one claim is a part of the other, or a part of something that the other does not speak of: parts are
 * compared only with what states the same part.
 */
export function isPartOfOther(a: Profile<QuantityClaim>, b: Profile<QuantityClaim>, world: World): boolean {
  const first = a.claim;
  const second = b.claim;
  if (first.partOf === null && second.partOf === null) return false;
  if (wholesOf(first, world).includes(second.id) || wholesOf(second, world).includes(first.id)) return true;
  if (first.partOf !== null && !sharesMarks(a, b, world)) return true;
  return second.partOf !== null && !sharesMarks(b, a, world);
}
