import { z } from "zod";

import type { Hash, Store } from "../ports.ts";

/** Version of what the files of a generation mean; another one is refused, not guessed at. */
export const FORMAT_VERSION = 1;

/** The files of a generation. All but the manifest and the derived ones are slices in the manifest's order of documents, nothing between. */
export const FILES = {
  manifest: "manifest.json",
  /** One `DocumentRecord` a line, JSON. */
  records: "documents.jsonl",
  /** Float32, little-endian: the vectors of a document's passages. */
  passages: "passage-vectors.f32",
  /** Float32, little-endian: the vectors of a document's sentences, then of its title. */
  sentences: "sentence-vectors.f32",
  /** Derived, sealed: postings over all passages. */
  bm25: "bm25.bin",
  /** Derived, sealed: the graph over all passages; only where there are many or it was asked for. */
  hnsw: "hnsw.bin",
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().nonnegative();

const manifestDocument = z.strictObject({
  id: z.string(),
  path: z.string(),
  /** Of the file in the corpus. */
  file: sha256,
  /** Of the texts that were embedded. */
  texts: sha256,
  /** What is odd about the file, for people. */
  warnings: z.array(z.string()),
  record: z.strictObject({ bytes: count, sha256 }),
  passages: z.strictObject({ count, sha256 }),
  sentences: z.strictObject({ count, sha256 }),
});

const manifest = z.strictObject({
  format: z.literal(FORMAT_VERSION),
  pipeline: z.string(),
  embedder: z.strictObject({ name: z.string(), fingerprint: z.string(), dimensions: z.int().positive() }),
  documents: z.array(manifestDocument),
  rejected: z.array(z.strictObject({ path: z.string(), file: sha256, reason: z.string() })),
});

/** What a generation holds of one document, and where. Its slices begin where those of the document before it end. */
export type ManifestDocument = Readonly<z.infer<typeof manifestDocument>>;

/** The table of contents of a generation: documents sorted by id, rejected files by path. No times, so equal contents are equal bytes. */
export type Manifest = {
  readonly format: typeof FORMAT_VERSION;
  /** What turned files into records; records of another pipeline are made again. */
  readonly pipeline: string;
  readonly embedder: EmbedderIdentity;
  readonly documents: readonly ManifestDocument[];
  readonly rejected: readonly RejectedFile[];
};

/** Which vectors these are: they compare only with their own kind. */
export type EmbedderIdentity = { readonly name: string; readonly fingerprint: string; readonly dimensions: number };

/** A file of the corpus that is no document, and why. */
export type RejectedFile = { readonly path: string; readonly file: string; readonly reason: string };

/** What stands where a generation should be. */
export type FoundManifest =
  | { readonly kind: "found"; readonly manifest: Manifest }
  | { readonly kind: "other-format"; readonly format: number }
  | { readonly kind: "damaged"; readonly what: string };

/** The manifest as bytes; the same content gives the same bytes. */
export function manifestToBytes(content: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest.parse(content), null, 1)}\n`);
}

/** Name of a generation: SHA-256 of its manifest, which holds the SHA-256 of everything else that is not derived. */
export function generationId(manifestBytes: Uint8Array, hash: Hash): string {
  return hash.sha256(manifestBytes);
}

/** Reads a generation's manifest and checks it against the generation's name. */
export async function readManifest(store: Store, generation: string, hash: Hash): Promise<FoundManifest> {
  const bytes = await store.read(generation, FILES.manifest);
  if (bytes === null) return { kind: "damaged", what: `${FILES.manifest} is missing` };
  if (generationId(bytes, hash) !== generation) return { kind: "damaged", what: `${FILES.manifest} is damaged` };
  const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const version = z.looseObject({ format: z.number() }).safeParse(read);
  if (version.success && version.data.format !== FORMAT_VERSION)
    return { kind: "other-format", format: version.data.format };
  const parsed = manifest.safeParse(read);
  return parsed.success
    ? { kind: "found", manifest: parsed.data }
    : { kind: "damaged", what: `${FILES.manifest} is not one` };
}

/** Where a document's slices lie in the three files, bytes. */
export type Slices = {
  readonly document: ManifestDocument;
  readonly records: Slice;
  readonly passages: Slice;
  readonly sentences: Slice;
};

/** A stretch of one of the files, and what its bytes must hash to. */
export type Slice = { readonly offset: number; readonly length: number; readonly sha256: string };

/** The slices of all documents, in order. */
export function slicesOf(content: Manifest): readonly Slices[] {
  const width = content.embedder.dimensions * Float32Array.BYTES_PER_ELEMENT;
  const at = { records: 0, passages: 0, sentences: 0 };
  return content.documents.map((document) => {
    const lengths = {
      records: document.record.bytes,
      passages: document.passages.count * width,
      sentences: (document.sentences.count + 1) * width,
    };
    const slices = {
      document,
      records: { offset: at.records, length: lengths.records, sha256: document.record.sha256 },
      passages: { offset: at.passages, length: lengths.passages, sha256: document.passages.sha256 },
      sentences: { offset: at.sentences, length: lengths.sentences, sha256: document.sentences.sha256 },
    };
    at.records += lengths.records;
    at.passages += lengths.passages;
    at.sentences += lengths.sentences;
    return slices;
  });
}
