import { caution, dayText } from "./attribution.ts";
import { originalLink, quoteLine } from "./copy.ts";
import type { QuoteWire, ViewContext } from "./context.ts";
import { copyButton } from "./copy-button.ts";
import { make } from "./dom.ts";

/** A quote with its document, source, speaker, date and certainty, and the ways on from it. */
export function quoteCard(quote: QuoteWire, context: ViewContext): HTMLElement {
  const { strings, lang } = context;
  const original = originalLink(quote);
  return make(
    "article",
    { attributes: { class: "card-body" } },
    quoteWords(quote),
    make(
      "p",
      { attributes: { class: "card-speaker" } },
      make("bdi", {}, quote.speaker?.name ?? quote.document.source ?? strings.theDocument),
      make(
        "span",
        { attributes: { class: caution(quote, strings) === null ? "certainty" : "certainty caution" } },
        strings.certainty[quote.certainty],
      ),
    ),
    make(
      "p",
      { attributes: { class: "card-document" } },
      make("bdi", { attributes: { class: "title" } }, quote.document.title),
      make("span", { attributes: { class: "card-published" } }, ...publishedParts(quote, context)),
    ),
    make(
      "div",
      { attributes: { class: "card-actions" } },
      make(
        "button",
        {
          attributes: { type: "button", class: "action primary" },
          on: { click: () => context.openDocument(quote.document.id, quote.start, quote.end) },
        },
        strings.readInDocument,
      ),
      original === null
        ? null
        : make(
            "a",
            { attributes: { class: "action", href: original, target: "_blank", rel: "noopener noreferrer" } },
            strings.openOriginal,
          ),
      copyButton({ label: strings.copyQuote, text: () => quoteLine(quote, lang), context }),
    ),
  );
}

/** The words of a quote, looking like a quote, whatever their direction is; nothing in them reaches out of the element. */
export function quoteWords(quote: QuoteWire): HTMLElement {
  return make(
    "blockquote",
    { attributes: { class: "quote", dir: "auto" }, part: "quote" },
    make("span", { attributes: { class: "mark", "aria-hidden": "true" } }, "“"),
    quote.quote,
    make("span", { attributes: { class: "mark", "aria-hidden": "true" } }, "”"),
  );
}

function publishedParts(quote: QuoteWire, { strings, lang }: ViewContext): readonly (Node | string)[] {
  const { source, published } = quote.document;
  const day =
    published === undefined
      ? strings.undated
      : make("time", { attributes: { datetime: published } }, dayText(published, lang));
  return source === undefined ? [day] : [make("bdi", {}, source), ", ", day];
}
