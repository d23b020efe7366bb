import { describe, expect, it } from "vitest";
import { makeApp } from "../../src/http/app.ts";
import { documentReply, documentsReply, verifyReply } from "../../src/http/wire.ts";
import { documents, makeFakeHouse } from "./fake-house.ts";
import { post, problemOf } from "./problem-of.ts";

const app = () => makeApp(makeFakeHouse().house);

describe("documents", () => {
  it("are listed without what they do not have", async () => {
    const listed = documentsReply.parse(await (await app().request("/documents")).json());
    expect(listed.documents.map((document) => document.id)).toEqual(["ferry", "port/é"]);
    expect(listed.documents[0]).not.toHaveProperty("url");
    expect(listed.index).toEqual({ id: "generation-1", passages: 0, embedder: "none" });
  });

  it("come with the text that offsets point into", async () => {
    const document = documentReply.parse(await (await app().request("/documents/ferry")).json());
    expect(document.text).toBe(documents[0]?.text);
    expect(document.sha256).toBe(documents[0]?.sha256);
  });

  it("are found by ids that need escaping", async () => {
    const reply = await app().request(`/documents/${encodeURIComponent("port/é")}`);
    expect(documentReply.parse(await reply.json()).id).toBe("port/é");
  });

  it.each(["/documents", "/documents/ferry", "/disagreements", "/", "/page.css", "/widget.js", "/icon.svg"])(
    "%s is sent once and then 304 by its tag",
    async (path) => {
      const first = await app().request(path);
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
      const again = await app().request(path, { headers: { "if-none-match": `"other", W/${etag}` } });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
      const other = await app().request(path, { headers: { "if-none-match": '"other"' } });
      expect(other.status).toBe(200);
    },
  );

  it.each(["/documents/none", "/documents/%zz", "/nowhere", "/documents/", "/ask/"])("%s is 404", async (path) => {
    expect((await problemOf(await app().request(path))).status).toBe(404);
  });
});

describe("GET /passages and GET /disagreements", () => {
  it("read repeated names as lists", async () => {
    const queries: unknown[] = [];
    const { house } = makeFakeHouse({
      search: (query) => {
        queries.push(query);
        return Promise.resolve({
          passages: [],
          index: { id: "g", documents: 0, considered: 0, passages: 0, embedder: "none" },
        });
      },
    });
    const reply = await makeApp(house).request("/passages?q=ferry&sources=A%2C%20B&limit=5&publishedTo=2023-01-01");
    expect(reply.status).toBe(200);
    expect(queries).toEqual([{ q: "ferry", limit: 5, sources: ["A, B"], publishedTo: "2023-01-01" }]);
  });

  it.each([
    ["/passages", "q"],
    ["/passages?q=", "q"],
    ["/passages?q=%3F%21", "q"],
    ["/passages?q=a&q=b", "q"],
    ["/passages?q=a&limit=0", "limit"],
    ["/passages?q=a&limit=1e1", "limit"],
    ["/passages?q=a&limit=51", "limit"],
    ["/passages?q=a&publishedFrom=yesterday", "publishedFrom"],
    ["/passages?q=a&publishedFrom=2023-01-02&publishedTo=2023-01-01", "publishedFrom"],
    ["/passages?q=a&__proto__=x", "__proto__"],
    ["/disagreements?kind=quarrel", "kind"],
    ["/disagreements?q=a", "q"],
  ])("%s is refused and %s named", async (path, parameter) => {
    const problem = await problemOf(await app().request(path));
    expect(problem.status).toBe(422);
    expect(problem.errors?.map((fault) => fault.parameter)).toEqual([parameter]);
  });
});

