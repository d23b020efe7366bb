import {
  abbreviationKind,
  OPENING_PREPOSITIONS,
  SENTENCE_STARTERS,
  SPEECH_VERBS,
  TIME_WORDS,
} from "./abbreviations.ts";
import { findListItems } from "./list-items.ts";
import { findStops } from "./stops.ts";
import type { Stop } from "./stops.ts";
import type { Span } from "./span.ts";

/** What a rule sees of a possible end of a sentence. */
type Seam = {
  readonly text: string;
  readonly stop: Stop;
  /** Where the sentence began that might end here. */
  readonly from: number;
  /** Where the next sentence would begin, and the first word there; empty where none follows. */
  readonly next: number;
  readonly word: string;
};

/** Words that a look behind or ahead reads at most, UTF-16 units: keeps the whole linear. */
const WINDOW = 80;

/**
 * The sentences of one paragraph, in order, trimmed of white space; together they hold everything but white space between
 * them. Rules over tables of abbreviations, for English prose as papers print it; a line end inside the span is white
 * space. A point ends a sentence in doubt only where what follows begins one. Linear in the span's length.
 * @param span the paragraph; empty or blank gives no sentences
 */
export function splitIntoSentences(text: string, span: Span): readonly Span[] {
  const paragraph = text.slice(span.start, span.end);
  const items = findListItems(paragraph);
  const sentences: Span[] = [];
  let from = firstInk(paragraph, 0);
  const cut = (at: number): void => {
    const { start, end } = trimmed(paragraph, from, at);
    const last = sentences.at(-1);
    if (end > start) {
      // Marks by themselves, such as a closing quotation set off by a space, belong to what they close.
      if (last && !hasInk(paragraph.slice(start, end)))
        sentences[sentences.length - 1] = { start: last.start, end: span.start + end };
      else sentences.push({ start: span.start + start, end: span.start + end });
    }
    from = firstInk(paragraph, at);
  };
  let item = 0;
  for (const stop of findStops(paragraph)) {
    for (let mark = items[item]; mark !== undefined && mark.start <= stop.start; mark = items[++item]) cut(mark.start);
    const mark = items[item - 1];
    if (mark && stop.start < mark.end) continue;
    if (stop.start >= from && endsSentence(paragraph, stop, from)) cut(stop.end);
  }
  for (let mark = items[item]; mark !== undefined; mark = items[++item]) cut(mark.start);
  cut(paragraph.length);
  return sentences;
}

