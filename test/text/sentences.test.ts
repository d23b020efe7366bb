import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { splitIntoSentences } from "../../src/text/sentences.ts";

const split = (text: string) =>
  splitIntoSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

/** Each text is written with | where one sentence ends and the next begins; the spaces around it stand in the text once. */
describe("news as papers print it", () => {
  test.each([
    "The ferries left between 7.00 and 10.00 a.m. Lisbon time, the ministry said on Nov. 10. | U.S. officials disagreed.",
    "He woke at 7 a.m. | The bus left at 8 p.m. Monday. | It was late.",
    "At 5 a.m. Mr. Silva went out. | He was back by 6 p.m. | She was not.",
    '"It would be a loss for the port," Costa told reporters. | "We must." | Then he left.',
    'Asked why, he said: "We must." | The crowd cheered.',
    '"Why now?" she asked. | "Why now?" Maria Lopez asked. | "Not yet!" | The crowd left.',
    "Gen. Ruiz met Lt. Col. Jones and Sen. Warren (D-Mass.) at No. 5 Main St. in Washington, D.C. on Tuesday.",
    "Acme Inc. said so. | Acme Inc. Chief Executive Ann Lee agreed. | She leads Acme Inc. | The firm fell.",
    "She paid $1.5 million. | That is 3.5% more vs. last year.",
    "J. K. Rowling wrote it. | John F. Kennedy Jr. was there. | It was you and I. | Did it help?",
    "Vitamin C. | The dose rose. | Please turn to p. 55.",
    "(The minister resigned.) | The party split (He came. He saw.) and lost.",
    "The vote was close.[3] | Nobody won.",
    "The company, based in the U.K., moved to the U.S. | In 2020 it failed. | The U.S. Army left.",
    "He works for Yahoo! in Porto. | What?! | Yes.",
    "Prices rose 5 per cent.|Today they fell.",
    'He said "yes."|They left.',
    "Write to a.b@example.com. | See www.example.com/News.Today or not.",
    "On Sat. Nov. 9 it rained. | In Jan. 2020 it rained. | It was Dec. 25. | Christmas came.",
    "He wept… | Then silence. | “I … I don’t know.” | “No…” he said.",
    "1. The first item | 2. The second item",
    "• Rain in Bergen | • Snow in Oslo",
    "The toll rose to 34. | 12 are missing.",
    "Он пришёл. | Она ушла. | 他来了。|她走了。",
    "The soldiers’ cars. | “It is over,” said Ms. Diaz, 34.",
  ])("%s", (marked) => {
    const expected = marked.split("|").map((sentence) => sentence.trim());
    expect(split(marked.replace(/ ?\| ?/gu, (mark) => mark.replace("|", "").slice(0, 1)))).toEqual(expected);
  });

  test("spans count from the start of the text, not of the paragraph", () => {
    const text = "Title\nOne. Two.\n";
    expect(splitIntoSentences(text, { start: 6, end: 15 })).toEqual([
      { start: 6, end: 10 },
      { start: 11, end: 15 },
    ]);
  });

  test("a blank paragraph has no sentences", () => {
    expect(split(" \u00A0\t")).toEqual([]);
  });
});

describe("laws", () => {
  const pieces = fc.constantFrom(
    "He left. ",
    "U.S. ",
    "“Why?” ",
    '"',
    "(",
    ")",
    "… ",
    ". . . ",
    "1) A ",
    "• ",
    "Nov. 9 ",
    "e\u0301",
    "😀",
    " ",
    "\r\n",
    "a.m. ",
    "Он. ",
    ".The ",
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
    fc.string({ unit: "binary", maxLength: 30 }),
  );

  test("sentences are in order, apart, trimmed, and leave out nothing but white space", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let from = 0;
        for (const { start, end } of splitIntoSentences(text, { start: 0, end: text.length })) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(from, start).trim()).toBe("");
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          from = end;
        }
        expect(text.slice(from).trim()).toBe("");
      }),
    );
  });
});
