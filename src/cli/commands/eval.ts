import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { changesThatGate, compareRuns } from "../../eval/baseline.ts";
import type { Comparison } from "../../eval/baseline.ts";
import { wordMiss } from "../../eval/compare-golden.ts";
import { EXPORT_FORMATS, exportResults } from "../../eval/exports.ts";
import type { ExportFormat } from "../../eval/exports.ts";
import { draftRow } from "../../eval/record.ts";
import { writeReport } from "../../eval/report-html.ts";
import { textOfComparison, textOfGroup, textOfSets } from "../../eval/report-text.ts";
import type { Respondent } from "../../eval/respondent.ts";
import { examine, failuresThatGate } from "../../eval/run.ts";
import type { Result } from "../../eval/run.ts";
import { groupsOf, readScores, writeScores } from "../../eval/scores-file.ts";
import { writePending } from "../../eval/sets.ts";
import { EXIT, withEmbedder, wrongUsage } from "../command.ts";
import type { CommandContext } from "../command.ts";
import { respondentAt, respondentOf } from "../eval-respondents.ts";
import { readEvalSets, readPending } from "../eval-sets.ts";
import type { EvalSet } from "../eval-sets.ts";
import { ingestWorkers } from "../wire-up.ts";

/** Flags of `parallax eval`. */
export type EvalFlags = {
  readonly golden?: readonly string[];
  readonly only?: readonly string[];
  readonly endpoint?: string;
  readonly record?: string;
  readonly baseline?: string;
  readonly format?: string;
  readonly out?: string;
  readonly accept?: boolean;
};

/** Where a run starts from: paths may be relative to `cwd`; `corpusNamed` says that the corpus was named by a flag. */
export type EvalPlace = { readonly cwd: string; readonly corpusNamed: boolean };

/** Folder of reports where none is named. */
const OUT = "eval";

/** How respondents are lent, so that the model is loaded once and closed at the end. */
type Lend = (set: Pick<EvalSet, "name" | "corpus">) => Promise<Respondent>;

/**
 * `parallax eval`: asks golden questions and writes scores, a report, and what else is wanted.
 * @returns 1 where a question that gates fails, a promise is broken, or a gated measure fell against the baseline
 */
export async function runEval(context: CommandContext, flags: EvalFlags, place: EvalPlace): Promise<number> {
  const out = resolve(place.cwd, flags.out ?? OUT);
  const format = readFormat(flags.format);
  const { endpoint } = flags;
  const use = <T>(work: (lend: Lend) => Promise<T>): Promise<T> =>
    endpoint === undefined
      ? withEmbedder(context, ingestWorkers(), (embedder) =>
          work(({ name, corpus }) => respondentOf({ name, corpus, out }, context, embedder)),
        )
      : work(async () => respondentAt(endpoint));
  const { record } = flags;
  if (record !== undefined) return use((lend) => recordRow(context, record, lend));

  const sets = await setsFor(context, flags, place);
  const baseline = flags.baseline === undefined ? null : await readBaseline(resolve(place.cwd, flags.baseline));
  const results = await use((lend) => examineAll(context, sets, lend));
  const comparison =
    baseline === null
      ? null
      : compareRuns(
          baseline,
          results.map(({ observation }) => observation),
        );
  await writeFiles(out, { results, comparison, format, subject: endpoint ?? sets.map(({ name }) => name).join(", ") });
  if (flags.accept === true) await accept(sets, results);
  tell(context, { results, comparison, out });
  const worse = comparison === null ? [] : changesThatGate(comparison);
  return failuresThatGate(results).length > 0 || worse.length > 0 ? EXIT.failed : EXIT.fine;
}

function readFormat(format: string | undefined): ExportFormat | null {
  if (format === undefined) return null;
  const known = EXPORT_FORMATS.find((one) => one === format);
  if (known === undefined) throw wrongUsage(`--format is "${format}". Allowed: ${EXPORT_FORMATS.join(", ")}.`);
  return known;
}

