import type { Hash, Store } from "../ports.ts";
import { FILES, readManifest, slicesOf } from "./generation.ts";
import type { EmbedderIdentity, Manifest, Slice, Slices } from "./generation.ts";
import type { Entry } from "./make-generation.ts";
import { unseal } from "./sealed.ts";

/** The vectors of a document as they lie in a generation. */
export type StoredVectors = Pick<Entry, "passages" | "sentences">;

/** The generation that an ingest starts from. What it gives was compared with its checksums. */
export type Base = {
  readonly generation: string;
  /** True where it is the one switched to: only then can nothing be left to do. */
  readonly inUse: boolean;
  readonly manifest: Manifest;
  /** By document id. */
  readonly slices: ReadonlyMap<string, Slices>;
  /** A document's vectors, or null where they are damaged. */
  readonly vectors: (of: Slices) => Promise<StoredVectors | null>;
  /** A document as it went in, or null where any of it is damaged. */
  readonly entry: (of: Slices) => Promise<Entry | null>;
  /** True where the named derived files and every document are as they were written. */
  readonly isWhole: (derived: readonly ("bm25" | "hnsw")[]) => Promise<boolean>;
};

/** Finds a generation to start from: the one in use, else the newest that can be read; null where there is none. */
export async function findBase(store: Store, hash: Hash): Promise<Base | null> {
  const current = await store.current();
  const others = await store.generations();
  const candidates = others.filter((name) => name !== current);
  if (current !== null && others.includes(current)) candidates.unshift(current);
  for (const generation of candidates) {
    const found = await readManifest(store, generation, hash);
    if (found.kind === "found")
      return baseOf({ generation, inUse: generation === current, manifest: found.manifest }, store, hash);
  }
  return null;
}

/** True where two embedders give the same vectors. */
export function isSameEmbedder(a: EmbedderIdentity, b: EmbedderIdentity): boolean {
  return a.name === b.name && a.fingerprint === b.fingerprint && a.dimensions === b.dimensions;
}

function baseOf(found: Pick<Base, "generation" | "inUse" | "manifest">, store: Store, hash: Hash): Base {
  const { generation, manifest } = found;
  const read = async (file: string, slice: Slice): Promise<Uint8Array | null> => {
    const bytes = await store.readRange(generation, file, slice);
    return hash.sha256(bytes) === slice.sha256 ? bytes : null;
  };
  const vectors = async (of: Slices): Promise<StoredVectors | null> => {
    const passages = await read(FILES.passages, of.passages);
    const sentences = passages && (await read(FILES.sentences, of.sentences));
    return passages && sentences && { passages, sentences };
  };
  const entry = async (of: Slices): Promise<Entry | null> => {
    const line = await read(FILES.records, of.records);
    const stored = line && (await vectors(of));
    const { id, path, file, texts, warnings } = of.document;
    return line && stored && { id, path, file, texts, warnings, line, ...stored };
  };
  const slices = new Map(slicesOf(manifest).map((of) => [of.document.id, of]));
  const isWhole = async (derived: readonly ("bm25" | "hnsw")[]): Promise<boolean> => {
    for (const kind of derived) {
      const sealed = await store.read(generation, FILES[kind]);
      if (!sealed || unseal(sealed, { kind, generation }, hash) === null) return false;
    }
    for (const of of slices.values()) if (!(await entry(of))) return false;
    return true;
  };
  return { ...found, slices, vectors, entry, isWhole };
}
