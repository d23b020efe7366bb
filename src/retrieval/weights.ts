/**
 * Weights that were fitted, with what they were fitted on. They belong to bge-small-en-v1.5 int8, to passages of about 150 tokens and
 * to our splitters: fit them anew (train/fit-evidence.ts, train/fit-coverage.ts) when one of these changes.
 */

/** Linear ranker of sentences; see `EvidenceFeatures` for what each weighs. Fitted on xquad-en (1,190 questions, ridge .01). */
export const EVIDENCE_WEIGHTS = {
  share: 2.63,
  idfNear: 2.75,
  idfPassage: 5.71,
  cosine: 15.39,
  passageCosine: 22.35,
  kindPresent: 1.05,
  kindAbsent: -1.21,
} as const;

/**
 * Logistic of "the sources do not answer this"; see `CoverageFeatures`. Fitted on xquad-en, with and without the paragraph, and
 * clapnq-120, each counting the same (ridge 1). */
export const COVERAGE_WEIGHTS = {
  bias: 13.02,
  sentenceCosine: -2.28,
  passageCosine: -12.33,
  share: -4.74,
  nameMissing: 0.62,
  numberMissing: 0.86,
} as const;

/**
 * Coverage below which a question is not answered from what was found, all else being equal. At .263 one answerable question in twenty of
 * xquad-en lies below, at .338 of clapnq-120; the smaller keeps to that on both.
 */
export const COVERAGE_THRESHOLD = 0.26;
