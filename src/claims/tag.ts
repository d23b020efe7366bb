import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";
import type { Sentence } from "../passages/passage.ts";
import { slice } from "../text/span.ts";

/** Universal part of speech, as wink-nlp's English model gives it. */
export type Tag =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** One token with its part of speech; offsets are UTF-16 units into the text that was tagged. */
export type TaggedWord = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tag: Tag;
};

const TAGS: ReadonlySet<string> = new Set<Tag>([
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
]);

const isTag = (tag: string): tag is Tag => TAGS.has(tag);

const nlp = winkNLP(model, ["sbd", "pos"]);
// oxlint-disable-next-line typescript/unbound-method -- wink-nlp wants its readers bare
const { value, pos } = nlp.its;

/** Longer "sentences" are tables and debris, in UTF-16 units: they claim nothing, and reading them would cost the square of their length. */
const LONGEST_SENTENCE = 5_000;

/** The words of each sentence of a text, one list a sentence; none of headings, repeats and debris, which claim nothing. */
export function tagSentences(text: string, sentences: readonly Sentence[]): readonly (readonly TaggedWord[])[] {
  return sentences.map(({ kind, repeated, span }) =>
    kind === "heading" || repeated || span.end - span.start > LONGEST_SENTENCE ? [] : tagWords(slice(text, span)),
  );
}

/** Tags the words of one sentence, in order; white space belongs to no word. About 0.1 ms a sentence. */
export function tagWords(sentence: string): readonly TaggedWord[] {
  const tokens = nlp.readDoc(sentence).tokens();
  const texts: string[] = tokens.out(value);
  const tags: string[] = tokens.out(pos);
  const words: TaggedWord[] = [];
  let cursor = 0;
  texts.forEach((text, i) => {
    const start = sentence.indexOf(text, cursor);
    // The tagger may normalise a token (a ligature, say); such a token points nowhere and is left out.
    if (start < 0) return;
    cursor = start + text.length;
    const tag = tags[i] ?? "X";
    words.push({ start, end: cursor, text, tag: isTag(tag) ? tag : "X" });
  });
  return words;
}
