import type { MutantResult } from "./mutants/run-mutants.ts";
import { observe } from "./observe.ts";
import type { Observation } from "./observe.ts";

/** Mutants of one golden set, as they were met. */
export type MutantsOfSet = {
  readonly set: string;
  readonly half: "dev" | "test";
  readonly results: readonly MutantResult[];
};

/**
 * What answers to mutants show, to be counted together with the golden rows: outcomes, positions, kinds, speakers, abstention. What needs the documents or
 * judged sentences is left out, for the documents were changed.
 */
export function observeMutants({ set, half, results }: MutantsOfSet): readonly Observation[] {
  return results.map(({ id, row, reply, caught }) => {
    const judged = { row: { ...row, id, relevant: undefined }, answer: reply, passages: [], texts: new Map() };
    const observed = observe(judged);
    const unknown = {
      quotes: { exact: 0, all: 0 },
      pairs: null,
      kind: null,
      citationPrecision: null,
      citationRecall: null,
    };
    return { ...observed, ...unknown, origin: row.id, set: `${set}, mutants`, half, gates: false, passed: caught };
  });
}
