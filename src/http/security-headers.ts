import type { MiddlewareHandler } from "hono";
import { prefersHtml } from "./negotiate.ts";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** Data is never a page: nothing in it may load, run or be framed. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** The page loads its own script and style and talks to its own server; nothing inline, nothing foreign. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** What pages of other origins may load; everything else is for this one. */
const FOR_OTHERS: ReadonlySet<string> = new Set(["/widget.js"]);

/** Paths that are pages, and those that are where somebody asks for HTML. */
const isPage = (path: string, accept: string | undefined): boolean =>
  path === "/" || (/^\/(?:disagreements$|documents\/.)/.test(path) && prefersHtml(accept));

/**
 * Security headers, chosen by path in this one place: a second middleware on a route could not take the first one's back. Set before
 * there is a response: afterwards each header costs a copy of it.
 */
export const setSecurityHeaders: MiddlewareHandler = async (c, next) => {
  for (const [name, value] of Object.entries(EVERYWHERE)) c.header(name, value);
  c.header("content-security-policy", isPage(c.req.path, c.req.header("accept")) ? PAGE_POLICY : DATA_POLICY);
  if (FOR_OTHERS.has(c.req.path)) c.header("cross-origin-resource-policy", "cross-origin");
  await next();
};
