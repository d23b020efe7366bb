import type { Claim } from "../claims/claim.ts";
import { ACTION_RELATIONS, THING_RELATIONS } from "../claims/family-relations.ts";
import type { FamilyRelation } from "../claims/family-relations.ts";
import { isNeutral } from "../claims/families.ts";
import { profileOf } from "./profile.ts";
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

/** What two claims must share to be comparable at all: kind, dimension, thing, action. */
function matterKey(claim: Claim): string {
  const profile = profileOf(claim);
  const thing = THING_ROOTS.get(profile.thing) ?? profile.thing;
  if (claim.kind !== "quantity") return `${claim.kind} ${actionKey(claim.event.action)}`;
  const { dimension, unit } = claim.quantity;
  if (dimension !== "count") return `${dimension} ${unit} ${thing}`;
  if (profile.definition.length > 0) return "toll";
  return `count ${thing} ${claim.measure === "stock" ? "stock" : actionKey(claim.event.action)}`;
}

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
  for (const name of world.contextOf?.(claim).names ?? []) signs.add(`name ${name}`);
  if (claim.kind === "quantity") {
    const { low, high } = claim.quantity.said;
    signs.add(`number ${low ?? high}`);
  }
  return [...signs];
}

/** Days that a claim may be of, in stretches of a month, so that a long war's daily tolls are not all compared. */
function monthsOf(claim: Claim): readonly string[] {
  const { days } = profileOf(claim);
  if (!days || (claim.kind === "quantity" && claim.record)) return [ANY_MONTH];
  const [first, last] = [Math.floor(days.from / 30), Math.floor(days.to / 30)];
  return last - first > 12 ? [ANY_MONTH] : Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

/**
 * For tables too large to compare every pair: the claims that may be comparable with each, found by what they must share.
 * Leaves out only pairs that `comparable` would refuse, but for signs that more than MAX_SHARING claims share.
 * @returns each pair from one of its two sides
 */
export function candidateFinder(claims: readonly Claim[], world: World): (claim: Claim) => readonly Claim[] {
  const blocks = new Map<string, Claim[]>();
  const dated = new Map<Claim, readonly string[]>();
  const undated = new Map<Claim, readonly string[]>();
  const places = new Map(claims.map((claim, at) => [claim, at]));
  for (const claim of claims) {
    const matter = matterKey(claim);
    const months = monthsOf(claim);
    const signs = signsOf(claim, world);
    const own = signs.flatMap((sign) => months.map((month) => `${matter}|${sign}|${month}`));
    for (const key of own) {
      const block = blocks.get(key);
      if (block) block.push(claim);
      else blocks.set(key, [claim]);
    }
    dated.set(claim, own);
    if (months[0] !== ANY_MONTH)
      undated.set(
        claim,
        signs.map((sign) => `${matter}|${sign}|${ANY_MONTH}`),
      );
  }
  const collect = (keys: readonly string[], into: Set<Claim>, after: number): void => {
    for (const key of keys) {
      const block = blocks.get(key) ?? [];
      if (block.length > MAX_SHARING) continue;
      for (const other of block) if ((places.get(other) ?? 0) > after) into.add(other);
    }
  };
  return (claim) => {
    const found = new Set<Claim>();
    collect(dated.get(claim) ?? [], found, places.get(claim) ?? 0);
    // A claim without a day is found by those that have one, wherever it stands.
    collect(undated.get(claim) ?? [], found, -1);
    return [...found];
  };
}
