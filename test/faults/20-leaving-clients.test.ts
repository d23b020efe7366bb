import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askBytes, startAskingServer } from "../fakes/asking-server.ts";
import type { AskingServer } from "../fakes/asking-server.ts";

const CLIENTS = 1000;
/** Fewer than the questions that are answered at once. */
const AT_ONCE = 50;
/** A client that is kept costs at least its request, some 20 kB; so much is allowed for all of them. */
const MAX_GROWTH_BYTES = 6_000_000;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

let server: AskingServer;
const unhandled: unknown[] = [];
const note = (reason: unknown): number => unhandled.push(reason);

beforeEach(async () => {
  server = await startAskingServer();
  process.on("unhandledRejection", note);
});

afterEach(async () => {
  await server.close(0);
  process.off("unhandledRejection", note);
  expect(unhandled.splice(0)).toEqual([]);
});

/** A client that has sent this. */
async function clientSending(text: string): Promise<Socket> {
  const socket = connect(server.port, "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(text);
  return socket;
}

async function leave(socket: Socket): Promise<void> {
  const closed = once(socket, "close");
  socket.destroy();
  await closed;
}

const LEAVING = {
  "before the first byte": async () => clientSending(askBytes("Is it slow?")),
  "in mid-stream": async () => {
    const socket = await clientSending(askBytes("Is it slow?", "text/event-stream"));
    await once(socket, "data");
    return socket;
  },
} as const;

/** So many clients that ask, and leave once the server works for them; resolves once that work was stopped. */
async function leaveOneAfterTheOther(how: () => Promise<Socket>, clients: number): Promise<void> {
  for (let done = 0; done < clients; done += AT_ONCE) {
    const { begun } = server.slow;
    const sockets = await Promise.all(Array.from({ length: AT_ONCE }, how));
    await server.until("begun", begun + AT_ONCE);
    await Promise.all(sockets.map(leave));
    await server.until("stopped", begun + AT_ONCE);
  }
}

/** What the process holds once everything that was let go of is gone. */
async function measure(): Promise<{ readonly heap: number; readonly sockets: number }> {
  // Closed handles and what finalizers let go of are gone some turns of the event loop later.
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  const sockets = process.getActiveResourcesInfo().filter((kind) => /TCPSocket|Timeout/.test(kind)).length;
  return { heap: process.memoryUsage().heapUsed, sockets };
}

const answer = async (): Promise<string> => {
  const socket = await clientSending(askBytes("How many passengers did the ferry carry?"));
  const [data] = await once(socket, "data");
  await leave(socket);
  return String(data);
};

describe("20: clients leave", () => {
  test.each(Object.entries(LEAVING))(
    `${CLIENTS} of them %s: the work for each stops, and nothing of them is kept`,
    async (_when, how) => {
      await leaveOneAfterTheOther(how, 4 * AT_ONCE);
      const before = await measure();
      await leaveOneAfterTheOther(how, CLIENTS);
      expect(server.slow.stopped).toBe(server.slow.begun);
      const after = await measure();
      expect(after.sockets).toBeLessThanOrEqual(before.sockets + 2);
      expect(after.heap - before.heap).toBeLessThan(MAX_GROWTH_BYTES);
      expect(await answer()).toContain("120 passengers");
    },
    120_000,
  );

  test("in the middle of their request: it is no question, and the next one is answered", async () => {
    const whole = askBytes("Is it slow?");
    for (const part of [5, 40, whole.length - 1]) {
      await Promise.all(Array.from({ length: AT_ONCE }, async () => leave(await clientSending(whole.slice(0, part)))));
    }
    expect(await answer()).toContain("120 passengers");
    expect(server.slow.begun).toBe(0);
  });
});
