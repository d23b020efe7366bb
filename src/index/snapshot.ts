import type { VectorIndex } from "../ports.ts";
import type { Bm25 } from "./bm25.ts";
import type { ClaimTable } from "./claim-table.ts";
import type { DocumentRecord } from "./record.ts";

/** Where passage number n of the whole index stands. */
export type PassageAddress = { readonly record: number; readonly passage: number };

/** One whole generation in memory. Immutable: a new generation is a new snapshot, the reference is swapped. */
export type Snapshot = {
  /** Hash of what the generation holds: the same corpus and model give the same id. */
  readonly id: string;
  readonly embedder: string;
  readonly dimensions: number;
  /** Sorted by document id. */
  readonly records: readonly DocumentRecord[];
  readonly recordOf: ReadonlyMap<string, number>;
  /** All passages in order of record, then passage; `bm25` and `vectors` number passages by their place here. */
  readonly passages: readonly PassageAddress[];
  readonly bm25: Bm25;
  readonly vectors: VectorIndex;
  /** Unit vector of passage n. */
  readonly passageVector: (n: number) => Float32Array;
  /** Unit vector of "title. sentence" for a sentence of a record. */
  readonly sentenceVector: (record: number, sentence: number) => Float32Array;
  /** Unit vector of a record's title. */
  readonly titleVector: (record: number) => Float32Array;
  readonly claims: ClaimTable;
  /** What was wrong with the files on disk and was rebuilt or set aside; shown by /readyz and doctor. */
  readonly warnings: readonly string[];
};
