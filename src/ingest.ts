import { ParallaxError } from "./errors.ts";
import { findBase, isSameEmbedder } from "./index/base.ts";
import type { Base } from "./index/base.ts";
import type { Derivers } from "./index/derive.ts";
import type { RejectedFile } from "./index/generation.ts";
import { inOrder } from "./index/in-order.ts";
import type { Weighed } from "./index/in-order.ts";
import { makeEntry } from "./index/make-entry.ts";
import { beginGeneration, summaryOf, wantsGraph } from "./index/make-generation.ts";
import type { Imprint, MadeGeneration, VectorMode } from "./index/make-generation.ts";
import { planIngest } from "./index/plan.ts";
import type { Step } from "./index/plan.ts";
import type { CorpusFile, Preparation } from "./index/prepare.ts";
import type { Clock, Corpus, Embedder, Hash, Store } from "./ports.ts";

/** What ingest works with. */
export type IngestPorts = {
  readonly corpus: Corpus;
  readonly store: Store;
  readonly embedder: Pick<Embedder, "name" | "fingerprint" | "dimensions" | "embedTexts">;
  /** `prepareDocument`, in a worker. */
  readonly prepare: (file: CorpusFile) => Promise<Preparation>;
  readonly derivers: Derivers;
  readonly hash: Hash;
  readonly clock: Clock;
};

/** How an ingest is to be done. */
export type IngestOptions = {
  readonly vectors: VectorMode;
  /** Changes with the code that turns files into records; records of another pipeline are made again. */
  readonly pipeline: string;
  /** `scratch` makes everything anew, even what did not change. */
  readonly from: "changes" | "scratch";
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Ends the ingest between two documents with `aborted`; the index in use stays. */
  readonly signal?: AbortSignal;
};

/** Where an ingest is. */
export type IngestProgress =
  /** Comes once: files found, and how many of them need work. */
  | { readonly kind: "planned"; readonly files: number; readonly toMake: number }
  /** A text was embedded; `texts` is how many so far. */
  | { readonly kind: "embedding"; readonly texts: number }
  /** A file is done with, whether made, kept or rejected; `files` is how many so far. */
  | { readonly kind: "taken"; readonly files: number }
  /** The derived files are being made and the whole is written; comes once, not where nothing changed. */
  | { readonly kind: "writing" };

/** What an ingest did. Counts are of documents. */
export type IngestReport = MadeGeneration & {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Of the unchanged, how many were made again: another pipeline or embedder, damage, or from scratch. */
  readonly remade: number;
  /** Files that are no documents, with the reason for people. Sorted by path. */
  readonly rejected: readonly RejectedFile[];
  readonly tookMs: number;
};

/** Documents that are under way at once: enough that the workers never wait for the next one. Vectors take about 20 times the bytes of a file. */
const WINDOW = { items: 16, weight: 4 * 1024 * 1024 };

/**
 * Makes the index match the corpus: adds, updates, removes, and makes only what changed. The result is the same, byte for byte, as
 * an ingest from scratch would give. Until it returns, the index in use is the old one; where it throws, that stays so.
 * @throws ParallaxError index-locked, disk-full, disk-failed, corpus-unreadable, embedder-failed, aborted; bad-input where two
 *   files make the same document id, naming both
 */
export async function ingest(ports: IngestPorts, options: IngestOptions): Promise<IngestReport> {
  const { corpus, store, hash, derivers, clock } = ports;
  const { pipeline, vectors: mode, from, signal, onProgress } = options;
  const startedMs = clock.nowMs();
  const { name, fingerprint, dimensions } = ports.embedder;
  const imprint = { pipeline, embedder: { name, fingerprint, dimensions } };

  const writer = await store.openWriter();
  try {
    const base = await findBase(store, hash);
    const steps = await planIngest(corpus, hash, { base, from, imprint });
    const toMake = steps.filter(({ item }) => item.kind === "make").length;
    onProgress?.({ kind: "planned", files: steps.length, toMake });

    const before = base?.slices.size ?? 0;
    if (base && toMake === 0 && (await isUpToDate(base, steps, { imprint, derivers, mode }))) {
      const counts = { added: 0, updated: 0, removed: 0, unchanged: before, remade: 0 };
      return {
        ...summaryOf(base.generation, base.manifest),
        ...counts,
        rejected: base.manifest.rejected,
        tookMs: clock.nowMs() - startedMs,
      };
    }

    const maker = beginGeneration(writer, imprint, { hash, derivers, mode });
    const rejected: RejectedFile[] = [];
    const counts = { added: 0, updated: 0, unchanged: 0, remade: 0 };
    let texts = 0;
    let taken = 0;
    const onText = (): void => onProgress?.({ kind: "embedding", texts: ++texts });
    const source = from === "changes" ? base : null;
    for await (const outcome of inOrder(steps, WINDOW, (step) => makeEntry(step, source, { ...ports, onText }))) {
      if (signal?.aborted) throw new ParallaxError("aborted", "The ingest was stopped; the index in use is unchanged.");
      if (outcome.kind === "rejected") rejected.push(outcome.rejected);
      else {
        await maker.add(outcome.entry);
        counts[outcome.change]++;
        if (outcome.kind === "made" && outcome.change === "unchanged") counts.remade++;
      }
      onProgress?.({ kind: "taken", files: ++taken });
    }
    onProgress?.({ kind: "writing" });
    const whole = await maker.finish(rejected.sort((a, b) => (a.path < b.path ? -1 : 1)));
    const removed = before - counts.updated - counts.unchanged;
    return { ...whole, ...counts, removed, rejected, tookMs: clock.nowMs() - startedMs };
  } finally {
    await writer.close();
  }
}

/** True where an ingest of these steps would only write again what is in use. */
async function isUpToDate(
  base: Base,
  steps: readonly Weighed<Step>[],
  wanted: { readonly imprint: Imprint; readonly derivers: Derivers; readonly mode: VectorMode },
): Promise<boolean> {
  const { manifest } = base;
  const isSameSet = steps.length === manifest.documents.length + manifest.rejected.length;
  const isSameImprint =
    manifest.pipeline === wanted.imprint.pipeline && isSameEmbedder(manifest.embedder, wanted.imprint.embedder);
  if (!base.inUse || !isSameSet || !isSameImprint) return false;
  const graph =
    wanted.derivers.graphs !== null && wantsGraph(wanted.mode, summaryOf(base.generation, manifest).passages);
  return base.isWhole(graph ? ["bm25", "hnsw"] : ["bm25"]);
}
