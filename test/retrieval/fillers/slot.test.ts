import { describe, expect, test } from "vitest";
import { analyseQuestion } from "../../../src/question/analyse.ts";
import { readSlot, typeNoun } from "../../../src/retrieval/fillers/slot.ts";
import type { Slot } from "../../../src/retrieval/fillers/slot.ts";

function slotOf(question: string): Slot | null {
  const [part] = analyseQuestion(question).parts;
  return part ? readSlot(part) : null;
}

describe("the slot of a question", () => {
  test.each([
    ["Who designed the bridge?", "person-or-body", "one"],
    ["Who is the mayor of Harwick?", "person", "one"],
    ["Where did the ferry sink?", "place", "one"],
    ["Which regions were flooded?", "place", "many"],
    ["Who attended the funeral?", "person-or-body", "many"],
    ["Who was the first to speak?", "person-or-body", "one"],
    ["Which company runs the trams?", "body", "one"],
  ])("%s: %s, %s", (question, sort, holds) => {
    expect(slotOf(question)).toMatchObject({ sort, holds });
  });

  test("a noun of a kind asks for nouns of that kind", () => {
    expect(slotOf("What sport does Rosa Quint play?")?.kinds).not.toBe(0);
  });

  test("why and whether leave no slot for a value", () => {
    expect(slotOf("Why did the ferry sink?")).toBeNull();
    expect(slotOf("Did the ferry sink?")).toBeNull();
  });

  test.each([
    ["What type of music is played in Harwick?", "music"],
    ["In which city did Rosa Quint practise law?", "city"],
    ["What is the genre of “Big Tide”?", "genre"],
  ])("%s asks for a %s", (question, noun) => {
    expect(typeNoun(question)).toBe(noun);
  });
});
