import { ParallaxError } from "../errors.ts";
import type { VectorIndex } from "../ports.ts";
import { bm25ToBytes } from "./bm25-bytes.ts";
import { buildBm25 } from "./bm25.ts";
import { passageStems } from "./passage-text.ts";
import type { DocumentRecord } from "./record.ts";

/** Makes the lexical index of records (JSON lines, as in a generation) as bytes; off the main thread where there is another. */
export type DerivePostings = (records: Uint8Array) => Promise<Uint8Array>;

/** Approximate search over unit vectors, row after row: made once, opened often. The same vectors give the same graph. */
export type Graphs = {
  readonly build: (vectors: Float32Array, dimensions: number) => Promise<Uint8Array>;
  /** Rejects where `saved` is not what `build` gave for just these vectors. */
  readonly open: (saved: Uint8Array, vectors: Float32Array, dimensions: number) => Promise<VectorIndex>;
};

/** What makes the derived files of a generation. */
export type Derivers = {
  readonly postings: DerivePostings;
  /** Null where hnswlib-node is not installed: search is then exact. */
  readonly graphs: Graphs | null;
};

/**
 * The lexical index over all passages of records. Takes seconds for 20,000 passages: call it in a worker.
 * @param records JSON lines, as in a generation
 * @throws ParallaxError index-damaged where a line is no JSON
 */
export function derivePostings(records: Uint8Array): Uint8Array {
  const stems: (readonly string[])[] = [];
  for (const record of recordsIn(records))
    for (const passage of record.passages) stems.push(passageStems(record, passage));
  return bm25ToBytes(buildBm25(stems));
}

function* recordsIn(lines: Uint8Array): Generator<DocumentRecord> {
  const decoder = new TextDecoder();
  for (let from = 0; from < lines.length;) {
    const end = lines.indexOf(0x0a, from);
    if (end < 0) throw new ParallaxError("index-damaged", 'The records end in mid-line. Run "parallax index rebuild".');
    yield parseRecord(decoder.decode(lines.subarray(from, end)));
    from = end + 1;
  }
}

/** One line of the records. Its checksum was compared, so it is what this program wrote. */
export function parseRecord(line: string): DocumentRecord {
  const record: DocumentRecord = JSON.parse(line);
  return record;
}
