import { basename, dirname } from "node:path";
import { workerData } from "node:worker_threads";
import { ParallaxError } from "../errors.ts";
import type { EmbedderJob, EmbedderReply } from "./embedder-jobs.ts";
import { nodeHash } from "./node-hash.ts";
import { serveJobs } from "./worker-serve.ts";
import type { Workmanship } from "./worker-serve.ts";

/** What a worker is started with. The files of the folder were verified by whoever starts it. */
export type TransformersWorkerData = {
  readonly modelFolder: string;
  /** `onnx/model_quantized.onnx` rather than `onnx/model.onnx`. */
  readonly quantized: boolean;
  readonly pooling: "cls" | "mean";
};

/** BERT's limit; the library cuts there without a word. */
const MAX_TOKENS = 512;
/** Longest text the tokenizer is given, UTF-16 units: 512 English tokens are about 2,500, and a longer text is cut anyway. */
const MAX_UNITS = 16 * MAX_TOKENS;

/**
 * One thread a session: two workers with one thread each embed more texts a second than one with two. The library cannot be told, so
 * the runtime's `create` is wrapped before the library is imported. The same wrap refuses the library's second try with WebAssembly:
 * it would be slow, give other vectors and hide what is wrong with the native library or the file.
 */
async function insistOnNativeRuntime(): Promise<void> {
  const runtime = await import("onnxruntime-node").catch((error: unknown) => {
    throw new ParallaxError(
      "embedder-failed",
      `The native library of onnxruntime-node cannot be loaded on ${process.platform}-${process.arch}: ${String(error)} ` +
        "Install it again with npm ci, or set PARALLAX_EMBEDDER=openai:MODEL.",
      { cause: error },
    );
  });
  const { InferenceSession } = runtime.default ?? runtime;
  const create = InferenceSession.create.bind(InferenceSession);
  let failure: unknown = null;
  Reflect.set(InferenceSession, "create", async (model: Uint8Array) => {
    if (failure !== null) throw failure;
    try {
      return await create(model, { executionProviders: ["cpu"], intraOpNumThreads: 1, interOpNumThreads: 1 });
    } catch (error) {
      failure = error;
      throw error;
    }
  });
}

async function loadModel(plan: TransformersWorkerData): Promise<Workmanship<EmbedderJob, EmbedderReply>> {
  await insistOnNativeRuntime();
  const { AutoTokenizer, env, pipeline } = await import("@xenova/transformers");
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.localModelPath = dirname(plan.modelFolder);
  const model = basename(plan.modelFolder);
  // The library prints what the wrap above makes of a model that does not load; the error itself reaches the caller.
  console.warn = () => {};
  const [tokenizer, extract] = await Promise.all([
    AutoTokenizer.from_pretrained(model),
    pipeline("feature-extraction", model, { quantized: plan.quantized }),
  ]);
  const countTokens = (text: string): number => tokenizer.encode(text, null, { add_special_tokens: false }).length;

  const embed = async (text: string): Promise<Float32Array<ArrayBuffer>> => {
    const output = await extract(text.length > MAX_UNITS ? text.slice(0, MAX_UNITS) : text, {
      pooling: plan.pooling,
      normalize: true,
    });
    const vector = Float32Array.from(output.data, Number);
    if (!vector.every(Number.isFinite)) {
      throw new ParallaxError("embedder-failed", `Model "${model}" gave a vector that is not finite. Check its files.`);
    }
    return vector;
  };

  const work = async (job: EmbedderJob): Promise<EmbedderReply> => {
    switch (job.kind) {
      case "embed":
        return { kind: "vector", vector: await embed(job.text) };
      case "count":
        return { kind: "tokens", tokens: countTokens(job.text) };
      case "prepare": {
        // Imported when first needed: a server that only answers questions never pays for the language tables.
        const { prepareDocument } = await import("../index/prepare.ts");
        return {
          kind: "prepared",
          preparation: prepareDocument({ path: job.path, bytes: job.bytes }, countTokens, nodeHash),
        };
      }
    }
  };
  return { work, moved: (reply) => (reply.kind === "vector" ? [reply.vector.buffer] : []) };
}

const data: TransformersWorkerData = workerData;
await serveJobs(() => loadModel(data));
