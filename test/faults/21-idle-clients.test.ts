import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askBytes, startAskingServer } from "../fakes/asking-server.ts";
import type { AskingServer } from "../fakes/asking-server.ts";

/** As the real ones, but short: none of them is asserted, only that there is one. */
const DEADLINES = { request: 2000, headers: 1500, keepAlive: 1000, silence: 1500, checkEvery: 50 };
/** A reply that fits no buffer of the system's. */
const PIPELINED = 150;

let server: AskingServer;

beforeAll(async () => {
  server = await startAskingServer({ more: "The ferry is blue and old. ".repeat(4000), deadlines: DEADLINES });
});

afterAll(() => server.close(0));

async function connected(): Promise<Socket> {
  const socket = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Writes a byte now and then, until the server has enough of it. */
function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ""), 20);
  socket.once("close", () => clearInterval(timer));
}

const post = askBytes("How many passengers?");
const bodyAt = post.indexOf("\r\n\r\n") + 4;

/** Clients that would hold a connection for ever. */
const CLIENTS: Readonly<Record<string, (socket: Socket) => void>> = {
  "says nothing": (socket) => socket.resume(),
  "drips its headers": (socket) => {
    socket.write("POST /ask HTTP/1.1\r\nhost: 127.0.0.1\r\n");
    drip(socket.resume(), "x-more: and more\r\n");
  },
  "drips its body": (socket) => {
    socket.write(post.slice(0, bodyAt).replace(/content-length: \d+/, "content-length: 60000"));
    drip(socket.resume(), " ");
  },
  "stops in its body": (socket) => socket.resume().write(post.slice(0, -1)),
  "is gone without a word once it was answered": (socket) => socket.resume().write(post),
  "closed its half in the middle of a request": (socket) => socket.resume().end(post.slice(0, bodyAt)),
};

const ask = async (): Promise<string> => {
  const headers = { "content-type": "application/json" };
  const body = '{"question":"How many passengers did the ferry carry?"}';
  return (await fetch(`${server.url}/ask`, { method: "POST", headers, body })).text();
};

describe("21: clients that hold a connection", () => {
  test.concurrent.each(Object.entries(CLIENTS))(
    "who %s is dropped; others are answered meanwhile",
    async (_how, behave) => {
      const socket = await connected();
      const closed = new Promise((resolve) => socket.once("end", resolve).once("close", resolve));
      behave(socket);
      expect(await ask()).toContain("120 passengers");
      await closed;
      socket.destroy();
    },
  );

  test("who never reads is dropped, and what was kept for it with it", async () => {
    const socket = await connected();
    socket.pause();
    socket.write("GET /documents/ferry HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n".repeat(PIPELINED));
    expect(await ask()).toContain("120 passengers");
    expect(openSockets()).toBeGreaterThan(1);
    // It hears nothing, for it does not read; so it is looked for on the other side, which is in this process too.
    while (openSockets() > 1) await new Promise((resolve) => setTimeout(resolve, DEADLINES.checkEvery));
    socket.destroy();
  });
});

/** Ends of connections in this process: here both ends of each. */
const openSockets = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "TCPSocketWrap").length;
