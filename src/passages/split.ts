import { slice } from "../text/span.ts";
import { cutSentence } from "./cut.ts";
import { packSentences } from "./pack.ts";
import type { Passage, Sentence } from "./passage.ts";

/** What passages are made of. */
export type SplitInput = {
  readonly text: string;
  /** As `splitIntoSentences` gives them. */
  readonly sentences: readonly Sentence[];
  /** Tokens of the embedding model's tokenizer, without special tokens. Words apart by white space are counted apart. */
  readonly countTokens: (text: string) => number;
  /** Most tokens in a passage, 256 where it is left out. */
  readonly maxTokens?: number;
};

/** Half of what bge-small reads: retrieval was best there on long news articles. */
const MAX_TOKENS = 256;

/**
 * A token is taken for no longer than this, so that a long run without spaces, one unknown token to the tokenizer, is cut, and nothing
 * longer than a passage is given to the tokenizer.
 */
const MAX_UNITS_PER_TOKEN = 16;

/**
 * The passages of a document, in order of their starts: whole sentences, at most `maxTokens`, around 150 tokens where the text allows,
 * broken at headings and paragraphs rather than inside them, with the last sentence of one repeated at the start of the next
 * under the same heading where it fits. A heading stays with what follows. Every sentence is in one; one longer than a passage is cut at
 * a clause, else at a word, each piece a passage of its own. A span may run over page furniture, whose tokens do not count.
 */
export function splitIntoPassages(input: SplitInput): readonly Passage[] {
  const { text, sentences, countTokens, maxTokens = MAX_TOKENS } = input;
  const weigh = (written: string): number => {
    const least = Math.ceil(written.length / MAX_UNITS_PER_TOKEN);
    return least > maxTokens ? least : Math.max(countTokens(written), least);
  };
  const weights = sentences.map(({ span }) => weigh(slice(text, span)));
  const passages: Passage[] = [];
  let from = 0;
  const packUpTo = (to: number): void => {
    for (const pack of packSentences({ sentences, weights, maxTokens }, { from, to })) {
      passages.push({ span: spanOf(sentences, pack), ...pack, tokens: sum(weights, pack), cut: false });
    }
  };
  for (const [place, sentence] of sentences.entries()) {
    if ((weights[place] ?? 0) <= maxTokens) continue;
    packUpTo(place);
    for (const piece of cutSentence({ text, span: sentence.span, weigh, maxTokens })) {
      passages.push({ ...piece, from: place, to: place + 1, cut: true });
    }
    from = place + 1;
  }
  packUpTo(sentences.length);
  return passages;
}

function spanOf(sentences: readonly Sentence[], { from, to }: { from: number; to: number }) {
  return { start: sentences[from]?.span.start ?? 0, end: sentences[to - 1]?.span.end ?? 0 };
}

function sum(weights: readonly number[], { from, to }: { from: number; to: number }): number {
  return weights.slice(from, to).reduce((total, weight) => total + weight, 0);
}
