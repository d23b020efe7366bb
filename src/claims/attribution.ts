import type { Span } from "../text/span.ts";
import type { Certainty, Speaker } from "./claim.ts";

/** Who is credited with which part of a sentence. Spans are relative to the sentence's start. */
export type SentenceAttribution = {
  /** Null for hearsay ("reportedly") and for the document's own words that could not be verified. */
  readonly speaker: Speaker | null;
  readonly certainty: Certainty;
  /** The parts of the sentence that are the speaker's claim, in order. Where parts of several attributions overlap, the shortest holds. */
  readonly credited: readonly Span[];
  /** The words that credit; null where the speaker goes on from the sentence before. */
  readonly attribution: Span | null;
  /** True where the words that credit call it an estimate or an assessment. */
  readonly estimate: boolean;
};
