import type { Span } from "../text/span.ts";
import type { Tag, TaggedWord } from "./tag.ts";

/** A word of a sentence as speech is read: offsets into the sentence. */
export type SpeechWord = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly tag: Tag;
  /** Inside quotation marks. */
  readonly quoted: boolean;
  readonly capital: boolean;
};

/** A sentence taken apart, and whether a quotation is still open at its end. */
export type SpeechSentence = {
  readonly text: string;
  readonly words: readonly SpeechWord[];
  readonly openAtEnd: boolean;
};

/**
 * Words of a sentence with parts of speech and quotation marks followed. Straight marks open and close in turn; typographic ones tell which.
 * @param tagged its words as the tagger gives them
 * @param open `open` where a quotation of the sentence before is still running
 */
export function readWords(text: string, tagged: readonly TaggedWord[], open: "open" | "closed"): SpeechSentence {
  let quoted = open === "open";
  const words: SpeechWord[] = [];
  // Written out: a spread of every word of every text costs as much as to find who speaks.
  for (const { start, end, text: written, tag } of joinHyphens(tagged)) {
    const mark = MARKS.has(written);
    if (mark) quoted = written === '"' ? !quoted : OPENING.has(written);
    const first = written.charAt(0);
    words.push({
      start,
      end,
      text: written,
      tag,
      lower: written.toLowerCase(),
      quoted: quoted && !mark,
      capital: first !== first.toLowerCase(),
    });
  }
  return { text, words, openAtEnd: quoted };
}

const OPENING: ReadonlySet<string> = new Set(["“", "„", "«"]);
const MARKS: ReadonlySet<string> = new Set(['"', "”", "»", ...OPENING]);

/** "Commander-in-Chief", "50,000-strong": parts that hyphens join are one word, of its last part's kind. */
function joinHyphens(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const joined: TaggedWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let word = words[at];
    if (word === undefined) continue;
    for (;;) {
      const [hyphen, next] = [words[at + 1], words[at + 2]];
      if (hyphen?.text !== "-" || next === undefined || hyphen.start !== word.end || next.start !== hyphen.end) break;
      word = {
        start: word.start,
        end: next.end,
        text: `${word.text}-${next.text}`,
        tag: /^\p{Lu}/u.test(word.text) ? "PROPN" : next.tag,
      };
      at += 2;
    }
    joined.push(word);
  }
  return joined;
}

/** True for a mark that ends or separates: comma, stop, dash, quotation mark, bracket. */
export function isBreak(word: SpeechWord | undefined): boolean {
  return word === undefined || /^[,.;:!?"“”„«»()—–-]+$/u.test(word.text);
}

/** True for a quotation mark. */
export function isQuoteMark(word: SpeechWord | undefined): boolean {
  return word !== undefined && /^["“”„«»]$/u.test(word.text);
}

/** The stretch from word `from` up to but without word `to`. */
export function spanOf(words: readonly SpeechWord[], from: number, to: number): Span {
  const start = words[from]?.start ?? 0;
  return { start, end: Math.max(start, words[to - 1]?.end ?? start) };
}
