import type { Context } from "hono";
import { ParallaxError } from "../errors.ts";
import type { HttpHouse } from "./house.ts";
import { sendProblem } from "./problem.ts";
import type { Problem } from "./problem.ts";

/** Seconds after which a client may try again while the model loads or the house is full. */
export const RETRY_AFTER_S = "1";

/** Errors that say the house cannot answer now, whatever is asked. */
const UNAVAILABLE: ReadonlySet<string> = new Set([
  "index-missing",
  "index-incompatible",
  "index-damaged",
  "model-missing",
  "model-damaged",
  "embedder-failed",
  "disk-full",
  "disk-failed",
]);

/** What an error becomes for the client; `left` where the client went away and nobody hears it. Its message stays in the log: it may name a path. */
export function problemOfError(
  house: Pick<HttpHouse, "log">,
  error: unknown,
  requestId: string,
): Problem | { readonly kind: "left" } {
  const code = error instanceof ParallaxError ? error.code : "internal";
  if (code === "aborted" || (error instanceof Error && error.name === "AbortError")) {
    house.log.info("client left", { requestId });
    return { kind: "left" };
  }
  const stack = error instanceof Error ? error.stack : String(error);
  house.log.error("request failed", { requestId, code, error: stack });
  if (UNAVAILABLE.has(code)) {
    const detail = `This cannot be answered at present (${code}). The log has more under this request id.`;
    return { kind: "not-ready", detail, headers: { "retry-after": RETRY_AFTER_S } };
  }
  return { kind: "internal", detail: "The fault is on this side. The log has more under this request id." };
}

/** An error as a reply: a problem, or nothing to a client that left. */
export function refuse(house: Pick<HttpHouse, "log">, error: unknown, c: Context): Response {
  const problem = problemOfError(house, error, String(c.get("requestId")));
  return problem.kind === "left" ? c.body(null, 503) : sendProblem(c, problem);
}
