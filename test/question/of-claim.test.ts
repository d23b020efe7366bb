import { describe, expect, test } from "vitest";
import { questionOf } from "../../src/question/of-claim.ts";
import { recordFrom } from "../retrieval/record-from.ts";

async function questionsOf(text: string): Promise<readonly (string | null)[]> {
  const { claims, document } = await recordFrom(text);
  return claims.map((claim) => questionOf(claim, document.text));
}

describe("the question that a claim answers", () => {
  test("what is counted stands in front, the figure itself is left out", async () => {
    expect(await questionsOf("The storm cut power to 4,200 households.")).toEqual([
      "How many households: The storm cut power to households?",
    ]);
  });

  test.each([
    ["The repair of the bridge cost €3 million.", /^How much .*cost\?$/u],
    ["Turnout rose to 54 percent.", /^What share of .*rose to\?$/u],
  ])("%s", async (text, question) => {
    expect((await questionsOf(text))[0]).toMatch(question);
  });

  test("a time is asked for by what happened then", async () => {
    expect(await questionsOf("The pier collapsed on Tuesday.")).toEqual(["When The pier collapsed on?"]);
  });

  test("nothing asks for a time that hangs on another", async () => {
    const { claims, document } = await recordFrom("The pier opened on March 3. It collapsed a week later.");
    const later = claims.filter((claim) => claim.kind === "time" && claim.time.basis === "pointed-to");
    expect(later.map((claim) => questionOf(claim, document.text))).toEqual(later.map(() => null));
  });
});
