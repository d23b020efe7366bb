/** JSON Schema of a reply, with the numbers that may be cited listed: grammars of small servers know no bounds. */
export function replySchema(numbers: readonly number[]): Readonly<Record<string, unknown>> {
  const marker = { type: "integer", enum: numbers };
  return {
    type: "object",
    properties: {
      sentences: list({ text: { type: "string" }, cites: { type: "array", items: marker } }),
      disagreements: list({ first: marker, second: marker, reason: { type: "string" } }),
    },
    required: ["sentences", "disagreements"],
    additionalProperties: false,
  };
}

function list(properties: Readonly<Record<string, unknown>>) {
  const items = { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
  return { type: "array", items };
}
