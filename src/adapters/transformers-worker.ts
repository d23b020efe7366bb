import { basename, dirname, join } from "node:path";
import { ParallaxError } from "../errors.ts";
import { cutForEmbedding } from "./embedder-jobs.ts";
import type { EmbedderJob, EmbedderReply, LoadJob } from "./embedder-jobs.ts";
import { nodeHash } from "./node-hash.ts";
import { serveJobs } from "./worker-serve.ts";

/** What a worker can do once it has loaded its files. */
type Skills = {
  readonly countTokens: (text: string) => number;
  readonly embed: (text: string) => Promise<Float32Array>;
};

/**
 * One thread a session: two workers with one thread each embed more texts a second than one with two, and a second thread, which waits
 * by spinning, takes the core that the server needs. The library cannot be told, so the runtime's `create` is wrapped before the
 * library is imported; it is given the file's path, for with the model's bytes, as the library calls it, onnxruntime-node 1.14 ignores all
 * options. The same wrap refuses the library's second try with WebAssembly: it would be slow, give other vectors and hide what is wrong
 * with the native library or the file.
 */
async function insistOnNativeRuntime(modelFile: string): Promise<void> {
  const runtime = await import("onnxruntime-node").catch((cause: unknown) => {
    throw new ParallaxError(
      "embedder-failed",
      `The native library of onnxruntime-node cannot be loaded on ${process.platform}-${process.arch}: ${String(cause)} ` +
        "Install it again with npm ci, or set PARALLAX_EMBEDDER=openai:MODEL.",
      { cause },
    );
  });
  const { InferenceSession } = runtime.default ?? runtime;
  const create = InferenceSession.create.bind(InferenceSession);
  let failure: unknown = null;
  Reflect.set(InferenceSession, "create", async () => {
    if (failure !== null) throw failure;
    try {
      return await create(modelFile, { executionProviders: ["cpu"], intraOpNumThreads: 1, interOpNumThreads: 1 });
    } catch (error) {
      failure = error;
      throw error;
    }
  });
}

async function load({ modelFolder, session }: LoadJob): Promise<Skills> {
  const file = session?.quantized === false ? "model.onnx" : "model_quantized.onnx";
  await insistOnNativeRuntime(join(modelFolder, "onnx", file));
  const { AutoTokenizer, env, pipeline } = await import("@xenova/transformers");
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.localModelPath = dirname(modelFolder);
  const model = basename(modelFolder);
  // The library prints what the wrap above makes of a model that does not load; the error itself reaches the caller.
  console.warn = () => {};
  const [tokenizer, extract] = await Promise.all([
    AutoTokenizer.from_pretrained(model),
    session && pipeline("feature-extraction", model, { quantized: session.quantized }),
  ]);
  const countTokens = (text: string): number => tokenizer.encode(text, null, { add_special_tokens: false }).length;

  const embed = async (text: string): Promise<Float32Array> => {
    if (session === null || extract === null) throw new ParallaxError("internal", "This worker holds no model.");
    const output = await extract(cutForEmbedding(text), { pooling: session.pooling, normalize: true });
    const vector = Float32Array.from(output.data, Number);
    if (!vector.every(Number.isFinite)) {
      throw new ParallaxError("embedder-failed", `Model "${model}" gave a vector that is not finite. Check its files.`);
    }
    return vector;
  };

  return { countTokens, embed };
}

let skills: Skills | null = null;

serveJobs(async (job: EmbedderJob): Promise<EmbedderReply> => {
  if (job.kind === "load") {
    skills = await load(job);
    return { kind: "loaded" };
  }
  if (skills === null) throw new ParallaxError("internal", "This worker was asked before it had loaded its model.");
  switch (job.kind) {
    case "embed":
      return { kind: "vector", vector: await skills.embed(job.text) };
    case "count":
      return { kind: "tokens", tokens: skills.countTokens(job.text) };
    case "prepare": {
      // Imported when first needed: a server that only answers questions never pays for the language tables.
      const { prepareDocument } = await import("../index/prepare.ts");
      const { path, bytes } = job;
      return { kind: "prepared", preparation: prepareDocument({ path, bytes }, skills.countTokens, nodeHash) };
    }
  }
});
