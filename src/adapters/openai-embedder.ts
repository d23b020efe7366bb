import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import OpenAI, { APIConnectionError, APIError } from "openai";
import { z } from "zod";
import { ParallaxError } from "../errors.ts";
import type { Embedder } from "../ports.ts";
import { cutForEmbedding, preparingThrough } from "./embedder-jobs.ts";
import type { EmbedderJob, EmbedderPool, EmbedderReply, Preparer } from "./embedder-jobs.ts";
import { checkModelFiles } from "./model-files.ts";
import { openWorkerPool } from "./worker-pool.ts";
import { workerUrl } from "./worker-url.ts";

/** An OpenAI-compatible embeddings endpoint, and the shipped model's folder for its tokenizer. */
export type OpenaiPlan = {
  readonly model: string;
  /** Up to and without `/embeddings`: "https://api.openai.com/v1". */
  readonly baseUrl: URL;
  /** Null where the server wants none. Never part of a message. */
  readonly key: string | null;
  readonly tokenizerFolder: string;
  /** Workers that prepare documents, and batches of texts in flight; at least 1. */
  readonly workers: number;
  /** Default 10,000: for one question, all tries together; a batch of texts has six times as long. */
  readonly deadlineMs?: number;
};

const DEADLINE_MS = 10_000;
/** Small enough to be answered in time by a server without a GPU. */
const BATCH_TEXTS = 32;
const BATCH_DEADLINES = 6;
const MAX_TRIES = 3;
/** Before the second try; doubled before the third. */
const FIRST_PAUSE_MS = 250;
/** A document of many megabytes takes some seconds to prepare. */
const JOB_TIMEOUT_MS = 120_000;

/** Lenient about what else is in it; order is by `index`, or as given where there is none. */
const replySchema = z.object({
  data: z.array(z.object({ index: z.int().nonnegative().nullish(), embedding: z.array(z.number()) })),
});

/**
 * Embeds through an OpenAI-compatible server. Vectors are normalised here; one of another length, or with a number that is not finite,
 * is refused. Tokens are counted with the shipped tokenizer: near enough for cutting passages, not the server's own count. Texts go in
 * batches, so that "a vector never depends on its neighbours" is the server's promise, not ours.
 * @throws ParallaxError `embedder-failed` (with address and status, never the key); counting and preparing throw `model-missing` or
 *   `model-damaged` where the tokenizer is
 */
export async function openOpenaiEmbedder(plan: OpenaiPlan): Promise<Embedder & Preparer> {
  const questionMs = plan.deadlineMs ?? DEADLINE_MS;
  const server = serverOf(plan, questionMs);
  const closed = new AbortController();
  const workers = Math.max(1, Math.floor(plan.workers));
  const [probe] = await server.embed(["dimensions"], { deadlineMs: questionMs, signal: closed.signal });
  const dimensions = probe?.length ?? 0;
  const pool = poolWhenNeeded({ tokenizerFolder: plan.tokenizerFolder, workers });
  const vectorsOf = async (
    texts: readonly string[],
    limits: { readonly deadlineMs: number; readonly signal?: AbortSignal | undefined },
  ): Promise<readonly Float32Array[]> => {
    const signal = limits.signal === undefined ? closed.signal : AbortSignal.any([limits.signal, closed.signal]);
    const vectors = await server.embed(texts, { deadlineMs: limits.deadlineMs, signal });
    const odd = vectors.find(({ length }) => length !== dimensions);
    if (odd === undefined) return vectors;
    throw server.failed(`it gave ${odd.length} dimensions after ${dimensions}`);
  };
  return {
    name: `openai:${plan.model}`,
    fingerprint: createHash("sha256")
      .update(`openai\n${plan.baseUrl.host}\n${plan.model}\n${dimensions}`)
      .digest("hex"),
    dimensions,
    ...preparingThrough(pool),
    embedQuestion: async (question, signal) => {
      const [vector] = await vectorsOf([question], { deadlineMs: questionMs, signal });
      if (vector === undefined) throw server.failed("it gave no vector");
      return vector;
    },
    embedTexts: async (texts, onEach) => {
      const batches = Array.from({ length: Math.ceil(texts.length / BATCH_TEXTS) }, (_, n) => n * BATCH_TEXTS);
      const found: Float32Array[] = Array.from({ length: texts.length });
      const deadlineMs = BATCH_DEADLINES * questionMs;
      const rest = new AbortController();
      const takeBatches = async (): Promise<void> => {
        for (let from = batches.shift(); from !== undefined; from = batches.shift()) {
          const vectors = await vectorsOf(texts.slice(from, from + BATCH_TEXTS), { deadlineMs, signal: rest.signal });
          for (const [n, vector] of vectors.entries()) {
            found[from + n] = vector;
            onEach?.();
          }
        }
      };
      try {
        await Promise.all(Array.from({ length: workers }, takeBatches));
        return found;
      } finally {
        batches.length = 0;
        rest.abort();
      }
    },
    close: async () => {
      closed.abort();
      await pool.close();
    },
  };
}

