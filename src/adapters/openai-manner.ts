import type { Prompt } from "../ports.ts";

/**
 * What servers understand of "reply in JSON of this schema", best first: OpenAI's own way, llama-cpp-python's (which refuses that),
 * JSON of any shape, and nothing, where the prompt alone has to do.
 */
const FORMATS = ["json-schema", "json-object-with-schema", "json-object", "none"] as const;

/** How a server lets itself be asked. */
export type Manner = {
  readonly format: (typeof FORMATS)[number];
  /** OpenAI's newer models refuse the old name, most other servers do not know the new one. */
  readonly limit: "max_tokens" | "max_completion_tokens";
  /** Reasoning models refuse any but their own. */
  readonly temperature: "zero" | "its-own";
};

/** Tried with a server of which nothing is known yet. */
export const FIRST_MANNER: Manner = { format: "json-schema", limit: "max_tokens", temperature: "zero" };

/** The fields of a chat completion request that depend on the manner. */
export function fieldsOf(manner: Manner, prompt: Prompt) {
  const { name, json } = prompt.schema;
  const schema = { ...json };
  const formats = {
    "json-schema": { type: "json_schema" as const, json_schema: { name, strict: true, schema } },
    "json-object-with-schema": { type: "json_object" as const, schema },
    "json-object": { type: "json_object" as const },
    none: null,
  };
  const format = formats[manner.format];
  return {
    ...(manner.limit === "max_tokens" ? { max_tokens: prompt.maxTokens } : { max_completion_tokens: prompt.maxTokens }),
    ...(manner.temperature === "zero" ? { temperature: 0 } : {}),
    ...(format === null ? {} : { response_format: format }),
  };
}

/** Statuses with which servers refuse a field; 404 and 500 mean it only where the field is named. */
const REFUSALS = new Set([400, 404, 422, 500, 501]);
const REFUSALS_UNNAMED = new Set([400, 422, 501]);
const NAMES_FORMAT = /response.format|json.?(?:schema|object|mode)|grammar|guided|structured.?output/;
/** No other manner makes a prompt shorter, or a model known. */
const NAMES_ANOTHER_CAUSE = /context|too long|too large|tokens|model.{0,200}not (?:be )?(?:found|exist|available)/;

/**
 * The manner to try after a refusal, null where no other is likely to help. Each step leads on, so that steps come to an end.
 * @param refusal `said`: the text of the server's reply, as far as it is known
 */
export function afterRefusal(
  manner: Manner,
  refusal: { readonly status: number; readonly said: string },
): Manner | null {
  if (!REFUSALS.has(refusal.status)) return null;
  const said = refusal.said.toLowerCase();
  const format = FORMATS[FORMATS.indexOf(manner.format) + 1];
  if (format !== undefined && NAMES_FORMAT.test(said)) return { ...manner, format };
  if (!REFUSALS_UNNAMED.has(refusal.status)) return null;
  if (manner.limit === "max_tokens" && said.includes("max_completion_tokens"))
    return { ...manner, limit: "max_completion_tokens" };
  if (manner.temperature === "zero" && said.includes("temperature")) return { ...manner, temperature: "its-own" };
  return format === undefined || NAMES_ANOTHER_CAUSE.test(said) ? null : { ...manner, format };
}
