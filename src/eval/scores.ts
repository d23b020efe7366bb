import { MEASURES } from "./measures.ts";
import type { Measure } from "./measures.ts";
import { bootstrap } from "./metrics/bootstrap.ts";
import type { Interval } from "./metrics/bootstrap.ts";
import { confusion } from "./metrics/labels.ts";
import type { Confusion } from "./metrics/labels.ts";
import type { Observation } from "./observe.ts";

/** One measure of some rows: its value with its 95 % bootstrap interval; NaN where no row says anything of it. */
export type Score = { readonly measure: Measure; readonly rows: number } & Interval;

/** A golden row and its mutants stand or fall together: they are one case to draw. */
function byOrigin(rows: readonly Observation[]): readonly (readonly Observation[])[] {
  const cases = new Map<string, Observation[]>();
  for (const row of rows) {
    const known = cases.get(row.origin);
    if (known) known.push(row);
    else cases.set(row.origin, [row]);
  }
  return [...cases.values()];
}

/** Every measure of these rows. */
export function score(rows: readonly Observation[]): readonly Score[] {
  return MEASURES.map((measure) => {
    const telling = rows.filter((row) => measure.applies(row));
    const { value, low, high } = bootstrap(byOrigin(telling), (drawn) => measure.of(drawn.flat()));
    return { measure, rows: telling.length, value, low, high };
  });
}

/** Which kinds of disagreement were taken for which; "none" where the disagreement was not told. */
export function confusionOfKinds(rows: readonly Observation[]): Confusion {
  return confusion(rows.flatMap(({ kind }) => kind ?? []));
}

/** Which outcomes were taken for which; rows with several acceptable outcomes count as the one that came, where it is one of them. */
export function confusionOfOutcomes(rows: readonly Observation[]): Confusion {
  return confusion(
    rows.map(({ expected, came }) => ({ expected: expected.find((one) => one === came) ?? expected[0] ?? "", came })),
  );
}
