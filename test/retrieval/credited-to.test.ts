import { describe, expect, test } from "vitest";
import { findSpeakerAsked } from "../../src/question/speaker-asked.ts";
import { isSpokenBy } from "../../src/retrieval/credited-to.ts";
import { recordFrom } from "./record-from.ts";

/** Whether words that a document credits to `name` are those of whom the question asks. */
async function isSpoken(question: string, name: string, text: string): Promise<boolean> {
  const speaker = findSpeakerAsked(question);
  if (speaker === null) throw new Error("The question names no speaker.");
  return isSpokenBy(speaker, name, await recordFrom(text));
}

describe("whose words these are", () => {
  const rivals =
    "The Institute of Tides says 7 metres, the Coastal Survey 6. The wave was 6 metres high, the Coastal Survey said.";
  const question = "How high was the wave, according to the Coastal Survey?";

  test("two speakers of one sentence are not each other", async () => {
    expect(await isSpoken(question, "Coastal Survey", rivals)).toBe(true);
    expect(await isSpoken(question, "Institute of Tides", rivals)).toBe(false);
  });

  test("who is introduced by an office is meant by it", async () => {
    const introduced = "Its general secretary, Ida Holm, closed the pier. “It is rotten,” Holm said.";
    expect(await isSpoken("What did the general secretary say?", "Holm", introduced)).toBe(true);
    expect(await isSpoken("What did the General Secretary say?", "Holm", introduced)).toBe(true);
    expect(await isSpoken("What did the mayor say?", "Holm", introduced)).toBe(false);
  });
});
