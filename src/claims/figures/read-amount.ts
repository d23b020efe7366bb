import type { Quantity } from "../claim.ts";
import type { Amount } from "./amount.ts";
import { changesBefore } from "./change-words.ts";
import { CURRENCY_SIGNS } from "./currencies.ts";
import { compoundOf, isCompoundable } from "./compound.ts";
import { hedgeBefore } from "./hedges.ts";
import type { Numeral } from "./numeral.ts";
import { readNumeral } from "./read-numeral.ts";
import { currencyBefore, currencyUnit, isUncertainDegree, MAGNITUDE, magnitudeBefore, unitAfter } from "./read-unit.ts";
import { isScore } from "./scores.ts";
import { startsNumber } from "./starts.ts";
import { at, type Token } from "./tokens.ts";
import { INCH, type Unit } from "./units.ts";

/** "12 to 1,005" behind a word of change is a step and a level, not a range this wide. */
const WIDEST_CHANGE_RANGE = 5;
const SMALL_SHARED = 1000;
/** In metres. */
const FOOT = 0.3048;

/** The amount at a numeral: its currency or unit, and the second number of a range or a score. Looks back no further than `floor`. */
export function readAmount(tokens: readonly Token[], numeral: Numeral, floor: number): Amount {
  const first = withSmaller(tokens, readSingle(tokens, numeral, floor));
  return readJoined(tokens, first, floor) ?? withSharedUnit(tokens, first);
}

/** "From 5 to 7 per cent", "45 and 50 mg": the first number is measured like the second. */
function withSharedUnit(tokens: readonly Token[], first: Amount): Amount {
  const joiner = joinerAt(tokens, first.to);
  if (joiner === null || first.unit !== null || first.low.kind === "share" || first.low.kind === "vague") return first;
  const numeral = readNumeral(tokens, joiner.next, "plain");
  if (numeral === null || numeral.kind === "share" || numeral.kind === "vague") return first;
  const second = readSingle(tokens, numeral, joiner.next);
  if (second.unit === null) return joiner.kind === "to" ? withScale(first, second) : first;
  // "45 and 2 hours later" joins clauses.
  if (second.unitFrom === null || (joiner.kind === "and" && second.unit.dimension === "duration")) return first;
  return { ...withScale(first, second), unit: second.unit };
}

/** "5 feet 2 inches", "two hours and 30 minutes", "3 dollars 50 cents": the smaller unit belongs to the amount. */
function withSmaller(tokens: readonly Token[], first: Amount): Amount {
  if (!isCompoundable(first)) return first;
  const next = at(tokens, first.to).lower === "and" ? first.to + 1 : first.to;
  if (!startsNumber(at(tokens, next))) return first;
  const numeral = readNumeral(tokens, next, "plain");
  if (numeral === null || numeral.kind === "share" || numeral.kind === "vague") return first;
  const second = readSingle(tokens, numeral, next);
  return compoundOf(first, inchesBehindFeet(tokens, first, centsBehindMoney(tokens, first, second))) ?? first;
}

/** "15 dollars 50.", "thirteen dollars and forty-five": two figures with nothing to count behind. */
function centsBehindMoney(tokens: readonly Token[], first: Amount, second: Amount): Amount {
  const after = at(tokens, second.to);
  const ends = after.kind === "end" || after.lower === "." || after.lower === ",";
  const isTwoFigures = second.low.low >= 10 && second.low.low < 100 && Number.isInteger(second.low.low);
  if (second.unit !== null || first.unit?.dimension !== "money" || first.low.scale !== 1 || !ends || !isTwoFigures)
    return second;
  const unit = { ...first.unit, factor: first.unit.factor / 100 };
  return { ...second, unit, unitFrom: second.to };
}

/** "12 ft 2 in". */
function inchesBehindFeet(tokens: readonly Token[], first: Amount, second: Amount): Amount {
  if (second.unit !== null || first.unit?.factor !== FOOT || at(tokens, second.to).lower !== "in") return second;
  return { ...second, unit: INCH, unitFrom: second.to, to: second.to + 1 };
}

function signBefore(tokens: readonly Token[], index: number): boolean {
  const before = at(tokens, index - 1);
  if (before.lower === "minus" || before.lower === "negative" || before.lower === "−") return true;
  // In "75 -300 mm" the sign joins two numbers.
  if (at(tokens, index - 2).kind === "number" && !CURRENCY_SIGNS.has(at(tokens, index - 2).text)) return false;
  const opens = !before.glued || CURRENCY_SIGNS.has(at(tokens, index - 2).text);
  return before.lower === "-" && at(tokens, index).glued && opens;
}

function readSingle(tokens: readonly Token[], numeral: Numeral, floor: number): Amount {
  let { from, to } = numeral;
  let unit: Unit | null = null;
  let unitFrom: number | null = null;
  let per: Quantity["per"] = null;
  let sign: 1 | -1 = 1;
  if (from - 1 >= floor && signBefore(tokens, from)) {
    from -= 1;
    sign = -1;
  }
  const currency = currencyBefore(tokens, from);
  if (currency !== null && currency.from >= floor) {
    unit = currencyUnit(currency.code);
    from = currency.from;
    if (from - 1 >= floor && signBefore(tokens, from)) {
      from -= 1;
      sign = -1;
    }
    // "$5 million dollars", "US$ 5m USD" say it twice.
    const again = numeral.kind === "share" ? null : unitAfter(tokens, to, numeral);
    if (again !== null && again.unit.dimension === "money") to = again.to;
  } else if (numeral.kind !== "share") {
    const found = unitAfter(tokens, to, numeral);
    if (found !== null && !isUncertainDegree(tokens, to, found.unit)) {
      ({ unit, per } = found);
      unitFrom = to;
      to = found.to;
    } else {
      const magnitude = magnitudeBefore(tokens, from);
      if (magnitude !== null && magnitude >= floor) {
        unit = MAGNITUDE;
        from = magnitude;
      }
    }
  }
  return {
    kind: "single",
    from,
    to,
    numberFrom: numeral.from,
    numberTo: numeral.to,
    low: numeral,
    high: numeral,
    signs: [sign, sign],
    unit,
    unitFrom,
    per,
  };
}

