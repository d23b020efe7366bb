import { answerPart, quotePart } from "./answer/answer-part.ts";
import { composeChanges } from "./answer/compose-changes.ts";
import { composeDiffering, composeDisagreements } from "./answer/compose-disagreements.ts";
import { joinParts } from "./answer/join-parts.ts";
import { lookUpParts } from "./answer/look-up.ts";
import { joinProse, openProse } from "./answer/writer/join-prose.ts";
import { writeDraft } from "./answer/writer/write-draft.ts";
import type { Answerer } from "./answer/writer/write-draft.ts";
import { findDisagreements } from "./disagreements.ts";
import type { Snapshot } from "./index/snapshot.ts";
import { ParallaxError } from "./errors.ts";
import type { Comparison } from "./positions/position.ts";
import type { Clock, Embedder, Generator, Ids, Log } from "./ports.ts";
import { analyseQuestion } from "./question/analyse.ts";
import type { Turn } from "./question/follow-up.ts";
import { readFollowUp } from "./question/rewrite-follow-up.ts";
import { proveAnswer } from "./quotes/answer.ts";
import type { Envelope } from "./quotes/answer.ts";
import { tellWritten } from "./quotes/events.ts";
import type { AnswerEvent } from "./quotes/events.ts";
import type { VerifiedAnswer } from "./quotes/verified.ts";
import { admit } from "./retrieval/filters.ts";
import type { Filters } from "./retrieval/filters.ts";
import { retrieve } from "./retrieval/retrieve.ts";
import { vocabularyOf } from "./retrieval/vocabulary.ts";
import type { PromptTemplate } from "./text/prompt-template.ts";

/** A question with everything that may narrow it; already checked by whoever took it in. */
export type AskRequest = {
  /** 1–1,000 code points, trimmed, with a letter or digit in it. */
  readonly question: string;
  readonly filters: Filters;
  /** Passages considered, 1–50. */
  readonly limit: number;
  readonly answerer?: "extractive" | "llm" | undefined;
  /** What was said before, oldest first: a follow-up is completed from it. */
  readonly conversation?: readonly Turn[];
  /** True where the question is to be read as it stands. */
  readonly literal?: boolean;
};

/** What asking needs of the outside. */
export type House = {
  readonly index: { readonly current: () => Promise<Snapshot> };
  readonly embedder: Pick<Embedder, "embedQuestion">;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Pick<Log, "warn">;
  /** Left out where no language model is configured. */
  readonly writer?: Writer | undefined;
};

/** A language model and what it is told for each of its tasks. */
export type Writer = {
  readonly generator: Generator;
  readonly prompts: Readonly<Record<"answer" | "followUp", PromptTemplate>>;
};

/** How a question is asked. */
export type AskTerms = {
  readonly signal?: AbortSignal | undefined;
  /** Called with each sentence that a language model writes, and its citations, as soon as it is proved; what it was called with stays in the answer. */
  readonly onEvent?: ((event: AnswerEvent) => void) | undefined;
};

/**
 * Answers a question from the documents: analyse, retrieve, find evidence and positions, compose a draft, prove it.
 * The whole answer comes from one generation of the index.
 * @throws ParallaxError what the index and the embedder throw; `aborted` where the signal fires
 */
