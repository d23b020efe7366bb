import { describe, expect, it } from "vitest";
import { ParallaxError } from "../../src/errors.ts";
import { makeApp } from "../../src/http/app.ts";
import { emptyAnswer, makeFakeHouse } from "./fake-house.ts";
import { parseEvents } from "./parse-events.ts";
import { post, problemOf } from "./problem-of.ts";

const asEvents = (accept = "text/event-stream") => post({ question: "Who?" }, { accept });

/** Reads one chunk as text; "" at the end. */
const readChunk = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> =>
  new TextDecoder().decode((await reader.read()).value);

const readerOf = (reply: Response): ReadableStreamDefaultReader<Uint8Array> => {
  if (!reply.body) throw new Error("no body");
  return reply.body.getReader();
};

describe("POST /ask as events", () => {
  it("is sent so that nobody keeps, changes or holds it back", async () => {
    const reply = await makeApp(makeFakeHouse().house).request("/ask", asEvents());
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
    expect(reply.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(reply.headers.get("x-accel-buffering")).toBe("no");
    expect(reply.headers.get("x-request-id")).toBeTruthy();
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("tells what it does, then the text, then the answer that JSON would give", async () => {
    const reply = await makeApp(makeFakeHouse().house).request("/ask", asEvents());
    const events = parseEvents(await reply.text());
    expect(events).toEqual([
      { event: "status", data: { stage: "searching" } },
      { event: "status", data: { stage: "writing" } },
      { event: "text", data: { delta: "The documents do not say." } },
      { event: "done", data: emptyAnswer("Who?") },
    ]);
  });

  it("says how a follow-up was read before the first word of its answer", async () => {
    const read = (question: string) => ({ ...emptyAnswer(question), readAs: "Who was it in Senn?" });
    const { house } = makeFakeHouse({ ask: ({ question }) => Promise.resolve(read(question)) });
    const events = parseEvents(await (await makeApp(house).request("/ask", asEvents())).text());
    expect(events[1]).toEqual({ event: "status", data: { stage: "writing", readAs: "Who was it in Senn?" } });
  });

  it.each([
    ["text/event-stream", "text/event-stream; charset=utf-8"],
    ["text/event-stream, application/json;q=0.5", "text/event-stream; charset=utf-8"],
    ["text/event-stream, application/json", "text/event-stream; charset=utf-8"],
    ["application/json, text/event-stream", "application/json"],
    ["text/event-stream;q=0.1, application/json", "application/json"],
    ["text/event-stream;q=0, */*", "application/json"],
    ["*/*", "application/json"],
    ["TEXT/Event-Stream", "text/event-stream; charset=utf-8"],
  ])("to Accept: %s sends %s", async (accept, type) => {
    const reply = await makeApp(makeFakeHouse().house).request("/ask", asEvents(accept));
    expect(reply.headers.get("content-type")).toBe(type);
  });

  it("says at once that it has begun, before there is an answer", async () => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const { house } = makeFakeHouse({ ask: ({ question }) => gate.then(() => emptyAnswer(question)) });
    const reader = readerOf(await makeApp(house).request("/ask", asEvents()));
    expect(await readChunk(reader)).toBe('event: status\ndata: {"stage":"searching"}\n\n');
    letGo();
    expect(await readChunk(reader)).toContain("writing");
  });

  it("refuses what is wrong with the request by its status, before a stream begins", async () => {
    const app = makeApp(makeFakeHouse().house);
    const empty = await app.request("/ask", post({ question: "" }, { accept: "text/event-stream" }));
    expect((await problemOf(empty)).status).toBe(422);
    const loading = makeApp(makeFakeHouse({ readiness: () => ({ kind: "loading" }) }).house);
    expect((await problemOf(await loading.request("/ask", asEvents()))).status).toBe(503);
  });

  it.each([
    ["a fault of ours", new Error("/secret/path exploded"), 500],
    ["a model that fails", new ParallaxError("embedder-failed", "/secret/worker died"), 503],
    ["a question that was given up here", new ParallaxError("aborted", "/secret stopped"), 503],
  ])("ends %s in an error event that hides it", async (_name, error, status) => {
    const { house } = makeFakeHouse({ ask: () => Promise.reject(error) });
    const reply = await makeApp(house).request(
      "/ask",
      post({ question: "Who?" }, { accept: "text/event-stream", "x-request-id": "mine-2" }),
    );
    const stream = await reply.text();
    const last = parseEvents(stream).at(-1);
    expect(last).toMatchObject({ event: "error", data: { status, requestId: "mine-2" } });
    expect(stream).not.toContain("secret");
  });

  it("ends in an error event that may be asked again when the server stops, though the asking heeds no signal", async () => {
    const stopping = new AbortController();
    const signals: AbortSignal[] = [];
    const ask = (_request: unknown, { signal }: { readonly signal: AbortSignal }) => {
      signals.push(signal);
      return new Promise<never>(() => {});
    };
    const app = makeApp(makeFakeHouse({ ask, stopping: stopping.signal }).house);
    const reply = await app.request("/ask", asEvents());
    stopping.abort();
    const events = parseEvents(await reply.text());
    expect(events.at(-1)).toMatchObject({ event: "error", data: { status: 503, retryable: true } });
    expect(signals[0]?.aborted).toBe(true);
    const late = parseEvents(await (await app.request("/ask", asEvents())).text());
    expect(late.at(-1)).toMatchObject({ event: "error", data: { status: 503, retryable: true } });
  });

  it("stops the asking when the client leaves, and writes nothing more", async () => {
    const signals: AbortSignal[] = [];
    const { house, logged } = makeFakeHouse({
      ask: (_request, { signal }) => {
        signals.push(signal);
        return new Promise((_resolve, reject) =>
          signal.addEventListener("abort", () => reject(new ParallaxError("aborted", "left"))),
        );
      },
    });
    const reader = readerOf(await makeApp(house).request("/ask", asEvents()));
    await readChunk(reader);
    expect(signals[0]?.aborted).toBe(false);
    await reader.cancel();
    expect(signals[0]?.aborted).toBe(true);
    expect(await readChunk(reader)).toBe("");
    await new Promise((resolve) => setImmediate(resolve));
    expect(logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("holds its place among 64 until it has ended, and gives it back", async () => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const { house } = makeFakeHouse({ ask: ({ question }) => gate.then(() => emptyAnswer(question)) });
    const app = makeApp(house);
    const running = await Promise.all(Array.from({ length: 64 }, async () => app.request("/ask", asEvents())));
    const refused = await app.request("/ask", asEvents());
    expect([(await problemOf(refused)).status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    letGo();
    for (const stream of await Promise.all(running.map(async (reply) => reply.text())))
      expect(parseEvents(stream).at(-1)?.event).toBe("done");
    expect((await app.request("/ask", asEvents())).status).toBe(200);
  });
});
