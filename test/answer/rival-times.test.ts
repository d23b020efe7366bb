import { describe, expect, test } from "vitest";
import { asker } from "./ask-of.ts";

/** Two reports of one ferry in an invented harbour, none of which says its times with the same verb. */
const ask = await asker([
  {
    source: "Harbour Wire",
    published: "2031-06-17",
    text:
      "The first lifeboat reached the ferry Alma off Port Brand at 6.15 a.m. on Tuesday, the coastguard said.\n\n" +
      "A new pier for the ferry Alma will open on August 3, the port of Brand said. The mayor of Brand visited on Tuesday.",
  },
  {
    source: "Brand Echo",
    published: "2031-06-17",
    text:
      "It was 7.40 a.m. when the first lifeboat could reach the ferry Alma, a passenger told the Echo.\n\n" +
      "The pier that the ferry Alma needs would not open before November 12, its builder said.",
  },
]);

const positionsOf = async (question: string): Promise<readonly (readonly string[])[]> =>
  (await ask(question)).disagreements.map((one) => one.positions.map(({ value }) => value).toSorted());

describe("rival times", () => {
  test("two hours told with other verbs of one event contradict each other", async () => {
    expect(await positionsOf("At what time did the first lifeboat reach the ferry Alma?")).toEqual([
      ["7.40 a.m.", "at 6.15 a.m. on Tuesday"],
    ]);
  });

  test("two days of what is yet to come contradict each other however far apart", async () => {
    expect(await positionsOf("When will the new pier for the ferry Alma open?")).toEqual([["August 3", "November 12"]]);
  });

  test("one time alone is no dispute", async () => {
    expect(await positionsOf("When did the mayor of Brand visit?")).toEqual([]);
  });
});
