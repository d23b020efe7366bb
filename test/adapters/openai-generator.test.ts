import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOpenaiGenerator } from "../../src/adapters/openai-generator.ts";
import type { ReplyDeadlines } from "../../src/adapters/reply-deadlines.ts";
import type { Generator, GeneratorFailure, Prompt, Reply } from "../../src/ports.ts";
import { chatBehaviourNames } from "../fakes/chat-behaviours.ts";
import type { ChatBehaviour } from "../fakes/chat-behaviours.ts";
import { FIXED_REPLY, startChatServer } from "../fakes/chat-server.ts";
import type { ChatServer } from "../fakes/chat-server.ts";
import { chatShapes } from "../fakes/chat-shapes.ts";
import type { ChatShapeName } from "../fakes/chat-shapes.ts";

const KEY = "sk-canary-key-that-must-not-be-seen";
const prompt: Prompt = {
  system: "Reply in JSON.",
  user: "canary question: how many died?",
  schema: { name: "answer", json: { type: "object", properties: { sentences: { type: "array" } } } },
  maxTokens: 700,
};
/** Never reached by a server that ends by itself, however busy the machine is. */
const PATIENT = { firstTextMs: 5_000, idleMs: 20_000, totalMs: 20_000 };

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer();
});
afterAll(() => server.close());

const connect = (to: { readonly baseUrl: URL } = server, deadlines: ReplyDeadlines = PATIENT): Generator =>
  openOpenaiGenerator({ model: "fake", baseUrl: to.baseUrl, key: KEY, contextTokens: 4096, deadlines });

async function ask(generator: Generator, signal?: AbortSignal): Promise<{ reply: Reply; told: string }> {
  let told = "";
  const reply = await generator.generate(prompt, { onText: (piece) => (told += piece), signal });
  return { reply, told };
}

const HALF = FIXED_REPLY.slice(0, FIXED_REPLY.length >> 1);

/** Replies that are whole, and the requests until they come. */
const WHOLE: readonly (readonly [behaviour: ChatBehaviour, requests: number])[] = [
  ["good", 1],
  ["good-unstreamed", 1],
  ["good-slowly", 1],
  ["crlf-and-comments", 1],
  ["no-blank-after-colon", 1],
  ["no-empty-lines", 1],
  ["event-over-many-lines", 1],
  ["events-as-plain-text", 1],
  ["content-in-parts", 1],
  ["no-done", 1],
  ["stays-open-after-done", 1],
  ["goes-on-after-done", 1],
  ["refuses-json-schema", 2],
  ["json-object-only", 3],
  ["refuses-any-format", 4],
  ["refuses-without-a-word", 4],
  ["refuses-as-fastapi-does", 4],
  ["refuses-max-tokens", 2],
  ["refuses-temperature", 2],
  ["rate-limited-a-moment", 2],
  ["rate-limited-1s", 2],
  ["error-then-good", 2],
  ["closes-once-then-good", 2],
];

/** Replies that are whole and say something else than they should. */
const ANYTHING: readonly (readonly [behaviour: ChatBehaviour, text: string])[] = [
  ["plain-fences", `Here you are:\n\`\`\`json\n${FIXED_REPLY}\n\`\`\`\n`],
  ["plain-fences-unstreamed", `Here you are:\n\`\`\`json\n${FIXED_REPLY}\n\`\`\`\n`],
  ["wrong-schema", '{"answer":"It is so.","sources":["a","b"]}'],
  ["wrong-schema-unstreamed", '{"answer":"It is so.","sources":["a","b"]}'],
  ["prose-only", "I think that both reports are right."],
  ["prose-only-unstreamed", "I think that both reports are right."],
  ["cut-content", HALF],
  ["cut-content-unstreamed", HALF],
];

