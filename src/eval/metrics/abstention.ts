import { auroc } from "./roc.ts";
import { falseAlarms, precisionRecall } from "./yes-no.ts";

/** One question: whether the documents answer it, whether an answer was refused, and the coverage stated with that. */
export type Abstained = {
  readonly answerable: boolean;
  readonly abstained: boolean;
  /** 0–1, higher where the evidence covers the question. */
  readonly coverage: number;
};

/** How well a program tells what is not in the sources. A share of nothing is NaN. */
export type Abstention = {
  /** Share of the refusals that are right. */
  readonly precision: number;
  /** Share of the unanswerable that is refused: right abstention. */
  readonly recall: number;
  /** Share of the answerable that is refused: wrong abstention. */
  readonly wrong: number;
  /** How often an unanswerable question has less coverage than an answerable one, ties half. */
  readonly auroc: number;
};

/** Abstention precision, recall, wrong abstention and AUROC by `coverage`. */
export function abstention(rows: readonly Abstained[]): Abstention {
  const cases = rows.map(({ answerable, abstained }) => ({ said: abstained, is: !answerable }));
  const doubt = (answerable: boolean): readonly number[] =>
    rows.filter((row) => row.answerable === answerable).map((row) => -row.coverage);
  return { ...precisionRecall(cases), wrong: falseAlarms(cases), auroc: auroc(doubt(false), doubt(true)) };
}
