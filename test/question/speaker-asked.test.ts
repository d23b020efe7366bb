import { describe, expect, test } from "vitest";
import { findSpeakerAsked } from "../../src/question/speaker-asked.ts";

describe("whose words a question asks for", () => {
  test.each([
    ["What did Ida Holm say about the bridge?", "Ida Holm", "said"],
    ["What does the harbour master say about the tide?", "harbour master", "said"],
    ["How many seals died, according to the Wadden Institute?", "Wadden Institute", "told"],
    ["According to the unions, why did the talks fail?", "unions", "told"],
    ["Did the ministry deny the leak?", "ministry", "told"],
    ["How many visitors did the museum count in May?", "museum", "told"],
    ["Has the mayor confirmed the closure?", "mayor", "told"],
    ["What was the coach's explanation for the defeat?", "coach", "told"],
  ])("%s → %s", (question, written, asks) => {
    expect(findSpeakerAsked(question)).toMatchObject({ written, asks });
  });

  test("small words of an office are none of its name", () => {
    expect(findSpeakerAsked("How much does the owner of the boats demand?")?.stems).toEqual(["owner", "boat"]);
  });

  test.each([
    "Who says that the bridge is safe?",
    "What do the sources say about the bridge?",
    "How many seals died?",
    "Was the report confirmed?",
    "What does the word tide mean?",
    "Why did she say so?",
    "Did anybody tell the harbour master?",
  ])("%s → nobody", (question) => {
    expect(findSpeakerAsked(question)).toBeNull();
  });
});
