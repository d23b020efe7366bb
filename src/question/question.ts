import type { Span } from "../text/span.ts";

/** What kind of answer a question wants. `disagreements`: "Where do the sources disagree?"; `changes`: "What changed between Monday and Friday?" */
export type AnswerKind =
  | "how-many"
  | "how-much"
  | "how-long"
  | "when"
  | "who"
  | "where"
  | "which"
  | "whether"
  | "why"
  | "how"
  | "what"
  | "what-happened"
  | "disagreements"
  | "changes";

/** A word of the question that counts towards finding its answer. */
export type QuestionTerm = { readonly word: string; readonly stem: string; readonly span: Span };

/** One thing asked; a question with two parts is two of these. Spans point into `Question.text`. */
export type QuestionPart = {
  readonly text: string;
  readonly kind: AnswerKind;
  /** Content words: stop words, the question word and the noun that only names the kind ("year" in "what year") left out. */
  readonly terms: readonly QuestionTerm[];
  /** Capitalised names, or words that the corpus writes with a capital in mid-sentence. */
  readonly names: readonly { readonly written: string; readonly stems: readonly string[] }[];
  /** Numbers, years, months and dates that the question itself states. */
  readonly numbers: readonly string[];
  /** The noun that names the kind ("year", "region", "percentage"), stemmed, or null. */
  readonly kindNoun: string | null;
};

export type Question = { readonly text: string; readonly parts: readonly QuestionPart[] };
