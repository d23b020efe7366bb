import { describe, expect, it } from "vitest";
import { changesThatGate, compareRuns } from "../../src/eval/baseline.ts";
import { observe } from "../../src/eval/observe.ts";
import type { Observation } from "../../src/eval/observe.ts";
import { reaches, textOfComparison, textOfGroup, wordValue } from "../../src/eval/report-text.ts";
import { confusionOfKinds, confusionOfOutcomes, score } from "../../src/eval/scores.ts";
import { ferry, ferryRow, ferryTexts } from "./ferry.ts";

const right: Observation = {
  ...observe({ row: ferryRow, answer: ferry, passages: [], texts: ferryTexts }),
  set: "ferry",
  half: "dev",
  gates: true,
  passed: true,
};
/** The same row a number of times, under other ids. */
const rows = (count: number, change: Partial<Observation> = {}, prefix = "r"): readonly Observation[] =>
  Array.from({ length: count }, (_, i) => ({
    ...right,
    id: `${prefix}${i}`,
    origin: `${prefix}${i}-${Object.keys(change).join()}`,
    ...change,
  }));

const valueOf = (some: readonly Observation[], name: string): number =>
  score(some).find(({ measure }) => measure.name === name)?.value ?? Number.NaN;

describe("scores", () => {
  const missed = { disagreement: { is: true, about: null, told: false, right: false } };
  const wrong = { disagreement: { is: true, about: null, told: true, right: false } };
  const alarm = { disagreement: { is: false, about: null, told: true, right: false } };
  const calm = { disagreement: { is: false, about: null, told: false, right: false } };

  it("count disagreements told, missed and made up", () => {
    const some = [...rows(6), ...rows(1, missed), ...rows(1, wrong), ...rows(1, alarm), ...rows(4, calm)];
    // Told rightly 6 of 8; told at all 6 right, one of something else, one where all agree.
    expect(valueOf(some, "disagreement recall")).toBeCloseTo(6 / 8);
    expect(valueOf(some, "disagreement precision")).toBeCloseTo(6 / 8);
    expect(valueOf(some, "false alarms")).toBeCloseTo(1 / 5);
    // The six are about quantities; nothing is known of the others.
    expect(valueOf(some, "disagreement recall, quantity")).toBe(1);
    expect(valueOf(some, "disagreement recall, time")).toBeNaN();
    expect(valueOf(some, "disagreement balanced accuracy")).toBeCloseTo((6 / 8 + 4 / 5) / 2);
  });

  it("count refusals", () => {
    const answered = { abstention: { answerable: true, abstained: false, nearMiss: false } };
    const refused = { abstention: { answerable: true, abstained: true, nearMiss: false } };
    const rightly = { abstention: { answerable: false, abstained: true, nearMiss: false }, coverage: 0.1 };
    const near = { abstention: { answerable: false, abstained: false, nearMiss: true } };
    const some = [...rows(9, answered), ...rows(1, refused), ...rows(3, rightly), ...rows(1, near)];
    expect(valueOf(some, "right abstention")).toBeCloseTo(3 / 4);
    expect(valueOf(some, "right abstention, near misses")).toBe(0);
    expect(valueOf(some, "wrong abstention")).toBeCloseTo(1 / 10);
    expect(valueOf(some, "abstention precision")).toBeCloseTo(3 / 4);
    // Three have less coverage than all ten, one has as much: (30 + 5) / 40.
    expect(valueOf(some, "abstention AUROC")).toBeCloseTo(35 / 40);
  });

  it("are over the rows that say something of them, and nothing of none", () => {
    const [passed, ...others] = score(rows(2, { passed: false }));
    expect(passed).toMatchObject({ rows: 2, value: 0 });
    const ndcg = others.find(({ measure }) => measure.name === "nDCG@10");
    expect(ndcg?.rows).toBe(0);
    expect(ndcg?.value).toBeNaN();
    expect(wordValue(ndcg?.value ?? 0, "share")).toBe("–");
  });

  it("tell which reach their targets, whichever way is up", () => {
    const scores = score([...rows(9, calm), ...rows(1, alarm)]);
    const reached = (name: string) => scores.filter(({ measure }) => measure.name === name).map((one) => reaches(one));
    expect(reached("false alarms")).toEqual([false]);
    expect(reached("quote exactness")).toEqual([true]);
    expect(reached("MRR")).toEqual([null]);
    expect(textOfGroup({ name: "dev", rows: rows(1), scores })).toMatch(/false alarms\s+\.100 .* missed ≤ \.020/u);
    expect(textOfGroup({ name: "dev", rows: rows(1), scores: score([]) })).not.toMatch(/reached|missed/u);
  });

  it("show what was taken for what", () => {
    const kinds = [{ kind: { expected: "scope", came: "none" } }, { kind: { expected: "scope", came: "update" } }];
    expect(confusionOfKinds(kinds.flatMap((one) => rows(1, one)))).toMatchObject({
      labels: ["none", "scope", "update"],
      counts: [
        [0, 0, 0],
        [1, 0, 1],
        [0, 0, 0],
      ],
    });
    expect(confusionOfOutcomes(rows(1, { expected: ["answered", "disputed"], came: "disputed" })).accuracy).toBe(1);
  });
});

