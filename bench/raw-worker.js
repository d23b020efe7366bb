// The baseline of embedding: the library alone in a process of its own, with the settings that are known to be best (one thread a
// session, one text a call) and nothing of ours. Texts come all at once, and a process takes the next when it has done one.

import { basename, dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import ort from "onnxruntime-node";

const folder = process.argv[2];
const create = ort.InferenceSession.create.bind(ort.InferenceSession);
// By its path: given its bytes, as the library does, onnxruntime-node 1.14 ignores all options.
ort.InferenceSession.create = () =>
  create(join(folder, "onnx", "model_quantized.onnx"), {
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
const { env, pipeline } = await import("@xenova/transformers");

env.allowRemoteModels = false;
env.localModelPath = dirname(folder);
const extract = await pipeline("feature-extraction", basename(folder), { quantized: true });
await extract("warm", { pooling: "cls", normalize: true });
process.send({ kind: "ready" });

process.on("message", async (texts) => {
  const eachMs = [];
  for (const text of texts) {
    const from = performance.now();
    await extract(text, { pooling: "cls", normalize: true });
    eachMs.push(performance.now() - from);
    await setImmediate(); // the runtime frees its tensors between two turns of the event loop, and slows down if there are none
  }
  process.send({ kind: "done", eachMs });
});
