import { expect, test } from "vitest";
import { checkPromises } from "../../src/quotes/promises.ts";
import type { CheckedAnswer } from "../../src/quotes/promises.ts";

const text = "Mayor Ida Holm said 12 boats sank. The ministry said 15 boats sank.";
const textOf = (id: string) => (id === "a" ? text : null);
const citation = (marker: number, quote: string) => ({
  marker,
  quote,
  document: { id: "a", title: "Boats", source: "Harbour News", published: "2031-05-02", sha256: "" },
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
  codePoints: { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
  prefix: "",
  suffix: "",
  speaker: null,
  certainty: "stated" as const,
  origin: "o1",
});
const kept: CheckedAnswer = {
  question: "How many boats sank?",
  outcome: "disputed",
  answer:
    "The figures differ: **12 boats** [1]; **15 boats** [2].\n\n- “12 boats sank” [1] (Harbour News, May 2, 2031)\n- “15 boats sank” [2]",
  citations: [citation(1, "12 boats sank"), citation(2, "15 boats sank")],
  disagreements: [
    {
      positions: [
        { value: "12", markers: [1] },
        { value: "15", markers: [2] },
      ],
      fitsAll: [],
    },
  ],
  missing: [],
  nearest: [],
};
const broken = (change: Partial<CheckedAnswer>): readonly string[] => checkPromises({ ...kept, ...change }, textOf);

test("an answer that keeps its promises breaks none", () => {
  expect(broken({})).toEqual([]);
});

test("each broken promise is named by its number", () => {
  const [first, second] = kept.citations;
  if (!first || !second) throw new Error("two citations");
  expect(broken({ citations: [{ ...first, quote: "13 boats sank" }, second] })[0]).toMatch(/^1: "13 boats sank"/);
  expect(broken({ citations: [{ ...first, document: { ...first.document, id: "b" } }, second] })[0]).toMatch(
    /^1: document b/,
  );
  expect(broken({ citations: [{ ...first, codePoints: { start: 0, end: 3 } }, second] })[0]).toMatch(/^1: code points/);
  expect(broken({ answer: `${kept.answer} [7]` })).toContain("2: marker 7 is no citation");
  expect(broken({ citations: [first, second, citation(3, "Mayor Ida Holm")] })).toContain("2: citation 3 is not used");
  expect(broken({ answer: `${kept.answer}\n\nMany boats sank.` })).toContain('3: no marker in "Many boats sank."');
  expect(broken({ answer: `${kept.answer}\n\nSome 40 boats sank [1].` })).toContain(
    '4: "Some 40" stands in no quote of its line',
  );
  expect(broken({ disagreements: [{ positions: [{ value: "13", markers: [1] }], fitsAll: [] }] })).toContain(
    '5: no quote holds "13"',
  );
  expect(broken({ outcome: "answered" })).toContain("outcome answered with 1 disagreements");
});
