import { buildClaimTable } from "./claim-table.ts";
import { bytesToFloats } from "./floats.ts";
import type { Manifest } from "./generation.ts";
import type { LoadPorts } from "./load-ports.ts";
import { readBm25, readVectorIndex } from "./read-derived.ts";
import { readDocuments } from "./read-documents.ts";
import type { DocumentRecord } from "./record.ts";
import type { PassageAddress, Snapshot } from "./snapshot.ts";

/** A generation in memory, or what is so damaged that it cannot be. */
export type ReadGeneration =
  | { readonly kind: "loaded"; readonly snapshot: Snapshot }
  | { readonly kind: "damaged"; readonly what: string };

/** Reads a generation whose manifest is good into memory. */
export async function readGeneration(
  generation: string,
  manifest: Manifest,
  ports: LoadPorts,
): Promise<ReadGeneration> {
  const read = await readDocuments(generation, manifest, ports);
  if (read.kind === "damaged") return read;
  const { records, files } = read;
  const { name, dimensions } = manifest.embedder;
  const passages: PassageAddress[] = records.flatMap((record, n) =>
    record.passages.map((_, passage) => ({ record: n, passage })),
  );
  const of = { generation: read.warnings.length === 0 ? generation : null, passages: passages.length };
  const passageVectors = bytesToFloats(files.passages);
  const sentenceVectors = bytesToFloats(files.sentences);
  const firstRows = firstSentenceRows(records);
  const row = (vectors: Float32Array, n: number): Float32Array =>
    vectors.subarray(n * dimensions, (n + 1) * dimensions);

  const bm25 = await readBm25(of, files.records, ports);
  const vectors = await readVectorIndex(of, { vectors: passageVectors, dimensions }, ports);
  const snapshot: Snapshot = {
    id: generation,
    embedder: name,
    dimensions,
    records,
    recordOf: new Map(records.map(({ document }, n) => [document.id, n])),
    passages,
    bm25: bm25.searcher,
    vectors: vectors.searcher,
    passageVector: (n) => row(passageVectors, n),
    sentenceVector: (record, sentence) => row(sentenceVectors, (firstRows[record] ?? 0) + sentence),
    titleVector: (record) => row(sentenceVectors, (firstRows[record + 1] ?? 0) - 1),
    claims: buildClaimTable(records),
    warnings: [...read.warnings, ...bm25.warnings, ...vectors.warnings],
  };
  return { kind: "loaded", snapshot };
}

/** Row of each record's first sentence, and one past the last row: a record's rows are its sentences and then its title. */
function firstSentenceRows(records: readonly DocumentRecord[]): readonly number[] {
  const rows = [0];
  let next = 0;
  for (const { sentences } of records) {
    next += sentences.length + 1;
    rows.push(next);
  }
  return rows;
}
