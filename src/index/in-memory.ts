import type { Embedder } from "../ports.ts";
import { buildBm25 } from "./bm25.ts";
import { buildClaimTable } from "./claim-table.ts";
import { parseRecord } from "./derive.ts";
import { exactVectorIndex } from "./exact-vectors.ts";
import { passageStems } from "./passage-text.ts";
import type { CorpusFile, Preparation } from "./prepare.ts";
import type { DocumentRecord } from "./record.ts";
import type { Snapshot } from "./snapshot.ts";

/** A record with its vectors, from which snapshots are put together. */
export type Embedded = {
  readonly record: DocumentRecord;
  readonly passages: readonly Float32Array[];
  readonly sentences: readonly Float32Array[];
  readonly title: Float32Array;
};

/** What makes documents of files: an embedder that also prepares them. */
export type FileEmbedder = Pick<Embedder, "name" | "dimensions" | "embedTexts"> & {
  readonly prepare: (file: CorpusFile) => Promise<Preparation>;
};

/** Prepares and embeds a file just as ingest does, without a disk. Null where ingest would reject it. */
export async function embedFile(file: CorpusFile, embedder: FileEmbedder): Promise<Embedded | null> {
  const prepared = await embedder.prepare(file);
  if (prepared.kind === "rejected") return null;
  const record = parseRecord(new TextDecoder().decode(prepared.line));
  const vectors = await embedder.embedTexts(prepared.texts);
  const passages = vectors.slice(0, record.passages.length);
  const sentences = vectors.slice(record.passages.length, record.passages.length + record.sentences.length);
  return { record, passages, sentences, title: vectors.at(-1) ?? new Float32Array(embedder.dimensions) };
}

/** A snapshot in memory over documents, in order of their ids, as an index of them would load; search is exact. */
export function snapshotOf(unordered: readonly Embedded[], embedder: Pick<Embedder, "name" | "dimensions">): Snapshot {
  const documents = [...unordered].sort((a, b) => (a.record.document.id < b.record.document.id ? -1 : 1));
  const records = documents.map(({ record }) => record);
  const vectors = documents.flatMap((document) => document.passages);
  const flat = new Float32Array(vectors.length * embedder.dimensions);
  for (const [i, vector] of vectors.entries()) flat.set(vector, i * embedder.dimensions);
  const none = new Float32Array(embedder.dimensions);
  return {
    id: "in-memory",
    embedder: embedder.name,
    dimensions: embedder.dimensions,
    records,
    recordOf: new Map(records.map((record, i) => [record.document.id, i])),
    passages: records.flatMap((record, i) => record.passages.map((_, passage) => ({ record: i, passage }))),
    bm25: buildBm25(records.flatMap((record) => record.passages.map((passage) => passageStems(record, passage)))),
    vectors: exactVectorIndex(flat, embedder.dimensions),
    passageVector: (n) => vectors[n] ?? none,
    sentenceVector: (record, sentence) => documents[record]?.sentences[sentence] ?? none,
    titleVector: (record) => documents[record]?.title ?? none,
    claims: buildClaimTable(records),
    warnings: [],
  };
}
