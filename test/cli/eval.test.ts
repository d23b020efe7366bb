import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadGolden } from "../../src/eval/golden.ts";
import { makeFolder, runCli, startCli } from "./run-cli.ts";

const document = (source: string, day: string, text: string): string =>
  `---\ntitle: The ferry\nsource: ${source}\npublished: 2023-05-${day}\n---\n${text}\n`;

const place = makeFolder({
  "ferry/10-gazette.md": document(
    "Gazette",
    "02",
    "The ferry Aurora sank off Lowport on Monday. 120 passengers were rescued, the coastguard said.",
  ),
  "ferry/20-herald.md": document(
    "Herald",
    "02",
    "The ferry Aurora sank off Lowport on Monday. 150 passengers were rescued, said the harbour master.",
  ),
  "ferry.jsonl": [
    {
      id: "rescued",
      question: "How many passengers were rescued?",
      outcome: "disputed",
      kind: ["estimate", "contradiction"],
      positions: [
        { value: "120", documents: ["10"] },
        { value: "150", documents: ["20"] },
      ],
    },
    {
      id: "sank",
      question: "Where did the ferry Aurora sink?",
      outcome: "answered",
      facts: [["Lowport"]],
    },
  ]
    .map((row) => JSON.stringify(row))
    .join("\n"),
  "later/ferry.jsonl": ["rescued", "sank"]
    .map((id) =>
      JSON.stringify({ id, question: "Where did the ferry Aurora sink?", outcome: "unanswerable", missing: ["x"] }),
    )
    .join("\n"),
  "later/pending.json": JSON.stringify({ ferry: ["rescued", "sank"] }),
  "wrong.jsonl": JSON.stringify({
    id: "rescued-wrong",
    question: "How many passengers were rescued?",
    outcome: "answered",
    facts: [["121"]],
  }),
});
const golden = join(place.folder, "ferry.jsonl");
const wrong = join(place.folder, "wrong.jsonl");
const corpus = ["--corpus", join(place.folder, "ferry")];
const out = (name: string): string => join(place.folder, name);

afterAll(() => place.remove());

const evaluate = (...args: readonly string[]) => runCli(["eval", ...corpus, ...args]);

