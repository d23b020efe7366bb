/** A number as written, with its scale ("2.3 million"), before any unit. Token indices are half-open. */
export type Numeral = {
  readonly from: number;
  readonly to: number;
  readonly kind: "digits" | "words" | "vague" | "share";
  /** Equal but for vague words. */
  readonly low: number;
  readonly high: number;
  /** Half width that the way of writing allows. */
  readonly rounding: number;
  /** What a scale word multiplied the written number with, 1 without one. */
  readonly scale: number;
  /** Round by nature ("a hundred", "two dozen"): even as a count below 100 it is not exact. */
  readonly loose: boolean;
};

/** What stands before a numeral, for suffixes such as "m": behind a currency it is millions. */
export type Setting = "money" | "plain";
