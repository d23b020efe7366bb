import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { overlaps } from "../../src/text/span.ts";
import { arbitraryText, lay } from "./arbitrary-documents.ts";

const told = (text: string) =>
  lay(text).sentences.map(({ span, paragraph, kind, repeated, heading }) => {
    return { text: text.slice(span.start, span.end), paragraph, kind, repeated, heading };
  });

describe("the sentences of a document", () => {
  test("know their paragraph, their kind, the heading above them and whether they were told before", () => {
    const text =
      "Bridge opens\nThe bridge is open. Ships pass under it every day.\n\nFerry closes\nThe ferry closes in May, its owner said.\nThe ferry closes in May, its owner said.\n";
    expect(told(text)).toEqual([
      { text: "Bridge opens", paragraph: 0, kind: "heading", repeated: false, heading: null },
      { text: "The bridge is open.", paragraph: 1, kind: "prose", repeated: false, heading: 0 },
      { text: "Ships pass under it every day.", paragraph: 1, kind: "prose", repeated: false, heading: 0 },
      { text: "Ferry closes", paragraph: 2, kind: "heading", repeated: false, heading: 0 },
      { text: "The ferry closes in May, its owner said.", paragraph: 3, kind: "prose", repeated: false, heading: 3 },
      { text: "The ferry closes in May, its owner said.", paragraph: 4, kind: "prose", repeated: true, heading: 3 },
    ]);
  });

  test("items of a list stand under the list's heading and head nothing", () => {
    const text = "Key news on Oct. 3:\n- Bridge opens\n- Ferry closes\nThe bridge is open.\n";
    expect(told(text).map(({ text: sentence, heading }) => [sentence, heading])).toEqual([
      ["Key news on Oct. 3:", null],
      ["Bridge opens", 0],
      ["Ferry closes", 0],
      ["The bridge is open.", 0],
    ]);
  });

  test("never run over furniture, not even inside a line", () => {
    const text =
      'The ferry closes.\nSEE ALSO: Builders Look Back"We waited," she said. Then she left.\nThe Gull gives you the latest news. Rain fell.\n';
    expect(told(text).map((sentence) => sentence.text)).toEqual([
      "The ferry closes.",
      '"We waited," she said.',
      "Then she left.",
      "Rain fell.",
    ]);
  });
});

describe("laws", () => {
  test("sentences are in order, trimmed, inside their paragraph and apart from furniture", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const { layout, sentences } = lay(text);
        let from = 0;
        for (const { span, paragraph, heading } of sentences) {
          const around = layout.paragraphs[paragraph]?.span;
          expect(span.start).toBeGreaterThanOrEqual(Math.max(from, around?.start ?? Number.NaN));
          expect(span.end).toBeLessThanOrEqual(around?.end ?? Number.NaN);
          expect(text.slice(span.start, span.end)).toMatch(/^\S(?:.*\S)?$/su);
          expect(layout.furniture.some((furniture) => overlaps(furniture, span))).toBe(false);
          if (heading !== null) expect(sentences[heading]?.kind).toBe("heading");
          from = span.end;
        }
      }),
    );
  });

  test("what is in no sentence is white space or furniture", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const { layout, sentences } = lay(text);
        const taken = [...sentences.map(({ span }) => span), ...layout.furniture].sort((a, b) => a.start - b.start);
        let from = 0;
        for (const { start, end } of taken) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(text.slice(from, start).trim()).toBe("");
          from = end;
        }
        expect(text.slice(from).trim()).toBe("");
      }),
    );
  });
});
