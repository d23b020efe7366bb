import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { changesThatGate, compareRuns } from "../../eval/baseline.ts";
import type { Comparison } from "../../eval/baseline.ts";
import { wordMiss } from "../../eval/compare-golden.ts";
import { EXPORT_FORMATS, exportResults } from "../../eval/exports.ts";
import type { ExportFormat } from "../../eval/exports.ts";
import type { MutantsOfSet } from "../../eval/mutant-groups.ts";
import { draftRow } from "../../eval/record.ts";
import { writeReport } from "../../eval/report-html.ts";
import { textOfComparison, textOfGroup, textOfMutants, textOfNodes, textOfSets } from "../../eval/report-text.ts";
import { examine, failuresThatGate } from "../../eval/run.ts";
import type { Result } from "../../eval/run.ts";
import type { Judging } from "../../eval/judge/judge-results.ts";
import { textOfJudging } from "../../eval/judge/text-of-judging.ts";
import type { AnswererWish } from "../../eval/respondent.ts";
import { groupsOf, readScores, writeScores } from "../../eval/scores-file.ts";
import type { Asked, Group } from "../../eval/scores-file.ts";
import { writePending } from "../../eval/sets.ts";
import { importFeedback } from "./import-feedback.ts";
import { EXIT, wrongUsage } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { withEvalHouse } from "../eval-house.ts";
import type { EvalHouse } from "../eval-house.ts";
import { askJudge, openJudge } from "../eval-judge.ts";
import { readEvalSets, readPending } from "../eval-sets.ts";
import type { EvalSet } from "../eval-sets.ts";

/** Flags of `parallax eval`. */
export type EvalFlags = {
  readonly golden?: readonly string[];
  readonly only?: readonly string[];
  readonly endpoint?: string;
  readonly record?: string;
  readonly importFeedback?: string;
  readonly baseline?: string;
  readonly format?: string;
  readonly out?: string;
  readonly pending?: string;
  readonly mutants?: boolean;
  readonly answerer?: string;
  readonly judge?: boolean;
};

/** Where a run starts from: paths may be relative to `cwd`; `corpusNamed` says that the corpus was named by a flag. */
export type EvalPlace = { readonly cwd: string; readonly corpusNamed: boolean };

/** Folder of reports where none is named. */
const OUT = "eval";

/**
 * `parallax eval`: asks golden questions and writes scores, a report, and what else is wanted.
 * @returns 1 where a question that gates fails, a promise is broken, or a gated measure fell against the baseline
 */
export async function runEval(context: CommandContext, flags: EvalFlags, place: EvalPlace): Promise<number> {
  const out = resolve(place.cwd, flags.out ?? OUT);
  const format = readFormat(flags.format);
  const pending = readPendingWish(flags.pending);
  const { endpoint, record } = flags;
  const answerer = readAnswerer(flags.answerer);
  const manner = { out, endpoint, answerer };
  if (flags.mutants === true && answerer === "llm")
    throw wrongUsage("Mutants are asked without a language model: leave --mutants or --answerer llm out.");
  if (record !== undefined) return withEvalHouse(context, manner, (house) => recordRow(context, record, house));

  const file = flags.importFeedback;
  if (file !== undefined)
    return withEvalHouse(context, manner, (house) => importFeedback(context, resolve(place.cwd, file), house));

  const sets = await setsFor(context, flags, place);
  const baseline = flags.baseline === undefined ? null : await readBaseline(resolve(place.cwd, flags.baseline));
  const judge = flags.judge === true ? openJudge(context.settings) : null;
  const asked = await withEvalHouse(context, manner, (house) =>
    examineAll(context, sets, { house, mutants: flags.mutants === true ? "made" : "none" }),
  );
  const now = asked.results.map(({ observation }) => observation);
  const comparison = baseline === null ? null : compareRuns(baseline, now);
  const judging = judge === null ? null : await askJudge(judge, asked.results, context);
  const outcome = { ...asked, groups: groupsOf(asked), comparison, answerer, judging };
  await writeFiles(out, { ...outcome, format, subject: endpoint ?? sets.map(({ name }) => name).join(", ") });
  if (pending !== null) await writeDown(sets, asked.results, pending);
  tell(context, outcome, { out, explains: flags.only === undefined ? "what" : "why" });
  const worse = comparison === null ? [] : changesThatGate(comparison);
  return failuresThatGate(asked.results).length > 0 || worse.length > 0 ? EXIT.failed : EXIT.fine;
}

function readFormat(format: string | undefined): ExportFormat | null {
  if (format === undefined) return null;
  const known = EXPORT_FORMATS.find((one) => one === format);
  if (known === undefined) throw wrongUsage(`--format is "${format}". Allowed: ${EXPORT_FORMATS.join(", ")}.`);
  return known;
}

function readAnswerer(answerer: string | undefined): AnswererWish {
  if (answerer === undefined || answerer === "extractive" || answerer === "llm") return answerer ?? null;
  throw wrongUsage(`--answerer is "${answerer}". Allowed: extractive, llm.`);
}

/** What is to become of the lists of pending questions; null where they stay. */
type PendingWish = "shorten" | "rewrite";

function readPendingWish(wish: string | undefined): PendingWish | null {
  if (wish === undefined || wish === "shorten" || wish === "rewrite") return wish ?? null;
  throw wrongUsage(`--pending is "${wish}". Allowed: shorten, rewrite.`);
}

