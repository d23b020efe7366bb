import { setImmediate } from "node:timers/promises";
import { availableParallelism } from "node:os";
import { fingerprintPipeline } from "../adapters/fs-pipeline.ts";
import { openFsCorpus } from "../adapters/fs-corpus.ts";
import { openFsStore } from "../adapters/fs-store.ts";
import { hnswAvailable } from "../adapters/hnswlib-vectors.ts";
import { downloadModel } from "../adapters/model-download.ts";
import { nodeClock } from "../adapters/node-clock.ts";
import { nodeHash } from "../adapters/node-hash.ts";
import { nodeIds } from "../adapters/node-ids.ts";
import { openOpenaiEmbedder } from "../adapters/openai-embedder.ts";
import { openTransformersEmbedder } from "../adapters/transformers-embedder.ts";
import { workerDerivers } from "../adapters/worker-derivers.ts";
import type { House } from "../ask.ts";
import { findDisagreements } from "../disagreements.ts";
import { ParallaxError } from "../errors.ts";
import { readManifest } from "../index/generation.ts";
import type { EmbedderIdentity, Manifest } from "../index/generation.ts";
import { openLiveIndex } from "../index/live.ts";
import type { LiveIndex } from "../index/live.ts";
import { loadSnapshot } from "../index/load.ts";
import type { CorpusFile, Preparation } from "../index/prepare.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { ingest } from "../ingest.ts";
import { warmRetrieval } from "../retrieval/warm.ts";
import type { IngestProgress, IngestReport } from "../ingest.ts";
import type { Embedder, Log, Store } from "../ports.ts";
import { openWriter } from "./open-writer.ts";
import { shippedModel } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** An embedder that also prepares documents. */
export type IngestEmbedder = Embedder & { readonly prepare: (file: CorpusFile) => Promise<Preparation> };

/** How an embedder is opened; tests give one without a model. */
export type OpenEmbedder = (settings: Settings, workers: number) => Promise<IngestEmbedder>;

/** Each worker holds the model, some 150 MB; more than eight are rather given to other work. */
const MAX_WORKERS = 8;

/** Workers for embedding whole corpora: one a core. */
export const ingestWorkers = (): number => Math.min(MAX_WORKERS, availableParallelism());

/** Opens what the settings name. @throws ParallaxError `model-missing`, `model-damaged`, `embedder-failed` */
export const openEmbedder: OpenEmbedder = async ({ embedder }, workers) => {
  switch (embedder.kind) {
    case "folder": {
      const checksums = embedder.shipped ? "required" : "where-listed";
      return openTransformersEmbedder({ modelFolder: embedder.folder, workers, checksums });
    }
    case "hugging-face": {
      const modelFolder = await downloadModel({ id: embedder.id, cacheFolder: embedder.cacheFolder });
      return openTransformersEmbedder({ modelFolder, workers, checksums: "where-listed" });
    }
    case "openai": {
      const { model, baseUrl, key } = embedder;
      return openOpenaiEmbedder({ model, baseUrl, key, workers, tokenizerFolder: shippedModel });
    }
  }
};

/** How an ingest is to be done. */
export type IngestWish = {
  readonly from: "changes" | "scratch";
  readonly onProgress: (progress: IngestProgress) => void;
  readonly signal?: AbortSignal;
};

/** Makes the index that the settings name match the corpus that they name. @throws what `ingest` throws */
export async function runIngest(settings: Settings, embedder: IngestEmbedder, wish: IngestWish): Promise<IngestReport> {
  const ports = {
    corpus: openFsCorpus(settings.corpus),
    store: openFsStore(settings.index),
    embedder,
    prepare: (file: CorpusFile) => embedder.prepare(file),
    derivers: workerDerivers(await hnswAvailable()),
    hash: nodeHash,
    clock: nodeClock,
  };
  return ingest(ports, { vectors: settings.vectors, pipeline: await fingerprintPipeline(), ...wish });
}

/** Everything that questions need. */
export type OpenHouse = House & { readonly index: LiveIndex };

/**
 * Loads the index for an embedder that is already open.
 * @param first `cold` for one question, `warm` for many: what questions look up in sentences is then read beforehand
 * @throws ParallaxError `index-…`
 */
export async function openHouse(
  settings: Settings,
  embedder: Embedder,
  { log, first }: { readonly log: Log; readonly first: "cold" | "warm" },
): Promise<OpenHouse> {
  const store = openFsStore(settings.index);
  const read = await makeLoader(settings, store, embedder);
  const load = first === "cold" ? read : async (): Promise<Snapshot> => warmed(await read());
  const writer = openWriter(settings);
  return { index: await openLiveIndex(load, store, log), embedder, clock: nodeClock, ids: nodeIds, log, writer };
}

/**
 * Reads the index that lies there while the model is still loading: tables are then read and code is compiled when it is needed. What is
 * wrong with it is told by those who need it.
 */
export async function readAhead(settings: Settings): Promise<void> {
  await loadWithoutModel(settings)
    .then(warmed)
    .catch(() => {});
}

/** Reads what questions look up, letting the event loop go on in between. */
async function warmed(snapshot: Snapshot): Promise<Snapshot> {
  findDisagreements({ snapshot, allow: () => true });
  for (const _ of warmRetrieval(snapshot)) await setImmediate();
  return snapshot;
}

/** Loads the index without its model: enough for what only reads documents. @throws ParallaxError `index-…` */
export async function loadWithoutModel(settings: Settings): Promise<Snapshot> {
  const store = openFsStore(settings.index);
  const { manifest } = await readIndex(settings);
  return (await makeLoader(settings, store, manifest.embedder))();
}

/**
 * The index: name and table of contents of the generation in use, or, where that cannot be read, of the newest one that can.
 * @throws ParallaxError `index-missing`, `index-damaged`, `index-incompatible`
 */
export async function readIndex({
  index,
}: Settings): Promise<{ readonly generation: string; readonly manifest: Manifest }> {
  const store = openFsStore(index);
  const current = await store.current();
  const generations = [...new Set([...(current === null ? [] : [current]), ...(await store.generations())])];
  if (generations.length === 0) {
    throw new ParallaxError("index-missing", `There is no index in "${index}". Run "parallax ingest".`);
  }
  let reason: ParallaxError | null = null;
  for (const generation of generations) {
    const found = await readManifest(store, generation, nodeHash);
    switch (found.kind) {
      case "found":
        return { generation, manifest: found.manifest };
      case "damaged": {
        const message = `Index "${index}" is damaged: ${found.what}. Run "parallax index rebuild".`;
        reason ??= new ParallaxError("index-damaged", message);
        break;
      }
      case "other-format": {
        const message = `Index "${index}" is format ${found.format}, which this program does not read. Run "parallax index rebuild".`;
        reason ??= new ParallaxError("index-incompatible", message);
        break;
      }
    }
  }
  throw reason ?? new ParallaxError("index-damaged", `Index "${index}" cannot be read. Run "parallax index rebuild".`);
}

async function makeLoader(
  settings: Settings,
  store: Store,
  embedder: EmbedderIdentity,
): Promise<() => Promise<Snapshot>> {
  const derivers = workerDerivers(await hnswAvailable());
  return () =>
    loadSnapshot({ store, hash: nodeHash, embedder, vectors: settings.vectors, derivers, pause: () => setImmediate() });
}
