import type { Claim } from "../claims/claim.ts";

/** How two positions differ, strongest first. */
export type Relation = "contradiction" | "estimate" | "scope" | "update" | "unclear";

/** One side: claims that say the same. */
export type Position = {
  /** In order of as-of date, publication date, source, document id. */
  readonly claims: readonly Claim[];
  /** The narrowest credited claim; its value names the position. */
  readonly lead: Claim;
  /** Number of independent origins among the claims. */
  readonly origins: number;
  /** As-of or during date of the lead, `YYYY-MM-DD`, null where unknown. */
  readonly asOf: string | null;
};

/** Comparable claims, grouped. One position is agreement; two or more is a disagreement. */
export type Comparison = {
  readonly positions: readonly Position[];
  /** Bounds and vague values that overlap every position. */
  readonly fitsAll: readonly Claim[];
  /** Strongest relation among the pairs; null where there are fewer than two positions or only one document and speaker. */
  readonly kind: Relation | null;
  /** Claims whose parts add up to another claim: they agree with `whole`. */
  readonly sums: readonly { readonly whole: Claim; readonly parts: readonly Claim[] }[];
};