describe("parallax eval", () => {
  it("asks golden questions of a folder, writes scores and a report, and ends with 0 where all pass", async () => {
    const { code, out: said } = await evaluate("--golden", golden, "--out", out("fine"));
    expect(said).toMatch(/ferry +dev +2 of 2 pass, 0 pending/u);
    expect(said).toMatch(/disagreement recall +1\.000/u);
    expect(code).toBe(0);
    expect(readFileSync(join(out("fine"), "report.html"), "utf8")).toContain("2 of 2 questions pass");
    expect(JSON.parse(readFileSync(join(out("fine"), "scores.json"), "utf8"))).toMatchObject({
      version: 1,
      failed: [],
      rows: [{ id: "rescued" }, { id: "sank" }],
    });
  });

  it("ends with 1 where a question fails, says what came, and explains it in the report", async () => {
    const { code, out: said } = await evaluate("--golden", wrong, "--out", out("fails"), "--format", "junit");
    expect(code).toBe(1);
    expect(said).toMatch(/FAILED rescued-wrong[\s\S]*outcome: expected answered, came disputed/u);
    const report = readFileSync(join(out("fails"), "report.html"), "utf8");
    expect(report).toContain("is read as how-many");
    expect(report).toContain("no claim holds it");
    expect(readFileSync(join(out("fails"), "junit.xml"), "utf8")).toContain('failures="1"');
  });

  it("lets pending questions fail, lists them on demand, and takes those off that pass", async () => {
    const pending = join(place.folder, "pending.json");
    const both = ["--golden", wrong, "--golden", golden, "--out", out("pending")];
    writeFileSync(pending, JSON.stringify({ ferry: ["sank"], other: ["stays"] }));
    const first = await evaluate(...both);
    expect(first.code).toBe(1);
    expect(first.out).toMatch(/1 pending questions pass: sank/u);
    await evaluate(...both, "--pending", "shorten");
    expect(JSON.parse(readFileSync(pending, "utf8"))).toEqual({ other: ["stays"] });
    expect((await evaluate(...both, "--pending", "rewrite")).code).toBe(1);
    expect(JSON.parse(readFileSync(pending, "utf8"))).toEqual({ other: ["stays"], wrong: ["rescued-wrong"] });
    expect((await evaluate(...both)).code).toBe(0);
    writeFileSync(pending, "{}");
  });

  it("compares with an earlier run", async () => {
    await evaluate("--golden", golden, "--out", out("before"));
    const scores = join(out("before"), "scores.json");
    const same = await evaluate("--golden", golden, "--out", out("after"), "--baseline", scores);
    expect(same.code).toBe(0);
    expect(same.out).toMatch(/Against the baseline[\s\S]*rows passed .* no difference/u);
    // The same questions, expected to be unanswerable: pending, so that only the comparison can fail.
    const then = ["--golden", join(place.folder, "later", "ferry.jsonl"), "--out", out("after")];
    expect((await evaluate(...then)).code).toBe(0);
    const worse = await evaluate(...then, "--baseline", scores);
    expect(worse.code).toBe(1);
    expect(worse.out).toMatch(/rows passed .* WORSE[\s\S]*newly failing: rescued, sank/u);
    expect((await evaluate("--golden", golden, "--baseline", out("none.json"))).err).toMatch(/no baseline/u);
  });

  it("asks only the questions that are named", async () => {
    const { out: said } = await evaluate("--golden", golden, "--only", "sank", "--out", out("only"));
    expect(said).toMatch(/1 of 1 pass/u);
    const unknown = await evaluate("--golden", golden, "--only", "nobody");
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('"nobody"') });
  });

  it("drafts a row from an answer", async () => {
    const { code, out: said } = await evaluate("--record", "How many passengers were rescued?", "--out", out("record"));
    expect(code).toBe(0);
    expect(loadGolden(said)).toMatchObject([{ outcome: ["disputed"], positions: [{}, {}] }]);
    expect(existsSync(join(out("record"), "report.html"))).toBe(false);
  });

  it("drafts a row from each question that readers judged, with their correction, for a person to mend", async () => {
    const verdict = (given: object): string =>
      JSON.stringify({ receivedAt: "2030-01-01T00:00:00Z", answerId: "a_1", requestId: "r", ...given });
    const kept = out("feedback.jsonl");
    writeFileSync(
      kept,
      `${verdict({ question: "How many passengers were rescued?", verdict: "good" })}\n` +
        `${verdict({ question: "Where did the ferry Aurora sink?", verdict: "bad", reason: "Something is missing", correction: "Highport" })}\n`,
    );
    const { code, out: said, err } = await evaluate("--import-feedback", kept);
    expect(code).toBe(0);
    expect(loadGolden(said)).toMatchObject([
      { question: "How many passengers were rescued?", outcome: ["disputed"] },
      { question: "Where did the ferry Aurora sink?", outcome: ["answered"], facts: [["Highport"]] },
    ]);
    expect(err).toMatch(/marked bad \(Something is missing\)/u);
    expect((await evaluate("--import-feedback", out("none.jsonl"))).err).toContain(
      "feedback.jsonl of the index folder",
    );
  });

  it("asks mutants, which it catches", async () => {
    const { out: said } = await evaluate("--golden", golden, "--mutants", "--out", out("mutants"));
    expect(said).toMatch(/mutants caught, dev:[\s\S]*all +\d?\.\d+/u);
    expect(said).toMatch(/dev with mutants: \d+ of \d+ rows pass/u);
  });

  it("asks a server elsewhere, and verifies its quotes through its documents", async () => {
    const index = out("served");
    await runCli(["ingest", ...corpus, "--index", index]);
    const server = startCli(["serve", ...corpus, "--index", index, "--port", "0"]);
    const [address = ""] = await server.saying(/http:\/\/127\.0\.0\.1:\d+/u);
    const there = await evaluate("--golden", golden, "--endpoint", address, "--out", out("there"));
    const refused = await evaluate("--golden", golden, "--endpoint", address, "--mutants", "--out", out("there"));
    server.stop();
    await server.result;
    expect(there.out).toMatch(/quote exactness +1\.000/u);
    expect(there.code).toBe(0);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("--mutants") });
    const gone = await evaluate("--golden", golden, "--endpoint", address, "--out", out("there"));
    expect(gone).toMatchObject({ code: 2, err: expect.stringMatching(/Nobody answers at http:\/\/127/u) });
  });

  it("refuses what it does not know", async () => {
    for (const [args, message] of [
      [["--format", "csv"], /--format is "csv"\. Allowed: junit, trec, ragas/u],
      [["--golden", out("nothing.jsonl")], /no golden file/u],
      [["--golden", golden, "--endpoint", "ftp://x"], /--endpoint is "ftp:/u],
      [["--golden", golden, "--pending", "shorten", "--only", "sank"], /--pending needs every question/u],
      [["--golden", golden, "--pending", "all"], /--pending is "all"\. Allowed: shorten, rewrite/u],
    ] as const) {
      const { code, err } = await evaluate(...args);
      expect(err).toMatch(message);
      expect(code).toBe(2);
    }
  });
});
