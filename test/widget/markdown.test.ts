import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasQuote, markersIn, parseMarkdown } from "../../src/widget/markdown.ts";
import type { Inline } from "../../src/widget/markdown.ts";

const shown = (children: readonly Inline[]): string =>
  children
    .map((child) => {
      if (child.kind === "marker") return `[${child.marker}]`;
      return child.kind === "strong" ? shown(child.children) : child.text;
    })
    .join("");

describe("the Markdown of answers", () => {
  it("is paragraphs and lists with strong text, quotes and markers", () => {
    const blocks = parseMarkdown(
      ["The figures differ: **70 boats** [1].", "", "- “70 boats sank” [1][2] (Harbour Office)", "- nothing else"].join(
        "\n",
      ),
      ["70 boats sank"],
    );
    expect(blocks).toEqual([
      {
        kind: "paragraph",
        children: [
          { kind: "text", text: "The figures differ: " },
          { kind: "strong", children: [{ kind: "text", text: "70 boats" }] },
          { kind: "text", text: " " },
          { kind: "marker", marker: 1 },
          { kind: "text", text: "." },
        ],
      },
      {
        kind: "list",
        items: [
          [
            { kind: "quote", text: "“70 boats sank”" },
            { kind: "text", text: " " },
            { kind: "marker", marker: 1 },
            { kind: "marker", marker: 2 },
            { kind: "text", text: " (Harbour Office)" },
          ],
          [{ kind: "text", text: "nothing else" }],
        ],
      },
    ]);
  });

  it("shows a title in quotation marks as our text, for no document was quoted", () => {
    const [block] = parseMarkdown("“Storm at sea” says so [1].", ["other words"]);
    expect(block?.kind === "paragraph" && hasQuote(block.children)).toBe(false);
  });

  it("knows a quote by its words as the server escapes them, and one that brings its own quotation marks", () => {
    const [first] = parseMarkdown("“a \\[1\\] \\*b\\* “c” \\<img\\>” [3]", ["a [1] *b* “c” <img>"]);
    expect(first?.kind === "paragraph" && first.children[0]).toEqual({
      kind: "quote",
      text: "“a [1] *b* “c” <img>”",
    });
    const [own] = parseMarkdown('They said "we left." [1]', ['"we left."']);
    expect(own?.kind === "paragraph" && own.children[1]).toEqual({ kind: "quote", text: '"we left."' });
  });

  it("takes the longest quote where one begins with another", () => {
    const [block] = parseMarkdown("“ten men” “ten men and a boy”", ["ten men", "ten men and a boy"]);
    expect(block?.kind === "paragraph" && block.children.filter(({ kind }) => kind === "quote")).toEqual([
      { kind: "quote", text: "“ten men”" },
      { kind: "quote", text: "“ten men and a boy”" },
    ]);
  });

  it("leaves HTML, links and images the text that they are", () => {
    const source = "<img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](http://x/) **open";
    const [block] = parseMarkdown(source, []);
    expect(block).toEqual({ kind: "paragraph", children: [{ kind: "text", text: source }] });
  });

  it("reads an escaped bracket as text, not as a marker", () => {
    const [block] = parseMarkdown("\\[1\\] and \\\\[2]", []);
    expect(block?.kind === "paragraph" && shown(block.children)).toBe("[1] and \\[2]");
    expect(block?.kind === "paragraph" && markersIn(block.children)).toEqual([2]);
  });

  it("finds the markers in strong text too", () => {
    const [block] = parseMarkdown("**ten [4]** and [2]", []);
    expect(block?.kind === "paragraph" && markersIn(block.children)).toEqual([4, 2]);
  });

  it("loses no character of text that is escaped, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const line = `x${text.replaceAll(/\s/g, "_")}x`;
        const escaped = line.replaceAll(/[!-/:-@[-`{-~]/g, "\\$&");
        const [block] = parseMarkdown(escaped, []);
        expect(block?.kind === "paragraph" ? shown(block.children) : "").toBe(line);
      }),
    );
  });

  it("takes a hundred thousand characters of stars and brackets in its stride", () => {
    const begun = performance.now();
    parseMarkdown("**[".repeat(33_000), ["x"]);
    parseMarkdown("“".repeat(100_000), ["“".repeat(50)]);
    parseMarkdown("a".repeat(100_000), ["a"]);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
