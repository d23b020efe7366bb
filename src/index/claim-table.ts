import type { Claim } from "../claims/claim.ts";
import type { DocumentRecord } from "./record.ts";

/** All claims of a corpus, found by what they measure. */
export type ClaimTable = {
  /** In order of document id, then place in the text. */
  readonly claims: readonly Claim[];
  readonly byId: ReadonlyMap<string, Claim>;
  /** Places in `claims`, ascending, by family key of the thing counted. */
  readonly byHead: ReadonlyMap<string, readonly number[]>;
  /** Families of everything that happens in the claims. */
  readonly actions: ReadonlySet<string>;
};

/** Builds the table of claims over all records (sorted by document id). */
export function buildClaimTable(records: readonly DocumentRecord[]): ClaimTable {
  const claims = records.flatMap((record) => record.claims);
  const byHead = new Map<string, number[]>();
  const actions = new Set<string>();
  for (const [place, { counted, event }] of claims.entries()) {
    const same = byHead.get(counted.head);
    if (same) same.push(place);
    else byHead.set(counted.head, [place]);
    if (event.action !== null) actions.add(event.action);
  }
  return { claims, byId: new Map(claims.map((claim) => [claim.id, claim])), byHead, actions };
}
