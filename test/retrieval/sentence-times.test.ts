import { describe, expect, test } from "vitest";
import { timesIn } from "../../src/retrieval/sentence-times.ts";
import { recordFrom } from "./record-from.ts";

const fromOf = async (text: string, sentence: number): Promise<readonly (string | null)[]> =>
  timesIn(await recordFrom(text), sentence).map(({ mention }) => mention.period.from);

describe("the times of a sentence", () => {
  test("hours take the day that was told of before in the paragraph", async () => {
    const text = "The pier burned on Tuesday. Firemen came at 4.10 a.m. and left at noon.";
    expect(await fromOf(text, 1)).toEqual(["2025-03-11T04:10", "2025-03-11T12:00"]);
  });

  test("what did not happen until an hour happened then; what lasted until an hour did not", async () => {
    const until = await recordFrom("The first boat did not arrive until 8.05 a.m. on Tuesday.");
    expect(timesIn(until, 0).map(({ mention }) => mention.period.from)).toEqual(["2025-03-11T08:05"]);
    const lasted = await recordFrom("The talks lasted until 8.05 a.m. on Tuesday.");
    expect(timesIn(lasted, 0).map(({ mention }) => mention.period.from)).not.toEqual(["2025-03-11T08:05"]);
  });

  test("a time that the claim table has brings its claim along", async () => {
    const record = await recordFrom("The pier collapsed at 4.10 a.m. on Tuesday, the harbour police said.");
    const [time] = timesIn(record, 0);
    expect(time?.claim?.event.action).toBe("collapse");
  });

  test("a sentence that is not there has none", async () => {
    expect(timesIn(await recordFrom("The pier burned on Tuesday."), 7)).toEqual([]);
  });
});
