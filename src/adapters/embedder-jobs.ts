import { createHash } from "node:crypto";
import { ParallaxError } from "../errors.ts";
import type { CorpusFile, Preparation } from "../index/prepare.ts";
import type { Embedder } from "../ports.ts";
import type { Lane } from "./job-queue.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What a worker of an embedder can be asked to do. */
export type EmbedderJob =
  | LoadJob
  | { readonly kind: "embed"; readonly text: string }
  | { readonly kind: "count"; readonly text: string }
  | { readonly kind: "prepare"; readonly path: string; readonly bytes: Uint8Array };

/** First of all: what to load. The files of the folder were verified by whoever asks. */
export type LoadJob = {
  readonly kind: "load";
  readonly modelFolder: string;
  /** Null: the worker only counts tokens and prepares documents. */
  readonly session: {
    /** `onnx/model_quantized.onnx` rather than `onnx/model.onnx`. */
    readonly quantized: boolean;
    readonly pooling: "cls" | "mean";
  } | null;
};

/** What it answers: a unit vector, a number of tokens, a document ready to be stored. */
export type EmbedderReply =
  | { readonly kind: "loaded" }
  | { readonly kind: "vector"; readonly vector: Float32Array }
  | { readonly kind: "tokens"; readonly tokens: number }
  | { readonly kind: "prepared"; readonly preparation: Preparation };

/** The second ability of our embedders: they do the rest of ingest's computing in the same workers. */
export type Preparer = {
  /** Waits behind questions, like texts. */
  prepare(file: CorpusFile): Promise<Preparation>;
};

/** Workers that know this file's jobs. */
export type EmbedderPool = WorkerPool<EmbedderJob, EmbedderReply>;

/** A vector embeds at most so many UTF-16 units: 512 English tokens, the limit of the shipped model, are about 2,500. */
const MAX_UNITS = 8192;

/** The beginning of a text that is longer than any model looks; tokenizing the rest would only take time. */
export function cutForEmbedding(text: string): string {
  return text.length > MAX_UNITS ? text.slice(0, MAX_UNITS) : text;
}

/** The vector of one text, as a job of a pool. */
export async function embedInPool(
  pool: EmbedderPool,
  text: string,
  turn: { readonly lane: Lane; readonly signal?: AbortSignal | undefined },
): Promise<Float32Array> {
  const reply = await pool.run({ kind: "embed", text }, { ...turn, key: () => `text:${text}` });
  // A copy: what came is a view into the channel's buffer and would keep all of it.
  if (reply.kind === "vector") return reply.vector.slice();
  throw wrongReply(reply);
}

/** Counting tokens and preparing documents, as jobs of a pool. */
export function preparingThrough(pool: EmbedderPool): Preparer & Pick<Embedder, "countTokens"> {
  return {
    countTokens: async (text) => {
      const reply = await pool.run({ kind: "count", text }, { lane: "question", key: () => `count:${text}` });
      if (reply.kind === "tokens") return reply.tokens;
      throw wrongReply(reply);
    },
    prepare: async ({ path, bytes }) => {
      const key = (): string => `document:${createHash("sha256").update(`${path}\0`).update(bytes).digest("hex")}`;
      const reply = await pool.run({ kind: "prepare", path, bytes }, { lane: "document", key });
      if (reply.kind === "prepared") return reply.preparation;
      throw wrongReply(reply);
    },
  };
}

function wrongReply(reply: EmbedderReply): ParallaxError {
  return new ParallaxError("internal", `A worker of the embedder answered another question ("${reply.kind}").`);
}
