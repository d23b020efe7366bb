import type { VectorIndex } from "../ports.ts";
import { bm25FromBytes } from "./bm25-bytes.ts";
import type { Bm25 } from "./bm25.ts";
import { exactVectorIndex } from "./exact-vectors.ts";
import { FILES } from "./generation.ts";
import type { LoadPorts } from "./load-ports.ts";
import { GRAPH_FROM_PASSAGES, wantsGraph } from "./make-generation.ts";
import { unseal } from "./sealed.ts";

/** A searcher, and what was wrong with its file. */
export type Derived<Searcher> = { readonly searcher: Searcher; readonly warnings: readonly string[] };

/** Whose derived file is opened. Null where documents were set aside: what is left is numbered anew, so no file fits. */
export type DerivedOf = { readonly generation: string | null; readonly passages: number };

/** The lexical index over records; made again, with a warning, where its file is missing or damaged. */
export async function readBm25(of: DerivedOf, records: Uint8Array, ports: LoadPorts): Promise<Derived<Bm25>> {
  const saved = await readSealed("bm25", of, ports);
  const found = saved && (await orNull(async () => bm25FromBytes(saved)));
  if (found?.size === of.passages) return { searcher: found, warnings: [] };
  return { searcher: bm25FromBytes(await ports.derivers.postings(records)), warnings: madeAgain(FILES.bm25, of) };
}

/** Search by vector: exact or through a graph, as the mode and the number of passages want it. */
export async function readVectorIndex(
  of: DerivedOf,
  matrix: { readonly vectors: Float32Array; readonly dimensions: number },
  ports: LoadPorts,
): Promise<Derived<VectorIndex>> {
  const { vectors, dimensions } = matrix;
  const { graphs } = ports.derivers;
  if (!wantsGraph(ports.vectors, of.passages)) return { searcher: exactVectorIndex(vectors, dimensions), warnings: [] };
  if (!graphs) {
    const why =
      ports.vectors === "hnsw" ? "a graph was asked for" : `there are ${GRAPH_FROM_PASSAGES} passages or more`;
    const warning = `Vectors are searched exactly, though ${why}: hnswlib-node is not installed. Run "parallax doctor".`;
    return { searcher: exactVectorIndex(vectors, dimensions), warnings: [warning] };
  }
  const saved = await readSealed("hnsw", of, ports);
  const found = saved && (await orNull(() => graphs.open(saved, vectors, dimensions)));
  if (found?.size === of.passages) return { searcher: found, warnings: [] };
  const built = await graphs.build(vectors, dimensions);
  return { searcher: await graphs.open(built, vectors, dimensions), warnings: madeAgain(FILES.hnsw, of) };
}

async function readSealed(kind: "bm25" | "hnsw", of: DerivedOf, ports: LoadPorts): Promise<Uint8Array | null> {
  if (of.generation === null) return null;
  const sealed = await ports.store.read(of.generation, FILES[kind]);
  return sealed && unseal(sealed, { kind, generation: of.generation }, ports.hash);
}

/** Nothing where documents were set aside: their warnings say enough. */
function madeAgain(file: string, of: DerivedOf): readonly string[] {
  if (of.generation === null) return [];
  return [`${file} is missing or damaged; what it holds was made again in memory. Run "parallax ingest".`];
}

async function orNull<T>(open: () => Promise<T>): Promise<T | null> {
  try {
    return await open();
  } catch {
    return null;
  }
}
