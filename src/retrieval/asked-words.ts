import { actionFamily } from "../claims/families.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import { splitIntoWords } from "../text/words.ts";
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
  const terms = stems.map((one) => ({ stem: one, family: actionFamily([one]), idf: snapshot.bm25.idf(one) }));
  const idfSum = terms.reduce((sum, { idf }) => sum + idf, 0);
  return { terms, idfSum, families: new Set(terms.map(({ family }) => family)) };
}

/** How much of what is asked the stems hold, by number and by idf, each 0–1: the word itself or one of its verb's family. */
export function heldIn(
  stems: readonly string[],
  { terms, idfSum }: AskedWords,
): { readonly share: number; readonly idf: number } {
  const own = new Set(stems);
  const families = new Set(stems.map((word) => actionFamily([word])));
  const held = terms.filter((term) => own.has(term.stem) || (term.family !== term.stem && families.has(term.family)));
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
export function nearnessTo(value: number, sentence: string, { families }: AskedWords): number {
  const words = splitIntoWords(sentence);
  const at = words.findIndex((word) => word.span.start >= value);
  let distance = FAR;
  for (const [i, word] of words.entries())
    if (families.has(actionFamily([word.stem]))) distance = Math.min(distance, Math.abs(i - at));
  return 1 / (1 + distance);
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
