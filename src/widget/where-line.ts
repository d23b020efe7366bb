import { caution, dayText } from "./attribution.ts";
import type { QuoteWire, ViewContext } from "./context.ts";
import { make } from "./dom.ts";

/** Where a quote stands: document, source, day, and a caution where one is due; `first` stands before them. */
export function whereLine(quote: QuoteWire, context: ViewContext, first: HTMLElement | null = null): HTMLElement {
  const { strings, lang } = context;
  const { source, published } = quote.document;
  const doubt = caution(quote, strings);
  return make(
    "p",
    { attributes: { class: "where" } },
    first,
    documentButton(quote, context),
    source === undefined ? null : make("bdi", { attributes: { class: "source" } }, source),
    make("span", {}, published === undefined ? strings.undated : dayText(published, lang)),
    doubt === null ? null : make("span", { attributes: { class: "certainty caution" } }, doubt),
  );
}

/** The title of a quote's document, as a button that opens it at the quote. */
export function documentButton({ document, start, end }: QuoteWire, context: ViewContext): HTMLElement {
  return make(
    "button",
    {
      attributes: { type: "button", class: "to-document", dir: "auto" },
      on: { click: () => context.openDocument(document.id, start, end) },
    },
    document.title,
  );
}
