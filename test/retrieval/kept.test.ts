import { describe, expect, it } from "vitest";
import { kept } from "../../src/retrieval/kept.ts";
import { recordFrom } from "./record-from.ts";

describe("a reader of sentences that keeps what it read", () => {
  it("reads each sentence once and gives it again as it was", async () => {
    const record = await recordFrom("One came. Two went.");
    const asked: number[] = [];
    const read = kept((_, sentence) => asked.push(sentence));
    const given = [read(record, 0), read(record, 1), read(record, 0), read(record, 1)];
    expect(asked).toEqual([0, 1]);
    expect(given).toEqual([1, 2, 1, 2]);
  });

  it("keeps the sentences of two records apart", async () => {
    const [one, other] = [await recordFrom("One came."), await recordFrom("Two went.")];
    const read = kept((record) => record.document.text.trim());
    expect([read(one, 0), read(other, 0), read(one, 0)]).toEqual(["One came.", "Two went.", "One came."]);
  });

  it("forgets all of them where they would be more than it may keep", async () => {
    const record = await recordFrom("One came. Two went. Three stayed.");
    const asked: number[] = [];
    const read = kept((_, sentence) => asked.push(sentence), 2);
    for (const sentence of [0, 1, 0, 2, 2, 0]) read(record, sentence);
    expect(asked).toEqual([0, 1, 2, 0]);
  });
});
