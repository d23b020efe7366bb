import { connect } from "node:net";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { makeApp } from "../../src/http/app.ts";
import { listen } from "../../src/http/listen.ts";
import type { Listening } from "../../src/http/listen.ts";
import { emptyAnswer, makeFakeHouse } from "./fake-house.ts";

const open: Listening[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)));
});

async function start(house = makeFakeHouse().house, port = 0): Promise<Listening> {
  const server = await listen(makeApp(house), { host: "127.0.0.1", port });
  open.push(server);
  return server;
}

/** A house whose answers wait, and which tells when a question has come in. */
function makeWaitingHouse() {
  let letGo = () => {};
  let arrived = () => {};
  const signals: AbortSignal[] = [];
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const { house } = makeFakeHouse({
    ask: async ({ question }, { signal }) => {
      signals.push(signal);
      arrived();
      await gate;
      return emptyAnswer(question);
    },
  });
  return { house, letGo, arrival, signals };
}

const askOf = (url: string, signal?: AbortSignal) =>
  fetch(`${url}/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"question":"Who?"}',
    ...(signal ? { signal } : {}),
  });

describe("a server", () => {
  it("says the port that it really took, and answers there", async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "alive" });
  });

  it("names a port that is taken, and what to do", async () => {
    const port = Number(new URL((await start()).url).port);
    await expect(start(undefined, port)).rejects.toMatchObject({
      code: "port-taken",
      message: `Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another with --port or PARALLAX_PORT.`,
    });
  });

  it("names an address that is not this machine's", async () => {
    const nowhere = listen(makeApp(makeFakeHouse().house), { host: "192.0.2.1", port: 0 });
    await expect(nowhere).rejects.toMatchObject({ code: "wrong-setting" });
  });

  it("finishes what runs before it closes, and takes nothing new", async () => {
    const { house, letGo, arrival } = makeWaitingHouse();
    const server = await start(house);
    const reply = askOf(server.url);
    await arrival;
    const closed = server.close(10_000);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    letGo();
    expect((await reply).status).toBe(200);
    expect(await closed).toBe(0);
  });

  it("cuts what does not finish in time", async () => {
    const { house, arrival } = makeWaitingHouse();
    const server = await start(house);
    const reply = askOf(server.url).catch(() => "cut");
    await arrival;
    expect(await server.close(10)).toBe(1);
    expect(await reply).toBe("cut");
  });

  it("tells who still waits to ask again, before it cuts anybody", async () => {
    const stopping = new AbortController();
    const { house, arrival, signals } = makeWaitingHouse();
    const server = await start({ ...house, stopping: stopping.signal });
    const reply = askOf(server.url);
    await arrival;
    // A grace that half of is far longer than telling takes, and still short.
    expect(await server.close(4_000, () => stopping.abort())).toBe(0);
    const told = await reply;
    expect([told.status, told.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await told.json()).toMatchObject({ type: "urn:parallax:problem:not-ready", retryable: true });
    expect(signals[0]?.aborted).toBe(true);
  });

  it("does not wait for a connection on which nothing is asked", async () => {
    const server = await start();
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(socket, "connect");
    await fetch(`${server.url}/healthz`);
    // A grace longer than the test may take: waiting for the socket would show.
    expect(await server.close(600_000)).toBe(0);
    socket.destroy();
  });

  it("tells the house when a client leaves", async () => {
    const { house, arrival, signals, letGo } = makeWaitingHouse();
    const { url } = await start(house);
    const client = new AbortController();
    const reply = askOf(url, client.signal).catch(() => "left");
    await arrival;
    const [signal] = signals;
    const told = signal?.aborted === false && once(signal, "abort");
    client.abort();
    expect(await reply).toBe("left");
    await told;
    expect(signal?.aborted).toBe(true);
    letGo();
  });

  it("tells the house when a client leaves in the middle of a stream", async () => {
    const { house, arrival, signals, letGo } = makeWaitingHouse();
    const { url } = await start(house);
    const client = new AbortController();
    const reply = await fetch(`${url}/ask`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: '{"question":"Who?"}',
      signal: client.signal,
    });
    await arrival;
    const first = await reply.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toContain("searching");
    const [signal] = signals;
    const told = signal?.aborted === false && once(signal, "abort");
    client.abort();
    await told;
    expect(signal?.aborted).toBe(true);
    letGo();
  });
});
