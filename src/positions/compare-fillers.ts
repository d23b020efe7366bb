import type { Claim } from "../claims/claim.ts";
import { placeContains, placeIdOf } from "../claims/gazetteer.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { RankedFillers, ValueSupport } from "../retrieval/fillers/rank-fillers.ts";
import { storyFinder } from "../retrieval/same-story.ts";
import { claimOfFiller } from "./filler-claims.ts";
import { compareInput } from "./compare-input.ts";
import { tellingOrder } from "./order.ts";
import { originsOf } from "./origins.ts";
import type { Comparison, Position } from "./position.ts";
import { chanceOf, POSITION_FROM, toldValues } from "./told-fillers.ts";
import type { Told } from "./told-fillers.ts";

/**
 * Log-odds from which documents are said to answer differently: about one in twenty of the sets of ramdocs-100 that agree lie above, cross-validated
 * by question. They know the number of documents.
 */
const DISPUTED_FROM = 0.5;
/** From these on a single value is told as the answer, where no other comes near. */
const SURE = 0.85;
const RIVAL = 0.15;

/**
 * The values that documents give for an open slot as positions: two or more where they answer differently (a contradiction, for the slot holds one),
 * one where a single value is clear, null where neither is. A slot that may hold several is never disputed.
 */
export function compareFillers(
  ranked: RankedFillers,
  input: { readonly snapshot: Snapshot; readonly topic: string },
): Comparison | null {
  const told = toldValues(ranked, input.snapshot);
  // "What was it blamed on?" asks for anything: nothing tells that two values are of one sort.
  const isSorted = ranked.slot.sort !== "any" || ranked.slot.kinds !== 0;
  const isDisputed = isSorted && ranked.slot.holds === "one" && ranked.disputed >= DISPUTED_FROM;
  const disputed = isDisputed ? rivalsOf(ofOneStory(told, input)) : [];
  if (disputed.length > 1) return comparisonOf(disputed, "contradiction", input);
  const [first, second] = ranked.values;
  const only = told.find(({ value }) => value === first);
  if (!first || !only || ranked.slot.holds === "many") return null;
  return first.together >= SURE && (second?.together ?? 0) <= RIVAL ? comparisonOf([only], null, input) : null;
}

/** The values that documents give which tell of one story with those of the first: edicts of two kings are no rivals. */
function ofOneStory(told: readonly Told[], { snapshot }: { readonly snapshot: Snapshot }): readonly Told[] {
  const documentsOf = ({ holders }: Told): readonly string[] =>
    holders.flatMap(({ record }) => snapshot.records[record]?.document.id ?? []);
  const [first] = told;
  if (!first) return [];
  const isSame = storyFinder(snapshot, told.flatMap(documentsOf));
  return told.filter((one) => documentsOf(one).some((a) => documentsOf(first).some((b) => isSame(a, b))));
}

/** Values none of which lies in another; none where one document gives two of them alike: then it tells a list or a history. */
function rivalsOf(told: readonly Told[]): readonly Told[] {
  const rivals: Told[] = [];
  for (const one of told) {
    if (rivals.some((other) => givesBoth(one, other) || isNested(other.value, one.value))) return [];
    rivals.push(one);
  }
  return rivals.length > MAX_RIVALS ? [] : rivals;
}

/** More answers to one question than this are no quarrel but a question misread. */
const MAX_RIVALS = 4;

/** A value counts as given beside another where it is at least this part as likely. */
const ALIKE = 0.9;

function givesBoth(a: Told, b: Told): boolean {
  return a.value.held.some((one) => {
    const other = b.value.held.find(({ record }) => record === one.record);
    if (!other) return false;
    const [p, q] = [chanceOf(one), chanceOf(other)];
    return Math.min(p, q) >= POSITION_FROM && Math.min(p, q) >= ALIKE * Math.max(p, q);
  });
}

/** "Lyon" and "France" are one answer, told in more and in less detail. */
function isNested(a: ValueSupport, b: ValueSupport): boolean {
  const [one, other] = [a, b].map(({ held }) => placeIdOf(held[0]?.value.mention.filler.key ?? ""));
  return one !== undefined && other !== undefined && (placeContains(one, other) || placeContains(other, one));
}

function comparisonOf(
  values: readonly Told[],
  kind: "contradiction" | null,
  { snapshot, topic }: { readonly snapshot: Snapshot; readonly topic: string },
): Comparison | null {
  const groups = values.map(({ holders }) =>
    holders.flatMap(({ record, value: { mention } }) => {
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
