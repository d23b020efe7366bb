import type { Span } from "../text/span.ts";

/** One sentence of a document, free of furniture. */
export type Sentence = {
  readonly span: Span;
  /** Index into `Layout.paragraphs`. */
  readonly paragraph: number;
  readonly kind: "heading" | "prose";
  /** True where its paragraph repeats an earlier one: not quoted again, asserts no claim. */
  readonly repeated: boolean;
  /** Index of the sentence that is the nearest heading above it, else null. */
  readonly heading: number | null;
};

/** The unit of retrieval: whole sentences of one document, with the heading above them where it directly precedes. */
export type Passage = {
  readonly span: Span;
  /** First sentence and one past the last, indexes into the document's sentences. */
  readonly from: number;
  readonly to: number;
  /** Tokens of the model's tokenizer, without its special tokens. */
  readonly tokens: number;
  /** True where a sentence longer than a passage was cut, so that this span is a piece of one. */
  readonly cut: boolean;
};
