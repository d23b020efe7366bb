import { afterEach, describe, expect, test } from "vitest";
import { openOpenaiEmbedder } from "../../src/adapters/openai-embedder.ts";
import type { Preparer } from "../../src/adapters/embedder-jobs.ts";
import type { Embedder } from "../../src/ports.ts";
import { startEmbeddingsServer } from "../fakes/embeddings-server.ts";
import type { EmbeddingsServer, Misbehaviour } from "../fakes/embeddings-server.ts";

const KEY = "sk-a-secret-that-must-not-be-seen";
const open: (Embedder & Preparer)[] = [];
const servers: EmbeddingsServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((embedder) => embedder.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(misbehave?: Misbehaviour): Promise<EmbeddingsServer> {
  const server = await startEmbeddingsServer(misbehave);
  servers.push(server);
  return server;
}

async function connect(server: { readonly baseUrl: URL }, deadlineMs = 5000): Promise<Embedder & Preparer> {
  const tokenizerFolder = "models/bge-small-en-v1.5";
  const embedder = await openOpenaiEmbedder({
    model: "fake",
    baseUrl: server.baseUrl,
    key: KEY,
    tokenizerFolder,
    workers: 1,
    deadlineMs,
  });
  open.push(embedder);
  return embedder;
}

/** Misbehaves after the probe that finds the dimensions. */
const afterProbe =
  (misbehave: Misbehaviour): Misbehaviour =>
  (input, request) =>
    input[0] === "dimensions" ? null : misbehave(input, request);

const embeddings = (...vectors: (readonly unknown[])[]): Response =>
  Response.json({ data: vectors.map((embedding, index) => ({ index, embedding })) });

describe("an OpenAI-compatible embedder", () => {
  test("sends model, key and float encoding, and texts in batches of 32", async () => {
    const server = await start();
    const embedder = await connect(server);
    await embedder.embedTexts(Array.from({ length: 70 }, (_, n) => `text ${n}`));
    expect(server.asked.map(({ input }) => input.length)).toEqual([1, 32, 32, 6]);
    expect(server.asked[1]?.body).toMatchObject({ model: "fake", encoding_format: "float" });
    expect(server.asked[1]?.authorization).toBe(`Bearer ${KEY}`);
  });

  test("normalises: (3, 4) becomes (.6, .8)", async () => {
    const server = await start(() => embeddings([3, 4]));
    const vector = await (await connect(server)).embedQuestion("any");
    expect(Array.from(vector)).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)]);
  });

  test("its fingerprint changes with model, host and dimensions, not with the key", async () => {
    const [one, other] = [await start(), await start()];
    const [a, b, c] = [await connect(one), await connect(other), await connect(one)];
    expect(a.fingerprint).not.toBe(b.fingerprint);
    expect(a.fingerprint).toBe(c.fingerprint);
  });

  test("tries again after 503 and 429, three times in all", async () => {
    let left = 2;
    const server = await start(
      afterProbe(() => (left-- > 0 ? new Response("busy", { status: left === 1 ? 503 : 429 }) : null)),
    );
    const embedder = await connect(server);
    expect(await embedder.embedQuestion("patience")).toHaveLength(32);
    left = 99;
    await expect(embedder.embedQuestion("none left")).rejects.toMatchObject({ code: "embedder-failed" });
    expect(server.asked).toHaveLength(1 + 3 + 3);
  });

  test("does not repeat what the server refuses, and shows the status, not the key", async () => {
    const server = await start(
      afterProbe(() => Response.json({ error: { message: `Incorrect API key provided: ${KEY}` } }, { status: 401 })),
    );
    const embedder = await connect(server);
    const error = await embedder.embedQuestion("who").catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/embeddings server http:\/\/127.* failed for model "fake": HTTP 401/);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error)).not.toContain(KEY);
    expect(server.asked).toHaveLength(2);
  });

  test("is not sent elsewhere: a redirect is refused", async () => {
    const elsewhere = await start();
    const server = await start(
      afterProbe(
        () => new Response(null, { status: 307, headers: { location: `${elsewhere.baseUrl.href}/embeddings` } }),
      ),
    );
    const embedder = await connect(server);
    await expect(embedder.embedQuestion("who")).rejects.toThrow(/HTTP 307/);
    expect(elsewhere.asked).toEqual([]);
  });

  test.each<[string, () => Response, RegExp]>([
    [
      "an HTML page with status 200",
      () => new Response("<html>hello</html>", { headers: { "content-type": "text/html" } }),
      /reply/,
    ],
    [
      "JSON that is cut",
      () => new Response('{"data":[{"emb', { headers: { "content-type": "application/json" } }),
      /reply/,
    ],
    ["no data", () => Response.json({ object: "list" }), /no list of embeddings/],
    ["too few vectors", () => Response.json({ data: [] }), /0 vectors for 1 texts/],
    ["another dimension", () => embeddings([1, 0, 0]), /3 dimensions after 32/],
    ["a number that JSON cannot hold", () => embeddings([null, 1]), /no list of embeddings/],
    ["a zero vector", () => embeddings(Array.from({ length: 32 }, () => 0)), /zero/],
    ["wrong numbering", () => Response.json({ data: [{ index: 1, embedding: [1] }] }), /not numbered/],
  ])("refuses %s", async (_, reply, message) => {
    const embedder = await connect(await start(afterProbe(reply)));
    const error = await embedder.embedQuestion("what").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "embedder-failed" });
    expect(String(error)).toMatch(message);
  });

  test("gives up at the deadline where the server never answers, or stalls after the headers", async () => {
    const stalled = new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"data":')) });
    const replies = [
      new Promise<null>(() => {}),
      new Response(stalled, { headers: { "content-type": "application/json" } }),
    ];
    const embedder = await connect(await start(afterProbe(() => replies.shift() ?? null)), 300);
    await expect(embedder.embedQuestion("silence")).rejects.toThrow(/no whole reply within 300 ms/);
    await expect(embedder.embedQuestion("half")).rejects.toThrow(/no whole reply within 300 ms/);
    expect(await embedder.embedQuestion("works again")).toHaveLength(32);
  });

  test("does not wait for a Retry-After of an hour", async () => {
    const busy = () => new Response("busy", { status: 429, headers: { "retry-after": "3600" } });
    const embedder = await connect(await start(afterProbe(busy)), 300);
    await expect(embedder.embedQuestion("later")).rejects.toThrow(/within 300 ms/);
  });

  test("lets go of a question at once, and of texts when it is closed", async () => {
    const embedder = await connect(await start(afterProbe(() => new Promise<null>(() => {}))));
    const leaving = new AbortController();
    const question = embedder.embedQuestion("leaving", leaving.signal);
    const texts = embedder.embedTexts(["a", "b"]);
    leaving.abort();
    await expect(question).rejects.toMatchObject({ code: "aborted" });
    await Promise.all([expect(texts).rejects.toMatchObject({ code: "aborted" }), embedder.close()]);
  });

  test("names an address that nobody listens at", async () => {
    const server = await start();
    await server.close();
    servers.length = 0;
    await expect(connect(server)).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)/);
  });
});
