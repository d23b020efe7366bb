import type { Snapshot } from "../index/snapshot.ts";
import type { Question } from "../question/question.ts";
import { admit } from "./filters.ts";
import type { Filters } from "./filters.ts";
import { fuse } from "./fuse.ts";
import type { Fused, Placing } from "./fuse.ts";

/** How deep each search looks, and how many of the fused list take part in the seating. */
const DEPTH = 100;

/** Why a passage stands where it does; plain data, for people. */
export type Explanation = {
  /** Null where it is not among the best 100 of that search. */
  readonly bm25: Placing | null;
  readonly cosine: Placing | null;
  /** Place in the fused list, 1 the best, before seats were given. */
  readonly fusedRank: number;
  /** `document`: the best passage of its document, seated first; `score`: by what it scores among the rest. */
  readonly seat: "document" | "score";
};

/** A passage that bears on the question. */
export type RetrievedPassage = {
  /** Number of the passage in the snapshot. */
  readonly item: number;
  /** Index into the snapshot's records, and into that record's passages. */
  readonly record: number;
  readonly passage: number;
  /** Reciprocal rank fusion's score, 0–2/11. */
  readonly score: number;
  readonly explain: Explanation;
};

/** What was found, and among how much it was looked for. */
export type Retrieved = {
  /** Seats in order: documents' best passages first, then the rest by score; at most `limit`. */
  readonly passages: readonly RetrievedPassage[];
  readonly considered: { readonly documents: number; readonly passages: number };
};

/**
 * The passages that bear on a question. BM25 over the question's terms and nearest vectors, the best 100 of each fused by rank. Of
 * the best 100 fused, each document places its best passage first, in order of rank, so that no document with anything to say is
 * crowded out; what is left of `limit` goes by score.
 * @param input.vector the question's unit vector; of another length than the snapshot's it is an error of the caller
 * @param input.limit 1–50
 */
export function retrieve(input: {
  readonly question: Question;
  readonly vector: Float32Array;
  readonly snapshot: Snapshot;
  readonly filters: Filters;
  readonly limit: number;
}): Retrieved {
  const { question, vector, snapshot, filters, limit } = input;
  const { allow, documents, passages } = admit(snapshot, filters);
  const lexical = snapshot.bm25.search(lexicalStems(question), DEPTH, allow);
  const nearest = snapshot.vectors.search(vector, DEPTH, allow);
  const fused = fuse(lexical, nearest).slice(0, DEPTH);
  return { passages: giveSeats(fused, snapshot, limit), considered: { documents, passages } };
}

/**
 * The passages that the words of the question alone would find, seated as `retrieve` does: most of those that it will find once the question's
 * vector is known.
 * @param input.allow true for documents that may be searched
 */
export function retrieveByWords(input: {
  readonly question: Pick<Question, "parts">;
  readonly snapshot: Snapshot;
  readonly allow: (document: string) => boolean;
  readonly limit: number;
}): readonly RetrievedPassage[] {
  const { question, snapshot, allow, limit } = input;
  const lexical = snapshot.bm25.search(lexicalStems(question), DEPTH).filter(({ item }) => {
    const record = snapshot.records[snapshot.passages[item]?.record ?? -1];
    return record !== undefined && allow(record.document.id);
  });
  return giveSeats(fuse(lexical, []), snapshot, limit);
}

/** Stems of all parts' terms as the lexical index has them, each once. */
function lexicalStems(question: Pick<Question, "parts">): readonly string[] {
  return [...new Set(question.parts.flatMap((part) => part.terms.map((term) => term.stem)))];
}

function giveSeats(fused: readonly Fused[], snapshot: Snapshot, limit: number): readonly RetrievedPassage[] {
  const first: RetrievedPassage[] = [];
  const rest: RetrievedPassage[] = [];
  const seated = new Set<number>();
  for (const [i, { item, score, bm25, cosine }] of fused.entries()) {
    const address = snapshot.passages[item];
    if (!address) continue;
    const seat = seated.has(address.record) ? "score" : "document";
    seated.add(address.record);
    const passage = { item, ...address, score, explain: { bm25, cosine, fusedRank: i + 1, seat } as const };
    (seat === "document" ? first : rest).push(passage);
  }
  return [...first, ...rest].slice(0, limit);
}
