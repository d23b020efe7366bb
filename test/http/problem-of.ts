import { expect } from "vitest";
import { problemReply } from "../../src/http/wire.ts";
import type { ProblemWire } from "../../src/http/wire.ts";

/** The problem that a reply carries; fails where it is none. */
export async function problemOf(reply: Response): Promise<ProblemWire> {
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(reply.headers.get("x-request-id")).toBeTruthy();
  const problem = problemReply.parse(await reply.json());
  expect(problem.status).toBe(reply.status);
  return problem;
}

/** A POST of JSON, or of a text as it is. */
export const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