export async function ask(request: AskRequest, house: House, terms: AskTerms = {}): Promise<VerifiedAnswer> {
  const { clock } = house;
  const { signal } = terms;
  const started = clock.nowMs();
  const writer = request.answerer === "extractive" ? undefined : house.writer;
  const rewriter = writer ? { generator: writer.generator, template: writer.prompts.followUp } : null;
  const readAs = request.literal === true ? null : await readFollowUp(request, rewriter, signal);
  const asking = readAs ?? request.question;
  const look = async () => {
    const snapshot = await house.index.current();
    const question = analyseQuestion(asking, vocabularyOf(snapshot));
    const allow = documentFilter(snapshot, request.filters);
    const asOf = request.filters.publishedTo ?? latestDay(snapshot);
    return { snapshot, question, allow, asOf, asked: lookUpParts(question.parts, { snapshot, allow, asOf }) };
  };
  // The model works elsewhere: what does not need its vector is done while it does.
  const [vector, { snapshot, question, allow, asOf, asked }] = await Promise.all([
    house.embedder.embedQuestion(asking, signal),
    look(),
  ]);
  const embedded = clock.nowMs();

  const retrieved = retrieve({ question, vector, snapshot, filters: request.filters, limit: request.limit });
  const found = clock.nowMs();

  const world = { snapshot, vector, retrieved, allow };
  const everything = (): readonly Comparison[] => findDisagreements({ snapshot, allow });
  const parts = asked.map((one) => {
    switch (one.part.kind) {
      case "disagreements":
        return composeDisagreements(one, snapshot, everything());
      case "how":
        return composeDiffering(one, snapshot, everything) ?? answerPart(one, world);
      case "changes":
        return (
          composeChanges(one, snapshot, { found: everything(), asOf }) ?? answerPart({ ...one, chosen: null }, world)
        );
      case "how-many":
      case "how-much":
      case "how-long":
      case "when":
      case "who":
      case "where":
      case "which":
      case "whether":
      case "why":
      case "what":
      case "what-happened":
        return answerPart(one, world);
    }
  });
  const compared = clock.nowMs();

  const { documents } = retrieved.considered;
  const composed = joinParts(parts, documents);
  terms.onEvent?.({ event: "status", data: { stage: "writing", ...(readAs === null ? {} : { readAs }) } });
  const { draft, answerer } = writer
    ? await writeDraft(
        composed,
        { asking, asked: asked.filter((_, at) => parts[at]?.answered), world, template: writer.prompts.answer },
        {
          ...writer,
          log: house.log,
          tell: tellWritten(snapshot, openProse(composed), terms.onEvent),
          signal,
          told: terms.onEvent ? "kept" : "whole",
        },
      )
    : { draft: composed, answerer: withoutModel(request) };

  const envelope = (): Envelope => {
    const done = clock.nowMs();
    return {
      id: house.ids.make("a"),
      question: request.question,
      readAs,
      answerer,
      index: {
        id: snapshot.id,
        documents: snapshot.records.length,
        considered: retrieved.considered.documents,
        passages: snapshot.passages.length,
        embedder: snapshot.embedder,
      },
      timingsMs: {
        embed: embedded - started,
        retrieve: found - embedded,
        compare: compared - found,
        compose: done - compared,
        total: done - started,
      },
    };
  };
  try {
    return proveAnswer(snapshot, draft, envelope);
  } catch (error) {
    if (!(error instanceof ParallaxError && error.code === "internal")) throw error;
    // Our wording failed a gate: a fault of ours that must be seen, and no reason to leave the question unanswered.
    house.log.warn("a draft was not provable", { reason: error.message });
    const quotes = joinParts(
      asked.map((one) => quotePart(one, world)),
      documents,
    );
    const told = draft.sentences.filter(({ body }) => body.kind === "written");
    return proveAnswer(snapshot, { ...quotes, sentences: joinProse(told, quotes) }, envelope);
  }
}

const withoutModel = ({ answerer }: AskRequest): Answerer =>
  answerer === "llm" ? { kind: "extractive", fallback: "llm-unavailable" } : { kind: "extractive" };

/** True for documents that the filters let through. Asked once a claim, so that it must not cost anything where there is no filter. */
function documentFilter(snapshot: Snapshot, filters: Filters): (document: string) => boolean {
  const { allow, admits } = admit(snapshot, filters);
  return allow === undefined ? () => true : (document) => admits(snapshot.recordOf.get(document) ?? -1);
}

const LATEST_DAYS = new WeakMap<Snapshot, string | null>();

/** Latest publication day of the corpus: "this morning" in a question is read from it. Looked for once a snapshot. */
function latestDay(snapshot: Snapshot): string | null {
  const known = LATEST_DAYS.get(snapshot);
  if (known !== undefined) return known;
  const days = snapshot.records.flatMap(({ document: { published } }) => published ?? []);
  const latest = days.sort().at(-1) ?? null;
  LATEST_DAYS.set(snapshot, latest);
  return latest;
}
