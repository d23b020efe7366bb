import type { Certainty } from "../claims/claim.ts";
import type { Comparison } from "../positions/position.ts";
import type { Span } from "../text/span.ts";
import type { MissingSlot } from "./missing-slot.ts";
import type { OwnSentence } from "./own-sentences.ts";

/** A stretch of a document to be quoted, and whom it is credited to. */
export type DraftCitation = {
  readonly document: string;
  readonly span: Span;
  readonly speaker: { readonly name: string; readonly verb: string } | null;
  readonly certainty: Certainty;
  /** Equal for citations that go back to one speaker or wording. */
  readonly origin: string;
};

/** A piece of one of our sentences. Numbers come only as `value`, `source` and `own`: never in `words`. */
export type DraftPart =
  /** Our words; may hold names, never a figure. */
  | { readonly kind: "words"; readonly text: string }
  /** The whole quote, in quotation marks, followed by its marker. */
  | { readonly kind: "quote"; readonly citation: DraftCitation }
  /** Words of the citation's quote shown without quotation marks ("70 Ukrainian drones"), no marker. */
  | {
      readonly kind: "value";
      readonly citation: DraftCitation;
      readonly span: Span;
      readonly strong: "strong" | "plain";
    }
  /** The citation's speaker, by name. */
  | { readonly kind: "speaker"; readonly citation: DraftCitation; readonly form: "bare" | "in-sentence" | "at-start" }
  /** Markers alone. */
  | { readonly kind: "markers"; readonly citations: readonly DraftCitation[] }
  /** The document's source (or title) and publication date. */
  | { readonly kind: "source"; readonly document: string; readonly shows: "name" | "name-and-date" | "date" };

/** One sentence of an answer. `item` starts a line of a list, `paragraph` a new paragraph. */
export type DraftSentence = {
  readonly begins: "run-on" | "paragraph" | "item";
  readonly body:
    | { readonly kind: "cited"; readonly parts: readonly DraftPart[] }
    | { readonly kind: "own"; readonly own: OwnSentence }
    /** What a language model wrote; proved word by word against what it cites. */
    | { readonly kind: "written"; readonly text: string; readonly citations: readonly DraftCitation[] };
};

/** What a disagreement says, before its quotes are proved. */
export type DraftDisagreement = {
  readonly comparison: Comparison;
  readonly topic: string;
  readonly summary: string;
};

/** An answer before it is proved. Citations are numbered in the order in which sentences, then disagreements, use them. */
export type Draft = {
  /** False where no part of the question is answered. */
  readonly answered: boolean;
  readonly sentences: readonly DraftSentence[];
  readonly disagreements: readonly DraftDisagreement[];
  readonly missing: readonly MissingSlot[];
  readonly nearest: readonly DraftCitation[];
  readonly coverage: number;
};
