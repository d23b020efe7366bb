/**
 * Text of a document as Markdown that shows just that text: nothing in it can become markup, a link or a marker like
 * `[1]`. Line ends become spaces (a quote stands within one line).
 */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, "\\$&").replaceAll(/\s*[\r\n]+\s*/g, " ");
}

const OPENING = /^["“”„«']/;
const CLOSING = /["”“»'][.,!?]?$/;

/** A quote in quotation marks; one that brings a pair of its own gets no second. */
export function inQuotationMarks(quote: string): string {
  const shown = escapeMarkdown(quote);
  const inner = quote.slice(1, -1);
  const enclosed = OPENING.test(quote) && CLOSING.test(quote) && !/["“”„«»]/.test(inner.replace(CLOSING, ""));
  return enclosed ? shown : `“${shown}”`;
}

/** `[1]` `[2]` … as they stand in an answer. */
export function markersText(markers: readonly number[]): string {
  return markers.map((marker) => `[${marker}]`).join("");
}
