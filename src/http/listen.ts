import type { Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { ServerType } from "@hono/node-server";
import { ParallaxError } from "../errors.ts";

/** A server that accepts connections. */
export type Listening = {
  /** "http://127.0.0.1:8787", with the port that was really taken. */
  readonly url: string;
  /**
   * Stops accepting, lets what runs finish, and cuts what has not after `graceMs`.
   * @param giveUp called a little before, where something still runs: time for it to say that it will not
   * @returns how many connections had to be cut
   */
  readonly close: (graceMs: number, giveUp?: () => void) => Promise<number>;
};

/** Of the grace this much is kept for last words, half of it where it is shorter than twice that. */
const LAST_WORDS_MS = 1000;

/** When a connection is dropped, in milliseconds. */
export type Deadlines = {
  /** For a whole request, headers and body; a question takes milliseconds. */
  readonly request: number;
  readonly headers: number;
  readonly keepAlive: number;
  /** Nothing came and nothing could be sent: a client that does not read, or is no longer there. Streams say every 10 s that they are. */
  readonly silence: number;
  /** How often the first two are looked at; Node's own 30 s would double them. */
  readonly checkEvery: number;
};

const DEADLINES_MS: Deadlines = {
  request: 30_000,
  headers: 10_000,
  keepAlive: 5_000,
  silence: 60_000,
  checkEvery: 5_000,
};
const MAX_CONNECTIONS = 1024;

/**
 * Starts a server for an app. Port 0 takes any free one.
 * @param given deadlines other than the usual ones
 * @throws ParallaxError `port-taken`, `wrong-setting`
 */
export async function listen(
  app: { readonly fetch: (request: Request) => Response | Promise<Response> },
  where: { readonly host: string; readonly port: number },
  given: Partial<Deadlines> = {},
): Promise<Listening> {
  const deadlines = { ...DEADLINES_MS, ...given };
  const server = createAdaptorServer({
    fetch: (request) => app.fetch(request),
    serverOptions: {
      requestTimeout: deadlines.request,
      headersTimeout: deadlines.headers,
      keepAliveTimeout: deadlines.keepAlive,
      connectionsCheckingInterval: deadlines.checkEvery,
    },
  });
  if (!isHttp1(server)) throw new ParallaxError("internal", "The HTTP adapter made a server of another kind.");
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = deadlines.silence;
  const traffic = watchTraffic(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(explain(cause, where)));
    server.listen(where.port, where.host, resolve);
  });
  return {
    url: toUrl(where.host, server.address()),
    close: (graceMs, giveUp) => closeServer(server, traffic, { graceMs, giveUp }),
  };
}

const isHttp1 = (server: ServerType): server is Server => "closeIdleConnections" in server;

/** What is open, kept so that a closing server knows which connections somebody waits on. */
type Traffic = { readonly sockets: Set<Socket>; readonly replies: Set<ServerResponse>; closing: boolean };

function watchTraffic(server: Server): Traffic {
  const traffic: Traffic = { sockets: new Set(), replies: new Set(), closing: false };
  server.on("connection", (socket) => {
    traffic.sockets.add(socket);
    socket.once("close", () => traffic.sockets.delete(socket));
  });
  server.prependListener("request", (_request, reply) => {
    if (traffic.closing) reply.shouldKeepAlive = false;
    traffic.replies.add(reply);
    reply.once("close", () => traffic.replies.delete(reply));
  });
  return traffic;
}

async function closeServer(
  server: Server,
  traffic: Traffic,
  { graceMs, giveUp }: { readonly graceMs: number; readonly giveUp: (() => void) | undefined },
): Promise<number> {
  traffic.closing = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const waitedOn = new Set([...traffic.replies].map((reply) => reply.socket));
  // Not closeIdleConnections(): to Node a connection that has asked nothing yet is not idle, and would be waited for.
  for (const socket of traffic.sockets) if (!waitedOn.has(socket)) socket.destroy();
  for (const reply of traffic.replies) if (!reply.headersSent) reply.shouldKeepAlive = false;
  let cut = 0;
  const lastWords = setTimeout(() => giveUp?.(), graceMs - Math.min(LAST_WORDS_MS, graceMs / 2));
  const deadline = setTimeout(() => {
    cut = traffic.replies.size;
    server.closeAllConnections();
  }, graceMs);
  await closed;
  clearTimeout(lastWords);
  clearTimeout(deadline);
  return cut;
}

function toUrl(host: string, address: AddressInfo | string | null): string {
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function explain(
  cause: NodeJS.ErrnoException,
  { host, port }: { readonly host: string; readonly port: number },
): ParallaxError {
  const details = { host, port, errno: cause.code };
  switch (cause.code) {
    case "EADDRINUSE": {
      const message = `Port ${port} on ${host} is taken. Stop what uses it, or choose another with --port or PARALLAX_PORT.`;
      return new ParallaxError("port-taken", message, { cause, details });
    }
    case "EACCES": {
      const message = `Port ${port} may not be used by this user. Choose one above 1023 with --port or PARALLAX_PORT.`;
      return new ParallaxError("port-taken", message, { cause, details });
    }
    default: {
      const message = `Cannot listen on ${host} (${cause.code ?? cause.message}). Choose an address of this machine with --host or PARALLAX_HOST.`;
      return new ParallaxError("wrong-setting", message, { cause, details });
    }
  }
}
