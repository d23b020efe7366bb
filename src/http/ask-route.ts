import type { Context } from "hono";
import type { AnswerEvent } from "../quotes/events.ts";
import type { VerifiedAnswer } from "../quotes/verified.ts";
import type { admitAtMost } from "./admit.ts";
import { GIVEN_UP, streamAnswer, STREAM_HEADERS } from "./ask-stream.ts";
import type { HttpHouse } from "./house.ts";
import { chooseAnswerType } from "./negotiate.ts";
import { sendProblem } from "./problem.ts";
import { readJson } from "./read-body.ts";
import { RETRY_AFTER_S } from "./refuse.ts";
import { runWhileWanted } from "./run-while-wanted.ts";
import { askRequest } from "./wire-requests.ts";
import type { AnswerWire } from "./wire.ts";

type Env = { Variables: { requestId: string } };

/**
 * POST /ask, as JSON or as server-sent events. What is wrong with the request, and a full house, is told before a stream begins, by its
 * status; what goes wrong while it is answered is told by an `error` event where events were asked for.
 */
export async function answerAsk(
  house: HttpHouse,
  admit: ReturnType<typeof admitAtMost>,
  c: Context<Env>,
): Promise<Response> {
  const type = chooseAnswerType(c.req.header("accept"));
  if (type === null) {
    const detail = 'Answers are sent as "application/json" or "text/event-stream". Accept one of them.';
    return sendProblem(c, { kind: "not-acceptable", detail });
  }
  const request = await readJson(c.req.raw, askRequest);
  if (request.kind === "refused") return sendProblem(c, request.problem);
  const requestId = c.get("requestId");
  const answer = async (signal: AbortSignal, tell?: (event: AnswerEvent) => void): Promise<VerifiedAnswer> => {
    const given = await house.ask(request.value, { signal, onEvent: tell });
    house.log.info("asked", { requestId, question: request.value.question, outcome: given.outcome });
    return given;
  };
  if (type === "json") {
    const wanted = { client: c.req.raw.signal, stopping: house.stopping };
    const given = await admit(() => runWhileWanted(answer, wanted));
    if (given === "full") return refuseFull(c);
    if (given === "given-up") return sendProblem(c, { ...GIVEN_UP, headers: { "retry-after": RETRY_AFTER_S } });
    return c.json(given satisfies AnswerWire, 200, { "cache-control": "no-store" });
  }
  return new Promise((resolve, reject) => {
    // The place is held until the stream has ended, long after the response has begun.
    const held = admit(() => {
      const { body, ended } = streamAnswer({ house, requestId, answer, signal: c.req.raw.signal });
      resolve(c.body(body, 200, STREAM_HEADERS));
      return ended;
    });
    held.then((outcome) => outcome === "full" && resolve(refuseFull(c))).catch(reject);
  });
}

function refuseFull(c: Context<Env>): Response {
  const detail = "As many questions as this server takes are being answered. Try again in a moment.";
  return sendProblem(c, { kind: "busy", detail, headers: { "retry-after": RETRY_AFTER_S } });
}
