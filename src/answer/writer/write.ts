import type { Comparison } from "../../positions/position.ts";
import type { Generator, GeneratorFailure } from "../../ports.ts";
import { plain } from "../prose/form.ts";
import type { Gate } from "../prose/prose.ts";
import type { DraftSentence } from "../draft.ts";
import type { Numbered } from "./evidence-list.ts";
import { makePrompt } from "./make-prompt.ts";
import type { WritingTask } from "./make-prompt.ts";
import { judgePair } from "./propose.ts";
import type { ProposalWorld } from "./propose.ts";
import { readReply } from "./reply.ts";
import type { Given, GivenPair } from "./reply.ts";
import { REPLY_BOUNDS } from "./schema.ts";

/** Why something of a reply was left out: a gate, a pair that no rule bears out, or no sentence at all. */
export type DropReason = Gate | "pair" | "shape";

/** What came of asking a language model to write an answer. */
export type Writing = {
  /** Sentences that passed every gate, in the model's order. */
  readonly sentences: readonly DraftSentence[];
  /** Disagreements that it proposed and that the rules bear out. */
  readonly found: readonly Comparison[];
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** Why the answer must do without the model; null where at least half of its sentences passed. */
  readonly failure: GeneratorFailure | null;
  /** For the log. */
  readonly detail: string;
};

/**
 * Has a language model write what a draft says. It is given numbered sentences and the positions that were found, and gives sentences with
 * numbers; each is proved and told by `tell` as soon as it is whole.
 * @param terms.tell proves a sentence and sends it on; gives the gate that it fails, null where it passes
 * @throws ParallaxError `aborted` where the signal fires
 */
export async function write(
  task: WritingTask,
  generator: Generator,
  {
    tell,
    signal,
  }: { readonly tell: (sentence: DraftSentence) => Gate | null; readonly signal?: AbortSignal | undefined },
): Promise<Writing> {
  const { evidence, prompt } = makePrompt(task, generator.contextTokens);
  const dropped: Partial<Record<DropReason, number>> = {};
  const drop = (reason: DropReason): void => void (dropped[reason] = (dropped[reason] ?? 0) + 1);
  const sentences: DraftSentence[] = [];
  const pairs: GivenPair[] = [];
  let given = 0;
  const said = new Set<string>();

  const take = (sentence: Given): void => {
    given += 1;
    if (given > REPLY_BOUNDS.sentences) return drop("shape");
    const words = plain(sentence.text);
    if (said.has(words)) return drop("repeat");
    said.add(words);
    const written = proseOf(sentence, evidence, sentences.length === 0 ? "paragraph" : "run-on");
    const gate = written === null ? "marker" : tell(written);
    if (written !== null && gate === null) sentences.push(written);
    else drop(gate ?? "marker");
  };
  const reader = readReply({ onSentence: take, onPair: (pair) => pairs.push(pair) });
  const reply = await generator.generate(prompt, { onText: reader.write, signal });
  const { odd, whole } = reader.end();
  if (odd > 0) dropped.shape = (dropped.shape ?? 0) + odd;

  const failed = (failure: GeneratorFailure, detail: string): Writing => {
    return { sentences, found: [], dropped, failure, detail };
  };
  if (reply.kind === "failed") return failed(reply.why, reply.detail);
  if (!whole) return failed("llm-rejected", "its reply is no whole object");
  if (given === 0) return failed("llm-rejected", "it wrote no sentence");
  const found: Comparison[] = [];
  for (const pair of pairs.slice(0, REPLY_BOUNDS.pairs)) {
    const comparison = judge(pair, evidence, { ...task, known: [...task.known, ...found] });
    if (comparison === null) drop("pair");
    else found.push(comparison);
  }
  if (sentences.length * 2 < given) return failed("llm-rejected", "fewer than half of its sentences could be proved");
  return { sentences, found, dropped, failure: null, detail: "" };
}

/** The sentence with the quotes whose numbers it gives; null where one of them is none, or there are none. */
function proseOf(
  { text, cites }: Given,
  evidence: readonly Numbered[],
  begins: "paragraph" | "run-on",
): DraftSentence | null {
  const citations = [...new Set(cites)].map((number) => evidence[number - 1]?.citation);
  const known = citations.filter((citation) => citation !== undefined);
  if (known.length === 0 || known.length < citations.length || known.length > REPLY_BOUNDS.cites) return null;
  return { begins, body: { kind: "written", text, citations: known } };
}

/** One of the two must be what the answer quotes: what else the documents disagree about was not asked. */
function judge({ first, second }: GivenPair, evidence: readonly Numbered[], world: ProposalWorld): Comparison | null {
  const [a, b] = [evidence[first - 1], evidence[second - 1]];
  if (!a || !b || a === b || !(a.isQuoted || b.isQuoted)) return null;
  return judgePair(a.citation, b.citation, world);
}
