import { fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { openTransformersEmbedder } from "../../src/adapters/transformers-embedder.ts";
import { workerUrl } from "../../src/adapters/worker-url.ts";

const shipped = "models/bge-small-en-v1.5";
const scratch = mkdtempSync(join(tmpdir(), "parallax-model-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const SHA = "[0-9a-f]{64}";

/** A copy of the shipped folder; large files that stay as they are are links. */
function copyModel(change: { readonly [file: string]: (bytes: Buffer) => Buffer | null }): string {
  const folder = join(mkdtempSync(join(scratch, "copy-")), "bge-small-en-v1.5");
  mkdirSync(join(folder, "onnx"), { recursive: true });
  for (const name of [
    "SHA256SUMS",
    "canary.json",
    "config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "onnx/model_quantized.onnx",
  ]) {
    const edit = change[name];
    const bytes = edit?.(readFileSync(join(shipped, name)));
    if (edit === undefined) share(join(shipped, name), join(folder, name));
    else if (bytes !== null && bytes !== undefined) writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

function share(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to); // another file system
  }
}

function flip(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

const gone = (): null => null;
const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);
const refusal = (modelFolder: string, checksums: "required" | "where-listed" = "required"): Promise<unknown> =>
  openTransformersEmbedder({ modelFolder, workers: 1, checksums }).then(
    async (embedder) => {
      await embedder.close();
      return "it opened";
    },
    (error: unknown) => error,
  );

describe("07: a model that is not the one that was shipped", () => {
  test("the control: an unchanged copy opens, and is the same model", async () => {
    const copy = await openTransformersEmbedder({ modelFolder: copyModel({}), workers: 1 });
    const original = await openTransformersEmbedder({ modelFolder: shipped, workers: 1 });
    expect(copy.fingerprint).toBe(original.fingerprint);
    await Promise.all([copy.close(), original.close()]);
  });

  test.each(["onnx/model_quantized.onnx", "tokenizer.json", "config.json", "tokenizer_config.json", "SHA256SUMS"])(
    "%s missing: refused, naming the file",
    async (name) => {
      const error = await refusal(copyModel({ [name]: gone }));
      expect(error).toMatchObject({ code: "model-missing", details: { file: name } });
      expect(String(error)).toContain(name);
    },
  );

  test.each<[string, string, (bytes: Buffer) => Buffer]>([
    ["the model cut in half", "onnx/model_quantized.onnx", half],
    ["one bit of the model flipped", "onnx/model_quantized.onnx", flip],
    ["an empty model", "onnx/model_quantized.onnx", () => Buffer.alloc(0)],
    ["one bit of the tokenizer flipped", "tokenizer.json", flip],
    ["another setting", "config.json", (bytes) => Buffer.concat([bytes, Buffer.from("\n")])],
  ])("%s: refused, naming the file and both SHA-256", async (_, name, change) => {
    const error = await refusal(copyModel({ [name]: change }));
    expect(error).toMatchObject({ code: "model-damaged", details: { file: name } });
    expect(String(error)).toMatch(new RegExp(`${name}.*SHA-256 is ${SHA}, SHA256SUMS says ${SHA}`));
  });

  test("a list without the model is no list", async () => {
    const without = (bytes: Buffer): Buffer => Buffer.from(bytes.toString().replace(/^.*onnx\n/m, ""));
    expect(await refusal(copyModel({ SHA256SUMS: without }))).toMatchObject({ code: "model-damaged" });
  });

  test("a folder of one's own needs no list; a cut model is then refused by the native runtime, without a second try", async () => {
    const error = await refusal(copyModel({ SHA256SUMS: gone, "onnx/model_quantized.onnx": half }), "where-listed");
    expect(error).toMatchObject({ code: "embedder-failed" });
    expect(String(error)).not.toMatch(/wasm/i);
  });

  test("a model that computes another vector for its canary is refused", async () => {
    const other = (bytes: Buffer): Buffer => {
      const canary = JSON.parse(bytes.toString()) as { vector: number[] };
      return Buffer.from(JSON.stringify({ ...canary, vector: canary.vector.toReversed() }));
    };
    const error = await refusal(copyModel({ SHA256SUMS: gone, "canary.json": other }), "where-listed");
    expect(error).toMatchObject({ code: "model-damaged" });
    expect(String(error)).toMatch(/canary sentence .*cosine -?\d/);
  });

  test("without its native library, the worker says so and computes nothing", async () => {
    const hook = `export async function resolve(name, context, next) {
      if (name === "onnxruntime-node") throw new Error("wrong ELF class");
      return next(name, context);
    }`;
    const hookUrl = `data:text/javascript,${encodeURIComponent(hook)}`;
    const preload = `import { register } from "node:module"; register(${JSON.stringify(hookUrl)});`;
    const worker = fork(fileURLToPath(workerUrl("transformers-worker")), [], {
      serialization: "advanced",
      execArgv: ["--import", `data:text/javascript,${encodeURIComponent(preload)}`],
    });
    worker.send({ kind: "load", modelFolder: shipped, session: { quantized: true, pooling: "cls" } });
    const [notice] = await once(worker, "message");
    worker.kill("SIGKILL");
    expect(notice).toMatchObject({ kind: "failed", code: "embedder-failed" });
    expect((notice as { message: string }).message).toMatch(/native library of onnxruntime-node .*wrong ELF class/);
  });
});
