import type { Claim } from "../claims/claim.ts";
import type { DocumentRecord } from "./record.ts";

/** All claims of a corpus, found by what they measure. */
export type ClaimTable = {
  /** In order of document id, then place in the text. */
  readonly claims: readonly Claim[];
  readonly byId: ReadonlyMap<string, Claim>;
  /** Claims by family key of the thing counted. */
  readonly byHead: ReadonlyMap<string, readonly Claim[]>;
};

/** Builds the table of claims over all records (sorted by document id). */
export function buildClaimTable(records: readonly DocumentRecord[]): ClaimTable {
  const claims = records.flatMap((record) => record.claims);
  const byHead = new Map<string, Claim[]>();
  for (const claim of claims) {
    const same = byHead.get(claim.counted.head);
    if (same) same.push(claim);
    else byHead.set(claim.counted.head, [claim]);
  }
  return { claims, byId: new Map(claims.map((claim) => [claim.id, claim])), byHead };
}
