import type { DocumentWire } from "../http/wire.ts";
import { answerView } from "./answer-view.ts";
import type { QuoteWire, ShownAnswer, ViewContext } from "./context.ts";
import { documentPanel } from "./document-panel.ts";
import { quoteLayer } from "./quote-layer.ts";
import { englishViews, germanViews } from "./view-strings.ts";

/** What the views of an element are made with. */
export type ViewsOptions = {
  readonly lang: string;
  readonly endpoint: string;
  readonly numberOf: (quote: QuoteWire) => number;
  /** Hears of each quote that is opened, not of those that are only peeked at. */
  readonly onOpen: (quote: QuoteWire) => void;
  readonly fetchDocument: (id: string) => Promise<DocumentWire>;
};

/** How answers are shown, and what opens over them. */
export type Views = {
  readonly answer: (answer: ShownAnswer) => HTMLElement;
  /** Stand once in the shadow root: the quote's card, the document's panel. */
  readonly layers: readonly HTMLElement[];
  /** Closes whatever is open. */
  readonly close: () => void;
};

/** The views of one element, wired to each other. */
export function makeViews({ lang, endpoint, numberOf, onOpen, fetchDocument }: ViewsOptions): Views {
  const card = quoteLayer(() => context);
  const panel = documentPanel(() => context);
  const context: ViewContext = {
    strings: /^de\b/i.test(lang) ? germanViews : englishViews,
    lang,
    endpoint,
    numberOf,
    openCitation: (quote, anchor) => {
      card.openCitation(quote, anchor);
      onOpen(quote);
    },
    peekCitation: card.peekCitation,
    leaveCitation: card.leaveCitation,
    openDocument: (id, start, end) => {
      card.close();
      panel.openDocument(id, start, end);
    },
    copy,
    fetchDocument,
    shareLink: (question) => `${endpoint}/?question=${encodeURIComponent(question)}`,
  };
  return {
    answer: (answer) => answerView(answer, context),
    layers: [card.element, panel.element],
    close: () => {
      card.close();
      panel.close();
    },
  };
}

/** Resolves to false where the browser or the page's policy refuses, or the page is not served over HTTPS. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
