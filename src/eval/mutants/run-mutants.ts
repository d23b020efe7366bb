import type { AnswerWire } from "../../http/wire.ts";
import { compareWithGolden } from "../compare-golden.ts";
import type { GoldenRow } from "../golden.ts";
import { judgeMutant } from "./judge-mutant.ts";
import { makeMutants } from "./make-mutants.ts";
import type { MutantKind, SourceFile } from "./mutant.ts";

/*
 * How to run: for each golden set call `runMutants({ rows, files }, open)` where `files` are the set's documents as they lie on disk (path relative to the corpus,
 * text with front matter; no README) and `open` makes a house over any such files and answers questions from it (`askFiles` of cli/ask-files.ts does, in memory).
 * `summariseMutants` counts what is caught by kind; `MutantResult.caught` is a yes or no to bootstrap over.
 */

/** Opens documents for questions. Called once for the documents as they are and once for each changed corpus. */
export type OpenFiles = (files: readonly SourceFile[]) => Promise<(question: string) => Promise<AnswerWire>>;

/** How one mutant was met. */
export type MutantResult = {
  /** `row/kind/what`. */
  readonly id: string;
  readonly kind: MutantKind;
  readonly question: string;
  readonly caught: boolean;
  /** What the answer does not show of the right change, one sentence each. */
  readonly misses: readonly string[];
  /** The answer's Markdown. */
  readonly answer: string;
  /** What the answer must hold after the change, and the whole answer, to be measured like that of a golden row. */
  readonly row: GoldenRow;
  readonly reply: AnswerWire;
};

/** Mutants of one golden set. */
export type MutantRun = {
  /** Questions that pass on the documents as they are: only these have mutants. */
  readonly passing: number;
  readonly results: readonly MutantResult[];
};

/** Makes and asks all mutants of the questions that pass, one after the other, in the order of the rows. */
export async function runMutants(
  set: { readonly rows: readonly GoldenRow[]; readonly files: readonly SourceFile[] },
  open: OpenFiles,
  onEach: (result: MutantResult) => void = () => undefined,
): Promise<MutantRun> {
  const ask = await open(set.files);
  const results: MutantResult[] = [];
  let passing = 0;
  for (const row of set.rows) {
    if (compareWithGolden(row, await ask(row.question)).length > 0) continue;
    passing += 1;
    for (const mutant of makeMutants({ row, files: set.files })) {
      const askChanged = await open(mutant.files);
      const reply = await askChanged(row.question);
      const misses = judgeMutant(mutant, reply);
      const { id, kind } = mutant;
      const judged = { caught: misses.length === 0, misses, answer: reply.answer, row: mutant.row, reply };
      const result = { id, kind, question: row.question, ...judged };
      results.push(result);
      onEach(result);
    }
  }
  return { passing, results };
}
