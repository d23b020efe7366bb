import type { Certainty, Claim, Speaker } from "../claims/claim.ts";
import type { Document, Layout } from "../documents/document.ts";
import type { Passage, Sentence } from "../passages/passage.ts";
import type { Span } from "../text/span.ts";

/** Words of one sentence that the document credits to a speaker, or does not vouch for. Absolute span. */
export type Credit = { readonly span: Span; readonly speaker: Speaker | null; readonly certainty: Certainty };

/** Everything the index knows of one document, but for its vectors. Made once per document, at ingest. */
export type DocumentRecord = {
  readonly document: Document;
  readonly layout: Layout;
  readonly sentences: readonly Sentence[];
  readonly passages: readonly Passage[];
  readonly claims: readonly Claim[];
  /** For each sentence, who is credited with what of it; empty where the document speaks itself. */
  readonly credits: readonly (readonly Credit[])[];
};
