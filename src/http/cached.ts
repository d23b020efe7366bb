import type { Context } from "hono";
import type { HttpHouse } from "./house.ts";
import { matchesTag } from "./negotiate.ts";

/** A reply that stays true until the corpus changes: kept, and asked after by its tag. */
export function cached(
  house: HttpHouse,
  c: Context,
  content: { readonly body: string; readonly type: string },
): Response {
  const etag = `"${house.hash.sha256(content.body)}"`;
  const headers = { etag, "cache-control": "no-cache" };
  if (matchesTag(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
  return c.body(content.body, 200, { ...headers, "content-type": content.type });
}
