import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startChatServer } from "../fakes/chat-server.ts";
import type { ChatServer, ChatWriter } from "../fakes/chat-server.ts";
import { inManner, MANNERS } from "../fakes/model-manners.ts";
import { makeFolder, runCli, startCli } from "./run-cli.ts";

const report = (source: string, text: string): string =>
  `---\ntitle: The ferry\nsource: ${source}\npublished: 2023-05-02\n---\n${text}\n`;

const place = makeFolder({
  "ferry/10-gazette.md": report(
    "Gazette",
    "The ferry Aurora sank off Lowport on Monday. 120 passengers were rescued, the coastguard said.",
  ),
  "ferry/20-herald.md": report(
    "Herald",
    "The ferry Aurora sank off Lowport on Monday. 150 passengers were rescued, said the harbour master.",
  ),
  "ferry.jsonl": [
    {
      id: "rescued",
      question: "How many passengers were rescued?",
      outcome: "disputed",
      positions: [{ value: "120", documents: ["10"] }],
    },
    { id: "trains", question: "How many trains were late?", outcome: "unanswerable", missing: ["trains"] },
  ]
    .map((row) => JSON.stringify(row))
    .join("\n"),
});
const corpus = ["--corpus", join(place.folder, "ferry")];
const out = join(place.folder, "out");

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer();
  // The first run reads all code and tables, which may take longer than a test has.
  await evaluate(["--answerer", "extractive"]);
});
afterAll(async () => {
  await server.close();
  place.remove();
});

const model = () => ({ OPENAI_MODEL: "scripted", OPENAI_BASE_URL: server.baseUrl.href });
const evaluate = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCli(["eval", ...corpus, "--golden", join(place.folder, "ferry.jsonl"), "--out", out, ...args], env);
const scores = () => JSON.parse(readFileSync(join(out, "scores.json"), "utf8"));

const isJudging: (request: Parameters<ChatWriter>[0]) => boolean = ({ messages }) =>
  messages.some(({ content }) => content.endsWith("Mark them as one JSON object."));
const judging =
  (says: string): ChatWriter =>
  (request) =>
    isJudging(request) ? says : inManner(MANNERS.faithful)(request);
const yes = JSON.stringify({ sentences: [{ number: 1, supported: true }], answered: true, readsWell: true });

describe("parallax eval with a language model", () => {
  it("asks with the one that is configured, and says who wrote the answers and what was left out of them", async () => {
    server.write(inManner(MANNERS["changes-digits"]));
    const rejected = await evaluate([], model());
    expect(rejected.code).toBe(0);
    expect(rejected.out).toMatch(
      /of 2 answers 0 are the model's, 1 fell back \(llm-rejected 1\), for 1 it was not asked/u,
    );
    expect(rejected.out).toMatch(/left out of what it wrote: number \d/u);
    server.write(inManner(MANNERS.faithful));
    const written = await evaluate([], model());
    expect(written).toMatchObject({
      code: 0,
      out: expect.stringContaining("answerer llm scripted: of 2 answers 1 are"),
    });
    expect(scores()).toMatchObject({
      answerer: "default",
      groups: [{ answerers: { models: ["scripted"], written: 1, fellBack: {}, unasked: 1 } }],
      judge: null,
      rows: [{ answerer: { kind: "llm" } }, { answerer: { kind: "extractive" } }],
    });
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain("answerer llm scripted");
  });

  it("--answerer extractive asks nothing of it; --answerer llm needs one", async () => {
    const before = server.asked.length;
    const { out: said } = await evaluate(["--answerer", "extractive"], model());
    expect(said).toContain("answerer extractive: no language model was asked");
    expect(scores()).toMatchObject({ answerer: "extractive" });
    expect(server.asked.length).toBe(before);
    for (const [args, message] of [
      [["--answerer", "llm"], /--answerer is "llm", and no language model is configured\. Set OPENAI_MODEL/u],
      [["--answerer", "gpt"], /--answerer is "gpt"\. Allowed: extractive, llm/u],
      [["--answerer", "llm", "--mutants"], /Mutants are asked without a language model/u],
      [["--judge"], /--judge needs a language model\. Set OPENAI_MODEL/u],
    ] as const)
      expect(await evaluate(args)).toMatchObject({ code: 2, err: expect.stringMatching(message) });
  });

  it("--pending keeps to what fails without one", async () => {
    const { code, err } = await evaluate(["--pending", "shorten"], model());
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("add --answerer extractive") });
  });

  it("--answerer goes with every question to a server elsewhere", async () => {
    const index = join(place.folder, "served");
    await runCli(["ingest", ...corpus, "--index", index]);
    server.write(inManner(MANNERS.faithful));
    const there = startCli(["serve", ...corpus, "--index", index, "--port", "0"], model());
    const [address = ""] = await there.saying(/http:\/\/127\.0\.0\.1:\d+/u);
    const before = server.asked.length;
    const plain = await evaluate(["--endpoint", address, "--answerer", "extractive"]);
    expect(plain.out).toContain("answerer extractive");
    expect(server.asked.length).toBe(before);
    const written = await evaluate(["--endpoint", address, "--answerer", "llm"]);
    there.stop();
    await there.result;
    expect(written.out).toContain("of 2 answers 1 are the model's");
    expect(scores()).toMatchObject({ answerer: "llm" });
  });
});

describe("parallax eval --judge", () => {
  it("shows a language model's marks beside the scores, in the terminal, the report and the file, as advice", async () => {
    server.write(judging(yes));
    const { code, out: said } = await evaluate(["--judge"], model());
    expect(code).toBe(0);
    expect(said).toMatch(/advisory marks of scripted, dev; they gate nothing: 2 answers, 0 without a mark/u);
    expect(said).toMatch(/questions answered +1\.000 {2}2 of 2/u);
    expect(said).toMatch(/agrees with our outcome: answered +\.500 {2}1 of 2/u);
    expect(scores().judge).toMatchObject({ advisory: true, model: "scripted", halves: [{ half: "dev", answers: 2 }] });
    const html = readFileSync(join(out, "report.html"), "utf8");
    expect(html).toContain("What a language model says of the answers (advisory)");
    expect(html).toContain("advisory marks of scripted");
  });

  it("gates nothing: what it finds bad passes, and where it fails that is counted", async () => {
    server.write(
      judging(JSON.stringify({ sentences: [{ number: 1, supported: false }], answered: false, readsWell: false })),
    );
    expect((await evaluate(["--judge"], model())).code).toBe(0);
    server.write(judging("I would rather not say."));
    const { code, out: said } = await evaluate(["--judge"], model());
    expect(code).toBe(0);
    expect(said).toMatch(/2 answers, 2 without a mark \(not-as-asked 2\)/u);
  });

  it("never asks for a quote: it is shown the sentences and what they cite", async () => {
    server.write(judging(yes));
    const before = server.asked.length;
    await evaluate(["--judge", "--answerer", "extractive"], model());
    const asked = server.asked.slice(before);
    expect(asked).toHaveLength(2);
    expect(asked.every(({ body }) => isJudging(body))).toBe(true);
    expect(JSON.stringify(asked[0]?.body)).toContain("150 passengers were rescued");
  });
});
