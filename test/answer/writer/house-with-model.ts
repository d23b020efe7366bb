import { readFileSync } from "node:fs";
import { openOpenaiGenerator } from "../../../src/adapters/openai-generator.ts";
import { ANSWER_VARIABLES } from "../../../src/answer/writer/make-prompt.ts";
import type { House, Writer } from "../../../src/ask.ts";
import { FOLLOW_UP_VARIABLES } from "../../../src/question/rewrite-follow-up.ts";
import { readPromptTemplate } from "../../../src/text/prompt-template.ts";
import type { ChatServer } from "../../fakes/chat-server.ts";

const promptOf = (name: string, variables: readonly string[]) =>
  readPromptTemplate(
    { name, text: readFileSync(new URL(`../../../prompts/${name}.md`, import.meta.url), "utf8") },
    variables,
  );

/** What the product's prompts are. */
export const prompts: Writer["prompts"] = {
  answer: promptOf("answer", ANSWER_VARIABLES),
  followUp: promptOf("follow-up", FOLLOW_UP_VARIABLES),
};

/** So long that no busy machine comes near it. */
const PATIENT = { firstTextMs: 20_000, idleMs: 20_000, totalMs: 20_000 };

/** Short enough for tests that wait for one to pass. */
export const HASTY = { firstTextMs: 200, idleMs: 200, totalMs: 500 };

/** A house whose answers are worded by a scripted server; what it warns of is kept. */
export function withModel(
  house: House,
  { baseUrl }: Pick<ChatServer, "baseUrl">,
  deadlines = PATIENT,
): House & { readonly warned: readonly unknown[] } {
  const warned: unknown[] = [];
  const generator = openOpenaiGenerator({
    model: "scripted",
    baseUrl,
    key: "canary-key",
    contextTokens: 8192,
    deadlines,
  });
  return {
    ...house,
    writer: { generator, prompts },
    log: { warn: (message, fields) => void warned.push({ message, ...fields }) },
    warned,
  };
}
