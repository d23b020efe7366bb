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

export const STATUS_BIAS = -7.47;

/**
 * Logistic of "this clause tells whether it is so"; see `statusCandidates` for what each feature is. Fitted on whether questions about
 * nineteen news clusters, those of train/whether among them (train/fit-statuses.ts; 10,574 clauses, 321 right, ridge 3; AUROC .970 on
 * sets left out).
 */
export const STATUS_WEIGHTS: Readonly<Record<StatusFeature, number>> = {
  cosine: 3.07,
  behindBest: -2.76,
  exact: 2.54,
  kin: 1.38,
  related: 0.16,
  opposite: 1.06,
  wordNear: 2.02,
  cosineBeside: 1.21,
  headsAlone: -1.34,
  keyBeside: 1.62,
  echo: 0.81,
  shareOfClause: -0.33,
  shareOfSentence: 2.15,
  shareNear: 1.28,
  adjuncts: 0.49,
  adjunctsNear: 0.22,
  namesNear: 0.61,
  pointer: -0.38,
  another: -0.14,
  otherSubject: -0.73,
  otherModifier: -0.41,
  denied: 0.81,
  deniedBeside: 0.67,
  quoted: 0.34,
  contested: 0.74,
  length: -0.05,
};
