import { describe, expect, test } from "vitest";
import { asker } from "./ask-of.ts";

const reports = [
  {
    source: "Harbour Courier",
    published: "2025-03-10",
    text: "Nine boats sank in the harbour of Skarvik on Monday. The breakwater was too low, a fisherman said.",
  },
  {
    source: "Fjord Wire",
    published: "2025-03-10",
    text: "Fourteen boats sank in the harbour of Skarvik on Monday. The breakwater held, the port office said.",
  },
];

describe("an outlet that the question names", () => {
  test.each([
    ["According to the Harbour Courier, how many boats sank in the harbour of Skarvik?", "Harbour Courier"],
    ["How many boats sank in the harbour of Skarvik, according to Fjord Wire?", "Fjord Wire"],
  ])("%s", async (question, source) => {
    const ask = await asker(reports);
    const { outcome, citations, missing } = await ask(question);
    expect([outcome, missing]).toEqual(["answered", []]);
    expect([...new Set(citations.map(({ document }) => document.source))]).toEqual([source]);
  });

  test("filters nothing where none is named", async () => {
    const ask = await asker(reports);
    const { disagreements } = await ask("How many boats sank in the harbour of Skarvik?");
    expect(disagreements.map(({ positions }) => positions.map(({ value }) => value))).toEqual([["Fourteen", "Nine"]]);
  });
});
