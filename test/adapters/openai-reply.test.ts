import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeReplyReader } from "../../src/adapters/openai-reply.ts";
import type { Happening } from "../../src/adapters/openai-reply.ts";
import { FIXED_REPLY } from "../fakes/chat-server.ts";
import { chatShapes } from "../fakes/chat-shapes.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text before the first end, and that end. */
function read(chunks: readonly Uint8Array[]): { readonly text: string; readonly end: Happening | undefined } {
  const reader = makeReplyReader();
  const all = [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
  const at = all.findIndex(({ kind }) => kind !== "text");
  const text = all.slice(0, at).map((told) => (told.kind === "text" ? told.piece : ""));
  return { text: text.join(""), end: all[at] };
}

/** Cut at these places, in any order, some of them perhaps beyond the end. */
function cutAt(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const inside = places.map((place) => place % bytes.length).sort((a, b) => a - b);
  return [0, ...inside].map((from, n) => bytes.subarray(from, inside[n] ?? bytes.length));
}

const names = Object.keys(chatShapes) as (keyof typeof chatShapes)[];
const pieces = FIXED_REPLY.match(/.{1,9}/gsu) ?? [];
const streamed = (name: keyof typeof chatShapes): string => chatShapes[name].streamed(pieces, "stop").join("");
const whole = (name: keyof typeof chatShapes): string =>
  JSON.stringify(chatShapes[name].whole(FIXED_REPLY, "stop"), null, 1);

describe("the body of a reply", () => {
  test.each(names)("of %s says the same wherever it is cut, within characters too", (name) => {
    for (const body of [streamed(name), streamed(name).replaceAll("\n", "\r\n"), whole(name), `\uFEFF${whole(name)}`])
      fc.assert(
        fc.property(fc.array(fc.nat(bytesOf(body).length), { maxLength: 40 }), (places) => {
          expect(read(cutAt(bytesOf(body), places))).toEqual({ text: FIXED_REPLY, end: { kind: "whole" } });
        }),
        { numRuns: 30 },
      );
  });

  test.each(names)("of %s is whole only if all of its text has come, wherever it ends early", (name) => {
    for (const body of [streamed(name), whole(name)]) {
      const bytes = bytesOf(body);
      // Every byte about the end, where it matters, and every seventh before.
      for (let length = 0; length < bytes.length; length += length < bytes.length - 1200 ? 7 : 1) {
        const { text, end } = read([bytes.subarray(0, length)]);
        expect(FIXED_REPLY.startsWith(text)).toBe(true);
        if (end?.kind === "whole") expect(text).toBe(FIXED_REPLY);
        else expect(end).toMatchObject({ kind: "failed", why: "llm-rejected" });
      }
    }
  });

  test("whatever it holds, it ends, and what is told of its end holds none of it", () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map(bytesOf),
      fc.json().map((json) => bytesOf(`data: ${json}\n\n`)),
      fc.json().map((choices) => bytesOf(`data: {"choices":[{"delta":${choices},"finish_reason":"CANARY"}]}\n\n`)),
      fc.json().map((content) => bytesOf(`{"choices":[{"message":{"content":${content}},"finish_reason":"stop"}]}`)),
      fc.constantFrom("data: ", "\n", "\r", "{", "[DONE]", ": ", "error: CANARY\n").map(bytesOf),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 12 }), (chunks) => {
        const { end } = read(chunks);
        expect(["whole", "failed"]).toContain(end?.kind);
        expect(JSON.stringify(end)).not.toContain("CANARY");
      }),
      { numRuns: 500 },
    );
  });

  test("is given up beyond 8 MB, and read in linear time where it is one line in tiny pieces", () => {
    const reader = makeReplyReader();
    const piece = bytesOf(`data: ${"x".repeat(10)}`);
    let told: readonly Happening[] = [];
    let bytes = 0;
    while (told.length === 0) {
      told = reader.push(piece);
      bytes += piece.length;
    }
    expect(told).toEqual([{ kind: "failed", why: "llm-rejected", detail: "its reply is too large" }]);
    expect(bytes).toBeGreaterThan(8_000_000);
    expect(bytes - piece.length).toBeLessThanOrEqual(8_000_000);
  });

  test("of another choice than the first is left out, and of null choices too", () => {
    const body = [
      '{"choices":[{"index":1,"delta":{"content":"other"},"finish_reason":null}]}',
      '{"choices":[{"index":0,"delta":{"content":"first"},"finish_reason":null}]}',
      '{"choices":null,"usage":{}}',
      '{"choices":[{"index":1,"delta":{},"finish_reason":"stop"}]}',
      '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}',
    ];
    expect(read([bytesOf(body.map((event) => `data: ${event}\n\n`).join(""))])).toEqual({
      text: "first",
      end: { kind: "whole" },
    });
  });
});
