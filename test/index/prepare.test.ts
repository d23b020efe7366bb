import { describe, expect, test } from "vitest";
import { nodeHash } from "../../src/adapters/node-hash.ts";
import { parseRecord } from "../../src/index/derive.ts";
import { passageStems, passageText } from "../../src/index/passage-text.ts";
import { prepareDocument } from "../../src/index/prepare.ts";
import type { PreparedDocument } from "../../src/index/prepare.ts";
import type { DocumentRecord } from "../../src/index/record.ts";

/** As many tokens as words: what is counted does not matter here. */
const countTokens = (text: string) => text.split(/\s+/u).length;

const bytes = (text: string) => new TextEncoder().encode(text);

function prepare(text: string): { prepared: PreparedDocument; record: DocumentRecord } {
  const prepared = prepareDocument({ path: "Harbour/News.md", bytes: bytes(text) }, countTokens, nodeHash);
  if (prepared.kind === "rejected") throw new Error(prepared.reason);
  return { prepared, record: parseRecord(new TextDecoder().decode(prepared.line)) };
}

describe("a prepared document", () => {
  const text = [
    "The harbour master said 40 ferries were moored at Lerwick on Monday 🚢.",
    "SEE ALSO: Ten piers worth a visit",
    "Two of them were sold, the council reported.",
    "",
  ].join("\n");
  const { prepared, record } = prepare(`---\ntitle: Ferries at rest\npublished: 2021-03-05\n---\n${text}`);

  test("is one line of JSON, and says how much of it there is", () => {
    const line = new TextDecoder().decode(prepared.line);
    expect(line.indexOf("\n")).toBe(line.length - 1);
    expect(prepared).toMatchObject({
      id: "harbour--news",
      passages: record.passages.length,
      sentences: record.sentences.length,
    });
    expect(record.document).toMatchObject({
      id: "harbour--news",
      title: "Ferries at rest",
      published: "2021-03-05",
      text,
    });
  });

  test("passes between threads and processes unchanged", () => {
    expect(structuredClone(prepared)).toEqual(prepared);
  });

  test("embeds its passages without page furniture, each sentence after the title, and the title", () => {
    const sentences = record.sentences.map(({ span }) => `Ferries at rest. ${text.slice(span.start, span.end)}`);
    const passages = record.passages.map((passage) => passageText(record, passage));
    expect(prepared.texts).toEqual([...passages, ...sentences, "Ferries at rest"]);
    expect(passages.join(" ")).not.toContain("SEE ALSO");
    expect(passages.join(" ")).toContain("40 ferries were moored");
    expect(passages.join(" ")).toContain("Two of them were sold");
  });

  test("credits point into the document, inside their sentence", () => {
    expect(record.credits).toHaveLength(record.sentences.length);
    const credits = record.credits.flatMap((list, n) =>
      list.map((credit) => ({ credit, sentence: record.sentences[n] })),
    );
    expect(credits.length).toBeGreaterThan(0);
    for (const { credit, sentence } of credits) {
      expect(credit.span.start).toBeGreaterThanOrEqual(sentence?.span.start ?? Infinity);
      expect(credit.span.end).toBeLessThanOrEqual(sentence?.span.end ?? 0);
    }
    const second = credits.find(({ sentence }) => text.slice(sentence?.span.start).startsWith("Two"));
    expect(text.slice(second?.credit.span.start, second?.credit.span.end)).toContain("Two of them were sold");
  });

  test("is the same every time", () => {
    expect(prepare(`---\ntitle: Ferries at rest\npublished: 2021-03-05\n---\n${text}`).prepared).toEqual(prepared);
  });
});

describe("the text of a passage", () => {
  const text = "One. FURNITURE Two. MORE";
  const furniture = [
    { start: 5, end: 14 },
    { start: 20, end: 24 },
  ];
  const document = { id: "a", title: "A", source: null, published: null, url: null, text, sha256: "" };
  const record = {
    document,
    layout: { paragraphs: [], furniture },
    sentences: [],
    passages: [],
    claims: [],
    credits: [],
  };
  const passage = (start: number, end: number) => ({ span: { start, end }, from: 0, to: 1, tokens: 1, cut: false });

  test("leaves furniture out where it begins, lies inside, ends or overlaps", () => {
    expect(passageText(record, passage(0, 24))).toBe("One.  Two.");
    expect(passageText(record, passage(0, 4))).toBe("One.");
    expect(passageText(record, passage(8, 19))).toBe("Two.");
    expect(passageText(record, passage(0, 10))).toBe("One.");
    expect(passageText(record, passage(5, 14))).toBe("");
  });

  test("its stems are those of that text without stop words", () => {
    expect(passageStems(record, passage(0, 24))).toEqual(["one", "two"]);
  });
});

test("a file that is no document is rejected with its path and a reason", () => {
  const rejected = prepareDocument({ path: "x.txt", bytes: Uint8Array.of(0xff, 0xfe, 0x41) }, countTokens, nodeHash);
  expect(rejected).toEqual({ kind: "rejected", path: "x.txt", reason: expect.stringMatching(/\w/u) });
});
