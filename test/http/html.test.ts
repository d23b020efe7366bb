import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { markup, markupOf } from "../../src/http/html.ts";

/** What an HTML parser makes of character references and line ends in text. */
const parsed = (sent: string): string =>
  sent
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "")
    .replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_all, code?: string, name?: string) =>
      code ? String.fromCharCode(Number(code)) : ({ amp: "&", lt: "<", gt: ">", quot: '"' }[name ?? ""] ?? ""),
    );

describe("markup", () => {
  it("escapes text and attributes", () => {
    const hostile = `"><img src=x onerror='a()'>&amp;`;
    expect(markupOf(markup`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&quot;&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;amp;">&quot;&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;amp;</p>',
    );
  });

  it("takes markup as it is, lists in order, and null as nothing", () => {
    expect(markupOf(markup`<ul>${[1, 2].map((n) => markup`<li>${n}</li>`)}${null}${undefined}</ul>`)).toBe(
      "<ul><li>1</li><li>2</li></ul>",
    );
  });

  it("takes nothing for markup that looks like it", () => {
    const forged = JSON.parse('{"0":"<b>","length":1,"map":null}') as never;
    expect(() => markupOf(markup`${forged}`)).toThrow();
  });

  it("gives the parser every text back at its length: no character that it would drop or change", () => {
    assert(
      property(string({ unit: constantFrom("\r", "\n", "\0", "<", "&", "'", '"', ">", "a", "\u202E") }), (text) => {
        expect(parsed(markupOf(markup`${text}`))).toBe(text.replaceAll("\0", "\uFFFD"));
      }),
    );
  });
});
