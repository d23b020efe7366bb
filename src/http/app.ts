import { setMaxListeners } from "node:events";
import { Hono } from "hono";
import type { Context, Handler, MiddlewareHandler } from "hono";
import { listDisagreements } from "../disagreements.ts";
import { readDocument } from "../read.ts";
import { verifyQuotes } from "../verify.ts";
import { admitAtMost } from "./admit.ts";
import { answerAsk } from "./ask-route.ts";
import { cached } from "./cached.ts";
import { allowOrigins } from "./cors.ts";
import { takeFeedback } from "./feedback.ts";
import type { HttpHouse } from "./house.ts";
import { documentForPeople, topicsForPeople } from "./pages/routes.ts";
import { sendProblem } from "./problem.ts";
import { refuse, RETRY_AFTER_S } from "./refuse.ts";
import { readJson, readQuery } from "./read-body.ts";
import { toDocument, toDocuments } from "./reference.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { disagreementsQuery, passagesQuery, verifyRequest } from "./wire-requests.ts";
import type { DisagreementsWire, VerifyReplyWire } from "./wire.ts";

type Env = { Variables: { requestId: string } };

/** Questions answered at once; each holds a few hundred kB, and the model takes them one after the other. */
const MAX_ASKS = 64;

/** The whole server but for its socket: JSON over HTTP, and the page at `/`. */
export function makeApp(house: HttpHouse): Hono<Env> {
  const app = new Hono<Env>();
  const admit = admitAtMost(MAX_ASKS);
  // Every question under way listens; more than ten are no leak.
  setMaxListeners(0, house.stopping);

  app.use(identify(house), setSecurityHeaders, allowOrigins(house.origins));

  const routes: Readonly<Record<string, { readonly method: "GET" | "POST"; readonly run: readonly Handler<Env>[] }>> = {
    "/": { method: "GET", run: [asset(house, house.page.html, "text/html; charset=utf-8")] },
    "/widget.js": { method: "GET", run: [asset(house, house.page.widget, "text/javascript; charset=utf-8")] },
    "/icon.svg": { method: "GET", run: [asset(house, house.page.icon, "image/svg+xml")] },
    "/page.css": { method: "GET", run: [asset(house, house.page.style, "text/css; charset=utf-8")] },
    "/reading.js": { method: "GET", run: [asset(house, house.reading.script, "text/javascript; charset=utf-8")] },
    "/reading.css": { method: "GET", run: [asset(house, house.reading.style, "text/css; charset=utf-8")] },
    "/healthz": { method: "GET", run: [(c) => uncached(c, { status: "alive" })] },
    "/readyz": { method: "GET", run: [whenReady(house), (c) => uncached(c, describeReadiness(house))] },
    "/ask": {
      method: "POST",
      run: [whenReady(house), (c) => answerAsk(house, admit, c)],
    },
    "/documents": {
      method: "GET",
      run: [whenReady(house), async (c) => tagged(house, c, toDocuments(await house.index.current()))],
    },
    "/documents/:id": {
      method: "GET",
      run: [
        whenReady(house),
        documentForPeople(house),
        async (c) => {
          const id = c.req.param("id") ?? "";
          const document = readDocument(await house.index.current(), id);
          if (document) return tagged(house, c, toDocument(document));
          const detail = `There is no document "${id.slice(0, 200)}". GET /documents lists those there are.`;
          return sendProblem(c, { kind: "not-found", detail });
        },
      ],
    },
    "/passages": {
      method: "GET",
      run: [
        whenReady(house),
        async (c) => {
          const query = readQuery(new URL(c.req.url), passagesQuery, ["sources", "documents"]);
          if (query.kind === "refused") return sendProblem(c, query.problem);
          return uncached(c, await house.search(query.value, c.req.raw.signal));
        },
      ],
    },
    "/disagreements": {
      method: "GET",
      run: [
        whenReady(house),
        topicsForPeople(house),
        async (c) => {
          const query = readQuery(new URL(c.req.url), disagreementsQuery, ["sources", "documents"]);
          if (query.kind === "refused") return sendProblem(c, query.problem);
          const snapshot = await house.index.current();
          return tagged(house, c, listDisagreements({ snapshot, ...query.value }) satisfies DisagreementsWire);
        },
      ],
    },
    "/verify": {
      method: "POST",
      run: [
        whenReady(house),
        async (c) => {
          const request = await readJson(c.req.raw, verifyRequest);
          if (request.kind === "refused") return sendProblem(c, request.problem);
          const results = verifyQuotes(await house.index.current(), request.value);
          return uncached(c, { results } satisfies VerifyReplyWire);
        },
      ],
    },
    "/feedback": { method: "POST", run: [takeFeedback(house)] },
  };

  for (const [path, { method, run }] of Object.entries(routes)) {
    app.on([method], [path], ...run);
    const allow = method === "GET" ? "GET, HEAD" : method;
    app.all(path, (c) => {
      const detail = `${c.req.method.slice(0, 20)} is not supported here. Use ${allow}.`;
      return sendProblem(c, { kind: "method-not-allowed", detail, headers: { allow } });
    });
  }
  app.notFound((c) =>
    sendProblem(c, { kind: "not-found", detail: "No such address. The README lists those there are." }),
  );
  app.onError((error, c) => refuse(house, error, c));
  return app;
}

/** Gives each request an id, the client's own where it is sane, and logs it once it is answered. */
function identify(house: HttpHouse): MiddlewareHandler<Env> {
  return async (c, next) => {
    const own = c.req.header("x-request-id");
    const requestId = own !== undefined && /^[\w.-]{1,128}$/.test(own) ? own : house.ids.make("r");
    const began = house.clock.nowMs();
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    await next();
    const ms = Math.round(house.clock.nowMs() - began);
    // The path only: the query of GET /passages is question text.
    house.log.info("request", { requestId, method: c.req.method, path: c.req.path, status: c.res.status, ms });
  };
}

function whenReady(house: HttpHouse): MiddlewareHandler<Env> {
  return async (c, next) => {
    const readiness = house.readiness();
    if (readiness.kind === "ready") return next();
    const detail = readiness.kind === "loading" ? "The index and the model are being loaded." : readiness.reason;
    return sendProblem(c, { kind: "not-ready", detail, headers: { "retry-after": RETRY_AFTER_S } });
  };
}

function describeReadiness(house: HttpHouse): { status: string; warnings: readonly string[] } {
  const readiness = house.readiness();
  return { status: readiness.kind, warnings: readiness.kind === "ready" ? readiness.warnings : [] };
}

/** What is only true now: never kept by anybody. */
function uncached(c: Context<Env>, body: object): Response {
  return c.json(body, 200, { "cache-control": "no-store" });
}

/** What stays true until the corpus changes: kept, and asked after by its tag. */
function tagged(house: HttpHouse, c: Context<Env>, body: object): Response {
  return cached(house, c, { body: JSON.stringify(body), type: "application/json" });
}

function asset(house: HttpHouse, body: string, type: string): Handler<Env> {
  return (c) => cached(house, c, { body, type });
}
