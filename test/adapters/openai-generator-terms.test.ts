import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openOpenaiGenerator } from "../../src/adapters/openai-generator.ts";
import type { OpenaiGeneratorPlan } from "../../src/adapters/openai-generator.ts";
import type { Generator, Prompt } from "../../src/ports.ts";
import { FIXED_REPLY, startChatServer } from "../fakes/chat-server.ts";
import type { ChatServer } from "../fakes/chat-server.ts";

const KEY = "sk-canary-key-that-must-not-be-seen";
const prompt: Prompt = {
  system: "Reply in JSON.",
  user: "canary question: how many died?",
  schema: { name: "answer", json: { type: "object" } },
  maxTokens: 700,
};
const good = { kind: "complete", text: FIXED_REPLY };
const aborted = { name: "ParallaxError", code: "aborted" };

let server: ChatServer;
beforeEach(async () => {
  server = await startChatServer();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const connect = (plan: Partial<OpenaiGeneratorPlan> = {}): Generator =>
  openOpenaiGenerator({ model: "fake", baseUrl: server.baseUrl, key: KEY, contextTokens: 4096, ...plan });

describe("what a language model is asked", () => {
  test("is the prompt, streamed, at temperature 0, in JSON of its schema, with the key", async () => {
    await connect().generate(prompt, {});
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]?.authorization).toBe(`Bearer ${KEY}`);
    expect(server.asked[0]?.body).toEqual({
      model: "fake",
      stream: true,
      temperature: 0,
      max_tokens: 700,
      messages: [
        { role: "system", content: prompt.system },
        { role: "user", content: prompt.user },
      ],
      response_format: {
        type: "json_schema",
        json_schema: { name: "answer", strict: true, schema: { type: "object" } },
      },
    });
  });

  test("comes from the plan alone: what lies in the environment changes nothing", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-from-the-environment");
    vi.stubEnv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1");
    vi.stubEnv("OPENAI_ORG_ID", "org-from-the-environment");
    vi.stubEnv("OPENAI_PROJECT_ID", "proj-from-the-environment");
    vi.stubEnv("OPENAI_LOG", "debug");
    expect(await connect({ key: null }).generate(prompt, {})).toEqual(good);
    expect(JSON.stringify(server.asked)).not.toContain("environment");
  });

  test("opening it asks nothing, and a slash at the end of the address is the same address", async () => {
    const generator = connect({ baseUrl: new URL(`${server.baseUrl.href}/`) });
    expect(server.asked).toHaveLength(0);
    expect(generator).toMatchObject({ name: "fake", contextTokens: 4096 });
    expect(await generator.generate(prompt, {})).toEqual(good);
  });

  test.each([
    ["json-object-only", 3],
    ["refuses-any-format", 4],
    ["refuses-max-tokens", 2],
    ["refuses-temperature", 2],
  ] as const)("leaves out what was refused before: %s takes %i requests, then one", async (behaviour, requests) => {
    server.behave(behaviour);
    const generator = connect();
    await generator.generate(prompt, {});
    expect(server.asked).toHaveLength(requests);
    for (let n = 1; n <= 2; n++) {
      expect(await generator.generate(prompt, {})).toEqual(good);
      expect(server.asked).toHaveLength(requests + n);
    }
  });

  test("a refusal with no good end is not remembered", async () => {
    const generator = connect();
    server.behave("refuses-all");
    await generator.generate(prompt, {});
    server.behave("good");
    await generator.generate(prompt, {});
    expect(server.asked.at(-1)?.body.response_format?.type).toBe("json_schema");
  });

  test("goes nowhere else by a redirect", async () => {
    const other = await startChatServer();
    server.behave("redirects");
    expect(await connect().generate(prompt, {})).toMatchObject({ why: "llm-unavailable", detail: "HTTP 307" });
    expect(other.asked).toHaveLength(0);
    await other.close();
  });

  test("each of many asked at once gets its own reply", async () => {
    server.write(({ messages }) => `reply to ${messages[1]?.content}`);
    const generator = connect();
    const users = Array.from({ length: 30 }, (_, n) => `question ${n}`);
    const replies = await Promise.all(users.map((user) => generator.generate({ ...prompt, user }, {})));
    expect(replies).toEqual(users.map((user) => ({ kind: "complete", text: `reply to ${user}` })));
  });
});

describe("whoever no longer waits for a language model", () => {
  test("before asking, asks nothing", async () => {
    await expect(connect().generate(prompt, { signal: AbortSignal.abort() })).rejects.toMatchObject(aborted);
    expect(server.asked).toHaveLength(0);
  });

  test.each(["never-answers", "stalls-after-headers"] as const)("leaves one that plays %s", async (behaviour) => {
    server.behave(behaviour);
    const leaving = new AbortController();
    const asking = connect().generate(prompt, { signal: leaving.signal });
    await server.untilAsked(1);
    leaving.abort();
    await expect(asking).rejects.toMatchObject(aborted);
    await server.untilLeft(1);
    expect(server.asked).toHaveLength(1);
  });

  test.each(["stalls-mid-stream", "drips-for-ever"] as const)(
    "leaves one that plays %s at the first text",
    async (behaviour) => {
      server.behave(behaviour);
      const leaving = new AbortController();
      const asking = connect().generate(prompt, { signal: leaving.signal, onText: () => leaving.abort() });
      await expect(asking).rejects.toMatchObject(aborted);
      await server.untilLeft(1);
    },
  );

  test("leaves between two tries, and there is no second one", async () => {
    server.behave("rate-limited-1s");
    const leaving = new AbortController();
    const asking = connect().generate(prompt, { signal: leaving.signal });
    await server.untilAsked(1);
    leaving.abort();
    await expect(asking).rejects.toMatchObject(aborted);
    expect(server.asked).toHaveLength(1);
  });

  test("leaves no listener behind, and harms nobody else", async () => {
    const staying = new AbortController();
    const generator = connect();
    const add = vi.spyOn(staying.signal, "addEventListener");
    const remove = vi.spyOn(staying.signal, "removeEventListener");
    for (let n = 0; n < 3; n++) expect(await generator.generate(prompt, { signal: staying.signal })).toEqual(good);
    expect(add.mock.calls.length).toBeGreaterThan(0);
    expect(remove.mock.calls.length).toBe(add.mock.calls.length);
    staying.abort();
    expect(await generator.generate(prompt, {})).toEqual(good);
  });

  test("by an error of its own gets that error, and the connection is closed", async () => {
    server.behave("stalls-mid-stream");
    const own = new Error("the reader broke");
    const asking = connect().generate(prompt, {
      onText: () => {
        throw own;
      },
    });
    await expect(asking).rejects.toBe(own);
    await server.untilLeft(1);
  });
});

describe("a key", () => {
  test("that no header can hold is a failure, not an error", async () => {
    const reply = await connect({ key: "canary\nkey" }).generate(prompt, {});
    expect(reply).toMatchObject({
      kind: "failed",
      why: "llm-unavailable",
      detail: expect.stringMatching(/cannot be sent/),
    });
    expect(JSON.stringify(reply)).not.toContain("canary");
  });
});

test("connections are used again, after a good reply", async () => {
  const generator = connect();
  for (let n = 0; n < 8; n++) expect(await generator.generate(prompt, {})).toEqual(good);
  // One, or two where the next question comes before the first is free.
  expect(server.connections()).toBeLessThan(4);
});
