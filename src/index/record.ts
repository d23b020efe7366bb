import type { Claim } from "../claims/claim.ts";
import type { Document, Layout } from "../documents/document.ts";
import type { Passage, Sentence } from "../passages/passage.ts";

/** Everything the index knows of one document, but for its vectors. Made once per document, at ingest. */
export type DocumentRecord = {
  readonly document: Document;
  readonly layout: Layout;
  readonly sentences: readonly Sentence[];
  readonly passages: readonly Passage[];
  readonly claims: readonly Claim[];
};
