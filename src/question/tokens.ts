import type { Span } from "../text/span.ts";
import { splitIntoWords } from "../text/words.ts";

/** A word of a question with what stands before it. */
export type Token = {
  readonly text: string;
  /** Lower case, with straight apostrophes. */
  readonly lower: string;
  /** As the lexical index has it. */
  readonly stem: string;
  readonly span: Span;
  /** The characters between the word before and this one. */
  readonly before: string;
  readonly capital: boolean;
};

const CAPITAL = /^\p{Lu}/u;

/** The words of a question, in order. */
export function readTokens(text: string): readonly Token[] {
  let from = 0;
  return splitIntoWords(text).map(({ text: written, stem, span }) => {
    const before = text.slice(from, span.start);
    from = span.end;
    const lower = written.toLowerCase().replaceAll("’", "'").replaceAll("‘", "'");
    return { text: written, lower, stem, span, before, capital: CAPITAL.test(written) };
  });
}
