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
  "amountNamed",
  "isPart",
  "otherPlace",
  "addedPlace",
  "samePlace",
  "otherRate",
  "otherPeriod",
  "neighbours",
] as const;

export type FigureFeature = (typeof FIGURE_FEATURES)[number];

export const FIGURE_BIAS = -3.37;

/**
 * Logistic of "this figure is the one asked for"; see `figureCandidates` for what each feature is. Fitted on the dev half of the golden set
 * (train/fit-figures.ts; 3,114 figures, 220 right, ridge 3; AUROC .948 on sets left out).
 */
export const FIGURE_WEIGHTS: Readonly<Record<FigureFeature, number>> = {
  cosine: 1.53,
  behindBest: -2.66,
  shareOfClause: 0.9,
  idfOfClause: 0.85,
  idfOfSentence: 0.19,
  idfNear: 0.81,
  thing: 1.51,
  action: 0.61,
  otherAction: -1.72,
  nearness: 0.75,
  amountNamed: 2.04,
  isPart: -0.65,
  otherPlace: -1.58,
  addedPlace: -0.28,
  samePlace: 0.35,
  otherRate: -1.6,
  otherPeriod: -1.33,
  neighbours: -0.72,
};
