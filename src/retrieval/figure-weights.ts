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

export const FIGURE_BIAS = -3.15;

/**
 * Logistic of "this figure is the one asked for"; see `figureCandidates` for what each feature is. Fitted on the dev half of the golden set
 * (train/fit-figures.ts; 3,119 figures, 220 right, ridge 3; AUROC .942 on sets left out).
 */
export const FIGURE_WEIGHTS: Readonly<Record<FigureFeature, number>> = {
  cosine: 1.60,
  behindBest: -2.82,
  shareOfClause: 0.91,
  idfOfClause: 0.94,
  idfOfSentence: 0.13,
  idfNear: 0.79,
  thing: 1.55,
  action: 0.43,
  otherAction: -1.95,
  nearness: 0.55,
  isPart: -0.64,
  otherPlace: -1.63,
  addedPlace: -0.32,
  samePlace: 0.22,
  otherRate: -1.66,
  otherPeriod: -1.15,
  neighbours: -0.75,
};
