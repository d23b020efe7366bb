import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../src/question/analyse.ts";
import { readStatedSlots } from "../../src/question/stated-slots.ts";

const slotsOf = (question: string): readonly string[] =>
  analyseQuestion(question).parts.flatMap((part) =>
    readStatedSlots(part, "2025-03-14").map(({ kind, written }) => `${kind}: ${written}`),
  );

describe("what a question states itself", () => {
  test.each([
    ["How many people were hurt in Skarvik?", ["place: Skarvik"]],
    ["How many tonnes did the plane from China bring?", ["place: China"]],
    ["How many seats did the Green Alliance win?", ["name: Green Alliance"]],
    ["How many trains ran on Thursday?", ["day: Thursday"]],
    ["What did Ida Holm say about Skarvik?", ["speaker: Ida Holm", "name: Skarvik"]],
    ["How many seals died?", []],
    ["How many seals have been saved so far?", []],
    ["Was the harbour lit that night?", []],
    ["Who saw the whale last night?", ["day: last night"]],
    ["Who saw the whale on March 3?", ["day: March 3"]],
  ])("%s", (question, slots) => {
    expect(slotsOf(question)).toEqual(slots);
  });

  test("a year is a number, not a day", () => {
    expect(slotsOf("Who won the race in 2019?")).toEqual([]);
  });
});
