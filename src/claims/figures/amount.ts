import type { Quantity } from "../claim.ts";
import type { Numeral } from "./numeral.ts";
import type { Unit } from "./units.ts";

/** A number with its unit, or two of them with what joins them. Token indices; `from`/`to` take currency and unit in. */
export type Amount = {
  readonly kind: "single" | "range" | "score";
  readonly from: number;
  readonly to: number;
  /** The number words: both ends of a range. */
  readonly numberFrom: number;
  readonly numberTo: number;
  readonly low: Numeral;
  readonly high: Numeral;
  /** −1 for "−5 °C". */
  readonly signs: readonly [low: 1 | -1, high: 1 | -1];
  readonly unit: Unit | null;
  /** First token of the unit behind the number; `to` ends it. Null where the unit stands before or there is none. */
  readonly unitFrom: number | null;
  readonly per: Quantity["per"];
};
