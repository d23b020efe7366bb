/**
 * Weights that were fitted, with what they were fitted on. They belong to bge-small-en-v1.5 int8, to passages of about 150 tokens and
 * to our splitters: fit them anew (train/fit-evidence.ts) when one of these changes.
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
