import type { Context } from "hono";
import type { z } from "zod";
import type { ProblemWire } from "./wire.ts";

/**
 * Kinds of problem, each with the status, title and stable `type` (RFC 9457) it is sent with. The types are names, not
 * addresses: nothing is to be fetched from them. Those of `PASSING` are worth asking again as they were.
 */
const KINDS = {
  "malformed-json": { status: 400, title: "The body is not JSON" },
  "not-found": { status: 404, title: "There is nothing here" },
  "method-not-allowed": { status: 405, title: "This method is not supported here" },
  "not-acceptable": { status: 406, title: "No acceptable representation" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "This media type is not supported" },
  "invalid-request": { status: 422, title: "The request is not valid" },
  busy: { status: 429, title: "Too many questions at once" },
  "not-ready": { status: 503, title: "Not ready yet" },
  internal: { status: 500, title: "Something went wrong here" },
} as const;

const PASSING: ReadonlySet<ProblemKind> = new Set(["busy", "not-ready"]);

/** Name of a kind of problem; `urn:parallax:problem:<kind>` on the wire. */
export type ProblemKind = keyof typeof KINDS;

type Fault = NonNullable<ProblemWire["errors"]>[number];

/** Why a request is refused. `detail` says what is wrong and what to do; never a path, a stack or a key. */
export type Problem = {
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
};

/** A problem as its body tells it. */
export function toProblem(problem: Problem, requestId: string): ProblemWire {
  const { status, title } = KINDS[problem.kind];
  return {
    type: `urn:parallax:problem:${problem.kind}`,
    title,
    status,
    detail: problem.detail,
    ...(problem.errors ? { errors: problem.errors } : {}),
    ...(PASSING.has(problem.kind) ? { retryable: true } : {}),
    requestId,
  };
}

/** A problem as `application/problem+json`. */
export function sendProblem(c: Context, problem: Problem): Response {
  const body = toProblem(problem, String(c.get("requestId")));
  return c.body(JSON.stringify(body), KINDS[problem.kind].status, {
    ...problem.headers,
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
}

const escapePointer = (key: PropertyKey): string => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

const toPointer = (path: readonly PropertyKey[]): string => path.map(escapePointer).join("");

const pointAt = (path: readonly PropertyKey[], where: "body" | "query"): Omit<Fault, "detail"> =>
  where === "body" ? { pointer: toPointer(path) } : { parameter: String(path[0] ?? "") };

/** Longest part of an unknown key that is sent back. */
const MAX_KEY_SHOWN = 100;

/** What zod found wrong, one fault for each value; an unknown key is pointed at itself. */
function listFaults(error: z.ZodError, where: "body" | "query"): readonly Fault[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [{ ...pointAt(issue.path, where), detail: issue.message }];
    return issue.keys.map((key) => {
      const shown = key.slice(0, MAX_KEY_SHOWN);
      return { ...pointAt([...issue.path, shown], where), detail: `"${shown}" is not known here. Leave it out.` };
    });
  });
}

/** A request that does not fit its schema. */
export function invalidRequest(error: z.ZodError, where: "body" | "query"): Problem {
  const errors = listFaults(error, where);
  const first = errors[0];
  const place = first?.pointer || first?.parameter;
  return {
    kind: "invalid-request",
    detail: `${place ? `${place}: ` : ""}${first?.detail ?? "It does not fit."}`,
    errors,
  };
}
