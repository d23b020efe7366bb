import { expect } from "vitest";
import type { VerifiedAnswer } from "../../../src/quotes/verified.ts";
import { checkPromises } from "../../../src/quotes/promises.ts";
import type { House } from "../../../src/ask.ts";

const placesOf = ({ citations }: VerifiedAnswer): readonly string[] =>
  citations.map(({ document, start, end }) => `${document.id} ${start}-${end}`);

/** Holds an answer that a model may have written against the one without it: every promise kept, no position, quote or gap lost. */
export async function expectNoWorse(answer: VerifiedAnswer, extractive: VerifiedAnswer, house: House): Promise<void> {
  const { records, recordOf } = await house.index.current();
  const textOf = (id: string) => records[recordOf.get(id) ?? -1]?.document.text ?? null;
  expect(checkPromises(answer, textOf)).toEqual([]);
  expect(placesOf(answer)).toEqual(expect.arrayContaining([...placesOf(extractive)]));
  const sides = ({ disagreements }: VerifiedAnswer) =>
    disagreements.map(({ topic, kind, positions }) => ({ topic, kind, values: positions.map(({ value }) => value) }));
  expect(sides(answer)).toEqual(expect.arrayContaining(sides(extractive)));
  expect(answer.missing).toEqual(extractive.missing);
  if (answer.disagreements.length === extractive.disagreements.length) expect(answer.outcome).toBe(extractive.outcome);
  expect(answer.answer).not.toMatch(/evil\.example|HACKED|<img|\]\(/);
}
