import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  describeAnswerer,
  describeTraffic,
  packageFolder,
  readSettings,
  shippedModel,
} from "../../src/cli/settings.ts";
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
      writer: null,
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
    expect(describeAnswerer(read())).toBe("answerer extractive");
    expect(describeTraffic(read({ embedder: "openai:m" }))).toBe(
      "documents and questions to be embedded go to https://api.openai.com",
    );
  });
});

describe("the language model", () => {
  const of = (env: Readonly<Record<string, string>>) => read({}, env).writer;

  it("is used where it is named, with a key or an address beside it", () => {
    expect(of({ OPENAI_MODEL: "m", OPENAI_API_KEY: "k" })).toEqual({
      model: "m",
      baseUrl: new URL("https://api.openai.com/v1"),
      key: "k",
      timeoutS: 20,
      contextTokens: 8192,
    });
    const local = { OPENAI_MODEL: "m", OPENAI_BASE_URL: "http://127.0.0.1:11434/v1", PARALLAX_LLM_TIMEOUT: "120" };
    expect(of(local)).toMatchObject({ key: null, timeoutS: 120, baseUrl: new URL("http://127.0.0.1:11434/v1") });
  });

  it("is not used for a key, or an address, that lies in the environment alone", () => {
    expect(of({ OPENAI_API_KEY: "k" })).toBeNull();
    expect(of({ OPENAI_API_KEY: "k", OPENAI_BASE_URL: "http://127.0.0.1:9/v1" })).toBeNull();
    expect(of({ OPENAI_MODEL: "", OPENAI_API_KEY: "k" })).toBeNull();
  });

  it("needs to be somewhere", () => {
    expect(refusal({}, { OPENAI_MODEL: "m" })).toMatch(/^OPENAI_MODEL is "m", and nothing says where it is\./);
  });

  it.each([
    [{ PARALLAX_LLM_TIMEOUT: "soon" }, /^PARALLAX_LLM_TIMEOUT is "soon"\. Allowed: whole seconds/],
    [{ PARALLAX_LLM_CONTEXT: "12" }, /^PARALLAX_LLM_CONTEXT is "12"\. Allowed: tokens from 2048/],
    [{ OPENAI_BASE_URL: "javascript:alert(1)" }, /^OPENAI_BASE_URL is "javascript:alert\(1\)"\. Allowed: an http/],
    [{ OPENAI_BASE_URL: "http://me:canary@host/v1" }, /^OPENAI_BASE_URL (?!.*canary).*OPENAI_API_KEY/],
  ])("refuses %o by name", (env, message) => {
    expect(refusal({}, { OPENAI_MODEL: "m", OPENAI_API_KEY: "k", ...env })).toMatch(message);
  });

  it("decides what leaves the machine, and where to", () => {
    const away = read({}, { OPENAI_MODEL: "m", OPENAI_API_KEY: "canary" });
    expect(describeTraffic(away)).toBe(
      "questions, conversations and the quotes of an answer to be worded go to https://api.openai.com",
    );
    expect(describeAnswerer(away)).toBe("answerer m at https://api.openai.com, extractive where it fails");
    const here = read({}, { OPENAI_MODEL: "m", OPENAI_BASE_URL: "http://localhost:11434/v1" });
    expect(describeTraffic(here)).toBe(
      "nothing leaves this machine; questions, conversations and the quotes of an answer to be worded go to http://localhost:11434, which is this machine",
    );
  });
});
