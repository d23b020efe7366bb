import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeTraffic, packageFolder, readSettings, shippedModel } from "../../src/cli/settings.ts";
import type { Flags } from "../../src/cli/settings.ts";

const read = (flags: Flags = {}, env: Record<string, string> = {}) =>
  readSettings({
    flags,
    env,
    cwd: "/home/me",
    isFolder: (path) => path === "/home/me/my-model" || path === shippedModel,
  });

const refusal = (flags: Flags, env: Record<string, string> = {}): string => {
  try {
    read(flags, env);
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "";
};

const ORIGINS =
  'Allowed: origins between commas, such as "https://news.example, http://127.0.0.1:8080"; no path, no *.';

describe("settings", () => {
  it("default to what ships with the package, on this machine only", () => {
    expect(read()).toEqual({
      corpus: join(packageFolder, "corpus"),
      index: join(packageFolder, "index"),
      host: "127.0.0.1",
      port: 8787,
      vectors: "auto",
      embedder: { kind: "folder", folder: shippedModel, shipped: true },
      origins: [],
      log: null,
    });
  });

  it("go by flags over environment over defaults, each on its own", () => {
    const env = { PARALLAX_PORT: "9001", PARALLAX_HOST: "::1", PARALLAX_INDEX: "/elsewhere", PARALLAX_VECTORS: "hnsw" };
    const settings = read({ port: "9002", index: "here" }, env);
    expect(settings).toMatchObject({ port: 9002, host: "::1", index: "/home/me/here", vectors: "hnsw" });
  });

  it("list origins between commas or blanks", () => {
    const { origins } = read({}, { PARALLAX_ORIGINS: " https://a.example,http://127.0.0.1:8080 " });
    expect(origins).toEqual(["https://a.example", "http://127.0.0.1:8080"]);
  });

  it("count an empty value as not set", () => {
    expect(read({}, { PARALLAX_PORT: "", PARALLAX_EMBEDDER: "", PARALLAX_LOG: "" })).toEqual(read());
  });

  it.each([
    [{ port: "80 80" }, {}, '--port is "80 80". Allowed: a number from 0 (any free port) to 65535.'],
    [{ port: "65536" }, {}, '--port is "65536". Allowed: a number from 0 (any free port) to 65535.'],
    [{}, { PARALLAX_PORT: "1e3" }, 'PARALLAX_PORT is "1e3". Allowed: a number from 0 (any free port) to 65535.'],
    [{}, { PARALLAX_VECTORS: "fast" }, 'PARALLAX_VECTORS is "fast". Allowed: auto, exact or hnsw.'],
    [{}, { PARALLAX_LOG: "loud" }, 'PARALLAX_LOG is "loud". Allowed: silent, error, warn, info, questions.'],
    [{}, { PARALLAX_ORIGINS: "*" }, `PARALLAX_ORIGINS is "*". ${ORIGINS}`],
    [{}, { PARALLAX_ORIGINS: "https://a.example/" }, `PARALLAX_ORIGINS is "https://a.example/". ${ORIGINS}`],
    [{}, { PARALLAX_ORIGINS: "https://a.example javascript:x" }, `PARALLAX_ORIGINS is "javascript:x". ${ORIGINS}`],
    [{ host: "a b" }, {}, '--host is "a b". Allowed: a host name or an IP address.'],
  ])("name a wrong value and what is allowed: %o %o", (flags, env, message) => {
    expect(refusal(flags, env)).toBe(message);
  });
});

describe("the embedder", () => {
  it.each([
    ["my-model", { kind: "folder", folder: "/home/me/my-model", shipped: false }],
    [shippedModel, { kind: "folder", folder: shippedModel, shipped: true }],
    ["openai:small-3", { kind: "openai", model: "small-3", baseUrl: new URL("https://api.openai.com/v1"), key: null }],
  ])("may be %s", (embedder, expected) => {
    expect(read({ embedder }).embedder).toEqual(expected);
  });

  it("may be a Hugging Face id, kept in the user's cache", () => {
    const env = { XDG_CACHE_HOME: "/cache" };
    const expected = { kind: "hugging-face", id: "Xenova/some-model", cacheFolder: "/cache/parallax/models" };
    expect(read({ embedder: "Xenova/some-model" }, env).embedder).toEqual(expected);
  });

  it.each(["./missing", "/missing", "one-word", "openai:", "a/b/c"])("may not be %s", (embedder) => {
    expect(refusal({ embedder })).toMatch(/^--embedder is ".*"\. Allowed: a folder that exists, a Hugging Face id/);
  });

  it("has an endpoint and a key of its own; a key that lies about is not taken", () => {
    const env = {
      PARALLAX_EMBEDDINGS_URL: "http://127.0.0.1:9/v1",
      PARALLAX_EMBEDDINGS_KEY: "k",
      OPENAI_API_KEY: "other",
    };
    expect(read({ embedder: "openai:m" }, env).embedder).toMatchObject({
      baseUrl: new URL("http://127.0.0.1:9/v1"),
      key: "k",
    });
    expect(read({ embedder: "openai:m" }, { OPENAI_API_KEY: "other" }).embedder).toMatchObject({ key: null });
  });

  it.each(["javascript:alert(1)", "file:///etc/passwd", "not an address", "http://me:canary-secret@host/v1"])(
    "refuses the endpoint %s and shows no secret",
    (address) => {
      const message = refusal(
        { embedder: "openai:m" },
        { PARALLAX_EMBEDDINGS_URL: address, PARALLAX_EMBEDDINGS_KEY: "canary-key" },
      );
      expect(message).toMatch(/^PARALLAX_EMBEDDINGS_URL /);
      expect(message).not.toContain("canary");
    },
  );

  it("decides what leaves the machine", () => {
    expect(describeTraffic(read())).toBe("nothing leaves this machine");
    expect(describeTraffic(read({ embedder: "openai:m" }))).toBe(
      "documents and questions go to https://api.openai.com to be embedded",
    );
  });
});
