import type { Document, Layout } from "../documents/document.ts";
import type { Sentence } from "../passages/passage.ts";
import type { Claim } from "./claim.ts";

/** What claims are extracted from: one document and how it was split. */
export type ClaimInput = {
  readonly document: Document;
  readonly layout: Layout;
  readonly sentences: readonly Sentence[];
};

/** Every checkable thing that the sentences of a document assert, in text order. */
export function extractClaims(_input: ClaimInput): readonly Claim[] {
  return [];
}
