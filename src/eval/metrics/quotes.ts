import { share } from "./mean.ts";

/** A quote as cited, beside the text of the document that it is cited from. */
export type CitedQuote = {
  readonly quote: string;
  /** UTF-16 offsets into the document's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Null where there is no such document: no quote of it is exact. */
  readonly text: string | null;
};

/** Quote exactness: share of quotes that stand in their documents at their offsets, to the code unit. NaN of none. */
export function quoteExactness(quotes: readonly CitedQuote[]): number {
  return share(quotes, ({ quote, start, end, text }) => text?.slice(start, end) === quote);
}

/** How much of an answer may be looked at for the gold answer. */
const AT_MOST_QUOTES = 3;
export const AT_MOST_CHARACTERS = 400;

/**
 * Answer-in-quote at 3 quotes or 400 characters, whichever ends first: whether one of the gold answers stands in a quote, as whole words, whatever
 * the case, the shape of quotation marks or the width of spaces. A quote that reaches beyond 400 characters is cut there.
 * @param quotes in the order of the answer
 * @param atMost quotes looked at: 3, or 1 for "@1"
 */
export function answerInQuote(
  quotes: readonly string[],
  answers: readonly string[],
  atMost: number = AT_MOST_QUOTES,
): boolean {
  let left = AT_MOST_CHARACTERS;
  for (const quote of quotes.slice(0, atMost)) {
    const seen = quote.slice(0, left);
    if (answers.some((answer) => holdsAnswer(seen, answer))) return true;
    left -= seen.length;
  }
  return false;
}

/** Whether an answer stands in a text as whole words, whatever the case, the shape of quotation marks or the width of spaces. An empty answer stands nowhere. */
export function holdsAnswer(text: string, answer: string): boolean {
  const [folded, part] = [plain(text), plain(answer)];
  if (part === "") return false;
  for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
    const cut = isWithin(folded, at) || isWithin(folded, at + part.length);
    if (!cut) return true;
  }
  return false;
}

/** Whether a place lies inside a word or a number. */
function isWithin(text: string, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  if (/\d[.,]?$/u.test(before) && /^[.,]?\d/u.test(after)) return true;
  return /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[‘’ʼ`]/gu, "'")
    .replaceAll(/[“”„«»]/gu, '"')
    .replaceAll(/[‐‑‒–—−]/gu, "-")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
