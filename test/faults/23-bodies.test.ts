import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApp } from "../../src/http/app.ts";
import { listen } from "../../src/http/listen.ts";
import type { Listening } from "../../src/http/listen.ts";
import { makeFakeHouse } from "../http/fake-house.ts";

let server: Listening;
const { house, asked } = makeFakeHouse();

beforeAll(async () => {
  server = await listen(makeApp(house), { host: "127.0.0.1", port: 0 });
});

afterAll(() => server.close(0));

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/ask`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });

async function statusOf(reply: Promise<Response>): Promise<number> {
  const { status, headers } = await reply;
  expect(headers.get("content-type")).toBe("application/problem+json");
  return status;
}

/** Sends raw bytes for as long as the server takes them. @returns the reply's first line, and how much was sent */
async function sendEndlessly(head: string, piece: string): Promise<{ readonly line: string; readonly sent: number }> {
  const socket: Socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  await once(socket, "connect");
  let reply = "";
  let sent = 0;
  socket.setEncoding("latin1").on("data", (text: string) => (reply += text));
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(head);
  const goOn = (): void => {
    while (!socket.destroyed && !reply.includes("\r\n\r\n")) {
      sent += piece.length;
      if (!socket.write(piece)) {
        socket.once("drain", () => setImmediate(goOn));
        return;
      }
    }
    socket.end();
  };
  goOn();
  await closed;
  return { line: reply.split("\r\n")[0] ?? "", sent };
}

const MEBIBYTE = 1024 * 1024;

describe("row 23: bodies that are too large, too deep or something else", () => {
  it("a question of 10 MB is 413", async () => {
    expect(await statusOf(post(JSON.stringify({ question: "a".repeat(10 * MEBIBYTE) })))).toBe(413);
  });

  it("64 KiB are read, one byte more is 413", async () => {
    const fill = (bytes: number) => `{"question":"${"a".repeat(bytes - 15)}"}`;
    expect(await statusOf(post(fill(64 * 1024)))).toBe(422);
    expect(await statusOf(post(fill(64 * 1024 + 1)))).toBe(413);
  });

  it("a body that never ends is cut off, and takes no memory", async () => {
    const before = process.memoryUsage().rss;
    const head =
      "POST /ask HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    const piece = `4000\r\n${"a".repeat(0x4000)}\r\n`;
    const { line } = await sendEndlessly(head, piece);
    expect(line).toBe("HTTP/1.1 413 Payload Too Large");
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * MEBIBYTE);
  });

  it("a body longer than it claims does not reach the parser", async () => {
    const head = "POST /ask HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 70000\r\n\r\n";
    expect((await sendEndlessly(head, "a".repeat(0x4000))).line).toBe("HTTP/1.1 413 Payload Too Large");
  });

  it.each([30_000, 100_000])("JSON %i levels deep is refused without a crash", async (levels) => {
    const status = await statusOf(post("[".repeat(levels)));
    expect(status).toBe(levels > 64 * 1024 ? 413 : 400);
    expect(await statusOf(post(`{"question":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`))).toBe(400);
  });

  it("brackets inside a string are not depth", async () => {
    expect((await post(JSON.stringify({ question: `Why "${"[{".repeat(100)}\\"?` }))).status).toBe(200);
  });

  it.each(["__proto__", "constructor", "toString"])(
    "a key %s is 422, at any depth, and changes no object",
    async (key) => {
      expect(await statusOf(post(`{"question":"Who?","${key}":{"literal":true}}`))).toBe(422);
      expect(await statusOf(post(`{"question":"Who?","filters":{"${key}":{"limit":1}}}`))).toBe(422);
      expect(({} as { literal?: unknown }).literal).toBeUndefined();
    },
  );

  it("gzip, with or without saying so, is refused", async () => {
    const zipped = new Uint8Array(gzipSync('{"question":"Who?"}'));
    expect(await statusOf(post(zipped, { "content-encoding": "gzip" }))).toBe(415);
    expect(await statusOf(post(zipped))).toBe(400);
  });

  it("bytes that are no UTF-8 are 400", async () => {
    expect(await statusOf(post(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22])))).toBe(400);
  });

  it("another media type is 415", async () => {
    expect(await statusOf(post('{"question":"Who?"}', { "content-type": "text/plain" }))).toBe(415);
  });

  it("the server answers as ever afterwards", async () => {
    const reply = await post('{"question":"Still there?"}');
    expect([reply.status, asked.at(-1)?.question]).toEqual([200, "Still there?"]);
  });
});