async function setsFor(context: CommandContext, flags: EvalFlags, place: EvalPlace): Promise<readonly EvalSet[]> {
  if (flags.pending !== undefined && (flags.only !== undefined || flags.endpoint !== undefined))
    throw wrongUsage("--pending needs every question of a set asked in this process: leave --only and --endpoint out.");
  if (flags.pending !== undefined && context.settings.writer !== null && flags.answerer !== "extractive")
    throw wrongUsage("--pending lists what fails without a language model: add --answerer extractive.");
  const sets = await readEvalSets({
    golden: flags.golden ?? [],
    only: flags.only ?? [],
    corpus: context.settings.corpus,
    ...place,
  });
  // A server has one corpus: without a word it is taken to be the one that ships, whose set is the first.
  return flags.endpoint === undefined || flags.golden !== undefined ? sets : sets.slice(0, 1);
}

async function examineAll(
  { terminal }: CommandContext,
  sets: readonly EvalSet[],
  { house, mutants }: { readonly house: EvalHouse; readonly mutants: "made" | "none" },
): Promise<Asked> {
  const total = sets.reduce((sum, { rows }) => sum + rows.length, 0);
  const results: Result[] = [];
  const changed: MutantsOfSet[] = [];
  let done = 0;
  for (const set of sets) {
    const respondent = await house.respondent(set);
    const examined = await examine(toExamination(set), respondent, () => {
      done += 1;
      terminal.redraw?.(`asked ${done} of ${total}`);
    });
    results.push(...examined);
    if (mutants === "made") changed.push(await house.mutants(set));
  }
  terminal.redraw?.("");
  return { results, mutants: changed };
}

const toExamination = ({ name, half, rows, pending }: EvalSet) => ({ set: name, half, rows, pending });

async function recordRow({ settings, terminal }: CommandContext, question: string, house: EvalHouse): Promise<number> {
  const respondent = await house.respondent({ name: "record", corpus: settings.corpus });
  terminal.out(draftRow(question, await respondent.ask(question)));
  return EXIT.fine;
}

async function readBaseline(file: string) {
  try {
    return readScores(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw wrongUsage(`There is no baseline "${file}". Name a scores.json of an earlier run.`);
    throw error;
  }
}

type Outcome = Asked & {
  readonly groups: readonly Group[];
  readonly comparison: Comparison | null;
  readonly answerer: AnswererWish;
  readonly judging: Judging | null;
};

async function writeFiles(
  out: string,
  told: Outcome & { readonly format: ExportFormat | null; readonly subject: string },
): Promise<void> {
  const { results, format } = told;
  const files = [
    { name: "scores.json", text: writeScores(told) },
    { name: "report.html", text: writeReport(told) },
    ...(format === null ? [] : exportResults(results, format)),
  ];
  await mkdir(out, { recursive: true });
  for (const { name, text } of files) await writeFile(join(out, name), text);
}

/** Brings the lists of pending questions beside the golden files up to date: without what passes, or all that fails. */
async function writeDown(sets: readonly EvalSet[], results: readonly Result[], wish: PendingWish): Promise<void> {
  for (const file of new Set(sets.map(({ pendingFile }) => pendingFile))) {
    const before = await readPending(file);
    const now = sets
      .filter(({ pendingFile }) => pendingFile === file)
      .map(({ name }) => {
        const own = results.filter(({ observation: { set, passed, gates } }) => {
          return set === name && !passed && (wish === "rewrite" || !gates);
        });
        return [name, own.map(({ row }) => row.id)] as const;
      });
    const all = Object.entries({ ...before, ...Object.fromEntries(now) }).filter(([, ids]) => ids.length > 0);
    await writeFile(file, writePending(Object.fromEntries(all)));
  }
}

function tell(
  { terminal, format }: CommandContext,
  outcome: Outcome,
  { out, explains }: { readonly out: string; readonly explains: "what" | "why" },
): void {
  const { results, mutants, comparison, judging } = outcome;
  if (format === "json") {
    terminal.out(writeScores(outcome).trimEnd());
    return;
  }
  const { paint } = terminal;
  terminal.out(textOfSets(results));
  for (const group of outcome.groups) terminal.out(`\n${textOfGroup(group)}`);
  if (judging !== null) terminal.out(`\n${textOfJudging(judging)}`);
  if (mutants.length > 0) terminal.out(`\n${textOfMutants(mutants)}`);
  if (comparison !== null) terminal.out(`\n${textOfComparison(comparison)}`);
  const failures = failuresThatGate(results);
  const told = explains === "why" ? results.filter(({ misses }) => misses.length > 0) : failures;
  for (const { row, misses, observation, explanation } of told) {
    const state = observation.gates ? paint.alarm("FAILED") : "pending";
    // The test half is nobody's to tune on: what it asks and expects stands in the report alone.
    if (observation.half === "test") {
      terminal.out(`\n${state} ${row.id}`);
      continue;
    }
    terminal.out(`\n${state} ${row.id}: ${terminal.show(row.question)}`);
    for (const miss of misses) terminal.out(terminal.show(`  ${wordMiss(miss)}`));
    if (explains === "why" && explanation.length > 0) terminal.out(terminal.show(textOfNodes(explanation)));
  }
  const passing = results.filter(({ observation }) => observation.passed && !observation.gates);
  if (passing.length > 0) {
    const ids = passing.map(({ row }) => row.id).join(", ");
    // What passes with a language model may still fail without one, as tests ask it.
    const isOurs = results.every(({ observation }) => observation.answerer.model === null);
    const advice = isOurs ? " Take them off the list: parallax eval --pending shorten." : "";
    terminal.out(`\n${passing.length} pending questions pass: ${ids}.${advice}`);
  }
  terminal.out(`\nQuestions that gate and fail: ${failures.length}. Report: ${join(out, "report.html")}`);
}
