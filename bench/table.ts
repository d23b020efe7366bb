import { bootstrap } from "../src/eval/metrics/bootstrap.ts";
import type { Interval } from "../src/eval/metrics/bootstrap.ts";

/** A line of a report: a measure with its value and what to hold it against. */
export type Line = { readonly measure: string; readonly value: Interval; readonly baseline: string };

/** Measures a statistic with its interval. */
export function line<Row>(
  measure: string,
  rows: readonly Row[],
  how: { readonly statistic: (rows: readonly Row[]) => number; readonly baseline?: string },
): Line {
  return { measure, value: bootstrap(rows, how.statistic), baseline: how.baseline ?? "" };
}

/** A Markdown table of lines. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ measure, value, baseline }) => `| ${measure} | ${shown(value)} | ${baseline} |`);
  return ["| | as shipped (95 %) | baseline |", "| --- | --- | --- |", ...rows].join("\n");
}

function shown({ value, low, high }: Interval): string {
  return `${decimals(value)} (${decimals(low)}–${decimals(high)})`;
}

/** Three decimals without the zero before the point: ".840". */
export function decimals(value: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(3).replace(/^0/u, "");
}