type Joiner = { readonly kind: "dash" | "to" | "and" | "or"; readonly next: number };

function joinerAt(tokens: readonly Token[], index: number): Joiner | null {
  const token = at(tokens, index);
  const next = at(tokens, index + 1);
  if (token.lower === "-" || token.lower === "–" || token.lower === "—") {
    // "8- to 16-meter".
    if (next.lower === "to") return { kind: "to", next: index + 2 };
    const both = token.glued && next.glued;
    return both || (token.lower === "–" && !token.glued && !next.glued && next.kind === "number")
      ? { kind: "dash", next: index + 1 }
      : null;
  }
  if (token.lower === "to") return { kind: "to", next: index + 1 };
  if (token.lower === "and") return { kind: "and", next: index + 1 };
  return token.lower === "or" ? { kind: "or", next: index + 1 } : null;
}

/** Index of the number behind a currency sign, or the same index. */
function overCurrency(tokens: readonly Token[], index: number): number {
  if (CURRENCY_SIGNS.has(at(tokens, index).text)) return index + 1;
  return at(tokens, index + 1).glued && CURRENCY_SIGNS.has(at(tokens, index + 1).text) ? index + 2 : index;
}

function overMinus(tokens: readonly Token[], index: number): number {
  const token = at(tokens, index);
  return (token.lower === "-" || token.lower === "−" || token.lower === "minus") &&
    at(tokens, index + 1).kind === "number"
    ? index + 1
    : index;
}

function readJoined(tokens: readonly Token[], first: Amount, floor: number): Amount | null {
  const joiner = joinerAt(tokens, first.to);
  if (joiner === null || first.low.kind === "share") return null;
  const start = overMinus(tokens, overCurrency(tokens, overMinus(tokens, joiner.next)));
  const numeral = readNumeral(tokens, start, first.unit?.dimension === "money" ? "money" : "plain");
  if (numeral === null || numeral.kind === "vague" || numeral.kind === "share") return null;
  const second = readSingle(tokens, numeral, joiner.next);
  const edge = hedgeBefore(tokens, first.from, floor).edge;
  const opener = edge - 1 >= floor ? at(tokens, edge - 1).lower : "";
  const scored = joiner.kind === "dash" || joiner.kind === "to";
  if (
    scored &&
    first.unit === null &&
    second.unit === null &&
    isScore(tokens, { first, second, dashed: joiner.kind === "dash" })
  ) {
    return join(first, second, "score");
  }
  if (!opensRange(tokens, { first, second, joiner, opener, edge })) return null;
  const shared = withScale(first, second);
  const [low, high] = [shared.low.low * shared.signs[0], second.high.high * second.signs[0]];
  if (low < high) return join(shared, second, "range");
  // "From −18 to −34 degrees" names the warmer end first.
  return second.signs[0] === -1 ? turned(join(shared, second, "range")) : null;
}

function opensRange(
  tokens: readonly Token[],
  read: {
    readonly first: Amount;
    readonly second: Amount;
    readonly joiner: Joiner;
    readonly opener: string;
    readonly edge: number;
  },
): boolean {
  const { first, second, joiner, opener } = read;
  if (
    first.unit !== null &&
    (second.unit === null ? first.unit.dimension !== "money" : first.unit.base !== second.unit.base)
  )
    return false;
  if (first.unit === null && second.unit?.dimension === "money" && second.unitFrom === null) return false;
  switch (joiner.kind) {
    case "dash":
      return true;
    case "and":
      return opener === "between";
    case "or":
      return first.unit === null && second.low.low > first.low.low && second.low.low <= first.low.low * 2 + 1;
    case "to": {
      if (!changesBefore(tokens, read.edge)) return true;
      if (opener === "from" || first.unit !== null) return false;
      return second.low.low <= first.low.low * WIDEST_CHANGE_RANGE;
    }
  }
}

/** "5 to 7 million": the first number takes the scale of the second. */
function withScale(first: Amount, second: Amount): Amount {
  const { low } = first;
  const { scale } = second.low;
  if (low.scale !== 1 || scale === 1 || low.low >= SMALL_SHARED || low.low >= second.low.low / scale) return first;
  const scaled: Numeral = {
    ...low,
    low: low.low * scale,
    high: low.high * scale,
    rounding: low.rounding * scale,
    scale,
  };
  return { ...first, low: scaled };
}

function turned(range: Amount): Amount {
  return { ...range, low: range.high, high: range.low, signs: [range.signs[1], range.signs[0]] };
}

function join(first: Amount, second: Amount, kind: "range" | "score"): Amount {
  return {
    kind,
    from: first.from,
    to: second.to,
    numberFrom: first.numberFrom,
    numberTo: second.numberTo,
    low: first.low,
    high: second.high,
    signs: [first.signs[0], second.signs[0]],
    unit: second.unit ?? first.unit,
    unitFrom: second.unitFrom,
    per: second.per ?? first.per,
  };
}