function endsSentence(text: string, stop: Stop, from: number): boolean {
  const next = firstInk(text, stop.end);
  if (next >= text.length) return true;
  const opening = /^["'\u2018\u201C\u00AB([{\-\u2013\u2014*_]+\s*/u.exec(text.slice(next, next + WINDOW))?.[0] ?? "";
  const word =
    /^[\p{L}\p{M}\p{N}'\u2019]+/u.exec(text.slice(next + opening.length, next + opening.length + WINDOW))?.[0] ?? "";
  const seam: Seam = { text, stop, from, next, word };
  if (stop.kind === "wide") return true;
  if (next === stop.end) return endsGlued(seam, opening);
  if (beginsLower(word)) return false;
  if (stop.kind === "ellipsis") return endsAtEllipsis(seam);
  if (stop.kind === "mark") return !isFollowedBySpeaker(seam);
  return endsAtPoint(seam);
}

/** "world.Today", `war."He`: no space after the stop. */
function endsGlued(seam: Seam, opening: string): boolean {
  const { text, stop, word } = seam;
  const isCapitalised = /^\p{Lu}[\p{Ll}\p{M}'\u2019]/u.test(word) || /^[AI]$/u.test(word);
  if (!isCapitalised) return false;
  if (stop.isQuoted || (stop.kind !== "ellipsis" && /^["\u201C]/u.test(opening))) return true;
  if (stop.kind !== "point" || opening !== "") return false;
  const before = tokenBefore(text, stop.start, seam.from);
  const after = text.slice(seam.next, seam.next + WINDOW);
  if (/[@/\\]|www\./u.test(before) || /^[^\s]*@/u.test(after)) return false;
  return /(?:^|[^\p{L}.])(?:\p{L}\p{Ll}+|[\d,.]*\d%?)$/u.test(before) && abbreviationKind(bareWord(before)) === null;
}

/** Three points and a capital: a new sentence, but for "I" and for points set off by a space, which stand for words left out. */
function endsAtEllipsis({ text, stop, word }: Seam): boolean {
  const isSetOff = /\s/u.test(text.charAt(stop.start - 1));
  if (stop.points >= 4) return true;
  return !isSetOff && !/^I(?:['\u2019]|$)/u.test(word);
}

/** `"Why?" Mr. Borrell asked` goes on; so does "Yahoo! Finance said", which no rule tells apart from a new sentence, unless quoted. */
function isFollowedBySpeaker({ text, stop, next }: Seam): boolean {
  if (!stop.isQuoted) return false;
  const words = text.slice(next, next + WINDOW).split(/\s+/u, 6);
  for (const [place, word] of words.entries()) {
    const plain = word.replace(/[.,;:]+$/u, "");
    if (place > 0 && SPEECH_VERBS.has(plain)) return true;
    if (
      !/^(?:\p{Lu}|(?:the|of|de|al|van|von|bin)$)/u.test(plain) ||
      (place > 0 && plain.length < word.length && word.endsWith(","))
    )
      return false;
  }
  return false;
}

function endsAtPoint(seam: Seam): boolean {
  const { text, stop, from, word } = seam;
  if (stop.isQuoted) return true;
  const token = tokenBefore(text, stop.start, from);
  const bare = bareWord(token);
  const isFirst = stop.start - bare.length <= firstInkAfterOpening(text, from);
  if (/^\d{1,3}$/u.test(bare) && isFirst) return false;
  if (/^\p{L}$/u.test(bare)) return endsAtLetter(seam, bare, isFirst);
  if (/^[aApP]\.?[mM]$/u.test(bare)) return endsAtTimeOfDay(seam);
  const kind = abbreviationKind(bare);
  if (kind === null) return /^\p{L}(?:\.\p{L})+$/u.test(bare) ? isStarter(word) : true;
  switch (kind) {
    case "inside":
      return false;
    case "before-name":
      return /^\p{N}/u.test(word);
    case "before-number":
      return !/^\p{N}/u.test(word) && !isSecondAbbreviation(seam);
    case "either":
      return isStarter(word);
  }
}

/** "John F. Kennedy" and "you and I. Did": an initial, unless a word follows that begins sentences; "p. 55" is a page. */
function endsAtLetter(seam: Seam, letter: string, isFirst: boolean): boolean {
  const { text, stop, from, word } = seam;
  if (isFirst) return false;
  if (abbreviationKind(letter) !== null) return !/^\p{N}/u.test(word) && isStarter(word);
  const before = tokenBefore(text, stop.start - letter.length - 1, from);
  if (letter === "I" && !/^\p{Lu}/u.test(before)) return true;
  return /^\p{Ll}$/u.test(letter) || /^\p{N}/u.test(word) || isStarter(word);
}

/** "10 a.m. Moscow time" and "At 5 a.m. Mr. Smith went" go on; "left at 6 p.m. Mr. Smith" and "7 a.m. The" do not. */
function endsAtTimeOfDay({ text, stop, from, next, word }: Seam): boolean {
  if (isStarter(word)) return true;
  const after = text
    .slice(next, next + WINDOW)
    .toLowerCase()
    .split(/[^\p{L}]+/u, 4);
  if (TIME_WORDS.has(after[0] ?? "") || after.slice(1).some((one) => one === "time")) return false;
  const sofar = text
    .slice(from, Math.min(stop.start, from + WINDOW))
    .toLowerCase()
    .split(/\s+/u);
  return !(sofar.length <= 6 && OPENING_PREPOSITIONS.has(sofar[0] ?? ""));
}

/** "Sat. Nov. 9": another abbreviation of the calendar follows. */
function isSecondAbbreviation({ text, next, word }: Seam): boolean {
  return text.charAt(next + word.length) === "." && abbreviationKind(word) === "before-number";
}

function isStarter(word: string): boolean {
  return SENTENCE_STARTERS.has(word.toLowerCase().replaceAll("\u2019", "'"));
}

/** A small letter, but not "iPhone". */
function beginsLower(word: string): boolean {
  return /^\p{Ll}(?!\p{Lu})/u.test(word);
}

/** What stands between the last white space and `end`, at most a window long. */
function tokenBefore(text: string, end: number, from: number): string {
  const window = text.slice(Math.max(from, end - WINDOW), Math.max(from, end)).trimEnd();
  return window.slice(lastBlank(window) + 1);
}

function lastBlank(text: string): number {
  for (let at = text.length - 1; at >= 0; at -= 1) if (isBlank(text, at)) return at;
  return -1;
}

/** A token without the brackets and quotation marks before it, and only its part after a dash or slash: "(Nov" → "Nov". */
function bareWord(token: string): string {
  const [last = ""] = /[^"'\u2018\u2019\u201C\u201D()[\]{}\-\u2013\u2014/$]*$/u.exec(token.slice(-WINDOW)) ?? [];
  return last;
}

function firstInkAfterOpening(text: string, from: number): number {
  const opening = /^["'\u2018\u201C([\s\u2022*-]*/u.exec(text.slice(from, from + WINDOW))?.[0] ?? "";
  return from + opening.length;
}

function hasInk(text: string): boolean {
  return /[^\s\p{P}]/u.test(text);
}

function firstInk(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text, at)) at += 1;
  return at;
}

function trimmed(text: string, from: number, to: number): Span {
  let end = to;
  while (end > from && isBlank(text, end - 1)) end -= 1;
  return { start: from, end };
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || (unit >= 9 && unit <= 13) || (unit >= 128 && /\s/u.test(text.charAt(at)));
}
