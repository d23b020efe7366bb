import { sayerOf } from "./attribution.ts";
import type { QuoteWire, ShownAnswer, ViewContext } from "./context.ts";
import { make } from "./dom.ts";
import { quoteWords } from "./quote-card.ts";
import { whereLine } from "./where-line.ts";

/** What was looked for and is missing, and the nearest quotes, offered as no more than that. */
export function missingView({ missing, nearest }: ShownAnswer, context: ViewContext): HTMLElement {
  const { strings } = context;
  const asked = [...new Set(missing.map((each) => each.asked))].filter((words) => words.trim() !== "");
  const slots = [...new Set(missing.map(({ slot }) => slot))];
  return make(
    "div",
    { attributes: { class: "missing" }, part: "missing" },
    asked.length === 0
      ? null
      : make(
          "p",
          { attributes: { class: "looked-for" } },
          make("span", { attributes: { class: "note-label" } }, strings.lookedFor),
          ...asked.map((words) => make("bdi", { attributes: { class: "asked" } }, words)),
        ),
    // Where no words of the question are missing, what kind of thing is.
    ...(asked.length > 0
      ? []
      : slots.map((slot) => make("p", { attributes: { class: "slot" } }, strings.missing[slot]))),
    nearest.length === 0
      ? null
      : make(
          "section",
          { attributes: { class: "nearest" } },
          make("h4", { attributes: { class: "nearest-title" } }, strings.nearest),
          make("p", { attributes: { class: "nearest-note" } }, strings.nearestNote),
          make("ul", {}, ...nearest.map((quote) => make("li", {}, nearestQuote(quote, context)))),
        ),
  );
}

/** It has no number, for no sentence rests on it. */
function nearestQuote(quote: QuoteWire, context: ViewContext): HTMLElement {
  const sayer = quote.speaker === null ? null : make("bdi", { attributes: { class: "sayer" } }, sayerOf(quote));
  return make("div", { attributes: { class: "sourced" } }, quoteWords(quote), whereLine(quote, context, sayer));
}
