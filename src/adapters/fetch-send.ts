import { ParallaxError } from "../errors.ts";

/** Longest that a server may take to answer one question; a language model on a slow machine takes half of it. */
const TIMEOUT_MS = 120_000;

/** Sends a request to a server elsewhere. @throws ParallaxError `bad-input` where nobody answers, or not in two minutes */
export async function fetchSend(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    // The body counts towards the time too, so it is read here.
    return new Response(await response.arrayBuffer(), { status: response.status, headers: response.headers });
  } catch (cause) {
    const { origin } = new URL(request.url);
    const reason = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : "";
    throw new ParallaxError("bad-input", `Nobody answers at ${origin} (${reason}). Name a server that is running.`, {
      cause,
    });
  }
}
