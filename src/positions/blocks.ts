import type { Claim } from "../claims/claim.ts";
import { ACTION_RELATIONS, THING_RELATIONS } from "../claims/family-relations.ts";
import type { FamilyRelation } from "../claims/family-relations.ts";
import { isNeutral } from "../claims/families.ts";
import { RARE_CAUSES, isOneOfAKind } from "./anchors.ts";
import { profileOf } from "./profile.ts";
import { isLasting } from "./times.ts";
import type { World } from "./world.ts";

/** A sign shared by more claims than this tells nothing; claims that only it joins are not compared with each other. */
const MAX_SHARING = 400;

/** Stands for a day that is not known. */
const ANY_MONTH = "*";

/** Joined families by key: two keys with one root may be compared, others never. */
function rootsOf(rows: readonly FamilyRelation[]): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  const rootOf = (key: string): string => {
    let at = key;
    for (let parent = roots.get(at); parent !== undefined && parent !== at; parent = roots.get(at)) at = parent;
    return at;
  };
  for (const row of rows) {
    const [first, ...others] = row.kind === "includes" ? [row.wide, ...row.narrow] : row.families;
    for (const other of others) roots.set(rootOf(other), rootOf(first));
  }
  return new Map([...roots.keys()].map((key) => [key, rootOf(key)]));
}

const THING_ROOTS = rootsOf(THING_RELATIONS);
const ACTION_ROOTS = rootsOf(ACTION_RELATIONS);

/** What two claims must share one of to be comparable at all: kind, dimension, thing, action; for tolls a harm. */
function mattersOf(claim: Claim): readonly string[] {
  const profile = profileOf(claim);
  const thing = THING_ROOTS.get(profile.thing) ?? profile.thing;
  if (claim.kind !== "quantity") return [`${claim.kind} ${actionKey(claim.event.action)}`];
  const { dimension, unit } = claim.quantity;
  if (dimension !== "count") return [`${dimension} ${unit} ${thing}`];
  // Losses of any kind compare with each harm.
  if (profile.definition.includes("losses")) return ALL_HARMS;
  if (profile.definition.length > 0) return profile.definition.map((harm) => `toll ${harm}`);
  return [`count ${thing} ${isLasting(claim, profile) ? "stock" : actionKey(claim.event.action)}`];
}

/** Harms that a definition may name. */
const ALL_HARMS = ["kill", "wound", "missing", "capture", "losses"].map((harm) => `toll ${harm}`);

function actionKey(action: string | null): string {
  if (action === null || isNeutral(action)) return "is";
  return ACTION_ROOTS.get(action) ?? action;
}

/** Signs of which two claims of one event share at least one: whose it is, who does it to whom, the country, the number. */
function signsOf(claim: Claim, world: World): readonly string[] {
  const profile = profileOf(claim);
  const ids = [...profile.places, ...profile.owners, ...claim.event.agents, ...claim.event.targets];
  const signs = new Set(ids.map((id) => world.countryOf(id) ?? id));
  for (const modifier of profile.modifiers) signs.add(`modifier ${modifier}`);
  const context = world.contextOf?.(claim);
  for (const name of context?.names ?? []) signs.add(`name ${name}`);
  if (isOneOfAKind(claim) || ((context?.causes ?? 0) & RARE_CAUSES) !== 0)
    for (const name of context?.leads ?? []) signs.add(`lead ${name}`);
  if (claim.kind === "quantity") {
    const { low, high } = claim.quantity.said;
    signs.add(`number ${low ?? high}`);
  }
  return [...signs];
}

/** Records, running totals and levels are compared across days: one takes the place of another. */
function isOfAnyDay(claim: Claim): boolean {
  if (claim.kind !== "quantity") return false;
  return claim.record !== null || claim.measure === "running" || isLasting(claim, profileOf(claim));
}

/** Days that a claim may be of, in stretches of a month, so that a long war's daily tolls are not all compared. */
function monthsOf(claim: Claim): readonly string[] {
  const { days } = profileOf(claim);
  if (!days || isOfAnyDay(claim)) return [ANY_MONTH];
  const [first, last] = [Math.floor(days.from / 30), Math.floor(days.to / 30)];
  return last - first > 12 ? [ANY_MONTH] : Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

/**
 * For tables too large to compare every pair: which claims may be comparable, found by what they must share. Leaves out
 * only pairs that `comparable` would refuse, but for signs that more than MAX_SHARING claims share.
 * @returns for the number of a claim the numbers of others, each pair from one of its two sides; the array is used again
 *   by the next call
 */
export function candidateFinder(claims: readonly Claim[], world: World): (at: number) => readonly number[] {
  const blocks = new Map<string, number[]>();
  const blockOf = (key: string): number[] => {
    let block = blocks.get(key);
    if (!block) {
      block = [];
      blocks.set(key, block);
    }
    return block;
  };
  const dated: (readonly number[])[][] = [];
  const undated: (readonly number[])[][] = [];
  for (const [at, claim] of claims.entries()) {
    const months = monthsOf(claim);
    const own: number[][] = [];
    const open: number[][] = [];
    for (const matter of mattersOf(claim)) {
      for (const sign of signsOf(claim, world)) {
        for (const month of months) own.push(blockOf(`${matter}|${sign}|${month}`));
        if (months[0] !== ANY_MONTH) open.push(blockOf(`${matter}|${sign}|${ANY_MONTH}`));
      }
    }
    for (const block of own) block.push(at);
    dated.push(own);
    undated.push(open);
  }
  const seenBy = new Int32Array(claims.length).fill(-1);
  const found: number[] = [];
  const collect = (from: readonly (readonly number[])[], at: number, after: number): void => {
    for (const block of from) {
      if (block.length > MAX_SHARING) continue;
      for (const other of block) {
        if (other <= after || other === at || seenBy[other] === at) continue;
        seenBy[other] = at;
        found.push(other);
      }
    }
  };
  return (at) => {
    found.length = 0;
    collect(dated[at] ?? [], at, at);
    // A claim without a day is found by those that have one, wherever it stands.
    collect(undated[at] ?? [], at, -1);
    return found;
  };
}
