import type { Prompt } from "../../ports.ts";
import { citeClaim } from "../cite.ts";
import type { Draft } from "../draft.ts";
import { numberEvidence, placeOf } from "./evidence-list.ts";
import type { Numbered } from "./evidence-list.ts";
import type { ProposalWorld } from "./propose.ts";
import { replySchema } from "./schema.ts";
import { fillPrompt } from "../../text/prompt-template.ts";
import type { PromptTemplate } from "../../text/prompt-template.ts";
import { estimateTokens } from "./tokens.ts";

/** What a language model is to write: a draft, in words of its own. */
export type WritingTask = ProposalWorld & {
  readonly question: string;
  readonly draft: Draft;
  readonly template: PromptTemplate;
};

/** Variables of `prompts/answer.md`. */
export const ANSWER_VARIABLES = ["question", "evidence", "positions"];

/** Tokens of a reply at most: some twelve sentences. */
const REPLY_TOKENS = 900;

/** Tokens kept free for what a server puts around a prompt. */
const MARGIN_TOKENS = 120;

/** The prompt for a task, within the tokens that a model takes, and the sentences that it shows. */
export function makePrompt(
  { question, draft, template, parts, snapshot }: WritingTask,
  contextTokens: number,
): { readonly evidence: readonly Numbered[]; readonly prompt: Prompt } {
  const fixed = estimateTokens(`${template.system} ${template.user} ${JSON.stringify(question)}`);
  const budget = contextTokens - REPLY_TOKENS - MARGIN_TOKENS - fixed;
  const further = parts.flatMap(({ evidence }) => evidence);
  const evidence = numberEvidence(draft, further, { snapshot, budget: budget * EVIDENCE_PART });
  const values = {
    question: JSON.stringify(question),
    evidence: evidence.map(({ line }) => line).join("\n"),
    positions: positionLines(draft, evidence),
  };
  const schema = { name: "answer", json: replySchema(evidence.map(({ number }) => number)) };
  return { evidence, prompt: { ...fillPrompt(template, values), schema, maxTokens: REPLY_TOKENS } };
}

/** Of what is left the positions, which name sentences by their numbers, take little. */
const EVIDENCE_PART = 0.8;

/** One line a disagreement: its kind, and for each side the numbers of its sentences. */
function positionLines({ disagreements }: Draft, evidence: readonly Numbered[]): string {
  const numbers = new Map(evidence.map(({ number, citation }) => [placeOf(citation), number]));
  const lines = disagreements.map(({ topic, comparison }) => {
    const sides = comparison.positions.map(({ claims }) => [
      ...new Set(claims.flatMap((claim) => numbers.get(placeOf(citeClaim(claim))) ?? [])),
    ]);
    return JSON.stringify({ topic, kind: comparison.kind, sides });
  });
  return lines.length === 0 ? "none" : lines.join("\n");
}
