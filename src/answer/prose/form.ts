/** UTF-16 units of one sentence at most: some sixty words. */
const MAX_UNITS = 400;

/** Control, direction, zero-width and private characters: nothing that is read. */
const UNREAD = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u;

/** Links, addresses, markup, code, markers of its own. */
const MARKUP = /[<>[\]{}|`*_#\\^~@=]|:\/\/|\bwww\.|\b[\p{L}\d-]+\.(?:\p{Ll}{2,12})(?:\/|\b(?!\.))/iu;

/** True for a plain statement of ordinary length. */
export function isPlainStatement(text: string): boolean {
  if (text.length > MAX_UNITS || !/\p{L}/u.test(text)) return false;
  return !UNREAD.test(text) && !MARKUP.test(text) && !/[?!:;]["”’)]*$/u.test(text);
}

const QUOTATION = /[“"„«]([^“”"„«»]*)[”"“»]|[‘'](?=\p{L})([^‘’']*\s[^‘’']*)['’](?!\p{L})/gu;
const MARKS = /[“”"„«»]/u;

/** One kind of quotation mark and apostrophe, single spaces, small letters. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[‘’‚′´`]/gu, "'")
    .replaceAll(/[“”„«»]/gu, '"')
    .replaceAll(/\s+/gu, " ")
    .trim();

/** True where all that stands in quotation marks stands so in one of the quotes; marks must come in pairs. */
export function quotesOnly(text: string, quotes: readonly string[]): boolean {
  const held = quotes.map(plain);
  let rest = text;
  for (const match of text.matchAll(QUOTATION)) {
    const said = plain(match[1] ?? match[2] ?? "").replace(/[.,;]+$/u, "");
    if (said === "" || !held.some((quote) => quote.includes(said))) return false;
    rest = rest.replace(match[0], " ");
  }
  return !MARKS.test(rest);
}
