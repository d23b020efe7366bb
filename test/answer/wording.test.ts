import { describe, expect, test } from "vitest";
import { asker } from "./ask-of.ts";

describe("how an answer reads", () => {
  test("a wire sentence in two papers is printed once, and both are named", async () => {
    const text = "The police said that 45 seals had stranded on the beach at Skarvik on Monday.";
    const ask = await asker([
      { text, source: "Fjord Wire", published: "2025-03-10" },
      { text, source: "The Islander", published: "2025-03-11" },
    ]);
    const { answer, citations } = await ask("How many seals stranded at Skarvik?");
    expect(answer.split("45 seals had stranded").length - 1).toBe(1);
    expect(answer).toContain("also The Islander, March 11, 2025 [2]");
    expect(citations.map(({ document }) => document.source)).toEqual(["Fjord Wire", "The Islander"]);
  });

  test("a figure that has changed is told with the day of each, the latest first", async () => {
    const ask = await asker([
      { text: "The flood in Skarvik has killed 12 people, the police said on Monday.", published: "2025-03-10" },
      { text: "The flood in Skarvik has killed 31 people, the police said on Wednesday.", published: "2025-03-12" },
    ]);
    const { answer } = await ask("How many people has the flood in Skarvik killed?");
    const [first = ""] = answer.split("\n");
    expect(first).toMatch(
      /\*\*31 people\*\*, according to police \(March 12, 2025\) \[1\]; before that, \*\*12 people\*\*/,
    );
  });

  test("the dateline of a report is no part of a quote", async () => {
    const ask = await asker([{ text: "SKARVIK, March 10 - Nine boats sank in the harbour of Skarvik on Monday." }]);
    const { citations } = await ask("How many boats sank in Skarvik?");
    expect(citations.map(({ quote }) => quote)).toEqual(["Nine boats sank in the harbour of Skarvik on Monday."]);
  });

  test("what is missing is named by the words of the question", async () => {
    const ask = await asker([
      { text: "Nine boats sank in Skarvik on Monday, the police said." },
      { text: "Nobody was hurt in the storm." },
    ]);
    const mayor = await ask("What did the mayor say about the boats in Skarvik?");
    expect(mayor.missing.map(({ asked }) => asked)).toEqual(["mayor"]);
  });
});

describe("why", () => {
  const report = [
    "The town council of Skarvik closed the old pier on Monday.",
    "The closure had been expected for weeks.",
    "“The planks are rotten and somebody would have drowned,” said its chairman, Olaf Brandt, to explain the step.",
    "The pier opened in the year of the great storm.",
  ].join(" ");

  test("is answered by the event and the reason that stands behind it", async () => {
    const ask = await asker([{ text: report }]);
    const { citations } = await ask("Why did the council close the old pier of Skarvik?");
    expect(citations.some(({ quote }) => quote.includes("planks are rotten"))).toBe(true);
    expect(citations.every(({ quote }) => !quote.includes("great storm"))).toBe(true);
  });

  test("is answered by the sentence that states the reason itself where there is one", async () => {
    const ask = await asker([{ text: `The council closed the old pier because its planks are rotten. ${report}` }]);
    const { citations } = await ask("Why did the council close the old pier?");
    expect(citations[0]?.quote).toContain("because");
  });
});

describe("who says so", () => {
  test("is answered by whole sentences, so that the speaker stands in the quote", async () => {
    const ask = await asker([
      { text: "Nine boats sank in the harbour, the coast guard said. Twelve boats were towed away." },
    ]);
    const { citations } = await ask("Who says that nine boats sank in the harbour?");
    expect(citations.map(({ quote, speaker }) => [quote, speaker?.name])).toEqual([
      ["Nine boats sank in the harbour, the coast guard said.", "coast guard"],
    ]);
  });
});
