import type { Claim } from "../claims/claim.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { FoundDoer } from "../retrieval/find-doers.ts";
import { foldName } from "../text/names.ts";
import { compareInput } from "./compare-input.ts";
import { claimOfName } from "./filler-claims.ts";
import { tellingOrder } from "./order.ts";
import { originsOf } from "./origins.ts";
import type { Comparison, Position } from "./position.ts";

/** More answers to one question than this are no quarrel but a question misread. */
const MAX_RIVALS = 4;

/**
 * Persons who are each said to have done what one has done, as positions that contradict each other; null where all say
 * the same, where one document tells of two in one voice, or where a name may be anybody's.
 */
export function compareDoers(
  doers: readonly FoundDoer[],
  { snapshot, topic }: { readonly snapshot: Snapshot; readonly topic: string },
): Comparison | null {
  const groups = new Map<string, FoundDoer[]>();
  for (const doer of doers) {
    const key = foldName(doer.full).split(" ").at(-1) ?? "";
    groups.set(key, [...(groups.get(key) ?? []), doer]);
  }
  // Who is told only where the object is left out is no rival, nor who is never called by more than one word.
  const sure = [...groups.values()].filter(
    (group) => group.some(({ whole }) => whole) && group.some(({ full }) => full.includes(" ")),
  );
  if (sure.length < 2 || sure.length > MAX_RIVALS || sure.some((group) => areNamesakes(group))) return null;
  return contradictNames(
    sure.map((group) => group.map((doer) => ({ ...doer, key: foldName(doer.full), slot: "who" as const }))),
    { snapshot, topic },
  );
}

/** A name or a place where a sentence gives it; UTF-16 units of the sentence. */
export type NameAt = {
  readonly record: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  /** What tells it from others. */
  readonly key: string;
  readonly slot: "who" | "where";
};

/** Groups of names as positions that contradict each other; null where one voice gives names of two groups. */
export function contradictNames(
  groups: readonly (readonly NameAt[])[],
  { snapshot, topic }: { readonly snapshot: Snapshot; readonly topic: string },
): Comparison | null {
  const claims = groups.map((group) =>
    group.flatMap((name) => {
      const record = snapshot.records[name.record];
      return (record && claimOfName(name, record, topic)) ?? [];
    }),
  );
  if (tellsBoth(claims)) return null;
  const input = compareInput(snapshot, claims.flat());
  const order = tellingOrder(input.documentOf);
  const origins = originsOf(claims.flat(), input.textOf);
  const positions = claims.flatMap((own): readonly Position[] => {
    const ordered = own.toSorted(order);
    const lead = ordered[0];
    return lead
      ? [{ claims: ordered, lead, origins: new Set(own.map(({ id }) => origins.get(id))).size, asOf: null }]
      : [];
  });
  if (positions.length < 2) return null;
  positions.sort((a, b) => order(a.lead, b.lead));
  return { positions, fitsAll: [], kind: "contradiction", sums: [] };
}

/** Two given names before one surname. */
const areNamesakes = (group: readonly FoundDoer[]): boolean =>
  new Set(group.flatMap(({ full }) => foldName(full).split(" ").at(-2)?.charAt(0) ?? [])).size > 1;

const voiceOf = (claim: Claim): string => `${claim.document}\n${claim.speaker?.name ?? ""}`;

/** One voice that names two tells a list or a history. */
function tellsBoth(groups: readonly (readonly Claim[])[]): boolean {
  const seen = new Set<string>();
  for (const group of groups) {
    const voices = new Set(group.map(voiceOf));
    if ([...voices].some((voice) => seen.has(voice))) return true;
    for (const voice of voices) seen.add(voice);
  }
  return false;
}
