import { expect, test } from "vitest";
import { asker } from "./ask-of.ts";

/** Two reports of one fire in an invented town. */
const ask = await asker([
  {
    source: "Brack Echo",
    published: "2031-06-17",
    text:
      "A fire broke out at the Halden warehouse in Brack at about 2 a.m. on Tuesday, the fire brigade said.\n\n" +
      "A film passed round on Chatter claims to show a lorry leaving the yard. The footage could not be independently verified.",
  },
  {
    source: "Coast Radio",
    published: "2031-06-18",
    text:
      "Halden had said on Tuesday that 40 tonnes of paint were lost. The insurer confirmed that 40 tonnes of paint had been lost.\n\n" +
      "The council of Brack will meet on Thursday.",
  },
]);

test("what nobody could verify is said in the sentence that says so, with the one that it speaks of", async () => {
  const answer = await ask("Could the film of the lorry on Chatter be verified?");
  expect(answer.outcome).toBe("answered");
  expect(answer.answer).toMatch(/Claimed: .*lorry leaving the yard/);
  expect(answer.answer).toContain("Not verified: “The footage could not be independently verified.”");
});

test("who confirmed it stands in the quote", async () => {
  const answer = await ask("Was the loss of 40 tonnes of paint confirmed?");
  expect(answer.answer).toContain("The insurer confirmed that 40 tonnes of paint had been lost.");
});

test("what no document tells of was neither confirmed nor not", async () => {
  expect((await ask("Has the theft of the bronze bell been verified?")).outcome).toBe("unanswerable");
});