/** Replies that are none, why, and the requests until that is clear. */
const NONE: readonly (readonly [behaviour: ChatBehaviour, why: GeneratorFailure, detail: RegExp, requests: number])[] =
  [
    ["finish-length", "llm-rejected", /finish_reason length/, 1],
    ["finish-length-unstreamed", "llm-rejected", /finish_reason length/, 1],
    ["finish-filtered", "llm-rejected", /content_filter/, 1],
    ["finish-filtered-unstreamed", "llm-rejected", /content_filter/, 1],
    ["finish-tool-calls", "llm-rejected", /tool_calls/, 1],
    ["finish-tool-calls-unstreamed", "llm-rejected", /tool_calls/, 1],
    ["no-finish", "llm-rejected", /no end/, 1],
    ["no-finish-unstreamed", "llm-rejected", /no end/, 1],
    ["empty", "llm-rejected", /empty/, 1],
    ["empty-unstreamed", "llm-rejected", /empty/, 1],
    ["blank", "llm-rejected", /empty/, 1],
    ["blank-unstreamed", "llm-rejected", /empty/, 1],
    ["huge", "llm-rejected", /too long/, 1],
    ["huge-unstreamed", "llm-rejected", /too long/, 1],
    ["huge-body", "llm-rejected", /too large/, 1],
    ["repeats-itself", "llm-rejected", /repeats itself/, 1],
    ["repeats-itself-unstreamed", "llm-rejected", /repeats itself/, 1],
    ["repeats-blanks", "llm-rejected", /repeats itself/, 1],
    ["repeats-blanks-unstreamed", "llm-rejected", /repeats itself/, 1],
    ["html-200", "llm-rejected", /HTML/, 1],
    ["cut-json", "llm-rejected", /no whole JSON/, 1],
    ["cut-event", "llm-rejected", /no whole JSON/, 1],
    ["wrong-shape", "llm-rejected", /another shape/, 1],
    ["no-choices", "llm-rejected", /no choices/, 1],
    ["no-body", "llm-rejected", /empty/, 1],
    ["raw", "llm-rejected", /UTF-8/, 1],
    ["refusal", "llm-rejected", /refused/, 1],
    ["refusal-streamed", "llm-rejected", /refused/, 1],
    ["invalid-utf8", "llm-rejected", /UTF-8/, 1],
    ["ends-mid-stream", "llm-rejected", /ended early/, 1],
    ["closes-mid-stream", "llm-rejected", /connection ended/, 1],
    ["error-with-200", "llm-unavailable", /error of its own/, 1],
    ["error-mid-stream", "llm-unavailable", /error of its own/, 1],
    ["error-field-mid-stream", "llm-unavailable", /error of its own/, 1],
    ["unauthorized", "llm-unavailable", /HTTP 401/, 1],
    ["forbidden", "llm-unavailable", /HTTP 403/, 1],
    ["model-missing", "llm-unavailable", /HTTP 404/, 1],
    ["context-too-long", "llm-unavailable", /HTTP 400/, 1],
    ["refuses-all", "llm-unavailable", /HTTP 400/, 4],
    ["redirects", "llm-unavailable", /HTTP 307/, 1],
    ["rate-limited", "llm-unavailable", /HTTP 429/, 1],
    ["rate-limited-1h", "llm-unavailable", /HTTP 429/, 1],
    ["rate-limited-junk", "llm-unavailable", /HTTP 429/, 1],
    ["busy-1h-then-good", "llm-unavailable", /HTTP 503/, 1],
    ["server-error", "llm-unavailable", /HTTP 500/, 2],
    ["bad-gateway", "llm-unavailable", /HTTP 502/, 2],
    ["service-unavailable", "llm-unavailable", /HTTP 503/, 2],
    ["request-timeout", "llm-unavailable", /HTTP 408/, 2],
    ["closes-at-once", "llm-unavailable", /cannot be reached/, 2],
    ["closes-after-headers", "llm-unavailable", /before any text/, 2],
  ];

/** Servers that take too long: test/faults/16-language-model-slow.test.ts. */
const LATE: readonly (readonly [behaviour: ChatBehaviour])[] = [
  ["never-answers"],
  ["stalls-after-headers"],
  ["stalls-mid-body"],
  ["comments-for-ever"],
  ["reasons-for-ever"],
  ["drips-bytes-for-ever"],
  ["stalls-mid-stream"],
  ["drips-for-ever"],
];

describe("a whole reply of a language model", () => {
  test.each(WHOLE)("is taken from a server that plays %s, in %i requests", async (behaviour, requests) => {
    server.behave(behaviour);
    const before = server.asked.length;
    const { reply, told } = await ask(connect());
    expect(reply).toEqual({ kind: "complete", text: FIXED_REPLY });
    expect(told).toBe(FIXED_REPLY);
    expect(server.asked).toHaveLength(before + requests);
  });

  test.each(Object.keys(chatShapes) as ChatShapeName[])(
    "is read in the shape of %s, reasoning left out",
    async (shape) => {
      const shaped = await startChatServer({ shape });
      const generator = connect(shaped);
      for (const behaviour of ["good", "good-unstreamed"] as const) {
        shaped.behave(behaviour);
        expect(await ask(generator)).toEqual({ reply: { kind: "complete", text: FIXED_REPLY }, told: FIXED_REPLY });
      }
      await shaped.close();
    },
  );

  test.each(ANYTHING)("may say anything: what %s says is for others to judge", async (behaviour, text) => {
    server.behave(behaviour);
    expect((await ask(connect())).reply).toEqual({ kind: "complete", text });
  });
});

describe("a reply that is none", () => {
  test.each(NONE)("%s: %s (%s), in %i requests, and no secret in it", async (behaviour, why, detail, requests) => {
    server.behave(behaviour);
    const before = server.asked.length;
    const { reply } = await ask(connect());
    expect(reply).toMatchObject({ kind: "failed", why, detail: expect.stringMatching(detail) });
    expect(server.asked).toHaveLength(before + requests);
    expect(JSON.stringify(reply)).not.toMatch(/canary|ferry|Åland/);
  });
});

test("every behaviour of the scripted server is played, here or among the faults", () => {
  const played = [...WHOLE, ...ANYTHING, ...NONE, ...LATE].map(([behaviour]) => behaviour);
  expect(played.toSorted()).toEqual(chatBehaviourNames.toSorted());
});