describe("two runs beside each other", () => {
  const before = [...rows(20), ...rows(5, { passed: false }, "f")];

  it("differ in nothing where nothing changed", () => {
    const comparison = compareRuns(before, before);
    expect(
      comparison.halves.flatMap(({ changes }) => changes).filter(({ verdict }) => verdict !== "no-difference"),
    ).toEqual([]);
    expect(changesThatGate(comparison)).toEqual([]);
  });

  it("gate where a measure fell beyond chance, and name the rows", () => {
    const after = before.map((row, i) => (i < 10 ? { ...row, passed: false } : row));
    const comparison = compareRuns(before, after);
    expect(changesThatGate(comparison).map(({ measure }) => measure.name)).toEqual(["rows passed"]);
    expect(comparison.newlyFailing).toHaveLength(10);
    expect(textOfComparison(comparison)).toMatch(/rows passed .* WORSE[\s\S]*newly failing: r0, r1/u);
    expect(changesThatGate(compareRuns(after, before))).toEqual([]);
  });

  it("gate where what should be low rose", () => {
    const calm = rows(20, { disagreement: { is: false, about: null, told: false, right: false } });
    const loud = rows(20, { disagreement: { is: false, about: null, told: true, right: false } });
    expect(changesThatGate(compareRuns(calm, loud)).map(({ measure }) => measure.name)).toContain("false alarms");
    expect(changesThatGate(compareRuns(loud, calm)).map(({ measure }) => measure.name)).not.toContain("false alarms");
  });

  it("are compared half by half, and over the rows that say something in both", () => {
    const fell = before.map((row) => ({ ...row, passed: false, half: "test" as const }));
    const test = before.map((row) => ({ ...row, half: "test" as const }));
    const told = { kind: { expected: "scope", came: "scope" } };
    const untold = { kind: { expected: "scope", came: "none" } };
    const { halves } = compareRuns(
      [...rows(9, told, "k"), ...rows(9, untold, "n"), ...test],
      [...rows(9, told, "k"), ...rows(9, told, "n"), ...fell],
    );
    expect(halves.map(({ name, changes }) => [name, changes[0]?.verdict])).toEqual([
      ["dev", "no-difference"],
      ["test", "worse"],
    ]);
    expect(halves[0]?.changes.find(({ measure }) => measure.name === "kind accuracy")?.rows).toBe(9);
  });

  it("are compared over the rows that both have", () => {
    const { left, halves } = compareRuns(before, [...before.slice(1), ...rows(1, {}, "new")]);
    expect(left).toEqual({ onlyBefore: ["r0"], onlyAfter: ["new0"] });
    expect(halves[0]?.changes[0]?.rows).toBe(24);
  });
});
