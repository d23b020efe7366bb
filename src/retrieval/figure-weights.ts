/** What is weighed of a figure, in the order in which it is fitted. */
export const FIGURE_FEATURES = [
  "cosine",
  "behindBest",
  "shareOfClause",
  "idfOfClause",
  "idfOfSentence",
  "idfNear",
  "thing",
  "action",
  "otherAction",
  "nearness",
  "isPart",
  "otherPlace",
  "addedPlace",
  "samePlace",
  "otherRate",
  "otherPeriod",
  "neighbours",
] as const;

export type FigureFeature = (typeof FIGURE_FEATURES)[number];

export const FIGURE_BIAS = -3.09;

/**
 * Logistic of "this figure is the one asked for"; see `figureCandidates` for what each feature is. Fitted on the dev half of the golden set
 * (train/fit-figures.ts; 2,381 figures, 170 right, ridge 3; AUROC .939 on sets left out).
 */
export const FIGURE_WEIGHTS: Readonly<Record<FigureFeature, number>> = {
  cosine: 1.08,
  behindBest: -2.1,
  shareOfClause: 0.43,
  idfOfClause: 0.71,
  idfOfSentence: 0.58,
  idfNear: 1.01,
  thing: 1.82,
  action: 0.4,
  otherAction: -1.78,
  nearness: 0.41,
  isPart: -0.62,
  otherPlace: -1.13,
  addedPlace: -0.35,
  samePlace: 0.33,
  otherRate: -1.58,
  otherPeriod: -1.06,
  neighbours: -0.74,
};
