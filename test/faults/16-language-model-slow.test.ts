import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openOpenaiGenerator } from "../../src/adapters/openai-generator.ts";
import type { Alarm } from "../../src/adapters/reply-deadlines.ts";
import type { Generator, Prompt } from "../../src/ports.ts";
import type { ChatBehaviour } from "../fakes/chat-behaviours.ts";
import { FIXED_REPLY, startChatServer } from "../fakes/chat-server.ts";
import type { ChatServer } from "../fakes/chat-server.ts";

const prompt: Prompt = { system: "s", user: "u", schema: { name: "answer", json: {} }, maxTokens: 100 };

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer();
});
afterAll(() => server.close());

/** Time for deadlines alone, set by hand: connections and the server are real. */
function handAlarm() {
  let nowMs = 0;
  const set = new Map<() => void, number>();
  const alarm: Alarm = (ms, ring) => {
    set.set(ring, nowMs + ms);
    return () => void set.delete(ring);
  };
  const advance = (ms: number): void => {
    nowMs += ms;
    for (const [ring, atMs] of [...set].sort(([, a], [, b]) => a - b)) {
      if (atMs > nowMs) break;
      set.delete(ring);
      ring();
    }
  };
  return { alarm, advance };
}

/** With the deadlines that people get: 5 s for the first text, 10 s between two, 20 s in all. */
const connect = (time: { readonly alarm?: Alarm } = {}): Generator =>
  openOpenaiGenerator({ model: "fake", baseUrl: server.baseUrl, key: null, contextTokens: 4096, ...time });

const late = (detail: string) => ({ kind: "failed", why: "llm-timeout", detail });

describe("16: a language model that takes too long", () => {
  test.each<ChatBehaviour>([
    "never-answers",
    "stalls-after-headers",
    "stalls-mid-body",
    "comments-for-ever",
    "reasons-for-ever",
    "drips-bytes-for-ever",
  ])("%s: given up after 5 s without text, and the connection is closed", async (behaviour) => {
    const time = handAlarm();
    server.behave(behaviour);
    const [asked, left] = [server.asked.length, server.left()];
    const onText = vi.fn<(piece: string) => void>();
    const settled = vi.fn<(reply: unknown) => void>();
    const asking = connect(time).generate(prompt, { onText }).then(settled);
    await server.untilAsked(asked + 1);
    time.advance(4_999);
    for (let n = 0; n < 5; n++) await nextTurn();
    expect(settled).not.toHaveBeenCalled();
    time.advance(1);
    await asking;
    expect(settled).toHaveBeenCalledExactlyOnceWith(late("no text within 5000 ms"));
    expect(onText).not.toHaveBeenCalled();
    await server.untilLeft(left + 1);
    expect(server.asked).toHaveLength(asked + 1);
  });

  test("stalls-mid-stream: given up after 10 s without further text, and the connection is closed", async () => {
    const time = handAlarm();
    server.behave("stalls-mid-stream");
    const left = server.left();
    let told = "";
    const asking = connect(time).generate(prompt, {
      onText: (piece) => {
        told += piece;
        // Seconds between two pieces are nothing bad.
        if (told.length < 20) time.advance(4_000);
        if (told.length >= 100) void nextTurn().then(() => time.advance(10_000));
      },
    });
    expect(await asking).toEqual(late("no further text within 10000 ms"));
    expect(FIXED_REPLY.startsWith(told)).toBe(true);
    await server.untilLeft(left + 1);
  });

  test("drips-for-ever: given up after 20 s, however much text has come, and the connection is closed", async () => {
    const time = handAlarm();
    server.behave("drips-for-ever");
    const left = server.left();
    let pieces = 0;
    const asking = connect(time).generate(prompt, {
      onText: () => {
        pieces++;
        time.advance(1_000);
      },
    });
    expect(await asking).toEqual(late("no whole reply within 20000 ms"));
    expect(pieces).toBeGreaterThanOrEqual(20);
    await server.untilLeft(left + 1);
  });

  test("twenty that stall are given up together", async () => {
    const time = handAlarm();
    server.behave("never-answers");
    const [asked, left] = [server.asked.length, server.left()];
    const generator = connect(time);
    const all = Promise.all(Array.from({ length: 20 }, () => generator.generate(prompt, {})));
    await server.untilAsked(asked + 20);
    time.advance(5_000);
    expect(await all).toEqual(Array.from({ length: 20 }, () => late("no text within 5000 ms")));
    await server.untilLeft(left + 20);
  });
});

describe("16: a language model that does not stop", () => {
  test.each<[ChatBehaviour, detail: string]>([
    ["huge-body", "its reply is too large"],
    ["huge", "its reply is too long"],
    ["repeats-itself", "its reply repeats itself"],
  ])("%s is cut off: %s", async (behaviour, detail) => {
    server.behave(behaviour);
    expect(await connect().generate(prompt, {})).toEqual({ kind: "failed", why: "llm-rejected", detail });
  });

  test("content without an end is read no further than the cap, and the connection is closed", async () => {
    server.behave("huge-body");
    const [left, sent] = [server.left(), server.sentBytes()];
    await connect().generate(prompt, {});
    await server.untilLeft(left + 1);
    // The cap of 8 MB, and what lies in the buffers of two sockets.
    expect(server.sentBytes() - sent).toBeLessThan(24_000_000);
  });

  test("one that is done but leaves the connection open is not waited for", async () => {
    server.behave("stays-open-after-done");
    const left = server.left();
    expect(await connect().generate(prompt, {})).toEqual({ kind: "complete", text: FIXED_REPLY });
    await server.untilLeft(left + 1);
  });
});
