import { claimsIn } from "./answer/chosen.ts";
import { selfAsked } from "./answer/self-asked.ts";
import type { Claim } from "./claims/claim.ts";
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

/** Claims that are put as questions to one another at most: a few dozen reports. What is more is compared by its slots alone. */
const MAX_SELF_ASKED = 600;

function find(snapshot: Snapshot, allow: (document: string) => boolean): readonly Disagreement[] {
  const claims = snapshot.claims.claims.filter((claim) => allow(claim.document));
  const bySlots = compareClaims(compareInput(snapshot, claims)).filter(isDisagreement);
  if (claims.length > MAX_SELF_ASKED) return bySlots;
  return joined(bySlots, selfAsked(claims, { snapshot, allow, asOf: null }).filter(isDisagreement), claims);
}

/** Both, in order of their first claims; of two that share a claim the one that tells of more. */
function joined(
  bySlots: readonly Disagreement[],
  asked: readonly Disagreement[],
  claims: readonly Claim[],
): readonly Disagreement[] {
  const order = new Map(claims.map(({ id }, at) => [id, at]));
  const placeOf = (one: Disagreement): number => Math.min(...claimsIn(one).map(({ id }) => order.get(id) ?? 0));
  const told = new Set<string>();
  return [...bySlots, ...asked]
    .toSorted((a, b) => claimsIn(b).length - claimsIn(a).length)
    .filter((one) => {
      const ids = claimsIn(one).map(({ id }) => id);
      if (ids.some((id) => told.has(id))) return false;
      for (const id of ids) told.add(id);
      return true;
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Every disagreement of a snapshot's claims, in order of the first claim of each in the corpus: by their slots, and in a few dozen reports by
 * what they answer to one another. Where all documents are let through it is worked out once per snapshot, else anew, as if the index held no
 * other documents.
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
 * The disagreements of the whole corpus that one document takes part in, each side with its proved quotes.
 * @param input.document its id
 * @param input.limit how many are proved, in order of the corpus
 */
export function listDisagreementsOf(input: {
  readonly snapshot: Snapshot;
  readonly document: string;
  readonly limit: number;
}): DisagreementListing {
  const { snapshot, document, limit } = input;
  const own = findDisagreements({ snapshot, allow: () => true }).filter((one) =>
    claimsIn(one).some((claim) => claim.document === document),
  );
  return proveListing(snapshot, own.slice(0, limit));
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
