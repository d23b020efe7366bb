import type { Snapshot } from "./index/snapshot.ts";
import { compareInput } from "./positions/compare-input.ts";
import { compareClaims } from "./positions/compare.ts";
import type { Comparison, Relation } from "./positions/position.ts";
import { proveListing } from "./quotes/listing.ts";
import type { DisagreementListing } from "./quotes/listing.ts";
import { admit } from "./retrieval/filters.ts";

/** A comparison whose positions differ. */
export type Disagreement = Comparison & { readonly kind: Relation };

const EVERYTHING = new WeakMap<Snapshot, readonly Disagreement[]>();

function isDisagreement(comparison: Comparison): comparison is Disagreement {
  return comparison.kind !== null;
}

function find(snapshot: Snapshot, allow: (document: string) => boolean): readonly Disagreement[] {
  const claims = snapshot.claims.claims.filter((claim) => allow(claim.document));
  return compareClaims(compareInput(snapshot, claims)).filter(isDisagreement);
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

/**
 * The disagreements of some documents, each side with its proved quotes.
 * @param input.kind only those of this kind; all where left out
 * @param input.limit how many are proved; `leftOut` counts the rest
 */
export function listDisagreements(input: {
  readonly snapshot: Snapshot;
  readonly sources?: readonly string[] | undefined;
  readonly documents?: readonly string[] | undefined;
  readonly kind?: Relation | undefined;
  readonly limit: number;
}): DisagreementListing & { readonly leftOut: number } {
  const { snapshot, sources, documents, kind, limit } = input;
  const { admits } = admit(snapshot, { sources, documents });
  const allow = (document: string): boolean => admits(snapshot.recordOf.get(document) ?? -1);
  const all = findDisagreements({ snapshot, allow }).filter((one) => kind === undefined || one.kind === kind);
  return { ...proveListing(snapshot, all.slice(0, limit)), leftOut: Math.max(0, all.length - limit) };
}
