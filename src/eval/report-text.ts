import { tallyAnswerers, textOfAnswerers } from "./answerers.ts";
import type { Change, Comparison } from "./baseline.ts";
import type { ExplainNode } from "../explain.ts";
import type { MutantsOfSet } from "./mutant-groups.ts";
import { summariseMutants } from "./mutants/summarise-mutants.ts";
import type { Result } from "./run.ts";
import type { Group } from "./scores-file.ts";
import type { Measure } from "./measures.ts";
import type { Score } from "./scores.ts";

/** Numbers of this wide a column line up. */
const NAME_WIDTH = 34;

/** "0.93", "12.4 ms"; "–" for nothing. */
export function wordValue(value: number, unit: Measure["unit"]): string {
  if (Number.isNaN(value)) return "–";
  return unit === "ms" ? `${value.toFixed(1)} ms` : value.toFixed(3).replace(/^(-?)0\./u, "$1.");
}

/** Whether a score is where it should be; null where nothing is promised or nothing known. */
export function reaches({ measure, value }: Score): boolean | null {
  if (measure.target === null || Number.isNaN(value)) return null;
  return measure.gate === "must-not-rise" ? value <= measure.target : value >= measure.target;
}

/** The scores of a half as lines for a terminal. */
export function textOfGroup({ name, rows, scores }: Group): string {
  const passed = rows.filter((row) => row.passed).length;
  const lines = scores.map((score) => {
    const { measure, value, low, high } = score;
    const [middle, from, to] = [value, low, high].map((one) => wordValue(one, measure.unit));
    const reached = reaches(score);
    const target = reached === null ? "" : `  ${reached ? "reached" : "missed"} ${targetOf(measure)}`;
    return `  ${measure.name.padEnd(NAME_WIDTH)} ${middle?.padStart(9)}  [${from}, ${to}]  n=${score.rows}${target}`;
  });
  return [`${name}: ${passed} of ${rows.length} rows pass`, textOfAnswerers(tallyAnswerers(rows)), ...lines].join("\n");
}

/** "≥ .95", "≤ .02". */
export const targetOf = ({ target, unit, gate }: Measure): string =>
  target === null ? "" : `${gate === "must-not-rise" ? "≤" : "≥"} ${wordValue(target, unit)}`;

/** How many rows of each set pass, a line each. */
export function textOfSets(results: readonly Result[]): string {
  const names = [...new Set(results.map(({ observation }) => observation.set))];
  return names
    .map((set) => {
      const own = results.map(({ observation }) => observation).filter((row) => row.set === set);
      const passed = own.filter((row) => row.passed).length;
      const pending = own.filter((row) => !row.gates).length;
      const half = own[0]?.half ?? "";
      return `  ${set.padEnd(16)} ${half.padEnd(5)} ${String(passed).padStart(3)} of ${own.length} pass, ${pending} pending`;
    })
    .join("\n");
}

/** How many mutants were caught, by half and kind, as lines for a terminal; empty where none were made. */
export function textOfMutants(mutants: readonly MutantsOfSet[]): string {
  return (["dev", "test"] as const)
    .flatMap((half) => {
      const own = mutants.filter((one) => one.half === half).flatMap(({ results }) => results);
      if (own.length === 0) return [];
      const lines = summariseMutants(own)
        .filter((one) => one.mutants > 0)
        .map(({ kind, mutants: made, caught, share: { value, low, high } }) => {
          const [middle, from, to] = [value, low, high].map((one) => wordValue(one, "share"));
          return `  ${kind.padEnd(NAME_WIDTH)} ${middle?.padStart(9)}  [${from}, ${to}]  ${caught} of ${made}`;
        });
      return `mutants caught, ${half}:\n${lines.join("\n")}`;
    })
    .join("\n");
}

/** An explanation as indented lines. */
export function textOfNodes(nodes: readonly ExplainNode[], indent = "  "): string {
  return nodes
    .map(({ says, because }) => {
      const line = `${indent}${says}`;
      return because.length === 0 ? line : `${line}\n${textOfNodes(because, `${indent}  `)}`;
    })
    .join("\n");
}

/** What changed since another run, as lines for a terminal: what differs beyond chance, and each gated measure. */
export function textOfComparison({ halves, left, newlyFailing, newlyPassing }: Comparison): string {
  return [
    ...halves.flatMap(({ name, changes }) => [
      `Against the baseline, ${name} (paired bootstrap):`,
      ...changes
        .filter(({ verdict, measure }) => verdict !== "no-difference" || measure.gate !== "none")
        .map(textOfChange),
    ]),
    ...idLine("newly failing", newlyFailing),
    ...idLine("newly passing", newlyPassing),
    ...idLine("only in the baseline", left.onlyBefore),
    ...idLine("only in this run", left.onlyAfter),
  ].join("\n");
}

function textOfChange({ measure, value, low, high, verdict, rows }: Change): string {
  const signed = (one: number): string => `${one > 0 ? "+" : ""}${wordValue(one, measure.unit)}`;
  const words = { better: "better", worse: "WORSE", "no-difference": "no difference" };
  return `  ${measure.name.padEnd(NAME_WIDTH)} ${signed(value).padStart(9)}  [${signed(low)}, ${signed(high)}]  n=${rows}  ${words[verdict]}`;
}

/** A line of ids under what they have in common; none where there are none. */
const idLine = (what: string, ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? [] : [`  ${what}: ${ids.join(", ")}`];
