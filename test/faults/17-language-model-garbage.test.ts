import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOpenaiGenerator } from "../../src/adapters/openai-generator.ts";
import type { Generator, Prompt, Reply } from "../../src/ports.ts";
import { FIXED_REPLY, startChatServer } from "../fakes/chat-server.ts";
import type { ChatServer } from "../fakes/chat-server.ts";
import { chatShapes } from "../fakes/chat-shapes.ts";
import type { ChatShapeName } from "../fakes/chat-shapes.ts";

const prompt: Prompt = { system: "s", user: "u", schema: { name: "answer", json: {} }, maxTokens: 100 };

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer({ behaviour: "raw" });
});
afterAll(() => server.close());

const connect = (): Generator =>
  openOpenaiGenerator({ model: "fake", baseUrl: server.baseUrl, key: null, contextTokens: 4096 });

/** The reply to a body that is sent as it is. */
async function replyTo(body: Uint8Array): Promise<Reply> {
  server.write(() => Buffer.from(body).toString("latin1"));
  return connect().generate(prompt, {});
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const streamed = (shape: ChatShapeName): string =>
  chatShapes[shape].streamed([FIXED_REPLY.slice(0, 99), FIXED_REPLY.slice(99)], "stop").join("");
const whole = (shape: ChatShapeName): string => JSON.stringify(chatShapes[shape].whole(FIXED_REPLY, "stop"));
const bodies = (["openai", "ollama", "vllm", "llama.cpp", "LM Studio"] as const).flatMap((shape) => [
  streamed(shape),
  whole(shape),
]);

describe("17: a language model that sends garbage", () => {
  test("cut anywhere, a reply is never taken for whole unless its text is", async () => {
    const cut = fc
      .constantFrom(...bodies)
      .chain((body) => fc.tuple(fc.constant(bytesOf(body)), fc.nat(bytesOf(body).length)));
    await fc.assert(
      fc.asyncProperty(cut, async ([bytes, length]) => {
        const reply = await replyTo(bytes.subarray(0, length));
        if (reply.kind === "complete") expect(reply.text).toBe(FIXED_REPLY);
        else expect(reply.why).toBe("llm-rejected");
      }),
      { numRuns: 60 },
    );
  });

  test("whatever bytes are flipped, put in or left out, there is a reply and no error", async () => {
    const change = fc.record({ at: fc.nat(9999), drop: fc.nat(20), put: fc.uint8Array({ maxLength: 20 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bodies),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (body, changes) => {
          let bytes = Buffer.from(body);
          for (const { at, drop, put } of changes) {
            const from = at % (bytes.length + 1);
            bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + drop)]);
          }
          expect(["complete", "failed"]).toContain((await replyTo(bytes)).kind);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("any bytes at all are rejected as no reply", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await replyTo(bytes)).toMatchObject({ kind: "failed", why: "llm-rejected" });
      }),
      { numRuns: 40 },
    );
  });

  test("any JSON in place of the reply, or of a part of it, is a reply or a failure", async () => {
    const wrap = fc.constantFrom<(json: string) => string>(
      (json) => json,
      (json) => `data: ${json}\n\n`,
      (json) => `{"choices":${json}}`,
      (json) => `data: {"choices":[${json}]}\n\n`,
      (json) => `{"choices":[{"message":${json},"finish_reason":"stop"}]}`,
      (json) => `data: {"choices":[{"delta":{"content":${json}},"finish_reason":${json}}]}\n\n`,
    );
    await fc.assert(
      fc.asyncProperty(fc.json(), wrap, async (json, wrapped) => {
        const reply = await replyTo(bytesOf(wrapped(json)));
        if (reply.kind === "complete") expect(reply.text.trim()).not.toBe("");
        else expect(reply.detail).not.toContain(json.length > 12 ? json : "\0");
      }),
      { numRuns: 60 },
    );
  });
});