/** Started by the first job: a server that only answers questions needs no tokenizer. */
function poolWhenNeeded(plan: { readonly tokenizerFolder: string; readonly workers: number }): EmbedderPool {
  const start = async (): Promise<EmbedderPool> => {
    await checkModelFiles(plan.tokenizerFolder, "where-listed");
    return openWorkerPool<EmbedderJob, EmbedderReply>({
      url: workerUrl("transformers-worker"),
      workers: plan.workers,
      opening: { kind: "load", modelFolder: plan.tokenizerFolder, session: null },
      jobTimeoutMs: JOB_TIMEOUT_MS,
    });
  };
  let pool: Promise<EmbedderPool> | null = null;
  return {
    run: async (job, terms) => {
      pool ??= start();
      return (await pool).run(job, terms);
    },
    // One that could not be started has nothing to close, and whoever asked knows.
    close: async () => pool?.then((opened) => opened.close()).catch(() => {}),
  };
}

type Server = {
  /** One unit vector a text, in order. */
  readonly embed: (
    texts: readonly string[],
    limits: { readonly deadlineMs: number; readonly signal: AbortSignal },
  ) => Promise<readonly Float32Array[]>;
  readonly failed: (how: string) => ParallaxError;
};

function serverOf(plan: OpenaiPlan, questionMs: number): Server {
  const address = `${plan.baseUrl.origin}${plan.baseUrl.pathname}`;
  // Everything is named: the client would fill gaps from the environment, and its own time-out ends at the headers.
  const client = new OpenAI({
    apiKey: plan.key ?? "none",
    baseURL: address.replace(/\/+$/, ""),
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: BATCH_DEADLINES * questionMs,
    logLevel: "off",
    // Texts and the key go where they were told to, and nowhere else.
    fetchOptions: { redirect: "manual" },
  });
  const failed = (how: string): ParallaxError =>
    new ParallaxError(
      "embedder-failed",
      `The embeddings server ${address} failed for model "${plan.model}": ${how}. Look at PARALLAX_EMBEDDINGS_URL, its key and the server.`,
    );

  const tryOnce = async (texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]> => {
    const input = texts.map(cutForEmbedding);
    const reply: unknown = await orAbort(
      () => client.embeddings.create({ model: plan.model, input, encoding_format: "float" }, { signal }),
      signal,
    );
    const parsed = replySchema.safeParse(reply);
    if (!parsed.success) throw failed("its reply is no list of embeddings");
    const { data } = parsed.data;
    if (data.length !== texts.length) throw failed(`it gave ${data.length} vectors for ${texts.length} texts`);
    const ordered = Array.from(data, ({ index }, n) => ({ place: index ?? n, n })).sort(
      (a, b) => a.place - b.place || a.n - b.n,
    );
    if (ordered.some(({ place }, n) => place !== n)) throw failed("its vectors are not numbered 0, 1, 2 …");
    return ordered.map(({ n }) => {
      const vector = normalised(data[n]?.embedding ?? []);
      if (vector === null) throw failed("it gave a vector that is empty, zero or not finite");
      return vector;
    });
  };

  const embed: Server["embed"] = async (texts, { deadlineMs, signal }) => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const either = AbortSignal.any([signal, deadline]);
    for (let tries = 1; ; tries++) {
      try {
        return await tryOnce(texts, either);
      } catch (error) {
        if (signal.aborted)
          throw new ParallaxError("aborted", "Whoever asked for this embedding no longer waits for it.");
        if (deadline.aborted) throw failed(`no whole reply within ${deadlineMs} ms`);
        if (error instanceof ParallaxError) throw error;
        const pauseMs = pauseBefore(tries, error);
        if (pauseMs === null || tries >= MAX_TRIES) throw failed(describe(error));
        // A cut pause is told apart at the next try.
        await sleep(pauseMs, undefined, { signal: either }).catch(() => {});
      }
    }
  };
  return { embed, failed };
}

/** The client stops reading when the signal fires; this makes sure that we stop waiting. */
async function orAbort<T>(start: () => PromiseLike<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(new Error("aborted"));
    signal.addEventListener("abort", onAbort, { once: true });
    start()
      .then(resolve, reject)
      .then(() => signal.removeEventListener("abort", onAbort));
  });
}

/** Milliseconds until another try makes sense, or null where it never will: what the server refuses it refuses again. */
function pauseBefore(tries: number, error: unknown): number | null {
  const pauseMs = FIRST_PAUSE_MS * 2 ** (tries - 1);
  if (error instanceof APIConnectionError) return pauseMs;
  if (!(error instanceof APIError)) return null;
  const status = error.status ?? 0;
  if (status !== 408 && status !== 429 && status < 500) return null;
  const seconds = Number(error.headers?.get("retry-after") ?? Number.NaN);
  return seconds >= 0 ? Math.max(pauseMs, seconds * 1000) : pauseMs;
}

/** What is safe to show: servers repeat the key in their messages. */
function describe(error: unknown): string {
  if (error instanceof APIConnectionError) return `it cannot be reached (${codeOf(error)})`;
  if (error instanceof APIError) return `HTTP ${error.status ?? "error"}`;
  return error instanceof SyntaxError ? "its reply is no JSON" : "its reply cannot be read";
}

/** "ECONNREFUSED", from however deep it lies. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause)
    if ("code" in at && typeof at.code === "string") return at.code;
  return "no connection";
}

function normalised(values: readonly number[]): Float32Array | null {
  const norm = Math.hypot(...values);
  return norm > 0 && Number.isFinite(norm) ? Float32Array.from(values, (x) => x / norm) : null;
}
