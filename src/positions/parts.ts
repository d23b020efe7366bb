import type { QuantityClaim } from "../claims/claim.ts";
import { fitOfIds } from "./fit.ts";
import { profileOf } from "./profile.ts";
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
function sharesMarks(part: QuantityClaim, other: QuantityClaim, world: World): boolean {
  const whole = part.partOf === null ? null : (world.claimOf?.(part.partOf) ?? null);
  const [mine, theirs] = [profileOf(part), profileOf(other)];
  const its = whole ? profileOf(whole) : null;
  // "62 of which were shot down": what was done to them marks them, and that is compared anyway.
  if (whole && its && (whole.event.action !== part.event.action || its.thing !== mine.thing)) return true;
  let marks = 0;
  if (mine.places.length > 0 && !(its && sameWords(its.places, mine.places))) {
    marks += 1;
    const fit = fitOfIds(mine.places, theirs.places, world);
    if (theirs.places.length === 0 || fit === "different" || fit === "crossing") return false;
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
export function isPartOfOther(a: QuantityClaim, b: QuantityClaim, world: World): boolean {
  if (a.partOf === null && b.partOf === null) return false;
  if (wholesOf(a, world).includes(b.id) || wholesOf(b, world).includes(a.id)) return true;
  if (a.partOf !== null && !sharesMarks(a, b, world)) return true;
  return b.partOf !== null && !sharesMarks(b, a, world);
}
