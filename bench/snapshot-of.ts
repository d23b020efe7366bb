import type { Preparer } from "../src/adapters/embedder-jobs.ts";
import { buildBm25 } from "../src/index/bm25.ts";
import { buildClaimTable } from "../src/index/claim-table.ts";
import { parseRecord } from "../src/index/derive.ts";
import { exactVectorIndex } from "../src/index/exact-vectors.ts";
import { passageStems } from "../src/index/passage-text.ts";
import type { DocumentRecord } from "../src/index/record.ts";
import type { Snapshot } from "../src/index/snapshot.ts";
import type { Embedder } from "../src/ports.ts";

/** A text to index, as data sets give them. */
export type PlainText = { readonly id: string; readonly title: string; readonly text: string };

/** A record with its vectors, from which snapshots are put together. */
export type Embedded = {
  readonly record: DocumentRecord;
  readonly passages: readonly Float32Array[];
  readonly sentences: readonly Float32Array[];
  readonly title: Float32Array;
};

/** Prepares and embeds texts just as ingest does, without a disk. In the order given. */
export async function embedAll(
  texts: readonly PlainText[],
  embedder: Embedder & Preparer,
): Promise<readonly Embedded[]> {
  return Promise.all(
    texts.map(async ({ id, title, text }): Promise<Embedded> => {
      const bytes = new TextEncoder().encode(`---\ntitle: ${JSON.stringify(title)}\n---\n${text}`);
      const prepared = await embedder.prepare({ path: `${id}.md`, bytes });
      if (prepared.kind === "rejected") throw new Error(`${id}: ${prepared.reason}`);
      const record = parseRecord(new TextDecoder().decode(prepared.line));
      const vectors = await embedder.embedTexts(prepared.texts);
      const passages = vectors.slice(0, record.passages.length);
      const sentences = vectors.slice(record.passages.length, record.passages.length + record.sentences.length);
      return { record, passages, sentences, title: vectors.at(-1) ?? new Float32Array(embedder.dimensions) };
    }),
  );
}

/** A snapshot in memory over documents, in order of their ids. */
export function snapshotOf(unordered: readonly Embedded[], embedder: Embedder): Snapshot {
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