async function setsFor(context: CommandContext, flags: EvalFlags, place: EvalPlace): Promise<readonly EvalSet[]> {
  if (flags.accept === true && (flags.only !== undefined || flags.endpoint !== undefined))
    throw wrongUsage("--accept needs every question of a set asked in this process: leave --only and --endpoint out.");
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
  lend: (set: EvalSet) => Promise<Respondent>,
): Promise<readonly Result[]> {
  const total = sets.reduce((sum, { rows }) => sum + rows.length, 0);
  const results: Result[] = [];
  let done = 0;
  for (const set of sets) {
    const respondent = await lend(set);
    results.push(
      ...(await examine(toExamination(set), respondent, () => {
        done += 1;
        terminal.redraw?.(`asked ${done} of ${total}`);
      })),
    );
  }
  terminal.redraw?.("");
  return results;
}

const toExamination = ({ name, half, rows, pending }: EvalSet) => ({ set: name, half, rows, pending });

async function recordRow({ settings, terminal }: CommandContext, question: string, lend: Lend): Promise<number> {
  const respondent = await lend({ name: "record", corpus: settings.corpus });
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

type Outcome = { readonly results: readonly Result[]; readonly comparison: Comparison | null };

async function writeFiles(
  out: string,
  {
    results,
    comparison,
    format,
    subject,
  }: Outcome & { readonly format: ExportFormat | null; readonly subject: string },
): Promise<void> {
  const groups = groupsOf(results.map(({ observation }) => observation));
  const files = [
    { name: "scores.json", text: writeScores(results) },
    { name: "report.html", text: writeReport({ subject, results, groups, comparison }) },
    ...(format === null ? [] : exportResults(results, format)),
  ];
  await mkdir(out, { recursive: true });
  for (const { name, text } of files) await writeFile(join(out, name), text);
}

/** Lists what fails now, set by set, in the files beside the golden ones. */
async function accept(sets: readonly EvalSet[], results: readonly Result[]): Promise<void> {
  for (const file of new Set(sets.map(({ pendingFile }) => pendingFile))) {
    const before = await readPending(file);
    const now = sets
      .filter(({ pendingFile }) => pendingFile === file)
      .map(({ name }) => {
        const own = results.filter(({ observation }) => observation.set === name && !observation.passed);
        return [name, own.map(({ row }) => row.id)] as const;
      });
    const all = Object.entries({ ...before, ...Object.fromEntries(now) }).filter(([, ids]) => ids.length > 0);
    await writeFile(file, writePending(Object.fromEntries(all)));
  }
}

function tell(
  { terminal, format }: CommandContext,
  { results, comparison, out }: Outcome & { readonly out: string },
): void {
  if (format === "json") {
    terminal.out(writeScores(results).trimEnd());
    return;
  }
  const { paint } = terminal;
  terminal.out(textOfSets(results));
  for (const group of groupsOf(results.map(({ observation }) => observation))) terminal.out(`\n${textOfGroup(group)}`);
  if (comparison !== null) terminal.out(`\n${textOfComparison(comparison)}`);
  const failures = failuresThatGate(results);
  for (const { row, misses, observation } of failures) {
    terminal.out(`\n${paint.alarm("FAILED")} ${row.id}: ${terminal.show(row.question)}`);
    // The test half is nobody's to tune on: what it expects stands in the report alone.
    if (observation.half === "dev") for (const miss of misses) terminal.out(terminal.show(`  ${wordMiss(miss)}`));
  }
  const passing = results.filter(({ observation }) => observation.passed && !observation.gates);
  if (passing.length > 0) {
    const ids = passing.map(({ row }) => row.id).join(", ");
    terminal.out(`\n${passing.length} pending questions pass: ${ids}. Take them off the list: parallax eval --accept.`);
  }
  terminal.out(`\n${failures.length} questions that gate fail. Report: ${join(out, "report.html")}`);
}
