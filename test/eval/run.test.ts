import { describe, expect, it } from "vitest";
import { exportResults } from "../../src/eval/exports.ts";
import { loadGolden } from "../../src/eval/golden.ts";
import type { GoldenRow } from "../../src/eval/golden.ts";
import { draftRow } from "../../src/eval/record.ts";
import { writeReport } from "../../src/eval/report-html.ts";
import { httpRespondent } from "../../src/eval/respondent.ts";
import type { Respondent, Send } from "../../src/eval/respondent.ts";
import { examine, failuresThatGate } from "../../src/eval/run.ts";
import { groupsOf, readScores, writeScores } from "../../src/eval/scores-file.ts";
import type { AnswerWire } from "../../src/http/wire.ts";
import { ferry, ferryRow, ferryTexts, passage } from "./ferry.ts";

const index = { id: "g", documents: 3, considered: 3, passages: 3, embedder: "none" };

/** A server of three documents that gives one answer to everything. */
const server =
  (answer: AnswerWire, asked: string[] = []): Send =>
  async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    asked.push(`${request.method} ${pathname}`);
    const ids = [...ferryTexts.keys()];
    const reference = (id: string) => ({ id, title: `Title of ${id}`, sha256: "0" });
    if (pathname === "/ask") return Response.json(answer);
    if (pathname === "/documents") {
      const documents = ids.map((id) => ({ ...reference(id), passages: 1, sentences: 1 }));
      return Response.json({ documents, index });
    }
    if (pathname === "/passages") {
      expect(searchParams.get("q")).toBe(ferryRow.question);
      return Response.json({ passages: ids.map((id, i) => passage(id, i + 1)), index });
    }
    const id = decodeURIComponent(pathname.slice("/documents/".length));
    const text = ferryTexts.get(id);
    return text === undefined ? new Response("{}", { status: 404 }) : Response.json({ ...reference(id), text });
  };

const respondent = (answer: AnswerWire, asked?: string[]): Respondent =>
  httpRespondent({
    base: "http://127.0.0.1",
    send: server(answer, asked),
    answerer: null,
    explain: async ({ sides }) => sides.map(({ value }) => ({ says: `about ${value}`, because: [] })),
  });

/** An answer that keeps the promises: what it says in its own words is in the table of such sentences. */
const kept: AnswerWire = {
  ...ferry,
  answer: "“1,254 people were aboard” [1]; “about 1,300 people” [2]; “more than a thousand” [3].",
};
const row: GoldenRow = { ...ferryRow, positions: ferryRow.positions ?? [] };
const ask = (answer: AnswerWire, rows: readonly GoldenRow[] = [row], pending: readonly string[] = []) =>
  examine({ set: "ferry", half: "dev", rows, pending }, respondent(answer), () => {});

describe("a golden set", () => {
  it("is asked over the contract alone, each document read once", async () => {
    const asked: string[] = [];
    let done = 0;
    const results = await examine(
      { set: "ferry", half: "dev", rows: [row, { ...row, id: "again" }], pending: [] },
      respondent(kept, asked),
      () => (done += 1),
    );
    expect(results.map(({ misses }) => misses)).toEqual([[], []]);
    expect(results[0]).toMatchObject({ explanation: [], observation: { passed: true, gates: true, half: "dev" } });
    expect(done).toBe(2);
    expect(asked.toSorted()).toEqual([
      "GET /documents",
      "GET /documents/10-gazette",
      "GET /documents/20-herald",
      "GET /documents/30-post",
      "GET /passages",
      "GET /passages",
      "POST /ask",
      "POST /ask",
    ]);
  });

  it("gates by its rows but for those that are pending, and by every promise", async () => {
    const failing = { ...row, kind: ["update" as const] };
    expect(failuresThatGate(await ask(kept, [failing]))).toHaveLength(1);
    expect(failuresThatGate(await ask(kept, [failing], [row.id]))).toEqual([]);
    const astray = { ...kept, citations: kept.citations.map((one) => ({ ...one, start: one.start + 1 })) };
    const [broken] = failuresThatGate(await ask(astray, [row], [row.id]));
    expect(broken?.misses.map(({ what }) => what)).toContain("promise");
    expect(broken?.observation.quotes).toEqual({ exact: 0, all: 3 });
  });

  it("explains what fails", async () => {
    const [result] = await ask(kept, [{ ...row, kind: ["update"] }]);
    expect(result?.explanation.map(({ says }) => says)).toEqual(["about 1,300", "about 1,254"]);
  });
});

describe("a server that is none of ours", () => {
  const asking = (response: () => Response): Promise<AnswerWire> =>
    httpRespondent({ base: "http://127.0.0.1", send: async () => response(), answerer: null, explain: null }).ask(
      "Who?",
    );

  it("is refused with what is wrong", async () => {
    await expect(asking(() => new Response("<html>"))).rejects.toThrow(/POST \/ask with "Who\?" .* Parallax server/u);
    await expect(asking(() => Response.json({ ...ferry, outcome: "perhaps" }))).rejects.toThrow(/at outcome/u);
    await expect(asking(() => new Response("no", { status: 500 }))).rejects.toThrow(/answered with 500/u);
  });
});

