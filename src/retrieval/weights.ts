/**
 * Weights that were fitted, with what they were fitted on. They belong to bge-small-en-v1.5 int8, to passages of about 150 tokens and
 * to our splitters: fit them anew (train/fit-evidence.ts, train/fit-coverage.ts) when one of these changes.
 */

/** Linear ranker of sentences; see `EvidenceFeatures` for what each weighs. Order of magnitude from docs/bench.md. */
export const EVIDENCE_WEIGHTS = {
  share: 2.5,
  idfNear: 2.5,
  idfPassage: 6,
  cosine: 10,
  passageCosine: 18,
  kindPresent: 0.8,
  kindAbsent: -1,
} as const;

/** Logistic of "the sources do not answer this"; see `CoverageFeatures`. */
export const COVERAGE_WEIGHTS = {
  bias: 14.22,
  sentenceCosine: -5.52,
  passageCosine: -12.47,
  share: -3.36,
  nameMissing: 1.99,
  numberMissing: 0.9,
} as const;

/** Coverage below which a question is not answered by what was found, all else being equal. */
export const COVERAGE_THRESHOLD = 0.5;
