/** One case of a yes-or-no test: what was said of it and what it is. */
export type YesNo = { readonly said: boolean; readonly is: boolean };

/** Precision and recall of a yes-or-no test; a share of nothing is NaN. */
export function precisionRecall(rows: readonly YesNo[]): { readonly precision: number; readonly recall: number } {
  const right = rows.filter((row) => row.said && row.is).length;
  return {
    precision: right / rows.filter((row) => row.said).length,
    recall: right / rows.filter((row) => row.is).length,
  };
}

/** Share of what is not that was said to be: 0–1; NaN where everything is. */
export function falseAlarms(rows: readonly YesNo[]): number {
  const not = rows.filter((row) => !row.is);
  return not.filter((row) => row.said).length / not.length;
}

/** Mean of the recall of yes and the recall of no, so that saying always the same gives .5; NaN where one side is empty. */
export function balancedAccuracy(rows: readonly YesNo[]): number {
  return (precisionRecall(rows).recall + 1 - falseAlarms(rows)) / 2;
}

/** Harmonic mean of precision and recall; 0 where both are 0, NaN where one is. */
export function f1({ precision, recall }: { readonly precision: number; readonly recall: number }): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
