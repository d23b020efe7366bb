import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerReply, documentReply, passagesReply, verifyReply } from "../../src/http/wire.ts";
import { makeFolder, runCli, startCli } from "./run-cli.ts";

const ferry = `---
title: The ferry
source: Harbour Gazette
published: 2023-05-02
---
The ferry Aurora sank off Lowport on Monday. The harbour master said that 120 passengers were rescued.
`;
const harbour = `---
title: The port
published: 2023-05-03
---
The port of Lowport handled 4,000 containers in April, the port authority reported.
`;

const corpus = makeFolder({ "ferry.md": ferry, "2023/port.md": harbour, "README.md": "no document" });
const made = makeFolder({});
const index = join(made.folder, "index");
const at = ["--corpus", corpus.folder, "--index", index];

beforeAll(async () => {
  expect(await runCli(["ingest", ...at])).toMatchObject({ code: 0 });
});

afterAll(() => {
  corpus.remove();
  made.remove();
});

describe("parallax ingest", () => {
  it("says what it did, progress on stderr, and nothing changes the second time", async () => {
    const fresh = ["--corpus", corpus.folder, "--index", join(made.folder, "fresh")];
    const first = await runCli(["ingest", ...fresh]);
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining("Indexing 2 of 2 documents …") });
    expect(first.out).toMatch(/^Index: 2 documents, 2 passages \(2 added\), [\d.]+ s\.\n$/);
    const second = await runCli(["ingest", ...fresh]);
    expect(second).toMatchObject({ code: 0, err: "" });
    expect(second.out).toMatch(/\(2 unchanged\)/);
  });

  it("takes the folder as an argument, names what is no document, and ends with 2", async () => {
    const bad = makeFolder({ "good.md": "The mill burnt down on Friday.", "bad.md": "---\ntitle: [\n---\nx" });
    const result = await runCli(["ingest", bad.folder, "--index", join(made.folder, "bad"), "--json"]);
    bad.remove();
    expect(result.code).toBe(2);
    expect(JSON.parse(result.out)).toMatchObject({ documents: 1, rejected: [{ path: "bad.md" }] });
  });

  it("says in one sentence that a folder is not there", async () => {
    const result = await runCli(["ingest", "/nowhere/at/all", "--index", join(made.folder, "none")]);
    expect(result).toMatchObject({ code: 1, out: "" });
    expect(result.err).toMatch(/^parallax: Corpus folder "\/nowhere\/at\/all" cannot be read/);
    expect(result.err.trim()).not.toContain("\n");
  });
});

describe("parallax ask", () => {
  it("prints the wire object with --json, and parallax verify agrees with it", async () => {
    const asked = await runCli(["ask", "How many passengers were rescued?", "--json", ...at]);
    const answer = answerReply.parse(JSON.parse(asked.out));
    expect(asked).toMatchObject({ code: 0, err: "" });
    expect(answer.citations.map(({ quote }) => quote).join()).toContain("120 passengers");
    const file = join(made.folder, "answer.json");
    writeFileSync(file, asked.out);
    const verified = await runCli(["verify", file, "--json", ...at]);
    expect(verified.code).toBe(0);
    expect(verifyReply.parse(JSON.parse(verified.out)).results.every(({ verdict }) => verdict === "verbatim")).toBe(
      true,
    );
    writeFileSync(file, asked.out.replaceAll("120 passengers", "130 passengers"));
    const altered = await runCli(["verify", file, ...at]);
    expect(altered).toMatchObject({ code: 2, out: expect.stringContaining("ALTERED") });
  });

  it("prints the answer, its quotes and their places for people", async () => {
    const { code, out } = await runCli(["ask", "How many passengers were rescued?", ...at]);
    expect(code).toBe(0);
    expect(out).toContain("120 passengers");
    expect(out).toContain("The ferry (Harbour Gazette, 2023-05-02)");
    expect(out).not.toContain("\u001b");
  });

  it("ends with 3 where nothing answers it, with --strict only", async () => {
    const question = "Who invented the telescope?";
    expect((await runCli(["ask", question, "--strict", ...at])).code).toBe(3);
    expect((await runCli(["ask", question, ...at])).code).toBe(0);
  });

  it.each([
    [["ask", "?!"], /no letter or digit/],
    [["ask", "Who?", "--from", "2023-02-29"], /real calendar day/],
    [["ask", "Who?", "--limit", "many"], /--limit is "many"/],
    [["ask", "Who?", "--limit", "51"], /./],
    [["search", "..."], /no letter or digit/],
  ])("refuses %j with 2", async (args, message) => {
    const result = await runCli([...args, ...at]);
    expect(result).toMatchObject({ code: 2, out: "" });
    expect(result.err).toMatch(message);
  });

  it("says what to do where there is no index", async () => {
    const result = await runCli(["ask", "Who?", "--index", join(made.folder, "missing")]);
    expect(result.code).toBe(1);
    expect(result.err).toMatch(/^parallax: There is no index in ".*missing"\. Run "parallax ingest"\.\n$/);
  });
});

