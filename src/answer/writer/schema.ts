/** Sentences of a reply that are looked at, quotes that one of them may cite (who cites everything shows nothing), and pairs. */
export const REPLY_BOUNDS = { sentences: 12, cites: 6, pairs: 8 } as const;

/**
 * JSON Schema of a reply, with the numbers that may be cited listed (grammars of small servers know no bounds of numbers) and every list
 * bounded (small models do not find its end).
 */
export function replySchema(numbers: readonly number[]): Readonly<Record<string, unknown>> {
  const marker = { type: "integer", enum: numbers };
  return {
    type: "object",
    properties: {
      sentences: list(
        {
          text: { type: "string" },
          cites: { type: "array", items: marker, minItems: 1, maxItems: REPLY_BOUNDS.cites },
        },
        REPLY_BOUNDS.sentences,
      ),
      disagreements: list({ first: marker, second: marker, reason: { type: "string" } }, REPLY_BOUNDS.pairs),
    },
    required: ["sentences", "disagreements"],
    additionalProperties: false,
  };
}

function list(properties: Readonly<Record<string, unknown>>, maxItems: number) {
  const items = { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
  return { type: "array", items, maxItems };
}
