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
 * Logistic of "the sources do not answer this"; see `CoverageFeatures`. Fitted on xquad-en, as it is, with the paragraph taken out and with
 * a name of the question swapped for another of the same article, and on clapnq-120, each set counting the same (ridge 1).
 */
export const COVERAGE_WEIGHTS = {
  bias: 13.84,
  passageCosine: -5.73,
  nounsAbsent: 0.87,
  numberMissing: 0.55,
  slotGap: 0.47,
  probability: -1.31,
  score: -0.28,
} as const;

/**
 * Coverage below which a question is not answered from what was found, all else being equal. At .226 one answerable question in twenty of
 * xquad-en lies below, at .240 of clapnq-120; lower than either, for a wrong abstention costs more than a quote too many.
 */
export const COVERAGE_THRESHOLD = 0.2;
