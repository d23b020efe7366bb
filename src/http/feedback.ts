import type { Handler } from "hono";
import type { HttpHouse } from "./house.ts";
import { sendProblem } from "./problem.ts";
import { readJson } from "./read-body.ts";
import { feedbackRequest } from "./wire-requests.ts";

/** POST /feedback: keeps a verdict on an answer, 204 once it is on the disk. */
export function takeFeedback(house: Pick<HttpHouse, "feedback">): Handler<{ Variables: { requestId: string } }> {
  return async (c) => {
    const request = await readJson(c.req.raw, feedbackRequest);
    if (request.kind === "refused") return sendProblem(c, request.problem);
    await house.feedback.keep({ ...request.value, requestId: c.get("requestId") });
    return c.body(null, 204, { "cache-control": "no-store" });
  };
}
