import type { AnswerWire } from "../../http/wire.ts";
import { compareWithGolden, wordMiss } from "../compare-golden.ts";
import { holdsAnswer } from "../metrics/quotes.ts";
import type { Mutant } from "./mutant.ts";

/** What of the right change an answer does not show, one sentence each; empty where the mutant is caught. */
export function judgeMutant(mutant: Mutant, answer: AnswerWire): readonly string[] {
  return [
    ...compareWithGolden(mutant.row, answer).map(wordMiss),
    ...judgeHedge(mutant, answer),
    ...judgeCredit(mutant, answer),
  ];
}

function judgeHedge({ unhedged }: Mutant, { disagreements }: AnswerWire): readonly string[] {
  if (unhedged === undefined) return [];
  return disagreements
    .flatMap(({ positions }) => positions)
    .filter(({ value, quantity }) => holdsAnswer(value, unhedged) && quantity !== null && quantity.hedge !== "exact")
    .map(({ value, quantity }) => `hedge: expected none for "${unhedged}", came "${value}" (${quantity?.hedge ?? ""})`);
}

function judgeCredit({ notCredited }: Mutant, { citations }: AnswerWire): readonly string[] {
  if (notCredited === undefined) return [];
  return citations
    .filter(
      ({ document, speaker }) =>
        document.id.startsWith(notCredited.document.toLowerCase()) &&
        speaker?.name.toLowerCase().includes(notCredited.name.toLowerCase()),
    )
    .map(({ quote }) => `speaker: expected nobody called "${notCredited.name}" to be credited, came "${quote}"`);
}
