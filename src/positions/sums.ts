import type { QuantityClaim } from "../claims/claim.ts";
import { thingFit } from "../claims/families.ts";
import { fitOfIds } from "./fit.ts";
import { profileOf } from "./profile.ts";
import { byPlaceInCorpus } from "./order.ts";
import type { World } from "./world.ts";

/** More parts than this are a table, not a sum that a reader would check. */
const MAX_PARTS = 6;

/** Bounds the search: 2 to the power of this many subsets at most. */
const MAX_CANDIDATES = 12;

/** Parts of one document that add up to a claim of another. */
export type Sum = { readonly whole: QuantityClaim; readonly parts: readonly QuantityClaim[] };

/** The number that a part brings to a sum; null for a range, whose sum proves nothing. */
export function sumNumber(claim: QuantityClaim): number | null {
  const { low, high } = claim.quantity.said;
  if (low !== null && high !== null) return low === high ? low : null;
  return low ?? high;
}

/** Statements that add to each other without naming two places stand side by side: "two closed. Later a third did." */
const NEAR_SENTENCES = 2;

/** Two parts count nothing twice: they are of two places, or two unlike statements side by side about one. */
function areApart(a: QuantityClaim, b: QuantityClaim, world: World): boolean {
  // Passengers and crew are different people.
  if (thingFit(profileOf(a).thing, profileOf(b).thing, []) === "different") return true;
  const [first, second] = [profileOf(a).places, profileOf(b).places];
  const fit = fitOfIds(first, second, world);
  if (fit === "different") return true;
  if (fit !== "same" && first.length + second.length > 0) return false;
  return a.quantity.said.low !== b.quantity.said.low && Math.abs(a.sentence - b.sentence) <= NEAR_SENTENCES;
}

function search(
  candidates: readonly { readonly claim: QuantityClaim; readonly number: number }[],
  target: number,
  world: World,
): readonly QuantityClaim[] | null {
  const chosen: QuantityClaim[] = [];
  const from = (start: number, left: number): boolean => {
    if (left === 0 && chosen.length >= 2) return true;
    if (left <= 0 || chosen.length === MAX_PARTS) return false;
    for (let at = start; at < candidates.length; at += 1) {
      const next = candidates[at];
      if (!next || next.number > left || !chosen.every((part) => areApart(part, next.claim, world))) continue;
      chosen.push(next.claim);
      if (from(at + 1, left - next.number)) return true;
      chosen.pop();
    }
    return false;
  };
  return from(0, target) ? chosen : null;
}

/**
 * Claims of one other document that add up to `whole` exactly (five in one city, one in another, six in all).
 * @param mayBeParts claims of the same thing and event, of any document; those of the whole's own document, ranges and
 *   stated parts are passed over
 * @returns the first sum found, by document id, larger parts first; null where there is none
 */
export function sumFor(whole: QuantityClaim, mayBeParts: readonly QuantityClaim[], world: World): Sum | null {
  const target = whole.quantity.hedge === "exact" ? sumNumber(whole) : null;
  if (target === null || profileOf(whole).per !== null) return null;
  const byDocument = new Map<string, { claim: QuantityClaim; number: number }[]>();
  for (const claim of mayBeParts) {
    const number = sumNumber(claim);
    if (number === null || number <= 0 || number >= target || claim.partOf !== null) continue;
    if (claim.document === whole.document || profileOf(claim).per !== null) continue;
    const held = byDocument.get(claim.document);
    if (held) held.push({ claim, number });
    else byDocument.set(claim.document, [{ claim, number }]);
  }
  for (const document of [...byDocument.keys()].sort()) {
    const candidates = byDocument.get(document) ?? [];
    if (candidates.length < 2) continue;
    candidates.sort((a, b) => b.number - a.number || byPlaceInCorpus(a.claim, b.claim));
    const parts = search(candidates.slice(0, MAX_CANDIDATES), target, world);
    if (parts) return { whole, parts };
  }
  return null;
}
