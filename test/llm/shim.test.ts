import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startSmallModel } from "./small-model.ts";
import type { SmallModel } from "./small-model.ts";

let model: SmallModel;
let client: OpenAI;

beforeAll(async () => {
  model = await startSmallModel();
  client = new OpenAI({ baseURL: model.url, apiKey: "none", maxRetries: 0 });
});
afterAll(() => model.stop());

const messages = [
  { role: "system" as const, content: "You answer from numbered sentences only, as JSON." },
  {
    role: "user" as const,
    content: "1. The ferry carried 40 people, the captain said.\n2. The port counted 43.\nQuestion: How many people?",
  },
];

/** Up to two sentences with the numbers of what they rest on, as an enum: the grammar knows no bounds of integers. */
const schema = {
  type: "object",
  properties: {
    sentences: {
      type: "array",
      minItems: 1,
      maxItems: 2,
      items: {
        type: "object",
        properties: {
          text: { type: "string", maxLength: 60 },
          numbers: { type: "array", minItems: 1, maxItems: 2, items: { enum: [1, 2] } },
        },
        required: ["text", "numbers"],
        additionalProperties: false,
      },
    },
  },
  required: ["sentences"],
  additionalProperties: false,
};
const reply = z.strictObject({
  sentences: z
    .array(
      z.strictObject({
        text: z.string().max(60),
        numbers: z
          .array(z.union([z.literal(1), z.literal(2)]))
          .min(1)
          .max(2),
      }),
    )
    .min(1)
    .max(2),
});
const asSchema = { type: "json_schema" as const, json_schema: { name: "reply", strict: true, schema } };

const post = (body: unknown, signal?: AbortSignal): Promise<Response> =>
  fetch(`${model.url}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

describe("a small model behind an OpenAI-compatible server", () => {
  test("says which model it is", async () => {
    const { data } = await client.models.list();
    expect(data.map(({ id }) => id)).toEqual([model.model]);
  });

  test("keeps the JSON schema, and gives the same text in pieces as in one", async () => {
    const asked = { model: model.model, messages, response_format: asSchema, max_tokens: 120, temperature: 0 };
    const whole = await client.chat.completions.create(asked);
    const text = whole.choices[0]?.message.content ?? "";
    expect(whole.choices[0]?.finish_reason).toBe("stop");
    expect(reply.safeParse(JSON.parse(text))).toMatchObject({ success: true });
    expect(text).not.toContain("\n");

    const pieces: string[] = [];
    const reasons: unknown[] = [];
    let usage: unknown = null;
    const stream = await client.chat.completions.create({
      ...asked,
      stream: true,
      stream_options: { include_usage: true },
    });
    for await (const chunk of stream) {
      const choice = chunk.choices[0];
      if (choice?.delta.content) pieces.push(choice.delta.content);
      if (choice?.finish_reason) reasons.push(choice.finish_reason);
      usage = chunk.usage ?? usage;
    }
    expect(pieces.join("")).toBe(text);
    expect(pieces.length).toBeGreaterThan(3);
    expect(reasons).toEqual(["stop"]);
    expect(usage).toEqual(whole.usage);
  });

  test("makes JSON without a schema, and stops where it may say no more", async () => {
    const { choices, usage } = await client.chat.completions.create({
      model: model.model,
      messages,
      response_format: { type: "json_object" },
      max_tokens: 8,
    });
    expect(choices[0]?.message.content).toMatch(/^\s*\{/);
    expect(choices[0]?.finish_reason).toBe("length");
    expect(usage?.completion_tokens).toBe(8);
  });

  test("stops where the client says so", async () => {
    const asked = { model: model.model, messages, max_tokens: 12 };
    const free = (await client.chat.completions.create(asked)).choices[0]?.message.content ?? "";
    const word = / (\p{L}{4,}) .*\p{L}/su.exec(free)?.[1] ?? "";
    expect(word).not.toBe("");
    const { choices } = await client.chat.completions.create({ ...asked, stop: [word] });
    expect(choices[0]?.message.content?.trimEnd()).toBe(free.slice(0, free.indexOf(word)).trimEnd());
    expect(choices[0]?.finish_reason).toBe("stop");
  });

  test("stops generating when the client leaves, and takes up the next request", async () => {
    const ended = model.count("ended");
    const leaving = new AbortController();
    const response = await post({ messages, stream: true, max_tokens: 400 }, leaving.signal);
    const reader = response.body?.getReader();
    for (let seen = ""; !seen.includes('"content":" ');)
      seen += new TextDecoder().decode((await reader?.read())?.value);
    leaving.abort();
    const last = await model.nth("ended", ended);
    expect(last.reason).toBe("abort");
    expect(last.tokens).toBeLessThan(400);
    expect((await post({ messages, max_tokens: 1 })).status).toBe(200);
  });

  test("reads no long prompt to its end for a client that has left", async () => {
    const begun = model.count("begun");
    const ended = model.count("ended");
    const leaving = new AbortController();
    const content = Array.from({ length: 1200 }, (_, n) => `Line ${n}.`).join(" ");
    const response = post({ messages: [{ role: "user", content }], max_tokens: 1 }, leaving.signal);
    await model.nth("begun", begun);
    leaving.abort();
    await expect(response).rejects.toThrow("abort");
    const last = await model.nth("ended", ended);
    expect(last).toMatchObject({ reason: "abort", tokens: 0 });
    expect(last.read).toBeLessThan(last.promptTokens / 2);
  });

  test.each([
    ["a bound of an integer", { type: "integer", minimum: 1 }, "minimum"],
    ["a pattern", { type: "object", properties: { a: { type: "string", pattern: "^a" } } }, "#/properties/a"],
    ["alternatives as anyOf", { type: "array", items: { anyOf: [{ const: 1 }, { const: 2 }] } }, "anyOf"],
  ])("refuses %s with 400, naming it", async (_, unkept, named) => {
    const response = await post({
      messages,
      response_format: { type: "json_schema", json_schema: { name: "reply", schema: unkept } },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: "unsupported_schema", message: expect.stringContaining(named) },
    });
  });

  test("refuses what is too long, empty or no JSON", async () => {
    const long = await post({ messages: [{ role: "user", content: "word ".repeat(9000) }] });
    expect(long.status).toBe(400);
    expect(await long.json()).toMatchObject({ error: { code: "context_length_exceeded" } });
    expect((await post({ messages: [] })).status).toBe(400);
    expect((await post("{")).status).toBe(400);
  });
});
