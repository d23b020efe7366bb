import { describe, expect, test } from "vitest";
import { afterRefusal, fieldsOf, FIRST_MANNER } from "../../src/adapters/openai-manner.ts";
import type { Manner } from "../../src/adapters/openai-manner.ts";
import type { Prompt } from "../../src/ports.ts";

const json = { type: "object", properties: {}, additionalProperties: false };
const prompt: Prompt = { system: "s", user: "u", schema: { name: "answer", json }, maxTokens: 700 };
const asked = (manner: Partial<Manner>) => fieldsOf({ ...FIRST_MANNER, ...manner }, prompt);

describe("how a server lets itself be asked", () => {
  test("at first OpenAI's way: a strict schema, max_tokens, temperature 0", () => {
    expect(asked({})).toEqual({
      max_tokens: 700,
      temperature: 0,
      response_format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema: json } },
    });
  });

  test("the other ways leave out or rename what was refused", () => {
    expect(asked({ format: "json-object-with-schema" }).response_format).toEqual({ type: "json_object", schema: json });
    expect(asked({ format: "json-object" }).response_format).toEqual({ type: "json_object" });
    expect(asked({ format: "none", limit: "max_completion_tokens", temperature: "its-own" })).toEqual({
      max_completion_tokens: 700,
    });
  });

  test.each<[server: string, status: number, said: string, next: Partial<Manner> | null]>([
    [
      "llama-cpp-python",
      422,
      '{"detail":[{"loc":["body","response_format","type"],"msg":"Input should be \'text\' or \'json_object\'"}]}',
      { format: "json-object-with-schema" },
    ],
    ["LM Studio", 400, "'response_format.type' must be 'json_schema' or 'text'", { format: "json-object-with-schema" }],
    ["llama.cpp", 500, "Failed to parse grammar", { format: "json-object-with-schema" }],
    [
      "OpenAI, an old model",
      400,
      "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
      { format: "json-object-with-schema" },
    ],
    ["a gateway of few words", 400, "Bad Request", { format: "json-object-with-schema" }],
    [
      "one that names the field with 404",
      404,
      "No endpoints found that support response_format",
      { format: "json-object-with-schema" },
    ],
    [
      "OpenAI, a new model",
      400,
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      { limit: "max_completion_tokens" },
    ],
    [
      "OpenAI, a reasoning model",
      400,
      "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
      { temperature: "its-own" },
    ],
    ["one that lacks the model", 404, "The model `fake` does not exist", null],
    ["one that lacks the model, with 400", 400, "The model `fake` does not exist", null],
    [
      "vLLM, a long prompt",
      400,
      "This model's maximum context length is 2048 tokens. However, you requested 3000 tokens.",
      null,
    ],
    ["any server in trouble", 500, "out of memory", null],
    ["a server in trouble that shows the request", 503, '{"response_format":{}}', null],
    ["a server that knows you not", 401, "Incorrect API key provided", null],
  ])("what %s says with %i tells what to leave out", (_server, status, said, next) => {
    expect(afterRefusal(FIRST_MANNER, { status, said })).toEqual(next === null ? null : { ...FIRST_MANNER, ...next });
  });

  test("a server that refuses everything is asked in no manner twice", () => {
    for (const [said, steps] of [
      ["Bad Request", 4],
      ["response_format", 4],
      ["temperature, max_completion_tokens", 3],
      ["temperature, max_completion_tokens, response_format", 6],
    ] as const) {
      const seen: string[] = [];
      for (
        let manner: Manner | null = FIRST_MANNER;
        manner !== null;
        manner = afterRefusal(manner, { status: 400, said })
      )
        seen.push(JSON.stringify(manner));
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(steps);
    }
  });
});
