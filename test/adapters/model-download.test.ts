import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { afterEach, describe, expect, test } from "vitest";
import { downloadModel, isModelId } from "../../src/adapters/model-download.ts";
import { checkModelFiles } from "../../src/adapters/model-files.ts";

const undo: (() => unknown)[] = [];
afterEach(() => Promise.all(undo.splice(0).map((step) => step())));

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "parallax-download-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A hub on 127.0.0.1; `answer` gets the path of a file inside the model. */
async function startHub(answer: (file: string) => Response): Promise<{ readonly host: URL; readonly asked: string[] }> {
  const asked: string[] = [];
  const app = new Hono();
  app.get("/:owner/:name/resolve/main/:file{.+}", (c) => {
    asked.push(c.req.path);
    return answer(c.req.param("file"));
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({ host: new URL(`http://127.0.0.1:${port}/`), asked }),
    );
    undo.push(() => server.close());
  });
}

describe("a model of the hub", () => {
  test("is downloaded once, and its checksums hold from then on", async () => {
    const { host, asked } = await startHub((file) => new Response(`content of ${file}`));
    const cacheFolder = scratch();
    const folder = await downloadModel({ id: "Owner/model-a", cacheFolder, host });
    expect(folder).toBe(join(cacheFolder, "Owner", "model-a"));
    expect(readFileSync(join(folder, "onnx/model_quantized.onnx"), "utf8")).toBe(
      "content of onnx/model_quantized.onnx",
    );
    expect(await downloadModel({ id: "Owner/model-a", cacheFolder, host })).toBe(folder);
    expect(asked).toEqual(
      ["onnx/model_quantized.onnx", "tokenizer.json", "config.json", "tokenizer_config.json"].map(
        (file) => `/Owner/model-a/resolve/main/${file}`,
      ),
    );
    await expect(checkModelFiles(folder, "required")).resolves.toMatchObject({ quantized: true, canary: null });
  });

  test("that is cut short or not there leaves nothing, and the address is named", async () => {
    const cut = new ReadableStream({
      start: (body) => {
        body.enqueue(new Uint8Array(10));
        body.error(new Error("cut"));
      },
    });
    const replies = [new Response(cut), new Response("none", { status: 404 })];
    const { host } = await startHub(() => replies.shift() ?? new Response("late"));
    const cacheFolder = scratch();
    const plan = { id: "Owner/model-b", cacheFolder, host };
    await expect(downloadModel(plan)).rejects.toMatchObject({ code: "model-missing" });
    await expect(downloadModel(plan)).rejects.toThrow(
      /Owner\/model-b\/resolve\/main\/onnx.* cannot be downloaded: HTTP 404/,
    );
    expect(readdirSync(cacheFolder)).toEqual([]);
    await expect(downloadModel(plan)).resolves.toBe(join(cacheFolder, "Owner", "model-b"));
  });

  test("has an owner and a name, and nothing that leads out of the cache", async () => {
    expect(["Xenova/bge-base-en-v1.5", "a/b"].filter(isModelId)).toHaveLength(2);
    const bad = ["model", "../x", "a/..", "a/b/c", "a/", "/b", "https://a/b", "a b/c", ""];
    expect(bad.filter(isModelId)).toEqual([]);
    await expect(downloadModel({ id: "../x", cacheFolder: scratch() })).rejects.toMatchObject({
      code: "wrong-setting",
    });
  });
});
