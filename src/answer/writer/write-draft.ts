import type { Generator, GeneratorFailure, Log } from "../../ports.ts";
import type { PromptTemplate } from "../../text/prompt-template.ts";
import { findBasis } from "../basis.ts";
import type { PartWorld } from "../basis.ts";
import type { Draft, DraftSentence } from "../draft.ts";
import type { AskedPart } from "../look-up.ts";
import type { Gate } from "../prose/prose.ts";
import { addFound } from "./add-found.ts";
import { joinProse } from "./join-prose.ts";
import { write } from "./write.ts";
import type { DropReason } from "./write.ts";

/** Who composed an answer, and what became of a language model's part in it. */
export type Answerer = {
  readonly kind: "extractive" | "llm";
  readonly model?: string;
  /** Why the answer does without the model, or without what it had still to say. */
  readonly fallback?: GeneratorFailure;
  /** Sentences and pairs of the model that were left out, in all and by what they failed. */
  readonly dropped?: number;
  readonly droppedBy?: Readonly<Partial<Record<DropReason, number>>>;
};

/** Lists are told as they were found: there is nothing to word. */
const LISTS: ReadonlySet<string> = new Set(["disagreements", "changes"]);

/** What a draft is written from: the parts of the question that it answers. */
export type DraftTask = {
  readonly asking: string;
  readonly asked: readonly AskedPart[];
  readonly world: PartWorld;
  readonly template: PromptTemplate;
};

/** What writing a draft needs of the outside. */
export type DraftTerms = {
  readonly generator: Generator;
  readonly log: Pick<Log, "warn">;
  /** Proves a sentence and sends it on; gives the gate that it fails, null where it passes. */
  readonly tell: (sentence: DraftSentence) => Gate | null;
  readonly signal?: AbortSignal | undefined;
  /** `kept`: what was told stays in the answer, whatever comes after; `whole`: an answer is the model's as a whole, or not at all. */
  readonly told: "kept" | "whole";
};

/**
 * A draft in the words of a language model, with all that it holds beyond them. It stays as it is where nothing is answered, where the model
 * fails, and where fewer than half of its sentences could be proved.
 * @throws ParallaxError `aborted` where the signal fires
 */
export async function writeDraft(
  draft: Draft,
  { asking, asked, world, template }: DraftTask,
  terms: DraftTerms,
): Promise<{ readonly draft: Draft; readonly answerer: Answerer }> {
  const { snapshot } = world;
  const isList = asked.some(({ part }) => LISTS.has(part.kind));
  if (!draft.answered || isList) return { draft, answerer: { kind: "extractive" } };
  const parts = asked.map((one) => ({ part: one.part, evidence: findBasis(one, world).evidence }));
  const known = draft.disagreements.map(({ comparison }) => comparison);
  const task = { question: asking, draft, template, snapshot, parts, known };
  const { sentences, found, dropped, failure, detail } = await write(task, terms.generator, terms);
  if (failure !== null) terms.log.warn("the language model did not write an answer", { failure, detail, dropped });
  const kept = failure === null || terms.told === "kept" ? sentences : [];
  const count = Object.values(dropped).reduce((sum, one) => sum + one, 0);
  return {
    draft: addFound({ ...draft, sentences: joinProse(kept, draft) }, found, snapshot),
    answerer: {
      kind: kept.length > 0 ? "llm" : "extractive",
      model: terms.generator.name,
      ...(failure === null ? {} : { fallback: failure }),
      dropped: count,
      ...(count > 0 ? { droppedBy: dropped } : {}),
    },
  };
}
