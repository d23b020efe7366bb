import type { Claim } from "../claims/claim.ts";
import { placeContains, placeIdOf } from "../claims/gazetteer.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { AT } from "../retrieval/fillers/features.ts";
import type { RankedFillers, ValueSupport } from "../retrieval/fillers/rank-fillers.ts";
import { claimOfFiller } from "./filler-claims.ts";
import { compareInput } from "./compare-input.ts";
import { tellingOrder } from "./order.ts";
import { originsOf } from "./origins.ts";
import type { Comparison, Position } from "./position.ts";

/**
 * Log-odds from which documents are said to answer differently: one in twenty of the sets of ramdocs-100 that agree lie above
 * (train/fit-fillers.ts prints it). They know the number of documents.
 */
const DISPUTED_FROM = 1.5;
/** Least chance of a value, beside the others, that makes a position of it; and of a document that it stands for it. */
const POSITION_FROM = 0.3;
const HELD_FROM = 0.15;
/** Share of what is asked that the sentence of a position says. */
const FILLED_FROM = 0.7;
/** From these on a single value is told as the answer, where no other comes near. */
const SURE = 0.75;
const RIVAL = 0.2;

/**
 * The values that documents give for an open slot as positions: two or more where they answer differently (a contradiction, for the slot holds one),
 * one where a single value is clear, null where neither is. A slot that may hold several is never disputed.
 */
export function compareFillers(
  ranked: RankedFillers,
  input: { readonly snapshot: Snapshot; readonly topic: string },
): Comparison | null {
  const told = ranked.values.filter((value) => isTold(value));
  const disputed = ranked.slot.holds === "one" && ranked.disputed >= DISPUTED_FROM ? rivalsOf(told) : [];
  if (disputed.length > 1) return comparisonOf(disputed, "contradiction", input);
  const [first, second] = ranked.values;
  if (!first || !told.includes(first) || ranked.slot.holds === "many") return null;
  return first.together >= SURE && (second?.together ?? 0) <= RIVAL ? comparisonOf([first], null, input) : null;
}

function isTold({ together, held }: ValueSupport): boolean {
  const lead = held[0]?.value.mention;
  return together >= POSITION_FROM && lead !== undefined && (lead.row[AT.filled] ?? 0) >= FILLED_FROM;
}

/** Values that no document gives side by side, and none of which lies in another. */
function rivalsOf(told: readonly ValueSupport[]): readonly ValueSupport[] {
  const rivals: ValueSupport[] = [];
  for (const value of told) {
    const shared = rivals.some((other) => sharesDocument(other, value) || isNested(other, value));
    if (shared) return [];
    rivals.push(value);
  }
  return rivals;
}

function sharesDocument(a: ValueSupport, b: ValueSupport): boolean {
  const held = new Set(holdersOf(a).map(({ record }) => record));
  return holdersOf(b).some(({ record }) => held.has(record));
}

const holdersOf = ({ held }: ValueSupport): ValueSupport["held"] =>
  held.filter(({ value }) => value.together >= HELD_FROM);

/** "Lyon" and "France" are one answer, told in more and in less detail. */
function isNested(a: ValueSupport, b: ValueSupport): boolean {
  const [one, other] = [a, b].map(({ held }) => placeIdOf(held[0]?.value.mention.filler.key ?? ""));
  return one !== undefined && other !== undefined && (placeContains(one, other) || placeContains(other, one));
}

function comparisonOf(
  values: readonly ValueSupport[],
  kind: "contradiction" | null,
  { snapshot, topic }: { readonly snapshot: Snapshot; readonly topic: string },
): Comparison | null {
  const groups = values.map((value) =>
    holdersOf(value).flatMap(({ record, value: { mention } }) => {
      const held = snapshot.records[record];
      return (held && claimOfFiller(mention, held, topic)) ?? [];
    }),
  );
  const input = compareInput(snapshot, groups.flat());
  const order = tellingOrder(input.documentOf);
  const origins = originsOf(groups.flat(), input.textOf);
  const positions = groups.flatMap((claims): readonly Position[] => {
    const lead = claims[0];
    if (!lead) return [];
    const voices = new Set(claims.map((claim: Claim) => origins.get(claim.id)));
    return [{ claims: claims.toSorted(order), lead, origins: voices.size, asOf: null }];
  });
  if (positions.length < (kind === null ? 1 : 2)) return null;
  positions.sort((a, b) => order(a.lead, b.lead));
  return { positions, fitsAll: [], kind, sums: [] };
}
