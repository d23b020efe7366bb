import type { GoldenRow } from "../golden.ts";

/** A file of a corpus: its path relative to the corpus, and its text with front matter. */
export type SourceFile = { readonly path: string; readonly text: string };

/** What was done to the documents. */
export const MUTANT_KINDS = [
  "number-changed",
  "number-rewritten",
  "hedge-dropped",
  "speaker-swapped",
  "document-renamed",
  "side-removed",
  "sentence-pasted",
] as const;

/** What was done to the documents. */
export type MutantKind = (typeof MUTANT_KINDS)[number];

/** Documents changed in one way, with what the answer to a golden question must be now. */
export type Mutant = {
  /** Unique among the mutants of a set: `row/kind/what`. */
  readonly id: string;
  readonly kind: MutantKind;
  /** The whole corpus after the change. */
  readonly files: readonly SourceFile[];
  /** The question with what its answer must hold now. */
  readonly row: GoldenRow;
  /** A value that no position may give with a hedge any more. */
  readonly unhedged?: string;
  /** Whom no quote of that document may be credited to any more: beginning of the document's id, part of the name. */
  readonly notCredited?: { readonly document: string; readonly name: string };
};

/** A golden question with the documents that it is asked of. */
export type Original = { readonly row: GoldenRow; readonly files: readonly SourceFile[] };

/** Makes the mutants of one kind; none where the question offers nothing whose right change is known. */
export type MutantMaker = (original: Original) => readonly Mutant[];
