import type { Span } from "../text/span.ts";

/** A sentence that is longer than a passage. */
export type LongSentence = {
  readonly text: string;
  readonly span: Span;
  readonly weigh: (text: string) => number;
  readonly maxTokens: number;
};

/** A piece of one, without outer white space. */
export type Piece = { readonly span: Span; readonly tokens: number };

/** A piece ends at a clause only where that leaves it at least this part of a passage. */
const LEAST_FILLED = 0.5;

/**
 * Cuts a long sentence into pieces that together hold all of it but white space: each as long as fits, ended at a clause (after a
 * semicolon, comma, colon or dash), else at a word, and inside a word only where the word is longer than a passage. Linear.
 */
export function cutSentence(sentence: LongSentence): readonly Piece[] {
  const pieces: Piece[] = [];
  let words: Piece[] = [];
  let tokens = 0;
  const flush = (count: number): void => {
    const taken = words.slice(0, count);
    words = words.slice(count);
    const first = taken[0];
    const last = taken.at(-1);
    if (first && last) pieces.push({ span: { start: first.span.start, end: last.span.end }, tokens: sum(taken) });
    tokens = sum(words);
  };
  for (const word of wordsOf(sentence)) {
    while (words.length > 0 && tokens + word.tokens > sentence.maxTokens) flush(bestBreak(sentence, words));
    words.push(word);
    tokens += word.tokens;
  }
  flush(words.length);
  return pieces;
}

/** How many of the words make the next piece. */
function bestBreak({ text, maxTokens }: LongSentence, words: readonly Piece[]): number {
  let tokens = sum(words);
  for (let count = words.length; count > 0 && tokens >= maxTokens * LEAST_FILLED; count -= 1) {
    const word = words[count - 1];
    if (
      word &&
      /[;,:\u2013\u2014-]["'\u2019\u201D]?$/u.test(
        text.slice(Math.max(word.span.start, word.span.end - 3), word.span.end),
      )
    )
      return count;
    tokens -= word?.tokens ?? 0;
  }
  return words.length;
}

/** The words of a sentence with their tokens; one longer than a passage in pieces. */
function* wordsOf(sentence: LongSentence): Generator<Piece> {
  const { text, span, weigh, maxTokens } = sentence;
  const word = /\S+/gu;
  word.lastIndex = span.start;
  for (let match = word.exec(text); match && match.index < span.end; match = word.exec(text)) {
    const end = Math.min(match.index + match[0].length, span.end);
    const tokens = weigh(text.slice(match.index, end));
    if (tokens <= maxTokens) yield { span: { start: match.index, end }, tokens };
    else yield* piecesOf(sentence, { span: { start: match.index, end }, tokens });
  }
}

/** Halves a word until each piece fits. */
function* piecesOf(sentence: LongSentence, word: Piece): Generator<Piece> {
  const { text, weigh, maxTokens } = sentence;
  const waiting: Piece[] = [word];
  for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
    const { start, end } = piece.span;
    const middle = wholeFrom(text, start + Math.ceil((end - start) / 2));
    if (piece.tokens <= maxTokens || middle <= start || middle >= end) {
      yield piece;
      continue;
    }
    waiting.push({ span: { start: middle, end }, tokens: weigh(text.slice(middle, end)) });
    waiting.push({ span: { start, end: middle }, tokens: weigh(text.slice(start, middle)) });
  }
}

/** The same place, or one further where it would part a surrogate pair. */
function wholeFrom(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at + 1 : at;
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, piece) => total + piece.tokens, 0);
}
