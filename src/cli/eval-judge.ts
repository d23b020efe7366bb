import { judgeResults } from "../eval/judge/judge-results.ts";
import type { Judging } from "../eval/judge/judge-results.ts";
import { JUDGE_VARIABLES } from "../eval/judge/judge.ts";
import type { Judge } from "../eval/judge/judge.ts";
import type { Result } from "../eval/run.ts";
import { fillPrompt } from "../text/prompt-template.ts";
import { wrongUsage } from "./command.ts";
import type { CommandContext } from "./command.ts";
import { HOW_TO_CONFIGURE } from "./eval-house.ts";
import { openWriter, readPrompt } from "./open-writer.ts";
import type { Settings } from "./settings.ts";

/**
 * The language model that the settings name, as a judge of answers.
 * @throws ParallaxError `bad-input` where they name none, `wrong-setting` where its prompt is missing or broken
 */
export function openJudge(settings: Settings): Judge {
  const writer = openWriter(settings);
  if (writer === undefined) throw wrongUsage(`--judge needs a language model. ${HOW_TO_CONFIGURE}`);
  const template = readPrompt("judge", JUDGE_VARIABLES);
  return { generator: writer.generator, fill: (values) => fillPrompt(template, values) };
}

/** Has the judge mark all answers, telling how far it is. */
export async function askJudge(
  judge: Judge,
  results: readonly Result[],
  { terminal }: CommandContext,
): Promise<Judging> {
  let done = 0;
  const judging = await judgeResults(results, judge, () => {
    done += 1;
    terminal.redraw?.(`marked ${done} of ${results.length}`);
  });
  terminal.redraw?.("");
  return judging;
}
