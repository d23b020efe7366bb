/** What is weighed of a sentence that may answer a whether question, in the order in which it is fitted. */
export const STATUS_FEATURES = [
  "cosine",
  "behindBest",
  "exact",
  "kin",
  "related",
  "opposite",
  "wordNear",
  "headsAlone",
  "keyBeside",
  "cosineBeside",
  "echo",
  "shareOfClause",
  "shareOfSentence",
  "shareNear",
  "adjuncts",
  "adjunctsNear",
  "namesNear",
  "pointer",
  "another",
  "otherSubject",
  "otherModifier",
  "denied",
  "deniedBeside",
  "quoted",
  "contested",
  "length",
] as const;

export type StatusFeature = (typeof STATUS_FEATURES)[number];

export const STATUS_BIAS = -7.96;

/**
 * Logistic of "this clause tells whether it is so"; see `statusCandidates` for what each feature is. Fitted on whether questions about
 * twenty-two news clusters, those of train/whether among them (train/fit-statuses.ts; 11,816 clauses, 364 right, ridge 3; AUROC .974 on
 * sets left out).
 */
export const STATUS_WEIGHTS: Readonly<Record<StatusFeature, number>> = {
  cosine: 3.12,
  behindBest: -2.69,
  exact: 2.57,
  kin: 1.53,
  related: 0.03,
  opposite: 1.14,
  wordNear: 2.1,
  cosineBeside: 1.3,
  headsAlone: -1.4,
  keyBeside: 1.73,
  echo: 1.02,
  shareOfClause: -0.34,
  shareOfSentence: 2.32,
  shareNear: 1.23,
  adjuncts: 0.55,
  adjunctsNear: 0.25,
  namesNear: 0.84,
  pointer: -0.42,
  another: -0.14,
  otherSubject: -0.76,
  otherModifier: -0.59,
  denied: 0.95,
  deniedBeside: 0.74,
  quoted: 0.37,
  contested: 0.69,
  length: -0.01,
};
