import { describe, expect, test } from "vitest";
import type { DraftCitation, DraftPart, DraftSentence } from "../../src/answer/draft.ts";
import { numberCitations } from "../../src/quotes/number-citations.ts";
import { proveSentence } from "../../src/quotes/sentences.ts";
import { snapshotOf } from "../fakes/snapshot-of.ts";

const text = "Mayor Ida Holm said 12 boats sank. Advertisement The harbour [1] stays *closed* 😀 until May.";
const snapshot = snapshotOf([
  {
    id: "a",
    text,
    source: "Harbour News",
    published: "2031-05-02",
    layout: { paragraphs: [], furniture: [{ start: 35, end: 48 }] },
  },
]);
const cite = (quote: string): DraftCitation => ({
  document: "a",
  span: { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
  speaker: { name: "Mayor Ida Holm", verb: "said" },
  certainty: "claimed",
  origin: "speaker holm",
});
const boats = cite("12 boats sank");
const sentence = (...parts: DraftPart[]): DraftSentence => ({ begins: "paragraph", body: { kind: "cited", parts } });
const prove = (draft: DraftSentence): string => proveSentence(snapshot, numberCitations(snapshot), draft).text;

describe("a sentence is proved before it leaves the house", () => {
  test("a quote is cut from its document and carries its marker", () => {
    expect(prove(sentence({ kind: "quote", citation: boats }))).toBe("“12 boats sank” [1]");
  });

  test("markup and markers inside a quote are shown as text", () => {
    expect(prove(sentence({ kind: "quote", citation: cite("The harbour [1] stays *closed*") }))).toBe(
      "“The harbour \\[1\\] stays \\*closed\\*” [1]",
    );
  });

  test("source and date come from the document", () => {
    expect(
      prove(
        sentence(
          { kind: "source", document: "a", shows: "name-and-date" },
          { kind: "words", text: ": " },
          { kind: "quote", citation: boats },
        ),
      ),
    ).toBe("Harbour News, May 2, 2031: “12 boats sank” [1]");
  });

  test("our own words may hold no figure, in digits or in words", () => {
    for (const words of ["12 boats", "twelve boats sank", "more than 300 people"]) {
      expect(() => prove(sentence({ kind: "words", text: words }, { kind: "quote", citation: boats }))).toThrow(
        /figure in our own words/,
      );
    }
  });

  test("a sentence of ours without a marker is refused", () => {
    expect(() => prove(sentence({ kind: "words", text: "Boats sank." }))).toThrow(/no marker/);
  });

  test("a value must stand inside a quote that its sentence cites", () => {
    const value: DraftPart = {
      kind: "value",
      citation: boats,
      span: { start: text.indexOf("12"), end: text.indexOf("12") + 2 },
      strong: "strong",
    };
    expect(prove(sentence(value, { kind: "markers", citations: [boats] }))).toBe("**12** [1]");
    expect(() =>
      prove(sentence({ ...value, span: { start: 0, end: 5 } }, { kind: "markers", citations: [boats] })),
    ).toThrow(/none of its quotes holds/);
  });

  test("furniture, empty stretches and half characters are never quoted", () => {
    const smile = text.indexOf("😀");
    for (const span of [
      { start: 35, end: 48 },
      { start: 40, end: 60 },
      { start: 3, end: 3 },
      { start: -1, end: 4 },
      { start: 0, end: 9999 },
      { start: 0.5, end: 4 },
      { start: smile + 1, end: smile + 4 },
    ]) {
      expect(() => prove(sentence({ kind: "quote", citation: { ...boats, span } })), JSON.stringify(span)).toThrow(
        /A draft quotes/,
      );
    }
  });

  test("a document that the index does not hold is refused", () => {
    expect(() => prove(sentence({ kind: "quote", citation: { ...boats, document: "b" } }))).toThrow(/does not hold/);
  });
});

describe("citations", () => {
  test("the same stretch keeps its marker, and code points are counted beside code units", () => {
    const numbering = numberCitations(snapshot);
    expect(numbering.cite(boats).marker).toBe(1);
    const late = numbering.cite(cite("until May"));
    expect(numbering.cite(boats).marker).toBe(1);
    expect(late.marker).toBe(2);
    expect(text.slice(late.start, late.end)).toBe(late.quote);
    expect(late.codePoints).toEqual({ start: late.start - 1, end: late.end - 1 });
    expect(numbering.citations().map((citation) => citation.origin)).toEqual(["o1", "o1"]);
  });

  test("prefix and suffix are the text around it, never half a character", () => {
    const { prefix, suffix } = numberCitations(snapshot).cite(cite("until"));
    expect(text).toContain(`${prefix}until${suffix}`);
    expect(prefix.length).toBeLessThanOrEqual(32);
  });
});