describe("a report", () => {
  const words = `<script>alert("&")</script>`;

  it("needs nothing but itself and shows text as text", async () => {
    const results = await ask({ ...kept, answer: `${words} [1][2][3]` }, [{ ...row, kind: ["update"] }]);
    const asked = { results, mutants: [] };
    const html = writeReport({ subject: "ferry", ...asked, groups: groupsOf(asked), comparison: null, judging: null });
    expect(html).toContain("&lt;script&gt;alert(&quot;&amp;&quot;)");
    expect(html).not.toContain("<script");
    expect(html).not.toMatch(/(?:src|href)=/u);
    expect(html.match(/<svg/gu)?.length).toBeGreaterThanOrEqual(3);
    expect(html).toContain("expected disputed, came disputed");
    expect(html).toContain("about 1,254");
  });

  it("keeps scores that a later run is compared with", async () => {
    const results = await ask(kept);
    const asked = { results, mutants: [] };
    const text = writeScores({ ...asked, groups: groupsOf(asked), answerer: null, judging: null });
    expect(readScores(text)).toEqual(results.map(({ observation }) => observation));
    expect(JSON.parse(text).groups[0]).toMatchObject({ name: "dev", rows: 1, passed: 1 });
    expect(() => readScores("{}")).toThrow(/no scores\.json of this program/u);
    expect(() => readScores(text.replace('"version": 1', '"version": 2'))).toThrow(/at version/u);
  });
});

describe("exports", () => {
  const file = async (
    format: "junit" | "trec" | "ragas",
    rows: readonly GoldenRow[] = [row],
    pending: readonly string[] = [],
  ) => exportResults(await ask(kept, rows, pending), format).map(({ text }) => text);

  it("junit: passed, failed and pending cases", async () => {
    const [xml] = await file(
      "junit",
      [row, { ...row, id: "a<b", kind: ["update"] }, { ...row, id: "waits", kind: ["scope"] }],
      ["waits"],
    );
    expect(xml).toContain('tests="3" failures="1" skipped="1" errors="0"');
    expect(xml).toContain('name="a&lt;b"');
    expect(xml).toMatch(/<failure message="kind: expected update/u);
    expect(xml).toMatch(/<skipped message="pending: kind: expected scope/u);
  });

  it("trec: a run by rank, and grades of passages", async () => {
    const relevant: GoldenRow["relevant"] = [
      { document: "20", text: "about 1,300 people", grade: 2 },
      { document: "20", text: "on the ferry", grade: 1 },
      { document: "40", text: "nowhere", grade: 1 },
    ];
    expect(await file("trec", [{ ...row, relevant }])).toEqual([
      "ferry Q0 10-gazette:0-60 1 3 parallax\nferry Q0 20-herald:0-37 2 2 parallax\nferry Q0 30-post:0-31 3 1 parallax\n",
      "ferry 0 20-herald:0-37 2\nferry 0 40:sentence-2 1\n",
    ]);
  });

  it("ragas: a sample a row", async () => {
    const [lines] = await file("ragas");
    expect(JSON.parse(lines ?? "")).toEqual({
      user_input: row.question,
      response: kept.answer,
      retrieved_contexts: [...ferryTexts.values()],
      reference_contexts: [],
      reference: "1,300; 1,254 (harbour master)",
    });
  });
});

describe("a row drafted from an answer", () => {
  it("is a golden row that the answer passes", async () => {
    const [drafted] = loadGolden(draftRow(row.question, kept));
    expect(drafted).toMatchObject({
      id: "how-many-people-were-on-the",
      outcome: ["disputed"],
      kind: ["estimate"],
      fitsAll: ["30-post"],
      positions: [
        { value: "1,254", documents: ["10-gazette"], speakers: ["the harbour master Ada Flett"] },
        { value: "about 1,300" },
      ],
    });
    const results = await ask(kept, drafted ? [drafted] : []);
    expect(results.map(({ misses }) => misses)).toEqual([[]]);
  });

  it("says what was quoted, or what is missing", () => {
    const answered = loadGolden(draftRow("Who?", { ...kept, outcome: "answered", disagreements: [] }))[0];
    expect(answered).toMatchObject({ outcome: ["answered"], documents: ["10-gazette", "20-herald", "30-post"] });
    expect(answered?.facts).toEqual([["1,254 people were aboard"], ["about 1,300 people"], ["more than a thousand"]]);
    const missing = { ...kept, outcome: "unanswerable" as const, missing: [{ slot: "who" as const, asked: "Ada" }] };
    expect(loadGolden(draftRow("Who?", missing))[0]).toMatchObject({ outcome: ["unanswerable"], missing: ["Ada"] });
  });
});
