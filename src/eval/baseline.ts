import { pairedBootstrap } from "./metrics/bootstrap.ts";
import type { PairedChange } from "./metrics/bootstrap.ts";
import type { Observation } from "./observe.ts";
import { MEASURES } from "./measures.ts";
import type { Measure } from "./measures.ts";

/** How one measure changed over the rows that both runs have. */
export type Change = PairedChange & {
  readonly measure: Measure;
  /** Rows that say something of it in both runs: only these can be compared. */
  readonly rows: number;
  /** Worse, and the whole interval of the change is on that side. */
  readonly verdict: "better" | "worse" | "no-difference";
};

/** Two runs beside each other. */
export type Comparison = {
  /** The halves that both have, never mixed. */
  readonly halves: readonly { readonly name: string; readonly changes: readonly Change[] }[];
  /** Rows that only one of the runs has are left out. */
  readonly left: { readonly onlyBefore: readonly string[]; readonly onlyAfter: readonly string[] };
  readonly newlyFailing: readonly string[];
  readonly newlyPassing: readonly string[];
};

type Pair = { readonly before: Observation; readonly after: Observation };

/** Compares two runs question by question: by paired bootstrap, so that hard questions weigh on both alike. */
export function compareRuns(before: readonly Observation[], after: readonly Observation[]): Comparison {
  const earlier = new Map(before.map((row) => [keyOf(row), row]));
  const later = new Set(after.map(keyOf));
  const pairs = after.flatMap((row): Pair[] => {
    const own = earlier.get(keyOf(row));
    return own ? [{ before: own, after: row }] : [];
  });
  return {
    halves: (["dev", "test"] as const).flatMap((half) => {
      const own = pairs.filter((pair) => pair.after.half === half);
      return own.length === 0 ? [] : [{ name: half, changes: MEASURES.map((measure) => changeOf(measure, own)) }];
    }),
    left: {
      onlyBefore: before.filter((row) => !later.has(keyOf(row))).map(({ id }) => id),
      onlyAfter: after.filter((row) => !earlier.has(keyOf(row))).map(({ id }) => id),
    },
    newlyFailing: pairs.filter((one) => one.before.passed && !one.after.passed).map((one) => one.after.id),
    newlyPassing: pairs.filter((one) => !one.before.passed && one.after.passed).map((one) => one.after.id),
  };
}

/** Gated measures that fell (or, of what should be low, rose). */
export const changesThatGate = ({ halves }: Comparison): readonly Change[] =>
  halves
    .flatMap(({ changes }) => changes)
    .filter(({ measure, verdict }) => measure.gate !== "none" && verdict === "worse");

const keyOf = ({ set, id }: Observation): string => `${set}/${id}`;

function changeOf(measure: Measure, pairs: readonly Pair[]): Change {
  const telling = pairs.filter((one) => measure.applies(one.before) && measure.applies(one.after));
  const side = (which: keyof Pair) => (some: readonly Pair[]) => measure.of(some.map((one) => one[which]));
  const change = pairedBootstrap(telling, { before: side("before"), after: side("after") });
  const highIsGood = measure.gate !== "must-not-rise" && measure.unit !== "ms";
  const rose = change.low > 0;
  const fell = change.high < 0;
  const verdict = rose === fell ? "no-difference" : rose === highIsGood ? "better" : "worse";
  return { measure, rows: telling.length, ...change, verdict };
}
