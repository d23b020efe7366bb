/** What is weighed of two figures that may both be what is asked for, in the order in which it is fitted. */
export const RIVAL_FEATURES = [
  "other",
  "agrees",
  "tellingAgrees",
  "otherNoun",
  "otherAction",
  "ratio",
  "sameDocument",
  "sameSentence",
  "sameSpeaker",
  "otherSpeaker",
  "borne",
  "givenApart",
  "action",
  "part",
  "rate",
  "day",
  "statedDay",
  "place",
  "owner",
  "historyDiffers",
  "nounOnly",
  "more",
] as const;

export type RivalFeature = (typeof RIVAL_FEATURES)[number];

export const RIVAL_BIAS = 0.67;

/**
 * Logistic of "both figures are what is asked for"; see `rivalFeatures` for what each feature is. Fitted on 22 sets of news questions
 * (train/fit-figures.ts; 3,137 pairs, 290 right, ridge 2; AUROC .962 on sets left out).
 */
export const RIVAL_WEIGHTS: Readonly<Record<RivalFeature, number>> = {
  other: 0.71,
  agrees: 0.62,
  tellingAgrees: -0.51,
  otherNoun: -0.16,
  otherAction: -0.83,
  ratio: -1.55,
  sameDocument: -0.91,
  sameSentence: -0.01,
  sameSpeaker: 0.33,
  otherSpeaker: 0.76,
  borne: 0.23,
  givenApart: -0.56,
  action: -1.87,
  part: -1.06,
  rate: -1.44,
  day: -0.53,
  statedDay: -1.1,
  place: -0.58,
  owner: -3.58,
  historyDiffers: -2.0,
  nounOnly: -0.51,
  more: -0.65,
};
