import { attributionLine } from "./attribution.ts";
import type { CitationWire, QuoteWire, ShownAnswer } from "./context.ts";
import { isWebAddress } from "./dom.ts";
import { markersIn, parseMarkdown } from "./markdown.ts";
import type { Block, Inline } from "./markdown.ts";

/** Quotes up to here stand in a link whole; longer ones as their first and last words. */
const LONGEST_WHOLE_FRAGMENT = 120;
/** Words at either end of a longer one. */
const WORDS_AT_AN_END = 5;
/** Characters at either end where there are no words to count (text without spaces). */
const CHARACTERS_AT_AN_END = 40;

/** What a copied answer is written with. */
export type Copying = {
  readonly lang: string;
  /** The number that the reader saw for a quote. */
  readonly numberOf: (quote: QuoteWire) => number;
};

/** The answer as Markdown under its question, its quotes as footnotes `[^1]`. */
export function answerAsMarkdown(answer: ShownAnswer, copying: Copying): string {
  const numbers = numbersOf(answer, copying);
  const text = answer.answer.replaceAll(/\\[^]|\[(\d{1,6})\]/g, (whole: string, marker: string | undefined) =>
    marker === undefined ? whole : `[^${numbers.get(Number(marker)) ?? marker}]`,
  );
  const notes = footnotes(answer, numbers).map(
    ([number, citation]) => `[^${number}]: ${escapeMarkdown(quoteLine(citation, copying.lang))}`,
  );
  return [`**${escapeMarkdown(answer.question)}**`, text.trim(), ...(notes.length > 0 ? [notes.join("\n")] : [])]
    .join("\n\n")
    .concat("\n");
}

/** The answer as plain text under its question, its quotes as numbered notes. */
export function answerAsPlain(answer: ShownAnswer, copying: Copying): string {
  const numbers = numbersOf(answer, copying);
  const quotes = answer.citations.map((citation) => citation.quote);
  const blocks = parseMarkdown(answer.answer, quotes).map((block) => plainBlock(block, numbers));
  const notes = footnotes(answer, numbers).map(
    ([number, citation]) => `[${number}] ${quoteLine(citation, copying.lang)}`,
  );
  return [answer.question, ...blocks, ...(notes.length > 0 ? [notes.join("\n")] : [])].join("\n\n").concat("\n");
}

/** “quote” — speaker, “title”, source, day, and the address where the document has one. */
export function quoteLine(quote: QuoteWire, lang: string): string {
  const link = originalLink(quote);
  const words = `“${oneLine(quote.quote)}” — ${oneLine(attributionLine(quote, lang))}`;
  return link === null ? words : `${words}. ${link}`;
}

/**
 * Address of the original that opens at the quote (a text fragment, WICG "scroll to text fragment"); null where the document
 * has no web address.
 */
export function originalLink(quote: QuoteWire): string | null {
  const { url } = quote.document;
  return isWebAddress(url) ? withTextFragment(url, quote.quote) : null;
}

/** A web address with the fragment that scrolls to a text and highlights it; a fragment that it has is kept. */
export function withTextFragment(address: string, text: string): string {
  const words = oneLine(text).split(" ");
  const whole = words.join(" ");
  if (whole === "") return address;
  const directive =
    whole.length <= LONGEST_WHOLE_FRAGMENT ? encodeFragment(whole) : endsOf(whole, words).map(encodeFragment).join(",");
  return `${address}${address.includes("#") ? "" : "#"}:~:text=${directive}`;
}

function endsOf(whole: string, words: readonly string[]): readonly [string, string] {
  const first = words.slice(0, WORDS_AT_AN_END).join(" ");
  const last = words.slice(-WORDS_AT_AN_END).join(" ");
  const fits = words.length > 2 * WORDS_AT_AN_END && first.length + last.length < whole.length;
  if (fits) return [first, last];
  const characters = Array.from(whole);
  return [
    characters.slice(0, CHARACTERS_AT_AN_END).join("").trim(),
    characters.slice(-CHARACTERS_AT_AN_END).join("").trim(),
  ];
}

/** `-` separates parts of the directive and `encodeURIComponent` leaves it; a lone surrogate has no encoding. */
const encodeFragment = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const escapeMarkdown = (text: string): string => oneLine(text).replaceAll(/[\\`*_[\]<>]/g, "\\$&");

const numbersOf = (answer: ShownAnswer, { numberOf }: Copying): ReadonlyMap<number, number> =>
  new Map(answer.citations.map((citation) => [citation.marker, numberOf(citation)]));

/** Citations that the text uses, each once, by number. */
function footnotes(
  answer: ShownAnswer,
  numbers: ReadonlyMap<number, number>,
): readonly (readonly [number, CitationWire])[] {
  const used = new Set(
    parseMarkdown(answer.answer, []).flatMap((block) =>
      block.kind === "list" ? block.items.flatMap(markersIn) : markersIn(block.children),
    ),
  );
  const byNumber = new Map(
    answer.citations
      .filter((citation) => used.has(citation.marker))
      .map((citation) => [numbers.get(citation.marker) ?? citation.marker, citation] as const),
  );
  return [...byNumber].toSorted(([a], [b]) => a - b);
}

function plainBlock(block: Block, numbers: ReadonlyMap<number, number>): string {
  if (block.kind === "paragraph") return plainInline(block.children, numbers);
  return block.items.map((item) => `– ${plainInline(item, numbers)}`).join("\n");
}

function plainInline(children: readonly Inline[], numbers: ReadonlyMap<number, number>): string {
  return children
    .map((child) => {
      switch (child.kind) {
        case "text":
        case "quote":
          return child.text;
        case "strong":
          return plainInline(child.children, numbers);
        case "marker":
          return `[${numbers.get(child.marker) ?? child.marker}]`;
      }
    })
    .join("");
}
