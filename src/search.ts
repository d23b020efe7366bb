import type { DocumentRecord } from "./index/record.ts";
import type { Snapshot } from "./index/snapshot.ts";
import type { Passage } from "./passages/passage.ts";
import type { Embedder } from "./ports.ts";
import { analyseQuestion } from "./question/analyse.ts";
import type { Question } from "./question/question.ts";
import type { Filters } from "./retrieval/filters.ts";
import { retrieve } from "./retrieval/retrieve.ts";
import type { Retrieved, RetrievedPassage } from "./retrieval/retrieve.ts";
import { vocabularyOf } from "./retrieval/vocabulary.ts";

/** A passage that was found, with the document that it lies in. */
export type FoundPassage = RetrievedPassage & {
  readonly document: DocumentRecord["document"];
  readonly span: Passage["span"];
};

/** What a search found and how its query was read. */
export type Found = {
  readonly question: Question;
  readonly passages: readonly FoundPassage[];
  readonly considered: Retrieved["considered"];
};

/**
 * Retrieval alone: the passages that bear on a query, with every score and why each stands where it does.
 * @param input.query 1–1,000 code points that hold a word; checked by the caller
 * @param input.limit 1–50
 * @throws ParallaxError what the embedder throws
 */
export async function search(input: {
  readonly snapshot: Snapshot;
  readonly embedder: Pick<Embedder, "embedQuestion">;
  readonly query: string;
  readonly limit: number;
  readonly filters: Filters;
  readonly signal?: AbortSignal | undefined;
}): Promise<Found> {
  const { snapshot, embedder, query, limit, filters, signal } = input;
  const question = analyseQuestion(query, vocabularyOf(snapshot));
  const vector = await embedder.embedQuestion(query, signal);
  const { passages, considered } = retrieve({ question, vector, snapshot, filters, limit });
  const found = passages.flatMap((passage): FoundPassage[] => {
    const record = snapshot.records[passage.record];
    const span = record?.passages[passage.passage]?.span;
    return record && span ? [{ ...passage, document: record.document, span }] : [];
  });
  return { question, passages: found, considered };
}
