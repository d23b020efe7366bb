import type { Certainty, Hedge } from "../claims/claim.ts";
import type { Relation } from "../positions/position.ts";
import type { MissingSlot } from "../answer/missing-slot.ts";
import type { Answerer } from "../answer/writer/write-draft.ts";

/** Only this folder can make a value that carries the proof: the symbol has no value and is not exported. */
declare const proof: unique symbol;
type Proved<T> = T & { readonly [proof]: true };

/** Where a quote stands and who is credited with it, without the proof. */
export type Citation = {
  readonly quote: string;
  readonly document: {
    readonly id: string;
    readonly title: string;
    readonly source?: string;
    readonly published?: string;
    readonly url?: string;
    readonly sha256: string;
  };
  /** UTF-16 code units into `document.text`, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The same stretch counted in code points. */
  readonly codePoints: { readonly start: number; readonly end: number };
  /** Up to 32 characters before and after. */
  readonly prefix: string;
  readonly suffix: string;
  readonly speaker: { readonly name: string; readonly verb: string } | null;
  readonly certainty: Certainty;
  /** Shared by citations that go back to one speaker or one wording. */
  readonly origin: string;
};

/** A quote that stands in its document as shown. `slice(start, end) === quote` holds. */
export type VerifiedCitation = Proved<Citation & { readonly marker: number }>;

/** A proved quote that no sentence cites: what comes nearest when nothing answers. */
export type VerifiedNearest = Proved<Citation>;

/** One sentence, Markdown, whose markers are proved citations or whose words are our own about the sources. */
export type VerifiedSentence = Proved<{ readonly text: string; readonly markers: readonly number[] }>;

/** One side of a disagreement, as sent. */
export type AnswerPosition = {
  readonly value: string;
  readonly quantity: {
    readonly low: number | null;
    readonly high: number | null;
    readonly unit: string;
    readonly per: string | null;
    readonly hedge: Hedge;
  } | null;
  readonly time: { readonly from: string | null; readonly to: string | null } | null;
  readonly asOf: string | null;
  readonly scope: string | null;
  readonly markers: readonly number[];
  readonly origins: number;
};

/** A disagreement whose every side carries a proved quote. */
export type VerifiedDisagreement = Proved<{
  readonly topic: string;
  readonly kind: Relation;
  readonly about: "quantity" | "time" | "name" | "status";
  readonly summary: string;
  readonly positions: readonly AnswerPosition[];
  readonly fitsAll: readonly number[];
  readonly leftOut: number;
}>;

/** What leaves the house: the wire shape of POST /ask, every quote of it proved. */
export type VerifiedAnswer = Proved<{
  readonly id: string;
  readonly question: string;
  readonly readAs: string | null;
  readonly outcome: "answered" | "disputed" | "unanswerable";
  readonly answer: string;
  readonly citations: readonly VerifiedCitation[];
  readonly disagreements: readonly VerifiedDisagreement[];
  readonly missing: readonly MissingSlot[];
  readonly nearest: readonly VerifiedNearest[];
  readonly coverage: number;
  readonly answerer: Answerer;
  readonly index: {
    readonly id: string;
    readonly documents: number;
    readonly considered: number;
    readonly passages: number;
    readonly embedder: string;
  };
  readonly timingsMs: Readonly<Record<"embed" | "retrieve" | "compare" | "compose" | "total", number>>;
}>;

/** The one cast of the project: whoever calls it has checked what it brands. Not exported beyond this folder's makers. */
export function brand<T extends object>(checked: T): Proved<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is the brand
  return checked as Proved<T>;
}
