/** Speakers of one position or answer. */
export type SpeakersOf = {
  /** Parts of the names that should be credited, or of other names of the same ("Healey", "UK defence minister"): one inner list a speaker. */
  readonly expected: readonly (readonly string[])[];
  /** Names as credited. */
  readonly came: readonly string[];
};

/**
 * Speaker accuracy, micro-averaged over expected speakers: the share that is credited, a part of the name being enough, whatever the case.
 * Speakers credited beyond those expected are not counted against it. NaN where none is expected.
 */
export function speakerAccuracy(rows: readonly SpeakersOf[]): number {
  const all = rows.flatMap(({ expected, came }) => expected.map((names) => ({ names, came })));
  const right = all.filter(({ names, came }) =>
    names.some((name) => came.some((credited) => credited.toLowerCase().includes(name.toLowerCase()))),
  );
  return right.length / all.length;
}
