import { FEATURES } from "./features.ts";
import type { Feature } from "./features.ts";

/**
 * Weights that were fitted by train/fit-fillers.ts on ramdocs-100 and xquad-en (docs/evaluation.md); see `FEATURES` and `rankFillers` for what
 * each weighs. They belong to bge-small-en-v1.5 int8 and to our splitters: fit them anew when one of these changes.
 */

/** Pass one: each document by itself (conditional logit, ridge 2). */
const ALONE_BY_NAME: Readonly<Record<Feature, number>> = {
  cosine: 2.09,
  cosineGap: -2.94,
  share: -0.73,
  near: 3.88,
  context: 0.29,
  relation: 0.08,
  relationBeside: -0.18,
  askedBeside: 0.17,
  own: 0.23,
  ownWhole: -3.42,
  kindMatch: 3.71,
  kindMiss: -1.09,
  personMatch: 0.96,
  placeMatch: 1.34,
  bodyMatch: 0.39,
  sortMiss: -0.42,
  pair: 1.38,
  title: -0.23,
  noun: -1.27,
  located: 0.66,
  by: 1.61,
  subject: 0.32,
  part: -1.7,
  front: -1.08,
  adjective: -2.92,
  filed: -1.79,
  rate: -1.2,
  early: 0.38,
  long: -0.06,
  dayKnown: 2.07,
  often: 0.08,
  defined: 1.08,
  unitAsked: 1.44,
  relationNear: 3.12,
  bracketFirst: 8.73,
  bracketSecond: 0.0,
  yearAlone: 1.65,
  filled: 0.66,
  none: 5.39,
  noneCosine: -1.66,
  noneShare: -1.14,
  noneNear: 3.07,
  noneName: -0.29,
  noneFilled: 0.25,
};

export const ALONE: readonly number[] = FEATURES.map((feature) => ALONE_BY_NAME[feature]);

/**
 * Pass two, beside the other documents (conditional logit, ridge 4): logarithm of the chance alone, mean and best chance of the same value in the
 * others, slot contrast; then for giving none its bias, the others' mean chance of giving none, logarithm of its chance alone.
 */
export const TOGETHER: readonly number[] = [0.98, -0.38, 4.93, 2.78, 2.07, -3.72, 0.8];

/**
 * Log-odds that documents answer differently (logistic, ridge 1): bias, log-odds of the first and second value together, of the second alone,
 * logarithm of the number of documents, contrast of the second and the first, log-odds of the third.
 */
export const DISPUTED: readonly number[] = [-1.98, 0.13, 0.4, 0.1, 2.13, 1.79, 1.27, 0.35];
