import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { ParallaxError } from "../errors.ts";
import type { Embedder } from "../ports.ts";
import type { EmbedderJob, EmbedderReply, Preparer } from "./embedder-jobs.ts";
import { conventionOf } from "./model-conventions.ts";
import { checkModelFiles } from "./model-files.ts";
import type { ChecksumRule } from "./model-files.ts";
import type { TransformersWorkerData } from "./transformers-worker.ts";
import { openWorkerPool } from "./worker-pool.ts";
import type { Lane } from "./job-queue.ts";
import type { WorkerPool } from "./worker-pool.ts";
import { workerUrl } from "./worker-url.ts";

/** Which model, and how many workers embed with it. */
export type TransformersPlan = {
  /** Holds `onnx/model_quantized.onnx` (or `onnx/model.onnx`), `tokenizer.json`, `config.json`, `tokenizer_config.json`. */
  readonly modelFolder: string;
  /** At least 1; each holds the model (about 150 MB) and keeps one core busy while it embeds. */
  readonly workers: number;
  /** Default `required`: the shipped folder carries its list. */
  readonly checksums?: ChecksumRule;
};

/** A text takes 5 to 100 ms; a document of many megabytes some seconds. */
const JOB_TIMEOUT_MS = 120_000;

/**
 * An ONNX embedding model run by @xenova/transformers in worker threads, one ONNX thread each, one text at a time: the int8 model
 * scales its activations over a whole batch, so a text embedded beside others would get another vector. A vector stands for the
 * first 512 tokens of its text. Nothing is downloaded.
 * @throws ParallaxError `model-missing`, `model-damaged` or `embedder-failed` (the native library does not load)
 */
export async function openTransformersEmbedder(plan: TransformersPlan): Promise<Embedder & Preparer> {
  const modelFolder = resolve(plan.modelFolder);
  const files = await checkModelFiles(modelFolder, plan.checksums ?? "required");
  const model = basename(modelFolder);
  const convention = conventionOf(model);
  const workerData: TransformersWorkerData = {
    modelFolder,
    quantized: files.quantized,
    pooling: convention.pooling,
  };
  const pool = await openWorkerPool<EmbedderJob, EmbedderReply>({
    url: workerUrl("transformers-worker"),
    workers: Math.max(1, Math.floor(plan.workers)),
    workerData,
    jobTimeoutMs: JOB_TIMEOUT_MS,
  });
  const abilities = embedThrough(pool, convention);
  try {
    const probe = await abilities.embedQuestion("canary");
    return {
      name: `${model}${files.quantized ? "-int8" : ""}`,
      fingerprint: fingerprintOf(
        files.fingerprint,
        `${convention.pooling}|${convention.questionPrefix}|${convention.textPrefix}`,
      ),
      dimensions: probe.length,
      ...abilities,
    };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

/** What an embedder does, by jobs of a pool. */
function embedThrough(
  pool: WorkerPool<EmbedderJob, EmbedderReply>,
  prefixes: { readonly questionPrefix: string; readonly textPrefix: string },
): Omit<Embedder, "name" | "fingerprint" | "dimensions"> & Preparer {
  const embed = async (text: string, lane: Lane, signal?: AbortSignal): Promise<Float32Array> => {
    const reply = await pool.run({ kind: "embed", text }, { lane, key: () => `text:${text}`, signal });
    if (reply.kind === "vector") return reply.vector;
    throw wrongReply(reply);
  };
  return {
    embedQuestion: (question, signal) => embed(`${prefixes.questionPrefix}${question}`, "question", signal),
    embedTexts: async (texts, onEach) => {
      const rest = new AbortController();
      try {
        return await Promise.all(
          texts.map(async (text) => {
            const vector = await embed(`${prefixes.textPrefix}${text}`, "text", rest.signal);
            onEach?.();
            return vector;
          }),
        );
      } finally {
        // After a failure nobody waits for the others; after success there are none.
        rest.abort();
      }
    },
    countTokens: async (text) => {
      const reply = await pool.run({ kind: "count", text }, { lane: "question", key: () => `count:${text}` });
      if (reply.kind === "tokens") return reply.tokens;
      throw wrongReply(reply);
    },
    prepare: async ({ path, bytes }) => {
      const key = (): string =>
        `document:${createHash("sha256").update(path).update("\0").update(bytes).digest("hex")}`;
      const reply = await pool.run({ kind: "prepare", path, bytes }, { lane: "document", key });
      if (reply.kind === "prepared") return reply.preparation;
      throw wrongReply(reply);
    },
    close: () => pool.close(),
  };
}

function wrongReply(reply: EmbedderReply): ParallaxError {
  return new ParallaxError("internal", `A worker of the embedder answered another question ("${reply.kind}").`);
}

/** Another version of the runtime moves vectors too (mean cosine .9992 between two), so versions count like weights. */
function fingerprintOf(files: string, convention: string): string {
  const require = createRequire(import.meta.url);
  const versions = ["onnxruntime-node", "@xenova/transformers"].map((name) => {
    const { version }: { version: string } = require(`${name}/package.json`);
    return `${name}@${version}`;
  });
  return createHash("sha256")
    .update([files, convention, ...versions].join("\n"))
    .digest("hex");
}
