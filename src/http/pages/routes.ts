import type { Context, Handler } from "hono";
import { listDisagreements, listDisagreementsOf } from "../../disagreements.ts";
import { cached } from "../cached.ts";
import type { HttpHouse } from "../house.ts";
import { prefersHtml } from "../negotiate.ts";
import { sendProblem } from "../problem.ts";
import { readQuery } from "../read-body.ts";
import { toDocuments } from "../reference.ts";
import { disagreementsQuery } from "../wire-requests.ts";
import { followMarkers } from "./anchors.ts";
import { writeDocumentPage, writeMissingPage } from "./document-page.ts";
import { writeTopicsPage } from "./topics-page.ts";

const TYPE = "text/html; charset=utf-8";

/** Disagreements noted in one document, and listed on the topics page: what a reader can still look through. */
const MAX_NOTED = 100;
const MAX_LISTED = 200;

/** Answers people with a page and lets programs through: for the routes that have both. */
function forPeople(write: (c: Context) => Promise<Response>): Handler {
  return async (c, next) => {
    c.header("vary", "Accept", { append: true });
    if (prefersHtml(c.req.header("accept"))) return write(c);
    await next();
    return undefined;
  };
}

/** GET /documents/:id for people. */
export function documentForPeople(house: HttpHouse): Handler {
  return forPeople(async (c) => {
    const id = c.req.param("id") ?? "";
    const snapshot = await house.index.current();
    const record = snapshot.records[snapshot.recordOf.get(id) ?? -1];
    if (!record) {
      return c.body(writeMissingPage(id.slice(0, 200)), 404, { "content-type": TYPE, "cache-control": "no-store" });
    }
    const { document, layout } = record;
    const shown = followMarkers(listDisagreementsOf({ snapshot, document: id, limit: MAX_NOTED }), house.hash);
    return cached(house, c, { body: writeDocumentPage({ document, layout, shown }), type: TYPE });
  });
}

/** GET /disagreements for people: as many as may be asked for where the query sets no limit. */
export function topicsForPeople(house: HttpHouse): Handler {
  return forPeople(async (c) => {
    const url = new URL(c.req.url);
    const query = readQuery(url, disagreementsQuery, ["sources", "documents"]);
    if (query.kind === "refused") return sendProblem(c, query.problem);
    const limit = url.searchParams.has("limit") ? query.value.limit : MAX_LISTED;
    const { sources, documents, kind } = query.value;
    const snapshot = await house.index.current();
    const { leftOut, ...listing } = listDisagreements({ snapshot, sources, documents, kind, limit });
    const narrowed = [...(documents ?? []), ...(sources ?? [])];
    const body = writeTopicsPage({
      shown: followMarkers(listing, house.hash),
      leftOut,
      kind: kind ?? null,
      narrowedTo: narrowed.length === 0 ? null : narrowed.join(", "),
      documents: toDocuments(snapshot).documents,
    });
    return cached(house, c, { body, type: TYPE });
  });
}
