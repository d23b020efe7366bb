import { describe, expect, test } from "vitest";
import { ofOneOccasion, oneVoiceOnce } from "../../src/answer/one-occasion.ts";
import type { TimeClaim } from "../../src/claims/claim.ts";
import { claimOfTime } from "../../src/positions/filler-claims.ts";
import { timesIn } from "../../src/retrieval/sentence-times.ts";
import { recordFrom } from "../retrieval/record-from.ts";

/** The times of one report, as claims of one event. */
async function timesOf(text: string): Promise<readonly TimeClaim[]> {
  const record = await recordFrom(text);
  return record.sentences.flatMap((_, sentence) =>
    timesIn(record, sentence).flatMap(({ mention }) => {
      const claim = claimOfTime({ sentence, ...mention.span, period: mention.period }, record, "the opening");
      return claim ? [claim] : [];
    }),
  );
}

const writtenOf = (claims: readonly TimeClaim[]): readonly (string | null)[] => claims.map(({ time }) => time.written);

describe("one occasion", () => {
  test("what happened months before is another one", async () => {
    const claims = await timesOf("It opened on March 9. It opened on March 2. It opened on October 4.");
    expect(writtenOf(ofOneOccasion(claims, () => false))).toEqual(["March 9", "March 2"]);
  });

  test("of what is yet to come any two days contradict each other", async () => {
    const claims = await timesOf("It will open on April 9. It will open on September 2.");
    expect(ofOneOccasion(claims, () => true)).toHaveLength(2);
    expect(ofOneOccasion(claims, () => false)).toHaveLength(1);
  });

  test("one voice of one document tells one time of an event: its first", async () => {
    const claims = await timesOf("It opened at 9 a.m. on March 9. It opened at noon on March 9.");
    expect(writtenOf(oneVoiceOnce(claims))).toHaveLength(1);
  });
});
