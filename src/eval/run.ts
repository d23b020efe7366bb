import { checkPromises } from "../quotes/promises.ts";
import type { AnswerWire, PassagesWire } from "../http/wire.ts";
import { compareWithGolden } from "./compare-golden.ts";
import type { Miss } from "./compare-golden.ts";
import type { ExplainNode } from "../explain.ts";
import type { GoldenRow } from "./golden.ts";
import { observe } from "./observe.ts";
import type { Observation } from "./observe.ts";
import type { Respondent } from "./respondent.ts";

/** Golden rows with what they belong to. */
export type Examination = {
  readonly set: string;
  readonly half: "dev" | "test";
  readonly rows: readonly GoldenRow[];
  /** Ids of rows that are known not to pass yet: they do not gate. */
  readonly pending: readonly string[];
};

/** One question with its answer and all that is to be said of it. */
export type Result = {
  readonly row: GoldenRow;
  readonly answer: AnswerWire;
  readonly passages: PassagesWire["passages"];
  /** What is not as expected, broken promises among it; empty where the row passes. */
  readonly misses: readonly Miss[];
  readonly observation: Observation;
  /** Why a row that fails came out so; empty where it passes or nothing can be known. */
  readonly explanation: readonly ExplainNode[];
};

/**
 * Asks every question of a golden set, one after the other, and holds each answer against its row.
 * @param onEach called after each question
 */
export async function examine(
  { set, half, rows, pending }: Examination,
  respondent: Respondent,
  onEach: () => void,
): Promise<readonly Result[]> {
  const texts = await readTexts(respondent);
  const results: Result[] = [];
  for (const row of rows) {
    const answer = await respondent.ask(row.question);
    const passages = await respondent.passages(row.question);
    const misses = [...compareWithGolden(row, answer), ...brokenPromises(answer, texts)];
    const passed = misses.length === 0;
    const gates = !pending.includes(row.id);
    const observed = observe({ row, answer, passages, texts });
    results.push({
      row,
      answer,
      passages,
      misses,
      observation: { ...observed, set, half, gates, passed },
      explanation: passed ? [] : await explain(row, respondent),
    });
    onEach();
  }
  return results;
}

async function readTexts(respondent: Respondent): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const id of await respondent.documents()) {
    const text = await respondent.textOf(id);
    if (text !== null) texts.set(id, text);
  }
  return texts;
}

/** Citations are verified anew through the documents that the respondent itself gives. */
function brokenPromises(answer: AnswerWire, texts: ReadonlyMap<string, string>): readonly Miss[] {
  return checkPromises(answer, (id) => texts.get(id) ?? null).map((broken) => ({
    what: "promise",
    expected: "every promise of the contract kept",
    came: broken,
  }));
}

async function explain(row: GoldenRow, { explain: ask }: Respondent): Promise<readonly ExplainNode[]> {
  if (ask === null) return [];
  const facts = (row.facts ?? []).flatMap(([value]) => (value === undefined ? [] : [value]));
  const documents = row.documents ?? [];
  const sides = row.positions ?? facts.map((value) => ({ value, documents }));
  return ask({ question: row.question, sides: sides.map((one) => ({ value: one.value, documents: one.documents })) });
}

/** Rows that must pass and do not, in order; a broken promise of the contract gates whatever is pending. */
export const failuresThatGate = (results: readonly Result[]): readonly Result[] =>
  results.filter(({ misses, observation: { gates, passed } }) => (gates && !passed) || misses.some(isPromise));

const isPromise = ({ what }: Miss): boolean => what === "promise";
