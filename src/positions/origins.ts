import type { Claim } from "../claims/claim.ts";
import { originKey } from "./origin-key.ts";

/** This many same words in a row are copied, not met by chance; news sentences share names and stock phrases below that. */
const RUN_WORDS = 8;

/** A shorter sentence counts only as a whole, from this many words on. */
const MIN_WORDS = 5;

const RUNS = new WeakMap<Claim, readonly string[]>();

function runsOf(claim: Claim, textOf: (claim: Claim) => string): readonly string[] {
  let runs = RUNS.get(claim);
  if (!runs) {
    const words =
      textOf(claim)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    const found: string[] = [];
    for (let at = 0; at + RUN_WORDS <= words.length; at += 1) found.push(words.slice(at, at + RUN_WORDS).join(" "));
    if (words.length < RUN_WORDS && words.length >= MIN_WORDS) found.push(words.join(" "));
    runs = found;
    RUNS.set(claim, runs);
  }
  return runs;
}

function rootOf(parents: readonly number[], item: number): number {
  let at = item;
  for (let parent = parents[at]; parent !== undefined && parent !== at; parent = parents[at]) at = parent;
  return at;
}

/**
 * Which claims come from one mouth: claims credited to one speaker, claims that one document states itself, and claims
 * whose sentences share a run of eight words (or are the same short sentence) are one origin.
 * @param textOf the whole sentence of a claim
 * @returns "o1", "o2", … by claim id, numbered in the order in which `claims` bring them
 */
export function originsOf(claims: readonly Claim[], textOf: (claim: Claim) => string): ReadonlyMap<string, string> {
  const parents = claims.map((_, item) => item);
  const seen = new Map<string, number>();
  for (const [item, claim] of claims.entries()) {
    for (const sign of [originKey(claim), ...runsOf(claim, textOf)]) {
      const other = seen.get(sign);
      if (other === undefined) seen.set(sign, item);
      else
        parents[Math.max(rootOf(parents, item), rootOf(parents, other))] = Math.min(
          rootOf(parents, item),
          rootOf(parents, other),
        );
    }
  }
  const names = new Map<number, string>();
  const origins = new Map<string, string>();
  for (const [item, claim] of claims.entries()) {
    const root = rootOf(parents, item);
    const name = names.get(root) ?? `o${names.size + 1}`;
    names.set(root, name);
    origins.set(claim.id, name);
  }
  return origins;
}
