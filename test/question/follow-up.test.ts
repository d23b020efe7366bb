import { describe, expect, it, test } from "vitest";
import { completeFollowUp } from "../../src/question/follow-up.ts";

const after = (before: string, answer = "") => [
  { role: "user" as const, content: before },
  ...(answer === "" ? [] : [{ role: "assistant" as const, content: answer }]),
];
const FERRY = "How many people died in the ferry fire off Brinn on Monday?";
const DRONES = "How many French drones did Spain shoot down over Madrid?";

describe("a follow-up is written out", () => {
  it.each([
    ["And France's figure?", DRONES, "How many Spanish drones did France shoot down over Madrid?"],
    [
      "And the ministry’s count?",
      DRONES,
      "How many French drones did Spain shoot down over Madrid, according to the ministry?",
    ],
    ["According to Police?", FERRY, "How many people died in the ferry fire off Brinn on Monday, according to Police?"],
    ["On which day?", DRONES, "On which day did Spain shoot down French drones over Madrid?"],
    ["When was that?", FERRY, "When did people die in the ferry fire off Brinn on Monday?"],
    ["Why?", "When did the bridge in Orlen close?", "Why did the bridge in Orlen close?"],
    ["When?", "Did the mayor resign?", "When did the mayor resign?"],
    ["when exactly?", "Who won the cup?", "Who won the cup, and when?"],
    ["where did it happen?", "How many people were injured on Monday?", "Where were people injured on Monday?"],
    ["And on Sunday?", FERRY, "How many people died in the ferry fire off Brinn on Sunday?"],
    ["What about in Lisbon?", DRONES, "How many French drones did Spain shoot down in Lisbon?"],
    ["And Italy?", DRONES, "How many French drones did Italy shoot down over Madrid?"],
    ["what about missiles?", DRONES, "How many missiles did Spain shoot down over Madrid?"],
    ["and Italian jets?", DRONES, "How many Italian jets did Spain shoot down over Madrid?"],
    ["when?", "How many soldiers did Spain lose in a day?", "When did Spain lose soldiers?"],
    ["where did she sign it?", "Did Ida Holm sign a pact with North Korea?", "Where did Ida Holm sign the pact?"],
    ["And women?", FERRY, "How many women died in the ferry fire off Brinn on Monday?"],
    ["And how many were injured?", FERRY, "How many people were injured in the ferry fire off Brinn on Monday?"],
    ["And killed?", "How many people were injured in Orlen?", "How many people were killed in Orlen?"],
    ["When did it sink?", "How many people were on the ferry?", "When did the ferry sink?"],
    ["When did she resign?", "What did Ida Holm say?", "When did Ida Holm resign?"],
    [
      "How many of them were children?",
      "How many passengers were on the ferry?",
      "How many of the passengers were children?",
    ],
  ])("“%s” after “%s”", (question, before, expected) => {
    expect(completeFollowUp(question, after(before))).toBe(expected);
  });

  test("“Who said that?” asks after the first quote of the answer", () => {
    const answer =
      "The figures differ, according to the report “A title” and [2].\n\n- “The fire killed \\*12\\* people” [1] (Police)";
    expect(completeFollowUp("Who said that?", after(FERRY, answer))).toBe("Who said “The fire killed *12* people”?");
  });

  test("follow-ups follow each other", () => {
    const turns = [...after(FERRY, "Twelve."), ...after("And on Sunday?", "Two.")];
    expect(completeFollowUp("and women?", turns)).toBe("How many women died in the ferry fire off Brinn on Sunday?");
  });

  test("who asks who said it goes on asking after the matter", () => {
    const turns = [...after(FERRY, "“Twelve died” [1]"), ...after("Who said that?", "“Twelve died, police said” [1]")];
    expect(completeFollowUp("and on Sunday?", turns)).toBe(
      "How many people died in the ferry fire off Brinn on Sunday?",
    );
  });

  test("of them is what was counted, however long ago", () => {
    const turns = [...after(FERRY, "Twelve."), ...after("on which day?", "Monday.")];
    expect(completeFollowUp("How many of them were children?", turns)).toBe("How many of the people were children?");
  });

  test("he and she are whom the answer names", () => {
    const answer = "The Gazette: “Mayor Ida Holm closed the port” [1]";
    expect(completeFollowUp("When did she close it?", after("Who closed the port?", answer))).toBe(
      "When did Mayor Ida Holm close the port?",
    );
  });
});

describe("what stands alone stays as it is", () => {
  it.each([
    "How many people were injured in Orlen?",
    "Who is the mayor of Orlen?",
    "What do the reports disagree about?",
    "Why did the bridge close on Monday?",
    "Did Spain say that it shot down 70 drones?",
    "How long did it take to repair the bridge?",
    "Is there a bridge in Orlen?",
    "Скільки дронів?",
  ])("%s", (question) => {
    expect(completeFollowUp(question, after(FERRY))).toBeNull();
  });

  test("without a conversation nothing is completed", () => {
    expect(completeFollowUp("And on Sunday?", [])).toBeNull();
    expect(completeFollowUp("And on Sunday?", [{ role: "assistant", content: "Hello." }])).toBeNull();
  });
});

test("hostile conversations cost no time", () => {
  const long = "a A's “ the ".repeat(5000);
  const began = performance.now();
  completeFollowUp("Who said that?", after(FERRY, long));
  completeFollowUp(`And ${"of them ".repeat(120)}?`, after(long.slice(0, 990), long));
  completeFollowUp("When did she?", after(long.slice(0, 990), long));
  expect(performance.now() - began).toBeLessThan(500);
});
