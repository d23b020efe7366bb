import { serve } from "@hono/node-server";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Socket } from "node:net";
import { Hono } from "hono";
import { chatBehaviours } from "./chat-behaviours.ts";
import type { ChatBehaviour } from "./chat-behaviours.ts";
import type { ChatRequest } from "./chat-plays.ts";
import { chatShapes } from "./chat-shapes.ts";
import type { ChatShapeName } from "./chat-shapes.ts";

/** Says what the model says to a request. */
export type ChatWriter = (request: ChatRequest) => string;

/** One request as it arrived. */
type ChatAsked = {
  readonly body: ChatRequest;
  readonly authorization: string | null;
  /** All of them, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
};

/** An OpenAI-compatible chat completions server on 127.0.0.1 that does what it is told to, good or bad. */
export type ChatServer = {
  readonly baseUrl: URL;
  /** What was asked, in order of arrival. */
  readonly asked: readonly ChatAsked[];
  /** From now on; several are played one request each, the last of them ever after. */
  readonly behave: (...behaviours: readonly ChatBehaviour[]) => void;
  readonly write: (writer: ChatWriter) => void;
  /** Holds once this many requests have arrived, in all. */
  readonly untilAsked: (requests: number) => Promise<void>;
  /** Holds once this many clients, in all, have closed their connection before the reply to them was over. */
  readonly untilLeft: (clients: number) => Promise<void>;
  /** Clients that left so far. */
  readonly left: () => number;
  /** Connections so far, also such as carried several requests. */
  readonly connections: () => number;
  /** Written to clients so far, in bytes, heads included. */
  readonly sentBytes: () => number;
  readonly close: () => Promise<void>;
};

/** Said by a server that was not told what to say. */
export const FIXED_REPLY = JSON.stringify({
  sentences: [
    { text: "The ferry “Åland” sank on Monday – 31 people died.", cites: [1, 2] },
    { text: "The harbour master puts the toll at 34. 🚢", cites: [3] },
  ],
  disagreements: [{ first: 1, second: 3, reason: "They count the dead differently." }],
});

/** @param plan behaviour `good`, the fixed reply and OpenAI's shape where it names none */
export async function startChatServer(
  plan: { readonly behaviour?: ChatBehaviour; readonly write?: ChatWriter; readonly shape?: ChatShapeName } = {},
): Promise<ChatServer> {
  let behaviours: readonly ChatBehaviour[] = [plan.behaviour ?? "good"];
  let write = plan.write ?? (() => FIXED_REPLY);
  const times = new Map<ChatBehaviour, number>();
  const asked: ChatAsked[] = [];
  const arrivals = makeCounter();
  const leavings = makeCounter();
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post("/v1/chat/completions", async (c) => {
    const { outgoing } = c.env;
    if (!("socket" in outgoing) || !("req" in outgoing)) throw new Error("HTTP/1.1 only");
    const request = await c.req.json<ChatRequest>();
    const behaviour = behaviours[0] ?? "good";
    if (behaviours.length > 1) behaviours = behaviours.slice(1);
    const time = (times.get(behaviour) ?? 0) + 1;
    times.set(behaviour, time);
    let dropped = false;
    outgoing.once("close", () => {
      if (!outgoing.writableEnded && !dropped) leavings.add();
    });
    asked.push({ body: request, authorization: c.req.header("authorization") ?? null, headers: c.req.header() });
    arrivals.add();
    chatBehaviours[behaviour]({
      request,
      text: write(request),
      time,
      shape: chatShapes[plan.shape ?? "openai"],
      outgoing,
      drop: () => {
        dropped = true;
        outgoing.destroy();
      },
    });
    return RESPONSE_ALREADY_SENT;
  });
  const connections = makeCounter();
  /** Those that are open; what closed ones have sent is kept as a sum, so that a thousand of them do not weigh. */
  const sockets = new Set<Socket>();
  let sentByClosed = 0;
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({
        baseUrl: new URL(`http://127.0.0.1:${port}/v1`),
        asked,
        behave: (...next) => {
          behaviours = next;
          times.clear();
        },
        write: (writer) => {
          write = writer;
        },
        untilAsked: arrivals.until,
        untilLeft: leavings.until,
        left: leavings.count,
        connections: connections.count,
        sentBytes: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, sentByClosed),
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      }),
    );
    server.on("connection", (socket: Socket) => {
      connections.add();
      sockets.add(socket);
      socket.once("close", () => {
        sockets.delete(socket);
        sentByClosed += socket.bytesWritten;
      });
    });
  });
}

function makeCounter() {
  let count = 0;
  let waiting: { readonly n: number; readonly resolve: () => void }[] = [];
  return {
    add: (): void => {
      count++;
      for (const { n, resolve } of waiting) if (n <= count) resolve();
      waiting = waiting.filter(({ n }) => n > count);
    },
    count: (): number => count,
    until: (n: number): Promise<void> =>
      count >= n ? Promise.resolve() : new Promise((resolve) => waiting.push({ n, resolve })),
  };
}
