import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hnswAvailable } from "../../src/adapters/hnswlib-vectors.ts";
import { ask } from "../../src/ask.ts";
import { makeHttpHouse } from "../../src/cli/http-house.ts";
import { readSettings } from "../../src/cli/settings.ts";
import type { Settings } from "../../src/cli/settings.ts";
import { ingestWorkers, openEmbedder, openHouse, runIngest } from "../../src/cli/wire-up.ts";
import type { IngestEmbedder, OpenHouse } from "../../src/cli/wire-up.ts";
import { compareWithGolden, loadGolden } from "../../src/eval/golden.ts";
import { makeApp } from "../../src/http/app.ts";
import { askRequest } from "../../src/http/wire-requests.ts";
import { answerReply } from "../../src/http/wire.ts";
import type { Log } from "../../src/ports.ts";
import { checkPromises } from "../../src/quotes/promises.ts";
import type { VerifiedAnswer } from "../../src/quotes/verified.ts";
import { readDocument } from "../../src/read.ts";

// The shipped corpus and the shipped model, read, embedded and asked as `parallax ingest` and `parallax serve` do it.

const rows = loadGolden(readFileSync(new URL("questions.jsonl", import.meta.url), "utf8"));
const hnsw = await hnswAvailable();
const loud: Log = {
  info: () => {},
  warn: (message) => expect.fail(message),
  error: (message) => expect.fail(message),
};

let index = "";
let embedder: IngestEmbedder;
let exact: OpenHouse;
let graph: OpenHouse;

const settingsFor = (vectors: Settings["vectors"]): Settings =>
  readSettings({ flags: { index, vectors }, env: {}, cwd: "/", isFolder: () => true });

beforeAll(async () => {
  index = await mkdtemp(join(tmpdir(), "parallax-golden-"));
  embedder = await openEmbedder(settingsFor("exact"), ingestWorkers());
  const vectors = hnsw.kind === "available" ? "hnsw" : "exact";
  await runIngest(settingsFor(vectors), embedder, { from: "scratch", onProgress: () => {} });
  exact = await openHouse(settingsFor("exact"), embedder, { log: loud, first: "cold" });
  graph = await openHouse(settingsFor(vectors), embedder, { log: loud, first: "cold" });
}, 120_000);

afterAll(async () => {
  await embedder?.close();
  await rm(index, { recursive: true, force: true });
});

const answerOf = (house: OpenHouse, question: string): Promise<VerifiedAnswer> =>
  ask(askRequest.parse({ question }), house);

/** An answer as bytes, but for what may differ from one time to the next. */
const lasting = (answer: object): string => JSON.stringify({ ...answer, id: "", timingsMs: {} });

describe("golden questions over the shipped corpus", () => {
  it("are twenty or more, at least six disputed and four unanswerable", () => {
    const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(count("disputed")).toBeGreaterThanOrEqual(6);
    expect(count("unanswerable")).toBeGreaterThanOrEqual(4);
  });

  it("are asked of an exact index, and of a graph where there is one", () => {
    expect(exact.index.latest().vectors.kind).toBe("exact");
    expect(graph.index.latest().vectors.kind).toBe(hnsw.kind === "available" ? "hnsw" : "exact");
  });

  it.each(rows)("$id is answered as expected", async (row) => {
    expect(compareWithGolden(row, await answerOf(exact, row.question))).toEqual([]);
  });

  it.each(rows)("$id keeps the promises and is a reply of the wire", async ({ question }) => {
    const answer = await answerOf(exact, question);
    const snapshot = exact.index.latest();
    expect(checkPromises(answer, (id) => readDocument(snapshot, id)?.text ?? null)).toEqual([]);
    // Strict: what the schema does not name is cut off by parsing, and would be missed here.
    expect(answerReply.parse(answer)).toEqual(JSON.parse(JSON.stringify(answer)));
  });

  it.each(rows)("$id gets the same answer a second time", async ({ question }) => {
    expect(lasting(await answerOf(exact, question))).toBe(lasting(await answerOf(exact, question)));
  });

  it.skipIf(hnsw.kind === "absent").each(rows)("$id gets the same answer from a graph", async ({ question }) => {
    expect(lasting(await answerOf(graph, question))).toBe(lasting(await answerOf(exact, question)));
  });
});

describe("golden questions over HTTP", () => {
  const ofEachOutcome = (["disputed", "answered", "unanswerable"] as const).map((outcome) => ({
    outcome,
    question: rows.find((row) => row.outcome === outcome)?.question ?? "",
  }));

  it.each(ofEachOutcome)("an $outcome one is answered by POST /ask as by ask()", async ({ outcome, question }) => {
    const app = makeApp(makeHttpHouse(() => exact, loud));
    const response = await app.request("/ask", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: `  ${question}\n` }),
    });
    expect(response.status).toBe(200);
    const reply = (await response.json()) as object; // not parsed: that would put its keys into another order
    expect(reply).toMatchObject({ outcome });
    expect(lasting(reply)).toBe(lasting(await answerOf(exact, question)));
  });
});
