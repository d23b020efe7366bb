import { describe, expect, it } from "vitest";
import { answerAsMarkdown, answerAsPlain, originalLink, quoteLine, withTextFragment } from "../../src/widget/copy.ts";
import type { CitationWire, ShownAnswer } from "../../src/widget/context.ts";

const citation = (marker: number, quote: string, url?: string): CitationWire => ({
  marker,
  quote,
  document: {
    id: `d${marker}`,
    title: `Report ${marker}`,
    source: "The Harbour Post",
    published: "2031-05-02",
    sha256: "0",
    ...(url === undefined ? {} : { url }),
  },
  start: 0,
  end: quote.length,
  codePoints: { start: 0, end: quote.length },
  prefix: "",
  suffix: "",
  speaker: { name: "Harbour Office", verb: "said" },
  certainty: "claimed",
  origin: `o${marker}`,
});

const answer: ShownAnswer = {
  question: "How many boats sank?",
  outcome: "answered",
  answer: "**70 boats** [1].\n\n- “70 boats\\* sank” [1][2]",
  citations: [citation(1, "70 boats* sank"), citation(2, "boats sank", "https://x.example/a-b")],
  disagreements: [],
  missing: [],
  nearest: [],
};

/** The reader saw 7 for the first quote and 3 for the second. */
const copying = { lang: "en", numberOf: (quote: { readonly quote: string }) => (quote.quote === "boats sank" ? 3 : 7) };

describe("a copied answer", () => {
  it("is Markdown with footnotes under the numbers that the reader saw", () => {
    expect(answerAsMarkdown(answer, copying)).toBe(
      [
        "**How many boats sank?**",
        "",
        "**70 boats** [^7].",
        "",
        "- “70 boats\\* sank” [^7][^3]",
        "",
        "[^3]: “boats sank” — Harbour Office, “Report 2”, The Harbour Post, May 2, 2031. https://x.example/a-b#:~:text=boats%20sank",
        "[^7]: “70 boats\\* sank” — Harbour Office, “Report 1”, The Harbour Post, May 2, 2031",
        "",
      ].join("\n"),
    );
  });

  it("is plain text without marks of Markdown", () => {
    expect(answerAsPlain(answer, copying)).toBe(
      [
        "How many boats sank?",
        "",
        "70 boats [7].",
        "",
        "– “70 boats* sank” [7][3]",
        "",
        "[3] “boats sank” — Harbour Office, “Report 2”, The Harbour Post, May 2, 2031. https://x.example/a-b#:~:text=boats%20sank",
        "[7] “70 boats* sank” — Harbour Office, “Report 1”, The Harbour Post, May 2, 2031",
        "",
      ].join("\n"),
    );
  });

  it("has no footnotes where nothing is cited", () => {
    const unanswerable = { ...answer, answer: "No document says so.", citations: [] };
    expect(answerAsMarkdown(unanswerable, copying)).toBe("**How many boats sank?**\n\nNo document says so.\n");
  });

  it("keeps an escaped bracket of a document from becoming a footnote", () => {
    const tricky = { ...answer, answer: "“a \\[1\\] b” [1]" };
    expect(answerAsMarkdown(tricky, copying)).toContain("“a \\[1\\] b” [^7]");
  });

  it("of a quote names who said it and where", () => {
    expect(quoteLine(citation(1, "ten\n  men"), "en")).toBe(
      "“ten men” — Harbour Office, “Report 1”, The Harbour Post, May 2, 2031",
    );
  });
});

describe("the link to the original", () => {
  it("escapes what separates the parts of a text fragment", () => {
    expect(withTextFragment("https://x.example/", "mid-May, 5 & 6")).toBe(
      "https://x.example/#:~:text=mid%2DMay%2C%205%20%26%206",
    );
  });

  it("keeps the fragment that an address has", () => {
    expect(withTextFragment("https://x.example/#top", "ten")).toBe("https://x.example/#top:~:text=ten");
  });

  it("names a long quote by its first and last words", () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(" ");
    expect(withTextFragment("https://x.example/", words)).toBe(
      "https://x.example/#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39",
    );
  });

  it("names a long quote without spaces by its first and last characters", () => {
    const link = withTextFragment("https://x.example/", `${"漢".repeat(100)}${"字".repeat(100)}`);
    expect(decodeURIComponent(link)).toBe(`https://x.example/#:~:text=${"漢".repeat(40)},${"字".repeat(40)}`);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", ""])(
    "is none for %s",
    (address) => {
      expect(originalLink(citation(1, "ten", address))).toBeNull();
    },
  );

  it("survives half a character", () => {
    expect(withTextFragment("https://x.example/", "a\uD800b")).toBe("https://x.example/#:~:text=a%EF%BF%BDb");
  });
});
