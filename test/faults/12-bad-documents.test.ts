import { afterEach, describe, expect, test } from "vitest";

import { nodeHash } from "../../src/adapters/node-hash.ts";
import { layOut } from "../../src/documents/layout.ts";
import { readDocument } from "../../src/documents/read.ts";
import { prepareDocument } from "../../src/index/prepare.ts";
import type { CorpusFile } from "../../src/index/prepare.ts";
import { splitIntoSentences } from "../../src/passages/sentences.ts";
import { splitIntoPassages } from "../../src/passages/split.ts";
import { indexOnDisk } from "../fakes/index-on-disk.ts";
import type { IndexOnDisk } from "../fakes/index-on-disk.ts";

const countTokens = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)?.length ?? 0;
const prepare = async (file: CorpusFile) => prepareDocument(file, countTokens, nodeHash);
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Uint8Array.from(part)))),
  );

const GOOD = "---\ntitle: Ferry\npublished: 2023-05-01\n---\nThe ferry carried 120 passengers on Monday.\n";

/** Each with the reason that its report must give. */
const BAD: Readonly<Record<string, readonly [Uint8Array, string]>> = {
  "bracket.md": [bytes("---\ntitle: [a\n---\nText.\n"), "Line"],
  "empty.md": [bytes(""), "There is no text."],
  "fields-only.md": [bytes("---\ntitle: A\n---\n \n\n"), "There is no text."],
  "half-pair.md": [bytes("One.\nTwo ", [0xed, 0xa0, 0xbd], ".\n"), "Line 2 is not UTF-8."],
  "javascript.md": [bytes("---js\nprocess.exit(1)\n---\nText.\n"), 'front matter in "js" is not read'],
  "latin.md": [bytes("One.\n\nCaf", [0xe9], ".\n"), "Line 3 is not UTF-8."],
  "link.md": [bytes("---\nurl: javascript:alert(1)\n---\nText.\n"), "Line 2: url is"],
  "month.md": [bytes("---\ntitle: A\npublished: 2023-13-01\n---\nText.\n"), "Line 3: published is"],
  "nul.md": [bytes("One.\nTw", [0], "o.\n"), "Line 2 holds a NUL character"],
  "overlong.md": [bytes("A", [0xc0, 0xaf]), "Line 1 is not UTF-8."],
  "utf16.md": [bytes([0xff, 0xfe], "A", [0], "b", [0]), "The file is UTF-16."],
};

let on: IndexOnDisk | null = null;

afterEach(async () => {
  await on?.drop();
  on = null;
});

describe("row 12: bad documents", () => {
  test("each is reported with its line and reason, and the good ones of the batch are stored", async () => {
    on = await indexOnDisk({ "a-first.md": GOOD, "z-last.txt": "The pier was sold.\nIt had been rebuilt in 1987.\n" });
    for (const [path, [content]] of Object.entries(BAD)) await on.write(path, content);
    const report = await on.ingest({ prepare });
    expect(report).toMatchObject({ added: 2, documents: 2 });
    expect(report.rejected.map(({ path }) => path)).toEqual(Object.keys(BAD));
    for (const { path, reason } of report.rejected) expect(reason, path).toContain(BAD[path]?.[1]);
    expect((await on.load()).records.map(({ document }) => document.id)).toEqual(["a-first", "z-last"]);
  });

  test("a document that turns bad leaves the others as they were", async () => {
    on = await indexOnDisk({ "a.md": GOOD, "b.md": GOOD.replaceAll("ferry", "tram") });
    await on.ingest({ prepare });
    await on.write("b.md", bytes("Tram", [0xff]));
    expect(await on.ingest({ prepare })).toMatchObject({ rejected: [{ path: "b.md" }] });
    expect((await on.load()).records.map(({ document }) => document.id)).toContain("a");
  });

  test.each([
    ["a byte order mark is dropped", "\uFEFFThe pier was sold.", "The pier was sold."],
    [
      "a direction override is kept, so that offsets stay true",
      "The \u202Epier\u202C was sold.",
      "The \u202Epier\u202C was sold.",
    ],
    ["line ends stay as they are", "The pier\r\nwas sold.\r", "The pier\r\nwas sold.\r"],
  ])("%s", (_, written, text) => {
    const read = readDocument({ path: "a.md", bytes: bytes(written) }, nodeHash);
    expect(read).toMatchObject({ kind: "document", document: { text } });
  });

  test("no date is no fault, and the year 2999 is kept with a warning", () => {
    expect(readDocument({ path: "a.md", bytes: bytes("Text.") }, nodeHash)).toMatchObject({
      document: { published: null },
      warnings: [],
    });
    const far = bytes("---\npublished: 2999-12-31\n---\nText.");
    expect(readDocument({ path: "a.md", bytes: far }, nodeHash)).toMatchObject({
      document: { published: "2999-12-31" },
      warnings: ["published is 2999-12-31; is that year right?"],
    });
  });

  test("a file of 50 MB on one line is refused for its size, before it is read", () => {
    const read = readDocument({ path: "a.md", bytes: new Uint8Array(50_000_000).fill(0x61) }, nodeHash);
    expect(read).toEqual({
      kind: "rejected",
      path: "a.md",
      reason: "The file has 50.0 MB; a document may have 20 MB. Split it.",
    });
  });
});

const busyMs = (): number => process.cpuUsage().user / 1000;

/** Reads, lays out and splits a text; milliseconds of the processor, whatever else it does, the best of three. */
function timeOf(text: string): number {
  const file = { path: "a.md", bytes: bytes(text) };
  const once = () => {
    const started = busyMs();
    const read = readDocument(file, nodeHash);
    if (read.kind === "rejected") return busyMs() - started;
    const layout = layOut(read.document.text);
    const sentences = splitIntoSentences(read.document.text, layout);
    splitIntoPassages({ text: read.document.text, sentences, countTokens });
    return busyMs() - started;
  };
  return Math.min(once(), once(), once());
}

describe("row 12: time grows as the text does", () => {
  test.each([
    ["1,000,000 <", "<"],
    ["a word without end", "a"],
    ["one line of sentences", "The pier was sold. "],
    ["one sentence of clauses", "the pier was sold, "],
    ["short lines", "The pier was sold\n"],
    ["the same paragraph again and again", "The pier was sold to a company from the next town.\n"],
    ["combining marks", "\u0301\u0316"],
    ["furniture", "SEE ALSO: The pier was sold\n"],
  ])("%s", (_, unit) => {
    const short = timeOf(`Pier ${unit.repeat(100_000 / unit.length)}`);
    const long = timeOf(`Pier ${unit.repeat(1_000_000 / unit.length)}`);
    // Ten times the text: a linear reader takes ten times as long, a quadratic one a hundred times.
    expect(long).toBeLessThan(Math.max(short, 20) * 35);
  });
});
