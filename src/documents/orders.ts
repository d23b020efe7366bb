import { foldText } from "../text/fold.ts";
import { splitIntoSentences } from "../text/sentences.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { LOOK_ALIKES, ORDER_ABROAD, ORDER_ANYWHERE, ORDER_FIRST, ORDER_GOES_ON } from "./order-patterns.ts";
import { isInQuotation } from "./quotation.ts";
import { findUnread } from "./unread.ts";

/** Longest sentence that may be an order as a whole, UTF-16 units. */
const MAX_ORDER = 600;

const ANYWHERE = new RegExp(ORDER_ANYWHERE.join("|"), "iu");
const FIRST = new RegExp(`^[^\\p{L}\\d\\[]{0,8}(?:${ORDER_FIRST.join("|")})`, "iu");
const ABROAD = new RegExp(ORDER_ABROAD.join("|"), "iu");
const GOES_ON = new RegExp(ORDER_GOES_ON.join("|"), "iu");

/**
 * The sentences of one line that give orders to whoever answers from the page, or are written in the manner of prompts, replies and
 * programs, with what goes on in the same voice beside them. In order, disjoint. What stands in quotation marks is somebody's words
 * ("“Ignore the rules,” he said") and makes no order, unless a line is nothing but the quotation.
 */
export function findOrders(text: string, line: Span): readonly Span[] {
  const sentences = splitIntoSentences(text, line);
  const plain = sentences.map((span) => (span.end - span.start <= MAX_ORDER ? ownWords(text, span, line) : ""));
  const found = plain.map((words) => words !== "" && isOrder(words));
  const goesOn = (at: number): boolean => GOES_ON.test(foldText(plain[at] ?? ""));
  for (let at = 1; at < found.length; at += 1) found[at] ||= found[at - 1] === true && goesOn(at);
  for (let at = found.length - 2; at >= 0; at -= 1) found[at] ||= found[at + 1] === true && goesOn(at);
  return sentences.filter((_, at) => found[at]);
}

/** A title, or the name of a source, without orders in it; null where nothing else is there. */
export function withoutOrders(written: string): string | null {
  const pieces: string[] = [];
  let from = 0;
  const cut = [...findUnread(written), ...findOrders(written, { start: 0, end: written.length })];
  for (const { start, end } of cut.sort((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    pieces.push(written.slice(from, start));
    from = end;
  }
  if (from === 0) return written;
  const rest = [...pieces, written.slice(from)]
    .join("")
    .replaceAll(/\s+/gu, " ")
    .replace(/[\s.:;,|–—-]+$/u, "")
    .trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : null;
}

/** True for the own words of a sentence that are an order by themselves. */
function isOrder(sentence: string): boolean {
  const words = foldText(withoutTags(sentence)).replaceAll(/\s+/gu, " ").trim();
  return matches(asLatin(words)) || ANYWHERE.test(rotated(words));
}

const matches = (words: string): boolean => ANYWHERE.test(words) || FIRST.test(words) || ABROAD.test(words);

/** Without the tags of HTML. */
const withoutTags = (text: string): string => text.replaceAll(/<\/?[a-z][^<>]{0,200}>/giu, " ");

/** Words that mix alphabets, in the letters that they look like. */
function asLatin(words: string): string {
  if (!/[Ͱ-ӿ]/u.test(words)) return words;
  return words.replaceAll(/[\p{L}]+/gu, (word) =>
    /[a-z]/u.test(word) ? word.replaceAll(/[Ͱ-ԯ]/gu, (letter) => LOOK_ALIKES.get(letter) ?? letter) : word,
  );
}

/** Each letter thirteen places on. */
const rotated = (words: string): string =>
  words.replaceAll(/[a-z]/gu, (letter) => String.fromCodePoint(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

/** A sentence without what it quotes; empty inside a quotation that goes on over several sentences. A quotation that is all of it stays. */
function ownWords(text: string, span: Span, line: Span): string {
  const written = slice(text, span);
  if (span.start === line.start && span.end === line.end && /^["“][^"“”]*["”]$/u.test(written)) return written;
  const marked = isInQuotation(text, line, span.start) ? `“${written}` : written;
  // `"text":` is no quotation.
  return marked.replaceAll(/“[^”]*(?:”|$)|"[^"]*(?:"|$)/gu, (quoted, at: number) =>
    /^ ?:/u.test(marked.slice(at + quoted.length, at + quoted.length + 2)) ? quoted : '""',
  );
}
