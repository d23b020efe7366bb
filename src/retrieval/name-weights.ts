/** What is weighed of a name, in the order in which it is fitted. */
export const NAME_FEATURES = [
  "cosine",
  "behindBest",
  "idfNear",
  "idfWithin",
  "otherRank",
  "thingMissing",
  "nearness",
  "role",
  "rolePart",
  "wrongRole",
  "otherRole",
  "cleft",
  "oblique",
  "negated",
  "speaker",
  "sortMatch",
  "sortNear",
  "sortMiss",
  "asked",
  "kindNoun",
] as const;

export type NameFeature = (typeof NAME_FEATURES)[number];

export const NAME_BIAS = -5.81;

/**
 * Logistic of "this name or noun is what is asked for"; see `nameCandidates` for what each feature is. Fitted on the dev half of the golden set and
 * further clusters (train/fit-names.ts; 7,471 names and nouns, 133 right, those five times as heavy, ridge 3; AUROC .960 on sets left out).
 */
export const NAME_WEIGHTS: Readonly<Record<NameFeature, number>> = {
  cosine: 1.29,
  behindBest: -0.55,
  idfNear: 2.77,
  idfWithin: 0.37,
  otherRank: -0.28,
  thingMissing: -0.4,
  nearness: 0.15,
  role: 3.16,
  rolePart: 0.66,
  wrongRole: -0.19,
  otherRole: 0.84,
  cleft: -0.09,
  oblique: -0.15,
  negated: -0.68,
  speaker: -1.4,
  sortMatch: 1.67,
  sortNear: -0.45,
  sortMiss: -1.23,
  asked: -0.03,
  kindNoun: 1.04,
};
