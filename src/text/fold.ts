import type { Span } from "./span.ts";

/** What becomes of capitals: kept, or full case folding (so that ß and SS are one). */
export type Capitals = "keep" | "fold";

/** A folded text and the way back into what it was made of. */
export type Folded = {
  readonly text: string;
  /** Where the character lies in the original that gave the folded text's character at `offset`; the original's length at its end. */
  readonly toOriginal: (offset: number) => number;
  /** The stretch of the original that gave a stretch of the folded text, whole characters on both sides. */
  readonly toOriginalSpan: (span: Span) => Span;
};

/** Marks one after another that are normalised together; Unicode's Stream-Safe Text Format (UAX 15), for NFKC is quadratic in them. */
const MAX_MARKS = 30;

/** Zero-width characters, soft hyphen, bidi controls, variation selectors: they change how text is shown, not what it says. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\p{Variation_Selector}]/u;

/** Quotation marks, dashes and slashes that papers set in several ways, and what they are folded to. */
const PUNCTUATION: ReadonlyMap<string, string> = new Map(
  [
    ["'", "\u2018\u2019\u201A\u201B\u2032\u02BC\u2039\u203A\u0060\u00B4"],
    ['"', "\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u301D\u301E\u301F"],
    ["-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D"],
    ["/", "\u2044\u2215"],
  ].flatMap(([plain = "", fancy = ""]) => fancy.split("").map((character): [string, string] => [character, plain])),
);

/** True for what only changes how text is shown: zero-width characters, soft hyphen, bidi controls, variation selectors. */
export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character);
}

/**
 * Text as it is compared: NFKC, straight quotation marks, hyphens for dashes, invisible characters dropped; capitals folded
 * unless they are to be kept. Linear in its length.
 */
export function foldText(text: string, capitals: Capitals = "fold"): string {
  if (isAscii(text)) return capitals === "fold" ? text.toLowerCase() : text;
  return foldWithMap(text, capitals).text;
}

/** As `foldText`, with the way back. Takes four bytes a character for text that is not plain ASCII. */
export function foldWithMap(text: string, capitals: Capitals = "fold"): Folded {
  if (isAscii(text)) return withIdentity(capitals === "fold" ? text.toLowerCase() : text);
  const pieces: string[] = [];
  const origins: number[] = [];
  let at = 0;
  while (at < text.length) {
    const end = endOfCluster(text, at);
    const folded = foldCluster(text.slice(at, end), capitals);
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) origins.push(at);
    at = end;
  }
  return withOrigins(pieces.join(""), { origins, original: text });
}

function withIdentity(text: string): Folded {
  return { text, toOriginal: (offset) => offset, toOriginalSpan: (span) => span };
}

function withOrigins(folded: string, from: { readonly origins: readonly number[]; readonly original: string }): Folded {
  const { origins, original } = from;
  const toOriginal = (offset: number): number => origins[offset] ?? original.length;
  return {
    text: folded,
    toOriginal,
    toOriginalSpan: ({ start, end }) => {
      const first = toOriginal(start);
      if (end <= start) return { start: first, end: first };
      return { start: first, end: endOfCluster(original, toOriginal(end - 1)) };
    },
  };
}

/** One past the character at `start` with the marks and joining Hangul that belong to it. */
function endOfCluster(text: string, start: number): number {
  let end = start + widthAt(text, start);
  for (let marks = 0; marks < MAX_MARKS && end < text.length; marks += 1) {
    if (text.charCodeAt(end) < 128) break;
    const width = widthAt(text, end);
    if (!CONTINUES.test(text.slice(end, end + width))) break;
    end += width;
  }
  return end;
}

/** Marks, Hangul vowels and finals, half-width Katakana voicing: what NFKC may join to the character before it. */
const CONTINUES = /^[\p{M}\u1160-\u11FF\uFF9E\uFF9F]/u;

function foldCluster(cluster: string, capitals: Capitals): string {
  if (cluster.length === 1 && cluster < "\u0080")
    return capitals === "fold" ? foldAscii(cluster) : foldPunctuation(cluster);
  let plain = "";
  for (const character of cluster) if (!isInvisible(character)) plain += foldPunctuation(character);
  const normal = plain.normalize("NFKC");
  let result = "";
  for (const character of normal) if (!isInvisible(character)) result += foldPunctuation(character);
  return capitals === "fold" ? result.toUpperCase().toLowerCase().normalize("NFKC") : result;
}

function foldAscii(character: string): string {
  return foldPunctuation(character.toLowerCase());
}

function foldPunctuation(character: string): string {
  return PUNCTUATION.get(character) ?? character;
}

function widthAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

/** Cheaper than a regular expression on long texts, and stops at the first other character. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 128 || unit === 96) return false;
  }
  return true;
}
