import { describe, expect, test } from "vitest";
import { asker } from "./ask-of.ts";

const reports = [
  {
    published: "2025-03-10",
    source: "Fjord Wire",
    text: "SKARVIK - A landslide in Skarvik has killed 12 people, the police said on Monday. The landslide in Skarvik began at 4.20 a.m. on Monday, the mayor said.",
  },
  {
    published: "2025-03-12",
    source: "Coast Radio",
    text: "The landslide in Skarvik has killed 31 people, the police said on Wednesday. The landslide in Skarvik began at 6.50 a.m. on Monday, a shopkeeper said.",
  },
  {
    published: "2025-03-14",
    source: "The Islander",
    text: "The landslide in Skarvik has killed 36 people, the police said on Friday.",
  },
];

describe("what changed between two days", () => {
  test("is told by the figures that were given anew in that time, the latest first", async () => {
    const ask = await asker(reports);
    const answer = await ask("What changed between Monday and Wednesday in the number of people killed?");
    expect(answer.disagreements.map(({ kind, positions }) => [kind, positions.map(({ value }) => value)])).toEqual([
      ["update", ["12", "31"]],
    ]);
    expect(answer.answer.indexOf("31 people")).toBeLessThan(answer.answer.indexOf("12"));
    expect(answer.answer).not.toContain("36");
  });

  test("is no matter of two accounts of one time", async () => {
    const ask = await asker(reports);
    const answer = await ask("What changed between Monday and Friday?");
    expect(answer.answer).not.toContain("4.20");
  });

  test("puts beside what is new the figure that it follows", async () => {
    const ask = await asker(reports);
    const answer = await ask("What has changed since Friday?");
    expect(answer.disagreements.map(({ positions }) => positions.map(({ value }) => value))).toEqual([["31", "36"]]);
  });
});

describe("where the sources disagree about something", () => {
  test("is told of that thing only", async () => {
    const ask = await asker(reports);
    const times = await ask("Where do the sources disagree about the time of the landslide?");
    expect(times.disagreements.map(({ about }) => about)).toEqual(["time"]);
    const tolls = await ask("Where do the sources disagree about the dead?");
    expect(tolls.disagreements.map(({ about }) => about)).toEqual(["quantity"]);
    const none = await ask("Where do the sources disagree about the harbour?");
    expect(none.disagreements).toEqual([]);
  });
});
