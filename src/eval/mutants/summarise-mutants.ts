import { bootstrap } from "../metrics/bootstrap.ts";
import type { Interval } from "../metrics/bootstrap.ts";
import { share } from "../metrics/mean.ts";
import { MUTANT_KINDS } from "./mutant.ts";
import type { MutantKind } from "./mutant.ts";
import type { MutantResult } from "./run-mutants.ts";

/** How many mutants of a kind, or of all, were caught. */
export type MutantSummary = {
  readonly kind: MutantKind | "all";
  readonly mutants: number;
  readonly caught: number;
  /** Share caught with its 95 % bootstrap interval; NaN of none. */
  readonly share: Interval;
};

/** One line a kind in the order of `MUTANT_KINDS`, then all together. */
export function summariseMutants(results: readonly MutantResult[]): readonly MutantSummary[] {
  const of = (kind: MutantKind | "all"): MutantSummary => {
    const its = results.filter((one) => kind === "all" || one.kind === kind);
    return {
      kind,
      mutants: its.length,
      caught: its.filter(({ caught }) => caught).length,
      share: bootstrap(its, (some) => share(some, ({ caught }) => caught)),
    };
  };
  return [...MUTANT_KINDS.map(of), of("all")];
}
