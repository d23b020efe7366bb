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
  "place",
  "owner",
  "historyDiffers",
  "nounOnly",
  "more",
] as const;

export type RivalFeature = (typeof RIVAL_FEATURES)[number];

export const RIVAL_BIAS = 0.62;

/** Logistic of "both figures are what is asked for". */
export const RIVAL_WEIGHTS: Readonly<Record<RivalFeature, number>> = {
  other: 0.71,
  agrees: 0.65,
  tellingAgrees: -0.39,
  otherNoun: -0.15,
  otherAction: -0.74,
  ratio: -1.5,
  sameDocument: -0.9,
  sameSentence: -0.16,
  sameSpeaker: 0.31,
  otherSpeaker: 0.57,
  borne: 0.26,
  givenApart: -0.49,
  action: -1.89,
  part: -1.04,
  rate: -1.33,
  day: -0.87,
  place: -0.44,
  owner: -3.6,
  historyDiffers: -1.77,
  nounOnly: -0.61,
  more: -0.6,
};