describe("POST /verify", () => {
  it("gives one verdict a quote, in order", async () => {
    const text = documents[0]?.text ?? "";
    const start = text.indexOf("120");
    const quotes = [
      { documentId: "ferry", start, end: start + 14, quote: "120 passengers", sha256: documents[0]?.sha256 },
      { documentId: "ferry", start, end: start + 14, quote: "130 passengers" },
    ];
    const { results } = verifyReply.parse(await (await app().request("/verify", post(quotes))).json());
    expect(results).toEqual([
      { verdict: "verbatim", documentChanged: false },
      { verdict: "altered", documentChanged: false, found: "120 passengers" },
    ]);
  });

  it.each([
    ["nothing", [], ""],
    ["an empty quote", [{ documentId: "ferry", start: 0, end: 1, quote: "" }], "/0/quote"],
    ["a negative offset", [{ documentId: "ferry", start: -1, end: 1, quote: "a" }], "/0/start"],
    ["101 quotes", Array.from({ length: 101 }, () => ({ documentId: "f", start: 0, end: 1, quote: "a" })), ""],
  ])("refuses %s", async (_name, body, pointer) => {
    const problem = await problemOf(await app().request("/verify", post(body)));
    expect([problem.status, problem.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });
});

describe("every reply", () => {
  it("carries a request id: the client's where it is sane, else a fresh one", async () => {
    const idFor = async (own: string) =>
      (await app().request("/healthz", { headers: { "x-request-id": own } })).headers.get("x-request-id");
    expect(await idFor("abc-123_x.y")).toBe("abc-123_x.y");
    expect(await idFor("two words")).toBe("r_1");
    expect(await idFor("a".repeat(129))).toBe("r_1");
  });

  it.each(["/", "/documents", "/nowhere", "/widget.js"])(
    "%s forbids sniffing, framing and foreign content",
    async (path) => {
      const { headers } = await app().request(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
    },
  );

  it("lets only the page run its own script", async () => {
    expect((await app().request("/")).headers.get("content-security-policy")).toContain("script-src 'self'");
    expect((await app().request("/documents")).headers.get("content-security-policy")).not.toContain("script-src");
  });

  it.each([
    ["GET", "/ask", "POST"],
    ["PUT", "/verify", "POST"],
    ["DELETE", "/documents/ferry", "GET, HEAD"],
    ["POST", "/", "GET, HEAD"],
    ["OPTIONS", "/readyz", "GET, HEAD"],
  ])("to %s %s is 405 with what is allowed", async (method, path, allow) => {
    const reply = await app().request(path, { method });
    expect([(await problemOf(reply)).status, reply.headers.get("allow")]).toEqual([405, allow]);
  });

  it("to HEAD is that to GET without the body", async () => {
    const reply = await app().request("/documents", { method: "HEAD" });
    expect([reply.status, await reply.text()]).toEqual([200, ""]);
  });
});

describe("readiness", () => {
  const data = ["/readyz", "/documents", "/documents/ferry", "/passages?q=a", "/disagreements"];

  it.each(data)("%s is 503 while the model loads", async (path) => {
    const { house } = makeFakeHouse({ readiness: () => ({ kind: "loading" }) });
    const reply = await makeApp(house).request(path);
    expect([(await problemOf(reply)).status, reply.headers.get("retry-after")]).toEqual([503, "1"]);
  });

  it("says why it will not come", async () => {
    const { house } = makeFakeHouse({ readiness: () => ({ kind: "failed", reason: "The model is damaged." }) });
    expect((await problemOf(await makeApp(house).request("/readyz"))).detail).toBe("The model is damaged.");
  });

  it("carries what was wrong with the index and put right", async () => {
    expect(await (await app().request("/readyz")).json()).toEqual({ status: "ready", warnings: ["bm25 was rebuilt"] });
  });

  it("leaves /healthz and the page alone", async () => {
    const { house } = makeFakeHouse({ readiness: () => ({ kind: "loading" }) });
    expect((await makeApp(house).request("/healthz")).status).toBe(200);
    expect((await makeApp(house).request("/")).status).toBe(200);
  });
});
