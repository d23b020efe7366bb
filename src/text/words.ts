import { isInvisible } from "./fold.ts";
import type { Span } from "./span.ts";
import { plainForm, stem } from "./stem.ts";

/** One word of a text: its place, as it is written, and its stem. */
export type Word = { readonly span: Span; readonly text: string; readonly stem: string };

/** Lucene's English stop words (StandardAnalyzer's 33, unchanged since 1.0). */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will " +
    "with"
  ).split(" "),
);

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** Joins what stands on its two sides, and belongs to no word at its edge. */
const INVISIBLE = 3;

/** What each UTF-16 unit below U+10000 is, plus one; 0 where not looked up yet. One lookup is far cheaper than one regular expression. */
const kinds = new Uint8Array(0x10000);

/**
 * The words of a text in order: runs of letters, marks and digits of any script. An apostrophe between letters belongs to its
 * word ("Russia's", "don't"), a point or comma between digits to its number ("1,354", "7.00"), points to an abbreviation of single letters
 * ("U.S.", "a.m."); a hyphen parts ("full", "scale"). Linear.
 */
export function splitIntoWords(text: string): readonly Word[] {
  const words: Word[] = [];
  forEachWord(text, (start, end) => {
    const written = text.slice(start, end);
    words.push({ span: { start, end }, text: written, stem: stem(written) });
  });
  return words;
}

/** The stems of a text in order without stop words: what BM25 counts. */
export function contentStems(text: string): readonly string[] {
  const stems: string[] = [];
  forEachWord(text, (start, end) => {
    const written = text.slice(start, end);
    if (!isStopWord(written)) stems.push(stem(written));
  });
  return stems;
}

/** True for the 33 stop words, however capitalised; "it's" is "it". */
export function isStopWord(word: string): boolean {
  return word.length <= MAX_STOP_WORD_UNITS && STOP_WORDS.has(plainForm(word));
}

/** "there's" */
const MAX_STOP_WORD_UNITS = 7;

function forEachWord(text: string, visit: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === OTHER || kind === INVISIBLE) {
      at += widthAt(text, at);
      continue;
    }
    const end = endOfWord(text, at);
    visit(at, end);
    at = end;
  }
}

function endOfWord(text: string, start: number): number {
  const abbreviation = endOfAbbreviation(text, start);
  if (abbreviation > start) return abbreviation;
  let end = start + widthAt(text, start);
  let last = kindAt(text, start);
  while (end < text.length) {
    const kind = kindAt(text, end);
    if (kind === LETTER || kind === DIGIT) {
      last = kind;
      end += widthAt(text, end);
      continue;
    }
    const mark = pastInvisible(text, end);
    const isMark = kindAt(text, mark) === OTHER;
    const past = isMark ? pastInvisible(text, mark + 1) : mark;
    const next = kindAt(text, past);
    if (next !== LETTER && next !== DIGIT) break;
    if (isMark && !joins({ mark: text.charCodeAt(mark), last, next })) break;
    end = past;
  }
  return end;
}

function joins({ mark, last, next }: { mark: number; last: number; next: number }): boolean {
  const isApostrophe = mark === 0x27 || mark === 0x2019 || mark === 0x2bc || mark === 0xff07;
  if (isApostrophe) return last === LETTER && next === LETTER;
  const isPoint = mark === 0x2e || mark === 0x2c || mark === 0xff0e || mark === 0xff0c;
  return isPoint && last === DIGIT && next === DIGIT;
}

/** One past "U.S." or "a.m.", else `start`. The last point belongs to it. */
function endOfAbbreviation(text: string, start: number): number {
  let end = start;
  while (isAsciiLetter(text.charCodeAt(end)) && text.charCodeAt(end + 1) === 0x2e) end += 2;
  if (end - start >= 4)
    return kindAt(text, end) === LETTER && !isAsciiLetter(text.charCodeAt(end)) ? start : withLastLetter(text, end);
  const isOpenPair = end - start === 2 && isAsciiLetter(text.charCodeAt(end)) && kindAt(text, end + 1) !== LETTER;
  return isOpenPair && kindAt(text, end + 1) !== DIGIT ? end + 1 : start;
}

/** "U.S.A" without its last point; but in "U.S.Army" the army is a word of its own. */
function withLastLetter(text: string, end: number): number {
  const isLast =
    isAsciiLetter(text.charCodeAt(end)) && kindAt(text, end + 1) !== LETTER && kindAt(text, end + 1) !== DIGIT;
  return isLast ? end + 1 : end;
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function pastInvisible(text: string, at: number): number {
  let end = at;
  while (end < text.length && kindAt(text, end) === INVISIBLE) end += 1;
  return end;
}

function kindAt(text: string, offset: number): number {
  if (offset >= text.length) return OTHER;
  const unit = text.charCodeAt(offset);
  if (unit >= 0xd800 && unit <= 0xdbff) return kindOf(text.slice(offset, offset + 2));
  const known = kinds[unit] ?? 0;
  if (known > 0) return known - 1;
  const kind = kindOf(text.charAt(offset));
  kinds[unit] = kind + 1;
  return kind;
}

function kindOf(character: string): number {
  if (isInvisible(character)) return INVISIBLE;
  if (/^\p{N}/u.test(character)) return DIGIT;
  return /^[\p{L}\p{M}]/u.test(character) ? LETTER : OTHER;
}

function widthAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
