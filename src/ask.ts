import { answerPart } from "./answer/answer-part.ts";
import { composeDisagreements } from "./answer/compose-disagreements.ts";
import { joinParts } from "./answer/join-parts.ts";
import { findDisagreements } from "./disagreements.ts";
import type { Snapshot } from "./index/snapshot.ts";
import type { Clock, Embedder, Ids } from "./ports.ts";
import { analyseQuestion } from "./question/analyse.ts";
import { findTarget } from "./question/target.ts";
import { proveAnswer } from "./quotes/answer.ts";
import type { VerifiedAnswer } from "./quotes/verified.ts";
import { admit } from "./retrieval/filters.ts";
import type { Filters } from "./retrieval/filters.ts";
import { retrieve } from "./retrieval/retrieve.ts";
import { vocabularyOf } from "./retrieval/vocabulary.ts";

/** A question with everything that may narrow it; already checked by whoever took it in. */
export type AskRequest = {
  /** 1–1,000 code points, trimmed, with a letter or digit in it. */
  readonly question: string;
  readonly filters: Filters;
  /** Passages considered, 1–50. */
  readonly limit: number;
  readonly answerer?: "extractive" | "llm" | undefined;
};

/** What asking needs of the outside. */
export type House = {
  readonly index: { readonly current: () => Promise<Snapshot> };
  readonly embedder: Pick<Embedder, "embedQuestion">;
  readonly clock: Clock;
  readonly ids: Ids;
};

/**
 * Answers a question from the documents: analyse, retrieve, find evidence and positions, compose a draft, prove it.
 * The whole answer comes from one generation of the index.
 * @throws ParallaxError what the index and the embedder throw; `aborted` where the signal fires
 */
export async function ask(request: AskRequest, house: House, signal?: AbortSignal): Promise<VerifiedAnswer> {
  const { clock } = house;
  const started = clock.nowMs();
  const look = async () => {
    const current = await house.index.current();
    return { snapshot: current, question: analyseQuestion(request.question, vocabularyOf(current)) };
  };
  // The model works elsewhere: what does not need its vector is done while it does.
  const [vector, { snapshot, question }] = await Promise.all([
    house.embedder.embedQuestion(request.question, signal),
    look(),
  ]);
  const embedded = clock.nowMs();

  const retrieved = retrieve({ question, vector, snapshot, filters: request.filters, limit: request.limit });
  const allow = documentFilter(snapshot, request.filters);
  const found = clock.nowMs();

  const world = { snapshot, vector, retrieved, allow, asOf: request.filters.publishedTo ?? latestDay(snapshot) };
  const parts = question.parts.map((part, i) =>
    part.kind === "disagreements"
      ? composeDisagreements(part, snapshot, findDisagreements({ snapshot, allow }))
      : answerPart(part, world, i === 0 ? null : findTarget(question.parts[i - 1] ?? part, world.asOf)),
  );
  const compared = clock.nowMs();

  const draft = joinParts(parts, retrieved.considered.documents);
  return proveAnswer(snapshot, draft, () => {
    const done = clock.nowMs();
    return {
      id: house.ids.make("a"),
      question: request.question,
      readAs: null,
      answerer: { kind: "extractive", ...(request.answerer === "llm" ? { fallback: "llm-unavailable" as const } : {}) },
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
  });
}

/** True for documents that the filters let through. Asked once a claim, so that it must not cost anything where there is no filter. */
function documentFilter(snapshot: Snapshot, filters: Filters): (document: string) => boolean {
  const { allow, admits } = admit(snapshot, filters);
  return allow === undefined ? () => true : (document) => admits(snapshot.recordOf.get(document) ?? -1);
}

/** Latest publication day of the corpus: "this morning" in a question is read from it. */
function latestDay(snapshot: Snapshot): string | null {
  return snapshot.records.reduce<string | null>(
    (latest, { document }) =>
      document.published !== null && (latest === null || document.published > latest) ? document.published : latest,
    null,
  );
}
