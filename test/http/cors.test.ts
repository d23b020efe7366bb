import { describe, expect, it } from "vitest";
import { makeApp } from "../../src/http/app.ts";
import { makeFakeHouse } from "./fake-house.ts";
import { post, problemOf } from "./problem-of.ts";

const LISTED = "https://news.example";
const app = (origins: readonly string[] = [LISTED]) => makeApp(makeFakeHouse({ origins }).house);
const crossing = (reply: Response): readonly string[] =>
  [...reply.headers.keys()].filter((name) => name.startsWith("access-control-"));
const preflight = (origin: string): RequestInit => ({
  method: "OPTIONS",
  headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
});

describe("pages of other origins", () => {
  it.each(["/ask", "/feedback"])("that are listed may POST to %s", async (path) => {
    const reply = await app().request(path, preflight(LISTED));
    expect([reply.status, reply.headers.get("access-control-allow-origin")]).toEqual([204, LISTED]);
    expect(reply.headers.get("access-control-allow-methods")).toBe("GET, POST");
    expect(reply.headers.get("access-control-allow-headers")).toContain("content-type");
    expect(reply.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("that are listed may read answers, streams and refusals", async () => {
    for (const accept of ["application/json", "text/event-stream"]) {
      const reply = await app().request("/ask", post({ question: "Who?" }, { origin: LISTED, accept }));
      expect([reply.status, reply.headers.get("access-control-allow-origin")]).toEqual([200, LISTED]);
    }
    const refused = await app().request("/ask", post({}, { origin: LISTED }));
    expect(refused.headers.get("access-control-allow-origin")).toBe(LISTED);
    expect(refused.headers.get("access-control-expose-headers")).toContain("retry-after");
  });

  it.each([
    ["http://news.example"],
    ["https://news.example:8443"],
    ["https://news.example.evil.example"],
    ["https://www.news.example"],
    ["https://NEWS.example"],
    ["null"],
    [""],
  ])("that are not listed get nothing: %s", async (origin) => {
    expect(crossing(await app().request("/ask", post({ question: "Who?" }, { origin })))).toEqual([]);
    const refused = await app().request("/ask", preflight(origin));
    expect(crossing(refused)).toEqual([]);
    expect((await problemOf(refused)).status).toBe(405);
  });

  it("get nothing where none is listed", async () => {
    const reply = await app([]).request("/ask", post({ question: "Who?" }, { origin: LISTED }));
    expect([crossing(reply), reply.headers.get("vary")]).toEqual([[], null]);
  });

  it("may load the widget where they are listed, fresh or kept, and nothing else", async () => {
    const fresh = await app().request("/widget.js", { headers: { origin: LISTED } });
    const tag = fresh.headers.get("etag") ?? "";
    const kept = await app().request("/widget.js", { headers: { origin: LISTED, "if-none-match": tag } });
    for (const reply of [fresh, kept]) {
      expect(reply.headers.get("access-control-allow-origin")).toBe(LISTED);
      expect(reply.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(reply.headers.get("vary")).toBe("Origin");
    }
    expect([fresh.status, kept.status]).toEqual([200, 304]);
    const other = await app().request("/documents", { headers: { origin: LISTED } });
    expect(other.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});
