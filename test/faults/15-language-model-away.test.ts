import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOpenaiGenerator } from "../../src/adapters/openai-generator.ts";
import { restingGenerator } from "../../src/adapters/resting-generator.ts";
import type { Generator, Prompt } from "../../src/ports.ts";
import type { ChatBehaviour } from "../fakes/chat-behaviours.ts";
import { startChatServer } from "../fakes/chat-server.ts";
import type { ChatServer } from "../fakes/chat-server.ts";

const prompt: Prompt = { system: "s", user: "u", schema: { name: "answer", json: {} }, maxTokens: 100 };

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer();
});
afterAll(() => server.close());

const connect = (baseUrl = server.baseUrl): Generator =>
  openOpenaiGenerator({ model: "fake", baseUrl, key: "sk-canary", contextTokens: 4096 });

describe("15: a language model that cannot be had", () => {
  test.each<[fault: string, reach: () => Promise<URL>, detail: RegExp]>([
    [
      "a refused connection",
      async () => {
        const gone = await startChatServer();
        await gone.close();
        return gone.baseUrl;
      },
      /cannot be reached \(ECONNREFUSED\)/,
    ],
    // RFC 6761: never resolves, and needs no network to find out.
    [
      "a name nobody has",
      async () => new URL("http://canary.invalid/v1"),
      /cannot be reached \((?:ENOTFOUND|EAI_AGAIN)\)/,
    ],
    ["an address of another kind", async () => new URL("file:///v1"), /cannot be reached|cannot be sent/],
  ])("%s is a value, not an error", async (_, reach, detail) => {
    const reply = await connect(await reach()).generate(prompt, {});
    expect(reply).toMatchObject({ kind: "failed", why: "llm-unavailable", detail: expect.stringMatching(detail) });
    expect(JSON.stringify(reply)).not.toContain("canary");
  });

  test.each<[ChatBehaviour, requests: number]>([
    ["server-error", 2],
    ["service-unavailable", 2],
    ["closes-at-once", 2],
    ["rate-limited-1h", 1],
    ["rate-limited-junk", 1],
  ])("%s: llm-unavailable after %i tries", async (behaviour, requests) => {
    server.behave(behaviour);
    const before = server.asked.length;
    expect(await connect().generate(prompt, {})).toMatchObject({ kind: "failed", why: "llm-unavailable" });
    expect(server.asked).toHaveLength(before + requests);
  });

  test("a Retry-After of 1 s is waited for where the deadline allows it", async () => {
    server.behave("rate-limited-1s");
    expect(await connect().generate(prompt, {})).toMatchObject({ kind: "complete" });
  });

  test.each<ChatBehaviour>(["unauthorized", "rate-limited", "html-200", "finish-length"])(
    "after five failures in a row by %s nothing more is sent for 30 s, then one question decides",
    async (behaviour) => {
      const clock = { atMs: 0, nowMs: () => clock.atMs };
      const resting = restingGenerator(connect(), clock);
      const askAll = (): Promise<readonly string[]> =>
        Promise.all(Array.from({ length: 20 }, async () => (await resting.generate(prompt, {})).kind));
      server.behave(behaviour);
      for (let n = 0; n < 5; n++) await resting.generate(prompt, {});
      const before = server.asked.length;
      clock.atMs = 29_999;
      expect(new Set(await askAll())).toEqual(new Set(["failed"]));
      expect(server.asked).toHaveLength(before);
      clock.atMs = 30_000;
      await askAll();
      expect(server.asked).toHaveLength(before + 1);
      server.behave("good");
      clock.atMs = 60_000;
      expect((await askAll()).filter((kind) => kind === "complete")).toHaveLength(1);
      expect(new Set(await askAll())).toEqual(new Set(["complete"]));
    },
  );
});
