import { describe, expect, test } from "vitest";
import type { DocumentRecord } from "../../src/index/record.ts";
import { analyseQuestion } from "../../src/question/analyse.ts";
import { readStatedSlots } from "../../src/question/stated-slots.ts";
import { fillsSlot } from "../../src/retrieval/fill-slots.ts";
import { recordFrom } from "./record-from.ts";

/** Whether the sentence that holds `words` bears out all that the question states. */
function bearsOut(question: string, record: DocumentRecord, words: string): boolean {
  const sentence = record.sentences.findIndex(({ span }) =>
    record.document.text.slice(span.start, span.end).includes(words),
  );
  expect(sentence).toBeGreaterThanOrEqual(0);
  return analyseQuestion(question).parts.every((part) =>
    readStatedSlots(part, "2025-03-14").every((slot) => fillsSlot(slot, { record, sentence })),
  );
}

describe("the place that a question states", () => {
  const report = recordFrom(
    [
      "SKARVIK - A ferry ran aground off Skarvik on Thursday.",
      "Nine people were hurt in Skarvik. Three more were treated at a clinic.",
      "In Torsby two boats sank. Four people were hurt.",
      "The toll stood at 12 in Skarvik, five in Torsby and one in Molnes. Another 40 were missing.",
    ].join("\n\n"),
  );

  test("stands in the sentence, before it in the paragraph, or at the opening", async () => {
    const record = await report;
    expect(bearsOut("How many people were hurt in Skarvik?", record, "Nine people")).toBe(true);
    expect(bearsOut("How many people were treated in Skarvik?", record, "Three more")).toBe(true);
    expect(bearsOut("How many people were hurt in Torsby?", record, "Four people")).toBe(true);
  });

  test("is not there where the sentence, or the one before, names another", async () => {
    const record = await report;
    expect(bearsOut("How many people were hurt in Torsby?", record, "Nine people")).toBe(false);
    expect(bearsOut("How many people were hurt in Skarvik?", record, "Four people")).toBe(false);
    expect(bearsOut("How many people were hurt in Molnes?", record, "Nine people")).toBe(false);
  });

  test("is not told by a list of places before it", async () => {
    expect(bearsOut("How many people were missing in Molnes?", await report, "Another 40")).toBe(false);
  });

  test("is not told by the word for its kind", async () => {
    const record = await recordFrom("Nine people were hurt in Torsby Municipality.");
    expect(bearsOut("How many people were hurt in Molnes Municipality?", record, "Nine people")).toBe(false);
  });

  test("holds what lies in it, not what it lies in", async () => {
    const record = await recordFrom(
      "It was a wet week. It rained.\n\nNine people were hurt in Bergen.\n\nIn Norway 30 were hurt.",
    );
    expect(bearsOut("How many people were hurt in Norway?", record, "Nine people")).toBe(true);
    expect(bearsOut("How many people were hurt in Bergen?", record, "In Norway 30")).toBe(false);
  });
});

describe("the name that a question states", () => {
  test("a person is named by the surname, a body by all of its name", async () => {
    const record = await recordFrom("The Civic Alliance won nine seats. Holm lost hers.");
    expect(bearsOut("Which seat did Ida Holm lose?", record, "Holm lost")).toBe(true);
    expect(bearsOut("How many seats did the Civic Alliance win?", record, "nine seats")).toBe(true);
    expect(bearsOut("How many seats did the Green Alliance win?", record, "nine seats")).toBe(false);
  });
});

describe("the day that a question states", () => {
  const report = recordFrom(
    "On Wednesday six ferries were cancelled.\n\nFour were late, the operator said on Thursday.\n\nOn Friday none will sail.",
    { published: "2025-03-13" },
  );

  test("is the one that the sentence states for what it tells", async () => {
    const record = await report;
    expect(bearsOut("How many ferries were cancelled on Wednesday?", record, "six ferries")).toBe(true);
    expect(bearsOut("How many ferries were cancelled on Monday?", record, "six ferries")).toBe(false);
  });

  test("is taken from the opening where the day is only that of saying so", async () => {
    expect(bearsOut("How many ferries were late on Wednesday?", await report, "Four were late")).toBe(true);
  });

  test("is that of saying so where somebody's words are asked, and only there", async () => {
    const words = "The ferry sank on Friday. Olaf Brandt said on Saturday that it would be raised.";
    for (const published of ["", "2025-03-13"]) {
      const record = await recordFrom(words, { published });
      expect(bearsOut("What did Olaf Brandt say on Saturday?", record, "Olaf Brandt")).toBe(true);
      expect(bearsOut("What did Olaf Brandt say on Tuesday?", record, "Olaf Brandt")).toBe(false);
    }
    const toll = await recordFrom("The ferry sank on Friday. Nine people died, police said on Saturday.");
    expect(bearsOut("How many people died on Saturday?", toll, "Nine people")).toBe(false);
    expect(bearsOut("How many people died on Friday?", toll, "Nine people")).toBe(true);
  });
});

describe("the speaker that a question states", () => {
  const report = recordFrom(
    [
      "The harbour board closed the pier.",
      "“The planks are rotten,” said its chairman, Olaf Brandt.",
      "The fishermen's union said that the planks were sound.",
      "The pier opened in 1904.",
    ].join("\n\n"),
  );

  test.each([
    ["What did Olaf Brandt say about the planks?", "rotten", true],
    ["What did the chairman say about the planks?", "rotten", true],
    ["What did the fishermen's union say about the planks?", "rotten", false],
    ["What did the fishermen's union say about the planks?", "sound", true],
    ["What did the prime minister say about the planks?", "rotten", false],
    ["What did Olaf Brandt say about the planks?", "sound", false],
  ])("%s – “%s”: %s", async (question, words, fills) => {
    expect(bearsOut(question, await report, words)).toBe(fills);
  });

  test.each([
    ["What does the Harbour Courier say about the pier?", true],
    ["What does the Courier say about the pier?", true],
    ["What does the Fjord Courier say about the pier?", false],
    ["What does the harbour say about the pier?", false],
  ])("may be the outlet itself: %s %s", async (question, fills) => {
    const record = await recordFrom("It rained. It snowed.\n\nThe pier opened in 1904.", { source: "Harbour Courier" });
    expect(bearsOut(question, record, "The pier opened")).toBe(fills);
  });
});
