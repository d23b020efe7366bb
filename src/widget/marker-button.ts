import { caution, sayerOf } from "./attribution.ts";
import type { QuoteWire, ViewContext } from "./context.ts";
import { make } from "./dom.ts";

/**
 * The button `[1]` that opens a quote: pointing at it or reaching it by keyboard shows the card, pressing it moves into
 * the card. `data-quote` carries the number, by which a view that is drawn anew finds the button that had the focus.
 */
export function markerButton(quote: QuoteWire, context: ViewContext): HTMLElement {
  const number = context.numberOf(quote);
  const doubt = caution(quote, context.strings);
  const from = doubt === null ? sayerOf(quote) : `${sayerOf(quote)}, ${doubt}`;
  const button = make(
    "button",
    {
      attributes: {
        type: "button",
        class: "marker",
        "data-quote": number,
        "aria-haspopup": "dialog",
        "aria-label": context.strings.quoteNumber(number, from),
      },
      part: "marker",
      on: {
        click: () => context.openCitation(quote, button),
        pointerenter: (event) => {
          if (event.pointerType === "mouse") context.peekCitation(quote, button);
        },
        pointerleave: () => context.leaveCitation(),
        focus: () => {
          if (button.matches(":focus-visible")) context.peekCitation(quote, button);
        },
        blur: () => context.leaveCitation(),
      },
    },
    String(number),
  );
  return button;
}
