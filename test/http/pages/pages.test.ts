import { describe, expect, it } from "vitest";
import { makeApp } from "../../../src/http/app.ts";
import { embedFile, snapshotOf } from "../../../src/index/in-memory.ts";
import { hashingEmbedder } from "../../fakes/hashing-embedder.ts";
import { makeFakeHouse } from "../fake-house.ts";

const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const HOSTILE = `<img src=x onerror="alert(1)"></script><script>alert(2)</script>`;

const reports = {
  a: ["Rally", "Police counted 12,000 protesters at the rally in Brinn on Monday."],
  b: [HOSTILE.replaceAll('"', "'"), `The union counted 30,000 protesters at the rally in Brinn on Monday. ${HOSTILE}`],
  c: ["Bread", "🥖 A baker in Orlen sold 70 loaves.\r\n\r\nNobody counted the rolls."],
} as const;
/** Set behind the reader's back, which takes no address but one of the web. */
const addresses = new Map([
  ["a", "https://example.org/rally?a=1&b=2"],
  ["b", "javascript:alert(3)"],
]);
const embedder = hashingEmbedder(64);
const embedded = await Promise.all(
  Object.entries(reports).map(([id, [title, text]]) =>
    embedFile(
      {
        path: `${id}.md`,
        bytes: new TextEncoder().encode(
          `---\ntitle: "${title}"\nsource: "The Brinn Post"\npublished: 2030-05-07\n---\n${text}\n`,
        ),
      },
      embedder,
    ),
  ),
);
const fromFiles = snapshotOf(
  embedded.filter((one) => one !== null),
  embedder,
);
const snapshot: typeof fromFiles = {
  ...fromFiles,
  records: fromFiles.records.map((record) => {
    const document = { ...record.document, url: addresses.get(record.document.id) ?? null };
    return Object.assign({}, record, { document });
  }),
};
const app = makeApp(makeFakeHouse({ index: { current: () => Promise.resolve(snapshot) } }).house);
const get = (path: string, accept = BROWSER) => app.request(path, { headers: { accept } });
const read = async (path: string) => (await get(path)).text();
const anchorsIn = (page: string) => [...page.matchAll(/(?:id="|#)(d-[0-9a-f]{12})"/g)].map(([, anchor]) => anchor);

describe("a page or JSON", () => {
  it.each([
    [BROWSER, "text/html; charset=utf-8"],
    ["text/html", "text/html; charset=utf-8"],
    ["*/*", "application/json"],
    ["", "application/json"],
    ["application/json, text/html", "application/json"],
    ["text/html;q=0.4, application/json;q=0.5", "application/json"],
    ["text/html;q=0, */*", "application/json"],
    ["text/html, */*", "text/html; charset=utf-8"],
  ])("Accept %j gives %s", async (accept, type) => {
    for (const path of ["/documents/a", "/disagreements"]) {
      const { headers } = await get(path, accept);
      expect(headers.get("content-type")).toBe(type);
      expect(headers.get("vary")).toContain("Accept");
      expect(headers.get("content-security-policy")?.includes("script-src 'self'")).toBe(type.startsWith("text/html"));
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
    }
  });

  it("a page has its own tag", async () => {
    const etag = (await get("/documents/a")).headers.get("etag") ?? "";
    expect(etag).not.toBe((await get("/documents/a", "*/*")).headers.get("etag"));
    const again = await app.request("/documents/a", { headers: { accept: BROWSER, "if-none-match": etag } });
    expect([again.status, again.headers.get("vary")]).toEqual([304, "Accept"]);
  });

  it("a document that is not there is a page too, and shows the name as text", async () => {
    const reply = await get(`/documents/${encodeURIComponent("<b>x")}`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain("<bdi>&lt;b&gt;x</bdi>");
  });
});

describe("the page of a document", () => {
  it("says who published it and when, and links to the original where that is a web address", async () => {
    const page = await read("/documents/a");
    expect(page).toContain("<bdi>The Brinn Post</bdi>");
    expect(page).toContain('<time datetime="2030-05-07">7 May 2030</time>');
    expect(page).toContain('href="https://example.org/rally?a=1&amp;b=2"');
    expect(await read("/documents/b")).not.toContain("javascript:");
  });

  it("marks what is told otherwise elsewhere, and notes it with a link to its topic", async () => {
    const page = await read("/documents/a");
    expect(page).toMatch(/<mark>[^<]*12,000[^<]*<\/mark><sup data-ours><a href="#n1"/);
    expect(page).toMatch(/id="n1"[\s\S]*elsewhere <b><bdi>30,000<\/bdi><\/b>/);
    const anchors = anchorsIn(page);
    expect(anchors).toHaveLength(1);
    expect(anchorsIn(await read("/disagreements"))).toContain(anchors[0]);
    expect(anchorsIn(await read("/documents/b"))).toEqual(anchors);
  });

  it("holds every block at its place in the text", async () => {
    const page = await read("/documents/c");
    const text = "🥖 A baker in Orlen sold 70 loaves.\r\n\r\nNobody counted the rolls.\r\n";
    const blocks = [...page.matchAll(/data-start="(\d+)">([^<]*)</g)];
    expect(blocks).toHaveLength(2);
    for (const [, start, shown = ""] of blocks) expect(text.slice(Number(start)).startsWith(shown)).toBe(true);
    expect(page).not.toContain("<mark>");
  });

  it("shows hostile text as text", async () => {
    for (const path of ["/documents/b", "/disagreements"]) {
      const page = await read(path);
      expect(page).toContain("&lt;img src=x onerror=");
      expect(page).not.toMatch(/<img|<script>|style=/);
      expect(page.match(/<script/g)).toHaveLength(1);
    }
  });
});

describe("the page of what is disagreed about", () => {
  it("shows each side with its quote, linked to its place", async () => {
    const page = await read("/disagreements");
    for (const [id, value] of [
      ["a", "12,000"],
      ["b", "30,000"],
    ] as const) {
      expect(page).toContain(`<h3><bdi>${value}</bdi></h3>`);
      const [, start, end] = new RegExp(`href="/documents/${id}#c=(\\d+)-(\\d+)"`).exec(page) ?? [];
      const text = snapshot.records[snapshot.recordOf.get(id) ?? -1]?.document.text ?? "";
      expect(text.slice(Number(start), Number(end))).toContain(value);
    }
  });

  it("can be narrowed to a kind", async () => {
    const all = await read("/disagreements");
    const shownKinds = (["contradiction", "estimate", "scope", "update", "unclear"] as const).map(
      async (kind) => anchorsIn(await read(`/disagreements?kind=${kind}`)).length > 0,
    );
    expect((await Promise.all(shownKinds)).filter(Boolean)).toHaveLength(1);
    expect(all).toMatch(/href="\/disagreements"\s+aria-current="true"\s*>All</);
    expect(await read("/disagreements?documents=c")).toContain("Nothing was found in c.");
  });

  it("refuses a query that it does not know", async () => {
    expect((await get("/disagreements?kind=quarrel")).status).toBe(422);
  });
});
