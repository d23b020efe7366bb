import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nodeClock } from "../adapters/node-clock.ts";
import { openOpenaiGenerator } from "../adapters/openai-generator.ts";
import { restingGenerator } from "../adapters/resting-generator.ts";
import { ANSWER_VARIABLES } from "../answer/writer/make-prompt.ts";
import type { Writer } from "../ask.ts";
import { ParallaxError } from "../errors.ts";
import { FOLLOW_UP_VARIABLES } from "../question/rewrite-follow-up.ts";
import { readPromptTemplate } from "../text/prompt-template.ts";
import type { PromptTemplate } from "../text/prompt-template.ts";
import { packageFolder } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** Parts of the whole time: until the first words, and of silence between two. */
const FIRST_TEXT_PART = 1 / 4;
const IDLE_PART = 1 / 2;

/**
 * The language model that the settings name, with what it is told; undefined where they name none. Nothing is sent before a question is asked.
 * @throws ParallaxError `wrong-setting` for a prompt file that is missing or broken
 */
export function openWriter({ writer }: Settings): Writer | undefined {
  if (writer === null) return undefined;
  const { model, baseUrl, key, timeoutS, contextTokens } = writer;
  const totalMs = 1000 * timeoutS;
  const deadlines = { firstTextMs: totalMs * FIRST_TEXT_PART, idleMs: totalMs * IDLE_PART, totalMs };
  const generator = openOpenaiGenerator({ model, baseUrl, key, contextTokens, deadlines });
  return {
    generator: restingGenerator(generator, nodeClock),
    prompts: { answer: readPrompt("answer", ANSWER_VARIABLES), followUp: readPrompt("follow-up", FOLLOW_UP_VARIABLES) },
  };
}

/** A file of `prompts/`. @throws ParallaxError `wrong-setting` where it is missing or broken */
export function readPrompt(task: string, variables: readonly string[]): PromptTemplate {
  const name = join("prompts", `${task}.md`);
  try {
    return readPromptTemplate({ name, text: readFileSync(join(packageFolder, name), "utf8") }, variables);
  } catch (cause) {
    if (cause instanceof ParallaxError) throw cause;
    const message = `Prompt "${name}" cannot be read. Put back the file that ships with Parallax.`;
    throw new ParallaxError("wrong-setting", message, { cause });
  }
}
