import { FEATURES } from "./features.ts";
import type { Feature } from "./features.ts";

/**
 * Weights fitted on ramdocs-100 and xquad-en by the procedure of train/fit-fillers.ts, with answers matched more strictly than the script does (an
 * answer's year alone is not its day) and every xquad question at a tenth of the weight; see `FEATURES` and `rankFillers` for what each weighs. They
 * belong to bge-small-en-v1.5 int8 and to our splitters: fit them anew when one of these changes, and `DISPUTED_FROM` with them.
 */

/** Pass one: each document by itself (conditional logit, ridge 2). */
const ALONE_BY_NAME: Readonly<Record<Feature, number>> = {
  cosine: 2.12,
  cosineGap: -2.83,
  share: -0.57,
  near: 3.79,
  context: 0.27,
  relation: 0.09,
  relationBeside: -0.13,
  askedBeside: 0.22,
  own: 0.09,
  ownWhole: -3.63,
  kindMatch: 3.79,
  kindMiss: -1.13,
  personMatch: 1.01,
  placeMatch: 1.35,
  bodyMatch: 0.94,
  sortMiss: -0.28,
  pair: 1.42,
  title: 0.48,
  noun: -1.11,
  located: 0.56,
  by: 1.77,
  subject: 0.37,
  part: -1.67,
  front: -1.05,
  adjective: -2.96,
  filed: -1.77,
  rate: -1.19,
  early: 0.43,
  long: -0.05,
  dayKnown: 2.08,
  often: 0.1,
  defined: 0.89,
  unitAsked: 1.53,
  relationNear: 3.08,
  bracketFirst: 8.67,
  bracketSecond: 0.0,
  yearAlone: 1.67,
  filled: 0.49,
  none: 5.5,
  noneCosine: -1.71,
  noneShare: -1.18,
  noneNear: 2.85,
  noneName: -0.32,
  noneFilled: 0.34,
};

export const ALONE: readonly number[] = FEATURES.map((feature) => ALONE_BY_NAME[feature]);

/**
 * Pass two, beside the other documents (conditional logit, ridge 4): logarithm of the chance alone, mean and best chance of the same value in the
 * others, slot contrast; then for giving none its bias, the others' mean chance of giving none, logarithm of its chance alone.
 */
export const TOGETHER: readonly number[] = [1.03, -1.05, 5.27, 2.86, 1.83, -3.81, 0.7];

/**
 * Log-odds that documents answer differently (logistic, ridge 40): bias, log-odds of the first and second value together, of the second alone,
 * logarithm of the number of documents, contrast of the second and the first, log-odds of the third.
 */
export const DISPUTED: readonly number[] = [-0.78, 0.07, 0.18, 0.14, 0.8, 1.44, 0.98, 0.2, 0.23, 0.01];
