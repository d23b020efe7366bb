import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkdown, inQuotationMarks } from "../../src/answer/markdown.ts";

test("markup of a document becomes text: no link, no marker, no emphasis, no tag", () => {
  expect(escapeMarkdown("[click](javascript:x) **b** `c` <img> [2]")).toBe(
    "\\[click\\](javascript:x) \\*\\*b\\*\\* \\`c\\` \\<img\\> \\[2\\]",
  );
});

test("a line end inside a quote becomes a space, for a quote stands within one line", () => {
  expect(escapeMarkdown("one\r\n  two")).toBe("one two");
});

test("a quote that brings its own quotation marks gets no second pair", () => {
  expect(inQuotationMarks("“We will stay.”")).toBe("“We will stay.”");
  expect(inQuotationMarks('He said "no" twice')).toBe('“He said "no" twice”');
});

test("unescaped, the words are the document's again", () => {
  assert(
    property(string(), (text) => {
      const bare = text.replaceAll(/\s*[\r\n]+\s*/g, " ");
      expect(escapeMarkdown(text).replaceAll(/\\([\\`*_[\]<>])/g, "$1")).toBe(bare);
    }),
  );
});
