import { createHash } from "node:crypto";
import { setMaxListeners } from "node:events";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { ParallaxError } from "../errors.ts";
import type { Embedder } from "../ports.ts";
import { embedInPool, preparingThrough } from "./embedder-jobs.ts";
import type { EmbedderJob, EmbedderPool, EmbedderReply, Preparer } from "./embedder-jobs.ts";
import { conventionOf } from "./model-conventions.ts";
import { checkModelFiles } from "./model-files.ts";
import type { Canary, ChecksumRule } from "./model-files.ts";
import { openWorkerPool } from "./worker-pool.ts";
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
/** Other runtimes and processors move a vector of this model to .99; unrelated sentences are below .8. */
const MIN_CANARY_COSINE = 0.97;

/**
 * An ONNX embedding model run by @xenova/transformers in worker processes, one ONNX thread each, one text at a time: the int8 model
 * scales its activations over a whole batch, so a text embedded beside others would get another vector. A vector stands for the
 * first 512 tokens of its text. Nothing is downloaded.
 * @throws ParallaxError `model-missing`, `model-damaged` or `embedder-failed` (the native library does not load)
 */
export async function openTransformersEmbedder(plan: TransformersPlan): Promise<Embedder & Preparer> {
  const modelFolder = resolve(plan.modelFolder);
  const files = await checkModelFiles(modelFolder, plan.checksums ?? "required");
  const model = basename(modelFolder);
  const convention = conventionOf(model);
  const opening: EmbedderJob = {
    kind: "load",
    modelFolder,
    session: { quantized: files.quantized, pooling: convention.pooling },
  };
  const pool = await openWorkerPool<EmbedderJob, EmbedderReply>({
    url: workerUrl("transformers-worker"),
    workers: Math.max(1, Math.floor(plan.workers)),
    opening,
    jobTimeoutMs: JOB_TIMEOUT_MS,
  });
  const abilities = embedThrough(pool, convention);
  try {
    const dimensions = await probe(abilities, files.canary);
    return {
      name: `${model}${files.quantized ? "-int8" : ""}`,
      fingerprint: fingerprintOf(
        files.fingerprint,
        `${convention.pooling}|${convention.questionPrefix}|${convention.textPrefix}`,
      ),
      dimensions,
      ...abilities,
    };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

/** Dimensions of a vector; where the folder has a canary, its vector must be the stored one. */
async function probe(embedder: Pick<Embedder, "embedTexts">, canary: Canary | null): Promise<number> {
  const [vector] = await embedder.embedTexts([canary?.text ?? "canary"]);
  if (vector === undefined) throw new ParallaxError("internal", "The embedder gave no vector for one text.");
  if (canary === null) return vector.length;
  const stored = canary.vector;
  const cosine = vector.reduce((sum, x, i) => sum + x * (stored[i] ?? 0), 0) / Math.hypot(...stored);
  if (stored.length === vector.length && cosine >= MIN_CANARY_COSINE) return vector.length;
  throw new ParallaxError(
    "model-damaged",
    `The model computes another vector for its canary sentence than the one stored with it (cosine ${cosine.toFixed(3)}, at least ` +
      `${MIN_CANARY_COSINE} is needed; ${vector.length} dimensions, ${stored.length} stored). Its files are whole: install onnxruntime-node again.`,
    { details: { cosine, dimensions: vector.length } },
  );
}

/** What an embedder does, by jobs of a pool. */
function embedThrough(
  pool: EmbedderPool,
  prefixes: { readonly questionPrefix: string; readonly textPrefix: string },
): Omit<Embedder, "name" | "fingerprint" | "dimensions"> & Preparer {
  return {
    ...preparingThrough(pool),
    embedQuestion: (question, signal) =>
      embedInPool(pool, `${prefixes.questionPrefix}${question}`, { lane: "question", signal }),
    embedTexts: async (texts, onEach) => {
      const rest = new AbortController();
      setMaxListeners(0, rest.signal); // one a text; the default of ten is there to find leaks
      try {
        const vectors: Float32Array[] = [];
        await Promise.all(
          longestFirst(texts).map(async (place) => {
            const text = `${prefixes.textPrefix}${texts[place] ?? ""}`;
            vectors[place] = await embedInPool(pool, text, { lane: "text", signal: rest.signal });
            onEach?.();
          }),
        );
        return vectors;
      } finally {
        // After a failure nobody waits for the others; after success there are none.
        rest.abort();
      }
    },
    close: () => pool.close(),
  };
}

/** Places of the texts by falling length: the runtime is quicker where each text is about as long as the one before it. */
function longestFirst(texts: readonly string[]): readonly number[] {
  return [...texts.keys()].sort((a, b) => (texts[b]?.length ?? 0) - (texts[a]?.length ?? 0) || a - b);
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
