import type { Hash, StoreWriter } from "../ports.ts";
import type { Derivers } from "./derive.ts";
import { bytesToFloats } from "./floats.ts";
import { FILES, FORMAT_VERSION, generationId, manifestToBytes } from "./generation.ts";
import type { EmbedderIdentity, Manifest, ManifestDocument, RejectedFile } from "./generation.ts";
import { seal } from "./sealed.ts";

/** One document as it goes into a generation: its record's line and its vectors, little-endian. */
export type Entry = {
  readonly id: string;
  readonly path: string;
  /** SHA-256 of the file in the corpus. */
  readonly file: string;
  /** SHA-256 of what was embedded, in their order. */
  readonly texts: string;
  /** What is odd about the file, for people. */
  readonly warnings: readonly string[];
  readonly line: Uint8Array;
  readonly passages: Uint8Array;
  readonly sentences: Uint8Array;
};

/** What made a generation: equal imprints make equal entries of equal files. */
export type Imprint = {
  readonly pipeline: string;
  readonly embedder: EmbedderIdentity;
};

/** A generation in the making. */
export type GenerationMaker = {
  /** Documents come in ascending order of id. */
  readonly add: (entry: Entry) => Promise<void>;
  /** Writes what is derived and the manifest, and switches to the whole. `rejected` is sorted by path. */
  readonly finish: (rejected: readonly RejectedFile[]) => Promise<MadeGeneration>;
};

/** A generation that is in use from now on. */
export type MadeGeneration = {
  readonly generation: string;
  readonly documents: number;
  readonly passages: number;
  /** What is odd about files that are documents all the same, by id. */
  readonly warnings: readonly { readonly path: string; readonly warning: string }[];
};

/** Number of passages above which a graph is built beside the vectors: below it, scanning is faster (measured in plain JavaScript). */
export const GRAPH_FROM_PASSAGES = 5_001;

/** How vectors are to be searched; `auto` goes by their number. */
export type VectorMode = "auto" | "exact" | "hnsw";

/** True where so many passages are to be searched through a graph. */
export function wantsGraph(mode: VectorMode, passages: number): boolean {
  return mode === "hnsw" ? passages > 0 : mode === "auto" && passages >= GRAPH_FROM_PASSAGES;
}

/** Begins a generation; nothing of it can be seen before `finish`. */
export function beginGeneration(
  writer: StoreWriter,
  imprint: Imprint,
  means: { readonly hash: Hash; readonly derivers: Derivers; readonly mode: VectorMode },
): GenerationMaker {
  const { hash, derivers, mode } = means;
  const { dimensions } = imprint.embedder;
  const width = dimensions * Float32Array.BYTES_PER_ELEMENT;
  const documents: ManifestDocument[] = [];
  let passages = 0;

  return {
    add: async (entry) => {
      await writer.append(FILES.records, entry.line);
      await writer.append(FILES.passages, entry.passages);
      await writer.append(FILES.sentences, entry.sentences);
      const count = entry.passages.length / width;
      passages += count;
      documents.push({
        id: entry.id,
        path: entry.path,
        file: entry.file,
        texts: entry.texts,
        warnings: [...entry.warnings],
        record: { bytes: entry.line.length, sha256: hash.sha256(entry.line) },
        passages: { count, sha256: hash.sha256(entry.passages) },
        sentences: { count: entry.sentences.length / width - 1, sha256: hash.sha256(entry.sentences) },
      });
    },
    finish: async (rejected) => {
      // An empty corpus has these files too.
      for (const file of [FILES.records, FILES.passages, FILES.sentences]) await writer.append(file, new Uint8Array(0));
      const manifest: Manifest = { format: FORMAT_VERSION, ...imprint, documents, rejected };
      const bytes = manifestToBytes(manifest);
      const id = generationId(bytes, hash);
      const bm25 = await derivers.postings(await writer.read(FILES.records));
      await writer.append(FILES.bm25, seal(bm25, { kind: "bm25", generation: id }, hash));
      if (derivers.graphs && wantsGraph(mode, passages)) {
        const hnsw = await derivers.graphs.build(bytesToFloats(await writer.read(FILES.passages)), dimensions);
        await writer.append(FILES.hnsw, seal(hnsw, { kind: "hnsw", generation: id }, hash));
      }
      await writer.append(FILES.manifest, bytes);
      await writer.publish(id);
      return summaryOf(id, manifest);
    },
  };
}

/** What a generation holds, in short. */
export function summaryOf(generation: string, { documents }: Manifest): MadeGeneration {
  return {
    generation,
    documents: documents.length,
    passages: documents.reduce((sum, document) => sum + document.passages.count, 0),
    warnings: documents.flatMap(({ path, warnings }) => warnings.map((warning) => ({ path, warning }))),
  };
}
