import type { AnswerWire, DocumentWire } from "../http/wire.ts";
import type { ViewStrings } from "./view-strings.ts";

/** A quote that comes close: a citation without a marker. Every citation is one too. */
export type QuoteWire = AnswerWire["nearest"][number];

/** A quote that an answer cites. */
export type CitationWire = AnswerWire["citations"][number];

/** A disagreement that an answer carries. */
export type DisagreementWire = AnswerWire["disagreements"][number];

/** One side of a disagreement. */
export type PositionWire = DisagreementWire["positions"][number];

/**
 * What the views need from the element around them. Views only read it; whatever opens, copies or fetches goes through
 * here, so that a view can be built over a recorded answer.
 */
export type ViewContext = {
  readonly strings: ViewStrings;
  /** BCP 47 tag that numbers and dates are written in. */
  readonly lang: string;
  /** Address of the server, without a slash at its end; "" for the page's own. */
  readonly endpoint: string;
  /** The number shown for a quote: the same quote keeps its number through a conversation, 1 and up. */
  readonly numberOf: (quote: QuoteWire) => number;
  /** Shows the quote beside `anchor` and moves the focus to it; `anchor` gets the focus back when it closes. */
  readonly openCitation: (quote: QuoteWire, anchor: HTMLElement) => void;
  /** Shows the quote beside `anchor` while it is pointed at or has the focus, which stays where it is. */
  readonly peekCitation: (quote: QuoteWire, anchor: HTMLElement) => void;
  /** Ends the peek, after a moment in which the pointer may reach the card. */
  readonly leaveCitation: () => void;
  /** Shows the whole document at a place, UTF-16 code units. */
  readonly openDocument: (id: string, start: number, end: number) => void;
  /** Puts text on the clipboard. Resolves to whether that was allowed. */
  readonly copy: (text: string) => Promise<boolean>;
  /** The document as the server has it. Rejects where it cannot be had. */
  readonly fetchDocument: (id: string) => Promise<DocumentWire>;
  /** Address that asks the same question again. */
  readonly shareLink: (question: string) => string;
};

/** An answer as far as it is known: `outcome` is null while it streams. A whole answer is one too. */
export type ShownAnswer = Pick<
  AnswerWire,
  "question" | "answer" | "citations" | "disagreements" | "missing" | "nearest"
> & { readonly outcome: AnswerWire["outcome"] | null };
