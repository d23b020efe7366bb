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
    ["when exactly?", "Who won the cup?", "When did somebody win the cup?"],
    ["Why?", "Who ordered the port to close?", "Why did somebody order the port to close?"],
    ["When?", "What was the height of the wave?", "When was the wave?"],
    ["And the depth?", "What was the magnitude of the quake?", "What was the depth of the quake?"],
    ["When?", "How deep was the shock?", "When was the shock?"],
    ["And how high?", "Where was the wave?", "How high was the wave?"],
    ["When does it begin?", "How long will the strike last?", "When will the strike begin?"],
    ["Why?", "How long will the strike last?", "How long will the strike last, and why?"],
    ["Which day?", "How many marched in Orlen?", "Which day did they march in Orlen?"],
    ["When?", "Which port did the first ship with aid come from?", "When did the first ship with aid come?"],
    ["When?", "Which town did the army take?", "When did the army take the town?"],
    ["Why?", "What do the papers quarrel about?", "Why do the papers quarrel?"],
    ["How many over Lisbon?", DRONES, "How many French drones did Spain shoot down over Lisbon?"],
    ["In Orlen?", "How many people died in the fire?", "How many people died in the fire in Orlen?"],
    ["And injured?", "How many people died in the fire?", "How many people were injured in the fire?"],
    ["How many were children?", "How many people died in the fire?", "How many children died in the fire?"],
    ["What do the unions say?", "How many marched in Orlen?", "How many marched in Orlen, according to the unions?"],
    ["Who denies it?", "Has the dam cracked?", "Has the dam cracked, and who denies it?"],
    [
      "What do the papers say about it?",
      FERRY,
      "How many people died in the ferry fire off Brinn on Monday, according to the papers?",
    ],
    ["What do the documents say about it?", FERRY, "What do the documents say about the ferry fire?"],
    ["Is that confirmed?", DRONES, `${DRONES.slice(0, -1)}, and is that confirmed?`],
    ["What did they talk about?", "Did Ida Holm meet Jan Rask?", "What did Ida Holm and Jan Rask talk about?"],
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

  test("“Who said that?” asks after the quotes of an answer with two sides, each cut at a word", () => {
    const long = `They put it at ${"very ".repeat(40)}many`;
    const answer = `It differs.\n\n- “Police counted 12” [1] (Police); likewise “12” [3]\n- “${long}” [2] (Union)`;
    const completed = completeFollowUp("who says so?", after(FERRY, answer)) ?? "";
    expect(completed).toMatch(/^Who said “Police counted 12”, and who said “They put it at (?:very )+very”\?$/);
    expect(completed.length).toBeLessThan(240);
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
    "And the driver?",
    "How much so?",
    "Скільки дронів?",
  ])("%s", (question) => {
    expect(completeFollowUp(question, after(FERRY))).toBeNull();
  });

  test("one who is no measure takes no measure's place", () => {
    expect(completeFollowUp("And the driver?", after("What was the cause of the fire?"))).toBeNull();
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
