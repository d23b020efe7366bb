import { describe, expect, test } from "vitest";
import { asker } from "./ask-of.ts";

/** Three reports of one fire in an invented town. */
const ask = await asker([
  {
    source: "Brack Echo",
    published: "2031-06-17",
    text:
      "A fire broke out at the Halden warehouse in Brack at about 2 a.m. on Tuesday, the fire brigade said.\n\n" +
      "Halden said that no chemicals had leaked into the river. Police arrested a man on Tuesday afternoon.\n\n" +
      "The council of Brack will meet on Thursday.",
  },
  {
    source: "Coast Radio",
    published: "2031-06-18",
    text:
      "Residents of Brack said that chemicals had leaked into the river after the fire at the Halden warehouse.\n\n" +
      "The fire started overnight, according to the police. A man was arrested on Tuesday.\n\n" +
      "The bridge over the Orle had been closed before the fire. The bridge had not been closed, said Ada Lind of the harbour office.\n\n" +
      "The council of Brack meets on Thursday at 5 p.m. The engineer Paul Reve has resigned, his lawyer said.",
  },
  {
    source: "The Meridian",
    published: "2031-06-19",
    text:
      "The fire in Brack began shortly before midnight on Monday, according to the insurer of Halden.\n\n" +
      "The engineer Paul Reve did not resign, the town hall of Brack said. A fire in Orlen began on February 2.",
  },
]);

const sidesOf = async (question: string): Promise<readonly string[]> =>
  (await ask(question)).disagreements.flatMap((one) => one.positions.map((position) => position.value)).toSorted();

describe("when", () => {
  test("two hours of one event contradict each other, and what fits both is said so", async () => {
    const answer = await ask("When did the fire in Brack begin?");
    expect(answer.outcome).toBe("disputed");
    expect(answer.disagreements.map((one) => [one.about, one.kind])).toEqual([["time", "contradiction"]]);
    expect(answer.disagreements[0]?.positions.map((position) => position.value)).toEqual([
      "shortly before midnight on Monday",
      "about 2 a.m. on Tuesday",
    ]);
    expect(answer.disagreements[0]?.fitsAll).toHaveLength(1);
  });

  test("a day and an hour of it agree; the narrower begins the answer", async () => {
    const answer = await ask("When was the man arrested?");
    expect(answer.outcome).toBe("answered");
    expect(answer.answer).toMatch(/^\*\*Tuesday afternoon\*\*/);
  });

  test("a bare week day is no rival of the same day with its hour", async () => {
    expect(await sidesOf("When does the council of Brack meet?")).toEqual([]);
  });

  test("the fire of another town is another", async () => {
    const answer = await ask("When did the fire in Orlen begin?");
    expect(answer.outcome).toBe("answered");
    expect(answer.answer).toMatch(/^\*\*February 2\*\*/);
  });
});

describe("whether", () => {
  test("what some say and others deny is disputed, by whom", async () => {
    const answer = await ask("Did chemicals leak into the river?");
    expect(answer.outcome).toBe("disputed");
    expect(answer.disagreements.map((one) => [one.about, one.kind])).toEqual([["status", "contradiction"]]);
    expect(answer.citations.map(({ speaker }) => speaker?.name)).toEqual(
      expect.arrayContaining(["Halden", "Residents of Brack"]),
    );
    expect(answer.answer).toContain("denied by Halden");
  });

  test("a resignation that is told and denied", async () => {
    expect(await sidesOf("Did Paul Reve resign?")).toEqual(["affirmed", "denied"]);
  });

  test("what a document tells itself and lets somebody deny it", async () => {
    expect(await sidesOf("Was the bridge over the Orle closed?")).toEqual(["affirmed", "denied"]);
  });

  test("what one man did or did not tells nothing of another", async () => {
    expect(await sidesOf("Did the mayor resign?")).toEqual([]);
  });
});
