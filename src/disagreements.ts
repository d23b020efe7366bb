import type { Snapshot } from "./index/snapshot.ts";
import { candidateFinder } from "./positions/blocks.ts";
import { compareInput } from "./positions/compare-input.ts";
import { compareClaims } from "./positions/compare.ts";
import { contextReader } from "./positions/context.ts";
import type { Comparison, Relation } from "./positions/position.ts";

/** A comparison whose positions differ. */
export type Disagreement = Comparison & { readonly kind: Relation };

const EVERYTHING = new WeakMap<Snapshot, readonly Disagreement[]>();

function isDisagreement(comparison: Comparison): comparison is Disagreement {
  return comparison.kind !== null;
}

function find(snapshot: Snapshot, allow: (document: string) => boolean): readonly Disagreement[] {
  const claims = snapshot.claims.claims.filter((claim) => allow(claim.document));
  const input = compareInput(snapshot, claims);
  const contextOf = contextReader((claim) => input.documentOf(claim.document).title, input.textOf);
  const candidatesOf = candidateFinder(claims, { ...input.world, contextOf });
  return compareClaims({ ...input, candidatesOf }).filter(isDisagreement);
}

/**
 * Every disagreement in a snapshot's claim table, in order of the first claim of each in the corpus. Where all documents
 * are let through it is worked out once per snapshot, else anew, as if the index held no other documents.
 * @param input.allow true for ids of documents whose claims count
 */
export function findDisagreements(input: {
  readonly snapshot: Snapshot;
  readonly allow: (document: string) => boolean;
}): readonly Disagreement[] {
  const { snapshot, allow } = input;
  if (!snapshot.records.every((record) => allow(record.document.id))) return find(snapshot, allow);
  let all = EVERYTHING.get(snapshot);
  if (!all) {
    all = find(snapshot, allow);
    EVERYTHING.set(snapshot, all);
  }
  return all;
}
