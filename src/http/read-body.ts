import type { z } from "zod";
import { invalidRequest } from "./problem.ts";
import type { Problem } from "./problem.ts";

/** What came in, or why it was refused. */
export type Parsed<T> =
  | { readonly kind: "parsed"; readonly value: T }
  | { readonly kind: "refused"; readonly problem: Problem };

/** Largest body read, in bytes; some fifty times the longest question. */
const MAX_BODY_BYTES = 64 * 1024;
/** Deepest nesting read; our own shapes need four levels. */
const MAX_DEPTH = 32;

const refused = (kind: Problem["kind"], detail: string): { kind: "refused"; problem: Problem } => ({
  kind: "refused",
  problem: { kind, detail },
});

/**
 * Reads and checks a JSON body. The size is counted while it arrives, so that a body without a length, or with a wrong
 * one, is cut off at the limit; nesting is measured before anything is built from it.
 */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<Parsed<z.infer<S>>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    return refused("unsupported-media-type", 'Send JSON with "Content-Type: application/json".');
  }
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding.toLowerCase() !== "identity") {
    return refused("unsupported-media-type", "Compressed bodies are not read. Send the JSON as it is.");
  }
  const bytes = await readAtMost(request, MAX_BODY_BYTES);
  if (bytes === null) return refused("too-large", `A body may hold ${MAX_BODY_BYTES} bytes. Send less.`);
  const text = decode(bytes);
  if (text === null) return refused("malformed-json", "The body is not valid UTF-8.");
  if (measureDepth(text) > MAX_DEPTH) return refused("malformed-json", `JSON may be nested ${MAX_DEPTH} levels deep.`);
  const value = parse(text);
  if (value === undefined) return refused("malformed-json", "The body could not be parsed as JSON.");
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { kind: "parsed", value: parsed.data }
    : { kind: "refused", problem: invalidRequest(parsed.error, "body") };
}

/** Checks a query string. A name that is repeated is a list; names in `lists` always are. */
export function readQuery<S extends z.ZodType>(url: URL, schema: S, lists: readonly string[]): Parsed<z.infer<S>> {
  const entries: [string, unknown][] = [...new Set(url.searchParams.keys())].map((name) => {
    const values = url.searchParams.getAll(name);
    return [name, lists.includes(name) || values.length > 1 ? values : values[0]];
  });
  const parsed = schema.safeParse(Object.fromEntries(entries));
  return parsed.success
    ? { kind: "parsed", value: parsed.data }
    : { kind: "refused", problem: invalidRequest(parsed.error, "query") };
}

async function readAtMost(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, size);
    size += value.length;
    if (size > limit) {
      // Not awaited: a client that never ends its body would hold the refusal back.
      reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
}

/** Chunks as one; a question comes in one and is not copied. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The value, `undefined` (which no JSON text gives) where the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Deepest level of brackets outside strings. */
function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === "\\") at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "[" || char === "{") {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (char === "]" || char === "}") depth -= 1;
  }
  return deepest;
}
