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

export const RIVAL_BIAS = 0.72;

/** Logistic of "both figures are what is asked for". */
export const RIVAL_WEIGHTS: Readonly<Record<RivalFeature, number>> = {
  other: 0.73,
  agrees: 0.64,
  tellingAgrees: -0.47,
  otherNoun: -0.1,
  otherAction: -0.77,
  ratio: -1.54,
  sameDocument: -0.87,
  sameSentence: -0.15,
  sameSpeaker: 0.31,
  otherSpeaker: 0.65,
  borne: 0.17,
  givenApart: -0.54,
  action: -1.86,
  part: -1.03,
  rate: -1.37,
  day: -0.6,
  statedDay: -1.03,
  place: -0.49,
  owner: -3.58,
  historyDiffers: -1.97,
  nounOnly: -0.56,
  more: -0.59,
};
