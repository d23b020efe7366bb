/** One case: what it should be called and what it was called. */
export type Labelled = { readonly expected: string; readonly came: string };

/** How often each label was taken for each. */
export type Confusion = {
  /** Share of cases called what they should be, 0–1; NaN of none. */
  readonly accuracy: number;
  /** All labels of either side, sorted. */
  readonly labels: readonly string[];
  /** Cases by expected label (row) and label that came (column), in the order of `labels`. */
  readonly counts: readonly (readonly number[])[];
};

/** Accuracy with its confusion matrix: of kinds of disagreement, of outcomes. What came to nothing is a label too: name it "none". */
export function confusion(cases: readonly Labelled[]): Confusion {
  const labels = [...new Set(cases.flatMap(({ expected, came }) => [expected, came]))].sort();
  const counts = labels.map((expected) =>
    labels.map((came) => cases.filter((one) => one.expected === expected && one.came === came).length),
  );
  const right = cases.filter(({ expected, came }) => expected === came).length;
  return { accuracy: right / cases.length, labels, counts };
}
