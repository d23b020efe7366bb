import type { MiddlewareHandler } from "hono";

/** Headers that scripts of other pages may send. */
const ALLOWED_HEADERS = "accept, content-type, x-request-id";
/** Headers of replies that they may read beside the plain ones. */
const EXPOSED_HEADERS = "etag, retry-after, x-request-id";
/** How long a browser may remember that it is allowed, in seconds. */
const MAX_AGE_S = "600";

/**
 * Cross-origin requests of exactly these origins, and of no others. No cookies or keys of the browser's are ever let in: nothing here reads any.
 * Module scripts are fetched under these rules too, so that /widget.js runs on the pages of these origins alone.
 * @param origins as browsers send them: "https://news.example"; no wildcards
 */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler {
  const allowed = new Set(origins);
  return async (c, next) => {
    // Else a shared cache could give one origin's reply to another.
    if (allowed.size > 0) c.header("vary", "Origin");
    const origin = c.req.header("origin");
    if (origin === undefined || !allowed.has(origin)) return next();
    c.header("access-control-allow-origin", origin);
    c.header("access-control-expose-headers", EXPOSED_HEADERS);
    if (c.req.method !== "OPTIONS" || c.req.header("access-control-request-method") === undefined) return next();
    return c.body(null, 204, {
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-headers": ALLOWED_HEADERS,
      "access-control-max-age": MAX_AGE_S,
    });
  };
}
