import { z } from "zod";
import { ParallaxError } from "../errors.ts";
import { tallyAnswerers } from "./answerers.ts";
import { wordMiss } from "./compare-golden.ts";
import type { Judging } from "./judge/judge-results.ts";
import { summariseJudging } from "./judge/summarise-judging.ts";
import { observeMutants } from "./mutant-groups.ts";
import type { MutantsOfSet } from "./mutant-groups.ts";
import { summariseMutants } from "./mutants/summarise-mutants.ts";
import { observation } from "./observe.ts";
import type { Observation } from "./observe.ts";
import type { AnswererWish } from "./respondent.ts";
import type { Result } from "./run.ts";
import { confusionOfKinds, confusionOfOutcomes, score } from "./scores.ts";
import type { Score } from "./scores.ts";

/** Version of scores.json; a file of another version is refused. */
const VERSION = 1;

const shape = z.looseObject({ version: z.literal(VERSION), rows: z.array(observation).readonly() });

/** Rows that are reported together: a half, with its scores. */
export type Group = { readonly name: string; readonly rows: readonly Observation[]; readonly scores: readonly Score[] };

/** Golden rows with what was asked of their mutants, if anything was. */
export type Asked = { readonly results: readonly Result[]; readonly mutants: readonly MutantsOfSet[] };

/** The halves that have rows, dev first, then each with its mutants, if there are any; the halves are never mixed. */
export function groupsOf({ results, mutants }: Asked): readonly Group[] {
  const golden = results.map(({ observation: one }) => one);
  const changed = mutants.flatMap((one) => observeMutants(one));
  const groups: Group[] = [];
  for (const half of ["dev", "test"] as const) {
    const own = golden.filter((row) => row.half === half);
    const theirs = changed.filter((row) => row.half === half);
    const together = [...own, ...theirs];
    if (own.length > 0) groups.push({ name: half, rows: own, scores: score(own) });
    if (theirs.length > 0) groups.push({ name: `${half} with mutants`, rows: together, scores: score(together) });
  }
  return groups;
}

/** All that scores.json tells of a run. */
export type ScoresContent = Asked & {
  readonly groups: readonly Group[];
  /** Who was to write the answers. */
  readonly answerer: AnswererWish;
  /** Null where no judge was asked. */
  readonly judging: Judging | null;
};

/** scores.json: every score by half, and what each row showed, so that a later run can be compared with this one. A score of nothing is null. */
export function writeScores({ results, mutants, groups, answerer, judging }: ScoresContent): string {
  const rows = results.map((one) => one.observation);
  const scored = groups.map((group) => ({
    name: group.name,
    rows: group.rows.length,
    passed: group.rows.filter(({ passed }) => passed).length,
    scores: group.scores.map(({ measure, rows: telling, value, low, high }) => ({
      name: measure.name,
      variant: measure.variant,
      unit: measure.unit,
      gate: measure.gate,
      target: measure.target,
      rows: telling,
      value,
      low,
      high,
    })),
    answerers: tallyAnswerers(group.rows),
    kinds: confusionOfKinds(group.rows),
    outcomes: confusionOfOutcomes(group.rows),
  }));
  const failed = results
    .filter(({ misses }) => misses.length > 0)
    .map(({ row, misses }) => ({ id: row.id, misses: misses.map(wordMiss) }));
  const content = { version: VERSION, answerer: answerer ?? "default", groups: scored, mutants: summaryOf(mutants) };
  return `${JSON.stringify({ ...content, failed, judge: judgeOf(judging), rows }, null, 1)}\n`;
}

const summaryOf = (mutants: readonly MutantsOfSet[]) =>
  mutants.map(({ set, half, results }) => ({
    set,
    half,
    kinds: summariseMutants(results).map(({ kind, mutants: made, caught }) => ({ kind, made, caught })),
    notCaught: results.filter(({ caught }) => !caught).map(({ id }) => id),
  }));

/** Marks by row: what a judge says, and what our own checks say of the same sentences. */
const judgeOf = (judging: Judging | null) =>
  judging && { advisory: true, model: judging.model, halves: summariseJudging(judging), rows: judging.results };

/** Rows of an earlier run. @throws ParallaxError `bad-input` where the text is no scores.json of this version */
export function readScores(text: string): readonly Observation[] {
  const parsed = shape.safeParse(parse(text));
  if (parsed.success) return parsed.data.rows;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
  throw new ParallaxError(
    "bad-input",
    `The baseline is no scores.json of this program${where}: ${issue?.message ?? "unreadable"}. Make one with "parallax eval".`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
