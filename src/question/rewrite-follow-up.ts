import { z } from "zod";
import type { Generator } from "../ports.ts";
import { fillPrompt } from "../text/prompt-template.ts";
import type { PromptTemplate } from "../text/prompt-template.ts";
import { contentStems, splitIntoWords } from "../text/words.ts";
import { completeFollowUp } from "./follow-up.ts";
import type { Turn } from "./follow-up.ts";

/** Variables of `prompts/follow-up.md`. */
export const FOLLOW_UP_VARIABLES = ["conversation", "question"];

/** Longest question, in code points. */
const MAX_QUESTION = 1000;

/** Turns and UTF-16 units of each that a model is shown. */
const MAX_TURNS = 8;
const MAX_TURN_UNITS = 1500;

const REPLY_TOKENS = 200;

/** Of this many words of content one may be the model's own. */
const ONE_IN = 4;

const SCHEMA = {
  type: "object",
  properties: { question: { type: "string" } },
  required: ["question"],
  additionalProperties: false,
};

const reply = z.object({ question: z.string() });

/**
 * A follow-up written out as a question that stands alone, by a language model; by the rules where there is none, where it fails, and where it
 * puts names, numbers or other words in that nobody said. Null for a question that stands alone as it is.
 * @throws ParallaxError `aborted` where the signal fires
 */
export async function readFollowUp(
  asked: { readonly question: string; readonly conversation?: readonly Turn[] },
  model: { readonly generator: Generator; readonly template: PromptTemplate } | null,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const { question, conversation = [] } = asked;
  if (!conversation.some(({ role }) => role === "user")) return null;
  if (model === null) return completeFollowUp(question, conversation);
  const { generator, template } = model;
  const turns = conversation
    .slice(-MAX_TURNS)
    .map(({ role, content }) => ({ role, content: content.slice(0, MAX_TURN_UNITS) }));
  const values = {
    conversation: turns.map((turn) => JSON.stringify(turn)).join("\n"),
    question: JSON.stringify(question),
  };
  const prompt = {
    ...fillPrompt(template, values),
    schema: { name: "question", json: SCHEMA },
    maxTokens: REPLY_TOKENS,
  };
  const given = await generator.generate(prompt, { signal });
  const rewritten = given.kind === "complete" ? questionIn(given.text) : null;
  if (rewritten === null || !isSaid(rewritten, [question, ...conversation.map(({ content }) => content)].join("\n")))
    return completeFollowUp(question, conversation);
  return rewritten === question ? null : rewritten;
}

function questionIn(text: string): string | null {
  try {
    const parsed = reply.safeParse(JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
    const question = parsed.data?.question.replaceAll(/\s+/gu, " ").trim() ?? "";
    return question === "" || Array.from(question).length > MAX_QUESTION ? null : question;
  } catch {
    return null;
  }
}

/** True where names and numbers are from what was said, and nearly all other words. */
function isSaid(question: string, said: string): boolean {
  const known = new Set(splitIntoWords(said).map(({ stem }) => stem));
  const words = splitIntoWords(question);
  if (words.some(({ text, stem }, at) => (/\d/.test(text) || (at > 0 && /^\p{Lu}/u.test(text))) && !known.has(stem)))
    return false;
  const own = contentStems(question);
  return own.filter((stem) => !known.has(stem)).length <= Math.floor(own.length / ONE_IN);
}
