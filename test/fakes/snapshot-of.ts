import { createHash } from "node:crypto";
import { buildBm25 } from "../../src/index/bm25.ts";
import { buildClaimTable } from "../../src/index/claim-table.ts";
import type { DocumentRecord } from "../../src/index/record.ts";
import type { Snapshot } from "../../src/index/snapshot.ts";

/** What a test says of a document; the rest is empty. */
export type Sketch = Partial<DocumentRecord> & {
  readonly id: string;
  readonly text: string;
  readonly source?: string;
  readonly published?: string;
};

/** A snapshot of documents without passages or vectors, for code that only cuts quotes. */
export function snapshotOf(sketches: readonly Sketch[]): Snapshot {
  const records = sketches
    .map(({ id, text, source, published, ...rest }): DocumentRecord => ({
      document: {
        id,
        title: `Title of ${id}`,
        source: source ?? null,
        published: published ?? null,
        url: null,
        text,
        sha256: createHash("sha256").update(text).digest("hex"),
      },
      layout: { paragraphs: [], furniture: [] },
      sentences: [],
      passages: [],
      claims: [],
      credits: [],
      ...rest,
    }))
    .sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const none = new Float32Array(4);
  return {
    id: "test",
    embedder: "none",
    dimensions: 4,
    records,
    recordOf: new Map(records.map((record, i) => [record.document.id, i])),
    passages: [],
    bm25: buildBm25([]),
    vectors: { kind: "exact", size: 0, dimensions: 4, search: () => [] },
    passageVector: () => none,
    sentenceVector: () => none,
    titleVector: () => none,
    claims: buildClaimTable(records),
    warnings: [],
  };
}
