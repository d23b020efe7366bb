import { verbFamily } from "../claims/families.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import { splitIntoWords } from "../text/words.ts";
import type { Word } from "../text/words.ts";
import { sentenceFacts } from "./sentence-facts.ts";

/** The words of a part of a question, each once, with the family that it is of as a verb and how rare it is. */
export type AskedWords = {
  readonly terms: readonly { readonly stem: string; readonly family: string; readonly idf: number }[];
  readonly idfSum: number;
  readonly families: ReadonlySet<string>;
};

/** Weighs the words of a part by how rare they are in the snapshot. */
export function weighAskedWords(part: QuestionPart, snapshot: Snapshot): AskedWords {
  const stems = [...new Set(part.terms.map((term) => term.stem))];
  const terms = stems.map((one) => ({ stem: one, family: verbFamily(one), idf: snapshot.bm25.idf(one) }));
  const idfSum = terms.reduce((sum, { idf }) => sum + idf, 0);
  return { terms, idfSum, families: new Set(terms.map(({ family }) => family)) };
}

/** How much of what is asked some words hold, by number and by idf, each 0–1. */
export type Held = { readonly share: number; readonly idf: number };

/** How much of what is asked the stems hold: the word itself or one of its verb's family. */
export function heldIn(stems: readonly string[], { terms, idfSum }: AskedWords): Held {
  const held = terms.filter(
    ({ stem, family }) =>
      stems.includes(stem) || (family !== stem && stems.some((other) => verbFamily(other) === family)),
  );
  return {
    share: terms.length === 0 ? 0 : held.length / terms.length,
    idf: idfSum === 0 ? 0 : held.reduce((sum, { idf }) => sum + idf, 0) / idfSum,
  };
}

/** Words from a value to the nearest word of the question count as far as this. */
const FAR = 15;

/**
 * How near the nearest word of the question stands to a value: 1 where it is the same word, 1/2 beside it, down to 1/16.
 * @param value where the value begins in the sentence, UTF-16 units
 */
export function nearnessTo(value: number, words: readonly Word[], { families }: AskedWords): number {
  const at = words.findIndex((word) => word.span.start >= value);
  let distance = FAR;
  for (let i = Math.max(0, at - FAR); i < Math.min(words.length, at + FAR); i += 1)
    if (families.has(verbFamily(words[i]?.stem ?? ""))) distance = Math.min(distance, Math.abs(i - at));
  return 1 / (1 + distance);
}

const WORDS = new WeakMap<DocumentRecord, Map<number, readonly Word[]>>();

/** The words of a sentence, spans within it; split at its first use and kept as long as the record is. */
export function wordsIn(record: DocumentRecord, sentence: number): readonly Word[] {
  const known = WORDS.get(record) ?? new Map<number, readonly Word[]>();
  WORDS.set(record, known);
  const before = known.get(sentence);
  if (before) return before;
  const span = record.sentences[sentence]?.span;
  const words = span ? splitIntoWords(record.document.text.slice(span.start, span.end)) : [];
  known.set(sentence, words);
  return words;
}

/** Stems of the sentence before in the paragraph and of the heading. */
export function stemsAround(record: DocumentRecord, sentence: number): readonly string[] {
  const own = record.sentences[sentence];
  const before = record.sentences[sentence - 1];
  return [
    ...(before && before.paragraph === own?.paragraph ? sentenceFacts(record, sentence - 1).stems : []),
    ...(own && own.heading !== null ? sentenceFacts(record, own.heading).stems : []),
  ];
}

/** Stems of all words of a text, stop words too. */
export const stemsOf = (text: string): readonly string[] => splitIntoWords(text).map((word) => word.stem);
