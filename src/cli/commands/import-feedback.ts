import { readFile } from "node:fs/promises";
import { draftFromVerdict, readFeedback } from "../../eval/import-feedback.ts";
import { EXIT, wrongUsage } from "../command.ts";
import type { CommandContext } from "../command.ts";
import type { EvalHouse } from "../eval-house.ts";

/**
 * `parallax eval --import-feedback FILE`: asks every question of a file of feedback once more and prints a drafted golden row for each, one a line; what is
 * to be looked at goes to the error output.
 */
export async function importFeedback(
  { settings, terminal }: CommandContext,
  file: string,
  house: EvalHouse,
): Promise<number> {
  const verdicts = readFeedback(await readText(file));
  const respondent = await house.respondent({ name: "feedback", corpus: settings.corpus });
  const taken = new Set<string>();
  for (const verdict of verdicts) {
    const { id, row, doubt } = draftFromVerdict(verdict, await respondent.ask(verdict.question), taken);
    taken.add(id);
    terminal.out(row);
    if (doubt !== null) terminal.err(terminal.show(doubt));
  }
  terminal.err(`${verdicts.length} rows drafted. Look at each before it joins a golden set.`);
  return EXIT.fine;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw wrongUsage(`There is no file "${file}". Feedback is kept in feedback.jsonl of the index folder.`);
    throw error;
  }
}
