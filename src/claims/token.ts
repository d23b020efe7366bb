import type { Tag } from "./tag.ts";

/** One token of a sentence: a tagged word, or a figure or time taken as a whole. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly tag: Tag | "FIGURE" | "TIME";
  /** Index of the figure or time, −1 for words. */
  readonly index: number;
};
