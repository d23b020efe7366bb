import type { Amount } from "./amount.ts";
import type { Numeral } from "./numeral.ts";

/** Feet have 12 inches, hours 60 minutes, dollars 100 cents; "3 miles and 200 feet" are said apart. */
const MOST_PARTS = 100;

/** Whether an amount may go on in a smaller unit: one exact number with a unit behind it. */
export function isCompoundable({ kind, unit, unitFrom, low, per }: Amount): boolean {
  if (kind !== "single" || unit === null || unitFrom === null || per !== null) return false;
  if (low.kind === "vague" || low.kind === "share" || low.loose || unit.sizes !== null) return false;
  const { dimension } = unit;
  return dimension === "length" || dimension === "mass" || dimension === "duration" || dimension === "money";
}

/** Two amounts read as one, in the unit of the first: "5 feet" and "2 inches"; null where the second is no part of the first's unit. */
export function compoundOf(first: Amount, second: Amount): Amount | null {
  if (!isCompoundable(first) || !isCompoundable(second) || first.unit === null || second.unit === null) return null;
  const parts = first.unit.factor / second.unit.factor;
  if (first.unit.base !== second.unit.base || parts <= 1 || parts > MOST_PARTS * 1.001) return null;
  if (second.low.low >= parts || second.signs[0] === -1 || !Number.isInteger(first.low.low)) return null;
  const value = Number((first.low.low + second.low.low / parts).toPrecision(12));
  const low: Numeral = {
    ...first.low,
    to: second.low.to,
    low: value,
    high: value,
    rounding: second.low.rounding / parts,
  };
  return { ...first, to: second.to, numberTo: second.numberTo, low, high: low, unitFrom: second.unitFrom };
}
