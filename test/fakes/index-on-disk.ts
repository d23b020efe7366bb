import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { FileSystem } from "../../src/adapters/file-system.ts";
import { openFsCorpus } from "../../src/adapters/fs-corpus.ts";
import { openFsStore } from "../../src/adapters/fs-store.ts";
import { nodeClock } from "../../src/adapters/node-clock.ts";
import { nodeHash } from "../../src/adapters/node-hash.ts";
import { derivePostings } from "../../src/index/derive.ts";
import type { LoadPorts } from "../../src/index/load-ports.ts";
import { loadSnapshot } from "../../src/index/load.ts";
import { exactVectorIndex } from "../../src/index/exact-vectors.ts";
import type { Snapshot } from "../../src/index/snapshot.ts";
import { ingest } from "../../src/ingest.ts";
import type { IngestOptions, IngestPorts, IngestReport } from "../../src/ingest.ts";
import type { Store } from "../../src/ports.ts";
import { plainEmbedder, preparePlainly } from "./plain-documents.mjs";

/** A corpus and an index in a folder of their own, ingested with documents split plainly and a hashing embedder. */
export type IndexOnDisk = {
  readonly folder: string;
  readonly corpus: string;
  readonly index: string;
  readonly write: (path: string, text: string | Uint8Array) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly store: (files?: FileSystem) => Store;
  readonly ingest: (ports?: Partial<IngestPorts>, options?: Partial<IngestOptions>) => Promise<IngestReport>;
  readonly load: (ports?: Partial<LoadPorts>) => Promise<Snapshot>;
  /** Every file under the index folder with its bytes in hex, by path. */
  readonly files: () => Promise<ReadonlyMap<string, string>>;
  /** The files of one generation with their bytes in hex. */
  readonly filesOf: (generation: string) => Promise<ReadonlyMap<string, string>>;
  /** What an ingest from scratch makes of the documents of another. */
  readonly rebuildOf: (other: IndexOnDisk) => Promise<{ generation: string; files: ReadonlyMap<string, string> }>;
  readonly drop: () => Promise<void>;
};

/** A graph that is none: exact search, saved as one byte, so that its file can be damaged. */
const fakeGraphs = {
  build: async () => Uint8Array.of(7),
  open: async (saved: Uint8Array, vectors: Float32Array, dimensions: number) => {
    if (saved[0] !== 7) throw new Error("not a graph");
    return { ...exactVectorIndex(vectors, dimensions), kind: "hnsw" as const };
  },
};

export const inlineDerivers = { postings: async (records: Uint8Array) => derivePostings(records), graphs: fakeGraphs };

export async function indexOnDisk(documents: Readonly<Record<string, string>> = {}): Promise<IndexOnDisk> {
  const folder = await mkdtemp(join(tmpdir(), "parallax-index-"));
  const corpus = join(folder, "corpus");
  const index = join(folder, "index");
  await mkdir(corpus);
  const store = (files?: FileSystem) => openFsStore(index, files);
  const write = async (path: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(corpus, path)), { recursive: true });
    await writeFile(join(corpus, path), text);
  };
  for (const [path, text] of Object.entries(documents)) await write(path, text);

  const on: IndexOnDisk = {
    folder,
    corpus,
    index,
    write,
    store,
    remove: (path) => rm(join(corpus, path)),
    ingest: (ports, options) =>
      ingest(
        {
          corpus: openFsCorpus(corpus),
          store: store(),
          embedder: plainEmbedder,
          prepare: async (file) => preparePlainly(file),
          derivers: inlineDerivers,
          hash: nodeHash,
          clock: nodeClock,
          ...ports,
        },
        { vectors: "auto", pipeline: "plain-1", from: "changes", ...options },
      ),
    load: (ports) =>
      loadSnapshot({
        store: store(),
        hash: nodeHash,
        embedder: plainEmbedder,
        vectors: "auto",
        derivers: inlineDerivers,
        pause: () => setImmediate(),
        ...ports,
      }),
    files: async () => {
      const found = new Map<string, string>();
      const entries = await readdir(index, { recursive: true, withFileTypes: true });
      const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      for (const path of paths.sort()) found.set(path.slice(index.length + 1), (await readFile(path)).toString("hex"));
      return found;
    },
    filesOf: async (generation) =>
      new Map([...(await on.files())].filter(([path]) => path.startsWith(`generations/${generation}/`))),
    rebuildOf: async (other) => {
      const scratch = await indexOnDisk();
      await cp(other.corpus, scratch.corpus, { recursive: true });
      const { generation } = await scratch.ingest({}, { from: "scratch" });
      const files = await scratch.filesOf(generation);
      await scratch.drop();
      return { generation, files };
    },
    drop: () => rm(folder, { recursive: true, force: true }),
  };
  return on;
}

/** Texts about nothing in the news: `count` documents of a few lines, all different. */
export function ferryTimetables(count: number): Record<string, string> {
  const harbours = ["Lerwick", "Skye", "Barra", "Mallaig", "Oban", "Tarbert", "Ullapool"];
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const [from, to] = [harbours[n % 7], harbours[(n * 3 + 1) % 7]];
      const lines = [
        `Ferry ${n} from ${from}`,
        `The ferry from ${from} to ${to} leaves at ${6 + (n % 12)} o'clock.`,
        `It carries ${40 + n} cars and ${300 + 7 * n} passengers.`,
        `On winter days number ${n} stays in ${to}.`,
        `Tickets cost ${5 + (n % 9)} pounds.`,
      ];
      return [`ferry-${String(n).padStart(2, "0")}.txt`, `${lines.join("\n")}\n`];
    }),
  );
}
