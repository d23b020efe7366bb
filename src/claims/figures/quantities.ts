import type { Hedge, Interval, Quantity } from "../claim.ts";
import { intervalOf } from "./intervals.ts";
import type { Amount } from "./amount.ts";
import type { Unit } from "./units.ts";

/** Whole counts below this are exact (claims.md). */
const EXACT_BELOW = 100;
/** Two sides of a score in one number: the higher × this + the lower, so that "3-1" and "1-3" are one score. */
const SCORE_BASE = 10_000;
/** A sixtieth and a third of a metre are not exact in binary: cut the noise that conversion adds. */
const DIGITS_KEPT = 12;

const COUNT: Unit = { dimension: "count", base: "", factor: 1, offset: 0, sizes: null };
const SHARE: Unit = { dimension: "share", base: "share", factor: 1, offset: 0, sizes: null };

/** An exact quantity of nothing counted, for "no casualties". */
export const ZERO_COUNT: Quantity = {
  said: { low: 0, high: 0 },
  interval: { low: 0, high: 0, lowOpen: false, highOpen: false },
  hedge: "exact",
  dimension: "count",
  unit: "",
  per: null,
};

function clean(value: number): number {
  return Number(value.toPrecision(DIGITS_KEPT));
}

function convert(value: number | null, unit: Unit, size: number): number | null {
  if (value === null) return null;
  return Number.isInteger(value) && unit.factor === 1 && unit.offset === 0 && size === 1
    ? value
    : clean(value * unit.factor * size + unit.offset);
}

function convertInterval(interval: Interval, unit: Unit): Interval {
  const [small, large] = unit.sizes ?? [1, 1];
  return { ...interval, low: convert(interval.low, unit, small), high: convert(interval.high, unit, large) };
}

/** Which hedge holds for an amount: a range or a vague word stays one unless a bound stands before a vague word. */
function hedgeOf(amount: Amount, hedge: Hedge): Hedge {
  if (amount.kind === "range") return "range";
  if (amount.low.kind !== "vague") return hedge;
  return hedge === "over" || hedge === "under" ? hedge : "vague";
}

/** The quantity that an amount with its hedge states; rates are added by the caller. Scores keep both sides in `said`, first side first. */
export function quantityOf(amount: Amount, hedge: Hedge): Quantity {
  const low = amount.low.low * amount.signs[0];
  const high = amount.high.high * amount.signs[1];
  if (amount.kind === "score") return scoreOf(low, high);
  const unit = amount.low.kind === "share" ? SHARE : (amount.unit ?? COUNT);
  const counted = unit.dimension === "count";
  const exact =
    counted && amount.kind === "single" && Number.isInteger(low) && Math.abs(low) < EXACT_BELOW && !amount.low.loose;
  const final = hedgeOf(amount, hedge);
  const interval = intervalOf({ low, high, hedge: final, rounding: exact ? 0 : amount.low.rounding, counted });
  return {
    said: saidOf({ low, high, hedge: final, interval, unit }),
    interval: convertInterval(interval, unit),
    hedge: final,
    dimension: unit.dimension,
    unit: unit.base,
    per: amount.per,
  };
}

function saidOf(saying: {
  readonly low: number;
  readonly high: number;
  readonly hedge: Hedge;
  readonly interval: Interval;
  readonly unit: Unit;
}): Quantity["said"] {
  const { low, high, hedge, interval, unit } = saying;
  const both = (a: number | null, b: number | null): Quantity["said"] => ({
    low: convert(a, unit, 1),
    high: convert(b, unit, 1),
  });
  switch (hedge) {
    case "over":
      return both(low, null);
    case "under":
      return both(null, high);
    case "about":
    case "almost":
      return both(interval.low, interval.high);
    case "exact":
    case "range":
    case "vague":
      return both(low, high);
  }
}

function scoreOf(first: number, second: number): Quantity {
  const code = Math.max(first, second) * SCORE_BASE + Math.min(first, second);
  return {
    said: { low: first, high: second },
    interval: { low: code, high: code, lowOpen: false, highOpen: false },
    hedge: "exact",
    dimension: "score",
    unit: "score",
    per: null,
  };
}

/** A length per hour, minute or second is a speed in metres per second; any other rate keeps its unit and says its period. */
export function withRate(quantity: Quantity, per: NonNullable<Quantity["per"]>): Quantity {
  const seconds = per === "hour" ? 3600 : per === "minute" ? 60 : per === "second" ? 1 : null;
  if (quantity.dimension !== "length" || seconds === null) return { ...quantity, per };
  const slower = (value: number | null): number | null => (value === null ? null : clean(value / seconds));
  return {
    ...quantity,
    said: { low: slower(quantity.said.low), high: slower(quantity.said.high) },
    interval: { ...quantity.interval, low: slower(quantity.interval.low), high: slower(quantity.interval.high) },
    dimension: "speed",
    unit: "m/s",
    per: null,
  };
}
