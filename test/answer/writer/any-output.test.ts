import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask } from "../../../src/ask.ts";
import type { House } from "../../../src/ask.ts";
import type { Generator, Reply } from "../../../src/ports.ts";
import { eventsOf } from "../../../src/quotes/events.ts";
import type { AnswerEvent } from "../../../src/quotes/events.ts";
import { houseOf } from "../ask-of.ts";
import { expectNoWorse } from "./held-to.ts";
import { prompts } from "./house-with-model.ts";

const TEXTS = [
  "Police chief Ana Ruiz said 31 people died when the ferry sank off Skarvik on Monday. It was not the first such wreck.",
  "The hospital director Jon Haug said 34 people died when the ferry sank off Skarvik on Monday. Over 120 passengers were reportedly rescued.",
];
const house = await houseOf(
  TEXTS.map((text, i) => ({
    text,
    title: `Report ${"ABC"[i]}`,
    source: ["Harbour Courier", "Coast Radio"][i] ?? "",
    published: "2031-03-04",
  })),
);

/** A model that says these pieces and ends so. */
const saying = (pieces: readonly string[], end: Reply["kind"]): Generator => ({
  name: "fuzzed",
  contextTokens: 8192,
  generate: async (_prompt, { onText }) => {
    for (const piece of pieces) onText?.(piece);
    return end === "complete"
      ? { kind: "complete", text: pieces.join("") }
      : { kind: "failed", why: "llm-timeout", detail: "it fell silent" };
  },
});

const words = TEXTS.join(" ").split(" ");
const said = fc.oneof(
  fc.constantFrom(...TEXTS.flatMap((text) => text.split(/(?<=\.) /))),
  fc
    .array(fc.constantFrom(...words, "not", "32", "million", "[1]", "“", "”", "Olav", "https://evil.example"), {
      maxLength: 14,
    })
    .map((all) => all.join(" ")),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const cites = fc.array(fc.oneof(fc.integer({ min: -1, max: 9 }), fc.constantFrom("1", "[2]", null, 1.5)), {
  maxLength: 4,
});
const object = fc.record(
  {
    sentences: fc.oneof(
      fc.array(fc.oneof(fc.record({ text: said, cites }), fc.jsonValue()), { maxLength: 8 }),
      fc.jsonValue(),
    ),
    disagreements: fc.array(
      fc.record({ first: fc.integer({ min: 0, max: 5 }), second: fc.integer({ min: 0, max: 5 }), reason: said }),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
);
const output = fc.oneof(
  { weight: 4, arbitrary: object.map((one) => JSON.stringify(one)) },
  object.map((one) => `Sure!\n\`\`\`json\n${JSON.stringify(one, null, 1)}\n\`\`\`\nAnything else?`),
  fc.tuple(object, fc.nat(400)).map(([one, cut]) => JSON.stringify(one).slice(0, cut)),
  fc.string({ unit: "binary", maxLength: 200 }),
);
/** Cut into pieces anywhere, in the middle of a character too. */
const pieces = fc.tuple(output, fc.array(fc.nat(60), { maxLength: 20 })).map(([text, lengths]) => {
  let from = 0;
  return [...lengths, text.length].map((length) => {
    const piece = text.slice(from, from + length);
    from += length;
    return piece;
  });
});

const request = { question: "How many people died when the ferry sank off Skarvik?", filters: {}, limit: 12 };
const quiet = (generator: Generator): House => ({ ...house, writer: { generator, prompts }, log: { warn: () => {} } });
const extractive = await ask(request, house);

const markersIn = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\\)\[(\d+)\]/g)].map((match) => Number(match[1]));

describe("whatever a model says", () => {
  it("nothing unproved is in the answer, and nothing of the answer without it is lost", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.constantFrom("complete" as const, "failed" as const), async (all, end) => {
        await expectNoWorse(await ask(request, quiet(saying(all, end))), extractive, house);
      }),
      { numRuns: 300 },
    );
  });

  it("a stream tells citations before their markers, takes nothing back, and ends in an answer that begins with what was told", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.constantFrom("complete" as const, "failed" as const), async (all, end) => {
        const events: AnswerEvent[] = [];
        const answer = await ask(request, quiet(saying(all, end)), { onEvent: (event) => events.push(event) });
        const told = events.filter(({ event }) => event === "text").length;
        events.push(...eventsOf(answer, told));
        const known = new Set<number>();
        let text = "";
        for (const event of events) {
          if (event.event === "citation") {
            expect(known.has(event.data.marker)).toBe(false);
            known.add(event.data.marker);
          }
          if (event.event !== "text") continue;
          text += event.data.delta;
          expect(markersIn(event.data.delta).filter((marker) => !known.has(marker))).toEqual([]);
        }
        expect(text).toBe(answer.answer);
        expect([...known].toSorted((a, b) => a - b)).toEqual(answer.citations.map(({ marker }) => marker));
        await expectNoWorse(answer, extractive, house);
      }),
      { numRuns: 300 },
    );
  });
});