describe("parallax search, show, index and doctor", () => {
  it("search finds passages, filtered", async () => {
    const found = await runCli(["search", "containers", "--json", "--document", "2023--port", ...at]);
    const reply = passagesReply.parse(JSON.parse(found.out));
    expect(reply.passages.map(({ document }) => document.id)).toEqual(["2023--port"]);
    expect((await runCli(["search", "containers", ...at])).out).toContain("1. The port (2023-05-03)");
  });

  it("show gives the text that offsets point into", async () => {
    const { out, code } = await runCli(["show", "ferry", "--json", ...at]);
    expect(code).toBe(0);
    expect(documentReply.parse(JSON.parse(out)).text).toBe(ferry.slice(ferry.indexOf("The ferry Aurora")));
    expect((await runCli(["show", "ferry", ...at])).out).toContain("The ferry (Harbour Gazette, 2023-05-02)");
  });

  it("show names the documents there are", async () => {
    const result = await runCli(["show", "nothing", ...at]);
    expect(result).toMatchObject({ code: 1, out: "" });
    expect(result.err).toBe('parallax: There is no document "nothing". There are: 2023--port, ferry.\n');
  });

  it("index info, verify and rebuild", async () => {
    const info = await runCli(["index", "info", "--json", ...at]);
    expect(JSON.parse(info.out)).toMatchObject({
      documents: 2,
      passages: 2,
      embedder: { name: "hashing-64" },
      rejected: [],
    });
    expect(await runCli(["index", "verify", ...at])).toMatchObject({
      code: 0,
      out: expect.stringContaining("is whole"),
    });
    expect(await runCli(["index", "rebuild", ...at])).toMatchObject({ code: 0 });
  });

  it("index rebuild and an ingest that changes the index leave what readers said", async () => {
    const own = makeFolder({ "corpus/ferry.md": ferry, "index/feedback.jsonl": '{"verdict":"good"}\n' });
    const here = ["--corpus", join(own.folder, "corpus"), "--index", join(own.folder, "index")];
    for (const command of [["ingest"], ["index", "rebuild"]]) {
      for (const version of [1, 2, 3]) {
        writeFileSync(join(own.folder, "corpus", "port.md"), `${harbour}Version ${version} of ${command.join()}.\n`);
        expect(await runCli([...command, ...here])).toMatchObject({ code: 0 });
      }
    }
    expect(readFileSync(join(own.folder, "index", "feedback.jsonl"), "utf8")).toBe('{"verdict":"good"}\n');
    own.remove();
  });

  it("doctor looks at everything, and finds the shipped model whole", async () => {
    const { out, code } = await runCli(["doctor", "--json", "--port", "0", ...at]);
    expect(code).toBe(0);
    const { findings } = JSON.parse(out);
    const states = Object.fromEntries(findings.map((one: { name: string; state: string }) => [one.name, one.state]));
    expect(states).toMatchObject({
      node: "fine",
      model: "fine",
      corpus: "fine",
      index: "fine",
      port: "fine",
      traffic: "fine",
    });
  });

  it("doctor calls a missing index a fault", async () => {
    const { out, code } = await runCli(["doctor", "--index", join(made.folder, "missing")]);
    expect(code).toBe(1);
    expect(out).toMatch(/^FAULT {2}index +There is no index/m);
  });
});

describe("parallax serve", () => {
  const listening = /^Parallax answers at (http:\/\/127\.0\.0\.1:\d+) · .*\n/;

  it("says everything in its first line, answers, and stops with 0", async () => {
    const server = startCli(["serve", "--port", "0", ...at]);
    const [line, url] = await server.saying(listening);
    expect(line).toContain(`corpus ${corpus.folder} (2 documents)`);
    expect(line).toContain("vectors exact");
    expect(line).toContain("answerer extractive · nothing leaves this machine");
    const reply = await fetch(`${url}/ask`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question: "How many passengers were rescued?" }),
    });
    expect(answerReply.parse(await reply.json()).answer).toContain("120");
    expect(await (await fetch(`${url}/`)).text()).toContain("<title>Parallax</title>");
    server.stop();
    expect((await server.result).code).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it("indexes first with --ingest", async () => {
    const fresh = ["--corpus", corpus.folder, "--index", join(made.folder, "served")];
    const server = startCli(["serve", "--ingest", "--port", "0", ...fresh]);
    await server.saying(listening);
    server.stop();
    expect(await server.result).toMatchObject({ code: 0, err: expect.stringContaining("Index: 2 documents") });
  });

  it("refuses without an index, and says what to run", async () => {
    const result = await runCli(["serve", "--port", "0", "--index", join(made.folder, "missing")]);
    expect(result).toMatchObject({ code: 1, out: "" });
    expect(result.err).toContain('Run "parallax ingest".');
  });

  it("names a port that is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const result = await runCli(["serve", "--port", String(port), ...at]);
    other.close();
    expect(result.code).toBe(1);
    expect(result.err).toBe(
      `parallax: Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another with --port or PARALLAX_PORT.\n`,
    );
  });

  it("exits at the second signal", async () => {
    const server = startCli(["serve", "--port", "0", ...at]);
    await server.saying(listening);
    server.stop();
    server.stop();
    expect(server.exits).toEqual([1]);
    await server.result;
  });
});

describe("wrong usage", () => {
  it.each([[["bogus"]], [["ask"]], [["--bogus"]], [["ask", "a", "b"]], [["index"]], [["index", "melt"]], [[]]])(
    "%j ends with 2 and says so on stderr",
    async (args) => {
      const result = await runCli(args);
      expect(result).toMatchObject({ code: 2, out: "" });
      expect(result.err).not.toBe("");
    },
  );

  it("--help ends with 0, on stdout", async () => {
    expect(await runCli(["ask", "--help"])).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining("--strict"),
    });
  });
});
