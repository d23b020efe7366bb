import { describe, expect, test } from "vitest";

import { documentIdOf } from "../../src/documents/id.ts";
import { readDocument } from "../../src/documents/read.ts";

const hash = { sha256: (data: string | Uint8Array) => `hash of ${data.length}` };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, path = "harbour.md") => readDocument({ path, bytes: bytes(text) }, hash);
const withFields = (fields: string) => read(`---\n${fields}\n---\nThe port is open.\n`);

function documentOf(result: ReturnType<typeof read>) {
  if (result.kind !== "document") throw new Error(result.reason);
  return result.document;
}

describe("a document with everything", () => {
  test("keeps its fields, and its text is all that follows the closing line", () => {
    const text = "\r\nThe port is open.\r\nShips came.";
    const file = `---\r\ntitle: "Port opens: a report"\r\nsource: The Daily Gull\r\npublished: 2023-04-05\r\nurl: https://example.com/a?b=c\r\ntags: [a, b]\r\n---\r\n${text}`;
    expect(read(file, "News/2023/Harbour Opens.md")).toEqual({
      kind: "document",
      document: {
        id: "news--2023--harbour opens",
        title: "Port opens: a report",
        source: "The Daily Gull",
        published: "2023-04-05",
        url: "https://example.com/a?b=c",
        text,
        sha256: `hash of ${text.length}`,
      },
      warnings: [],
    });
  });

  test("a byte order mark is dropped before front matter and before bare text", () => {
    expect(documentOf(read("\uFEFF---\ntitle: A\n---\nText.")).title).toBe("A");
    expect(documentOf(read("\uFEFFText.")).text).toBe("Text.");
  });

  test("a rule further down belongs to the text", () => {
    expect(documentOf(read("---\ntitle: A\n---\nOne.\n---\nTwo.")).text).toBe("One.\n---\nTwo.");
    expect(documentOf(read("----\nOne.")).text).toBe("----\nOne.");
  });
});

describe("fields that are missing", () => {
  test("are null, and the title comes from the first line", () => {
    const { title, source, published, url } = documentOf(read("\n\n# Port opens\n\nThe port is open.\n"));
    expect([title, source, published, url]).toEqual(["Port opens", null, null, null]);
  });

  test("empty ones are as good as missing", () => {
    const { title, source, url } = documentOf(withFields('title:\nsource: ""\nurl: ~'));
    expect([title, source, url]).toEqual(["The port is open.", null, null]);
  });

  test("a long first line is cut at a word below 80 characters", () => {
    const { title } = documentOf(read(`${"gulls ".repeat(20)}\n`));
    expect(title).toBe(`${"gulls ".repeat(13).trim()}…`);
    expect(documentOf(read("x".repeat(100))).title).toBe(`${"x".repeat(80)}…`);
    expect(documentOf(read(`${"x".repeat(79)}😀y`)).title).toBe(`${"x".repeat(79)}…`);
  });

  test("values stay as written: YAML makes no number or date of them", () => {
    const { title, source } = documentOf(withFields("title: 2024\nsource: 007"));
    expect([title, source]).toEqual(["2024", "007"]);
  });
});

describe("the day of publication", () => {
  test.each([
    ["2024-02-29", "2024-02-29"],
    ['"2024-02-29"', "2024-02-29"],
    ["2024-02-29T23:30:00-05:00", "2024-02-29"],
    ["2024-02-29 08:15", "2024-02-29"],
    ["2024-02-29T08:15:30.123Z", "2024-02-29"],
    ["!!timestamp 2024-02-29", "2024-02-29"],
  ])("%s is %s", (written, day) => {
    expect(documentOf(withFields(`published: ${written}`)).published).toBe(day);
  });

  test.each([
    "2023-02-29",
    "2024-13-01",
    "2024-00-10",
    "0000-01-01",
    "2024-11-10T25:00",
    "20241110",
    "2024",
    "10 Nov 2024",
    "yesterday",
    "1.5",
  ])("%s rejects the document, naming field and line", (written) => {
    const result = withFields(`title: A\npublished: ${written}`);
    expect(result).toMatchObject({ kind: "rejected", path: "harbour.md", line: 3 });
    expect(result).toHaveProperty("reason", expect.stringContaining(`Line 3: published is "${written}"`));
  });

  test("a list is named as what it is", () => {
    expect(withFields("published: [2024, 11]")).toMatchObject({
      reason: "Line 2: published is no plain text. Write it as text on one line.",
    });
  });

  test("a far year is kept with a warning", () => {
    expect(withFields("published: 2999-01-01")).toMatchObject({
      kind: "document",
      document: { published: "2999-01-01" },
      warnings: ["published is 2999-01-01; is that year right?"],
    });
  });
});

describe("links", () => {
  test.each([
    "javascript:alert(1)",
    "ftp://example.com/a",
    "//example.com",
    "example.com",
    "https://",
    '"https://a b.com"',
    '"http://a.com/\\u202Ex"',
    "data:text/html,x",
  ])("%s rejects the document", (url) => {
    expect(withFields(`url: ${url}`)).toMatchObject({
      kind: "rejected",
      line: 2,
      reason: expect.stringContaining("Line 2: url is"),
    });
  });
});

describe("front matter that cannot be taken", () => {
  test.each([
    ["another language", "---js\nmodule.exports = {}\n---\nText.", 1, 'front matter in "js" is not read'],
    ["JSON's fence", "---json\n{}\n---\nText.", 1, 'front matter in "json"'],
    ["no closing line", "---\ntitle: A\n\nText.", 1, "no line"],
    ["an open quotation mark", '---\ntitle: "A\nsource: B\n---\nText.', 4, "the front matter is not YAML"],
    ["a name that stands twice", "---\ntitle: A\ntitle: B\n---\nText.", 3, "the front matter is not YAML"],
    ["bad nesting", "---\ntitle: A\n  b: c\n---\nText.", 2, "the front matter is not YAML"],
    ["no fields", "---\njust words\n---\nText.", 2, "has no fields"],
    ["60,000 brackets", `---\ntitle: ${"[".repeat(60_000)}\n---\nText.`, undefined, "front matter"],
    ["70,000 characters", `---\ntitle: ${"a".repeat(70_000)}\n---\nText.`, 1, "longer than 65536"],
  ])("%s", (_, file, line, reason) => {
    const result = read(file);
    expect(result).toMatchObject({ kind: "rejected", reason: expect.stringContaining(reason) });
    if (line !== undefined) expect(result).toHaveProperty("line", line);
  });

  test("anchors that multiply are never followed", () => {
    const bombs = Array.from({ length: 20 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`).join(
      "\n",
    );
    expect(withFields(`a0: &a0 lol\n${bombs}\ntitle: Kept`)).toMatchObject({ document: { title: "Kept" } });
  });
});

describe("ids", () => {
  test.each([
    ["a.md", "a"],
    ["2024/Nov/A.B.md", "2024--nov--a.b"],
    ["Cafe\u0301.txt", "caf\u00E9"],
  ])("%s → %s", (path, id) => {
    expect(documentIdOf(path)).toBe(id);
  });
});
