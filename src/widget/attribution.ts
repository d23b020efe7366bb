import type { QuoteWire } from "./context.ts";
import type { ViewStrings } from "./view-strings.ts";

/** Who says a quote: its speaker, else the outlet, else the document by its title. */
export function sayerOf(quote: QuoteWire): string {
  return quote.speaker?.name ?? quote.document.source ?? `“${quote.document.title}”`;
}

/** A day as people write it in a language; what is no date stays as it is. Days have no zone: none is applied. */
export function dayText(iso: string, lang: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(iso)?.[0];
  const time = day === undefined ? NaN : Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeZone: "UTC" }).format(time);
}

/** "The Kyiv Independent, Nov 10, 2024"; the words for "no date given" where there is none. */
export function publishedText(document: QuoteWire["document"], strings: ViewStrings, lang: string): string {
  const day = document.published === undefined ? strings.undated : dayText(document.published, lang);
  return document.source === undefined ? day : `${document.source}, ${day}`;
}

/**
 * Where a quote stands, on one line: speaker, “title”, source, day. What is not known is left out; a source that is its own
 * speaker is named once.
 */
export function attributionLine(quote: QuoteWire, lang: string): string {
  const { title, source, published } = quote.document;
  return [
    quote.speaker?.name,
    `“${title}”`,
    source === quote.speaker?.name ? undefined : source,
    published === undefined ? undefined : dayText(published, lang),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** Words for a certainty that a reader should know of before believing; null for the ordinary ones. */
export function caution(quote: QuoteWire, strings: ViewStrings): string | null {
  switch (quote.certainty) {
    case "reported":
    case "unverified":
    case "denied":
      return strings.certainty[quote.certainty];
    case "stated":
    case "claimed":
    case "confirmed":
      return null;
  }
}
