import {
  currencyOfCode,
  CURRENCY_PREFIX_WORDS,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  MONEY_WORDS,
  SIGN_PREFIXES,
} from "./currencies.ts";
import { looksPlural } from "./nouns.ts";
import { SCALE_WORDS } from "./number-words.ts";
import type { Numeral } from "./numeral.ts";
import { matchFrom, phrasesFrom } from "./phrases.ts";
import { at, type Token } from "./tokens.ts";
import { INCH, LETTER_UNITS, RATED_UNITS, SIZE_WORDS, type Unit, UNIT_ROWS } from "./units.ts";
import type { Quantity } from "../claim.ts";

const UNITS = phrasesFrom(UNIT_ROWS);
const MONEY = phrasesFrom(CURRENCY_WORDS);
/** "1.5 degrees warmer": a difference has no zero point, so Fahrenheit converts by its factor alone. */
const DIFFERENCE: ReadonlySet<string> = new Set("above below warmer colder hotter cooler higher lower".split(" "));
/** Words that make bare "degrees" temperatures; "two degrees from a university" are not. */
const HEAT_WORDS: ReadonlySet<string> = new Set(
  "temperature temperatures heat hot cold warm warmer cooler heatwave freezing thermometer mercury weather celsius fahrenheit zero".split(
    " ",
  ),
);
const SCALE_OF_POUNDS = 1e6;
/** How far round a number the words of its subject are looked for, in tokens. */
const NEARBY = 8;

function moneyUnit(code: string, part: number): Unit {
  return { dimension: "money", base: code, factor: part, offset: 0, sizes: null };
}

/** The currency sign, code or prefix that stands before token `index`, with the first token it takes; null where none does. */
export function currencyBefore(
  tokens: readonly Token[],
  index: number,
): { readonly code: string; readonly from: number } | null {
  const before = at(tokens, index - 1);
  const sign = CURRENCY_SIGNS.get(before.text);
  if (sign !== undefined) {
    const prefix = before.glued ? SIGN_PREFIXES.get(`${at(tokens, index - 2).lower}${before.text}`) : undefined;
    return prefix === undefined ? { code: sign, from: index - 1 } : { code: prefix, from: index - 2 };
  }
  const code = currencyOfCode(before.text);
  if (code !== null) return { code, from: index - 1 };
  const stop = before.lower === "." && before.glued ? 2 : 1;
  const word = CURRENCY_PREFIX_WORDS.get(at(tokens, index - stop).lower);
  return word === undefined ? null : { code: word, from: index - stop };
}

function hasNearby(tokens: readonly Token[], index: number, words: ReadonlySet<string>): boolean {
  for (let cursor = index - NEARBY; cursor <= index + NEARBY; cursor += 1)
    if (words.has(at(tokens, cursor).lower)) return true;
  return false;
}

/** Currency words, codes and signs behind a number: "5 million euros", "3bn yen", "15€". */
function currencyAfter(tokens: readonly Token[], index: number): { readonly unit: Unit; readonly to: number } | null {
  const token = at(tokens, index);
  const sign = CURRENCY_SIGNS.get(token.text);
  const next = at(tokens, index + 1);
  // "10 €" where no other number follows that the sign might belong to.
  if (sign !== undefined && next.kind !== "number") return { unit: moneyUnit(sign, 1), to: index + 1 };
  if (sign !== undefined && token.glued && !next.glued) return { unit: moneyUnit(sign, 1), to: index + 1 };
  const code = currencyOfCode(token.text);
  if (code !== null) return scaledCode(tokens, index, code);
  // Business reports: "120 MEUR".
  const inMillions = /^M[A-Z]{3}$/.test(token.text) ? currencyOfCode(token.text.slice(1)) : null;
  if (inMillions !== null) return { unit: moneyUnit(inMillions, 1e6), to: index + 1 };
  const word = matchFrom(MONEY, tokens, index);
  return word === null ? null : { unit: moneyUnit(word.row.code, word.row.part), to: index + word.length };
}

/** "75 USD", "75 USD million". */
function scaledCode(
  tokens: readonly Token[],
  index: number,
  code: string,
): { readonly unit: Unit; readonly to: number } {
  const scale = SCALE_WORDS.get(at(tokens, index + 1).lower);
  const isScale = scale !== undefined && scale >= SCALE_OF_POUNDS;
  return { unit: moneyUnit(code, isScale ? scale : 1), to: index + (isScale ? 2 : 1) };
}

/** Bare "pounds" are sterling in the millions or near words of money, else a weight. */
function poundsUnit(tokens: readonly Token[], index: number, numeral: Numeral): Unit | null {
  const word = at(tokens, index).lower;
  if (word !== "pound" && word !== "pounds") return null;
  const ofThing = at(tokens, index + 1).lower === "of";
  const money = hasNearby(tokens, index, MONEY_WORDS);
  return (money || numeral.scale >= SCALE_OF_POUNDS) && (!ofThing || MONEY_WORDS.has(at(tokens, index + 2).lower))
    ? moneyUnit("GBP", 1)
    : null;
}

function letterUnit(tokens: readonly Token[], index: number, numeral: Numeral): Unit | null {
  const token = at(tokens, index);
  const unit = LETTER_UNITS.get(token.text);
  if (unit === undefined || numeral.kind !== "digits") return null;
  const next = at(tokens, index + 1);
  if (next.glued && (next.kind === "number" || next.lower === "/" || next.lower === "-")) return null;
  if (token.text === "C" || token.text === "F")
    return next.lower === "filing" || (next.text.length === 1 && next.kind === "word") ? null : unit;
  if (token.text === "m" && looksPlural(next) && !SIZE_WORDS.has(next.lower)) return unit;
  // "5g network", "3 t shirts".
  return /^(?:network|networks|mobile|service|services|shirt|shirts)$/.test(next.lower) ? null : unit;
}

/** The unit behind the number that ends before token `index`; a hyphen between ("27-kilometer") is passed over. */
export function unitAfter(
  tokens: readonly Token[],
  index: number,
  numeral: Numeral,
): { readonly unit: Unit; readonly per: Quantity["per"]; readonly to: number } | null {
  const hyphen = at(tokens, index).lower === "-" && at(tokens, index).glued && at(tokens, index + 1).glued;
  // "Hundreds of kilometres", "a couple of hours".
  const vagueOf = numeral.kind === "vague" && at(tokens, index).lower === "of";
  // "0.6 of a percentage point"
  const ofPoint =
    at(tokens, index).lower === "of" &&
    at(tokens, index + 1).lower === "a" &&
    at(tokens, index + 2).lower === "percentage";
  const start = ofPoint ? index + 2 : hyphen || vagueOf ? index + 1 : index;
  const token = at(tokens, start);
  if (token.kind === "end") return null;
  const pounds = poundsUnit(tokens, start, numeral);
  if (pounds !== null) return { unit: pounds, per: null, to: start + 1 };
  const money = currencyAfter(tokens, start);
  if (money !== null) return { ...money, per: null };
  const rated = RATED_UNITS.get(token.lower);
  if (rated !== undefined) return { unit: rated.unit, per: rated.per, to: start + 1 };
  if (token.lower === "in" && SIZE_WORDS.has(at(tokens, start + 1).lower) && numeral.kind === "digits")
    return { unit: INCH, per: null, to: start + 1 };
  const found = matchFrom(UNITS, tokens, start) ?? inBrackets(tokens, start);
  if (found === null) {
    const letter = letterUnit(tokens, start, numeral);
    return letter === null ? null : { unit: letter, per: null, to: start + 1 };
  }
  const to = start + found.length;
  if (found.row.dimension === "temperature") return { unit: temperatureUnit(tokens, found.row, to), per: null, to };
  return { unit: found.row, per: null, to };
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
]);

/** "20 (kg)": a table's unit. */
function inBrackets(tokens: readonly Token[], index: number): { readonly row: Unit; readonly length: number } | null {
  const closing = CLOSING.get(at(tokens, index).text);
  const inside = closing === undefined ? null : matchFrom(UNITS, tokens, index + 1);
  if (inside === null || at(tokens, index + 1 + inside.length).text !== closing) return null;
  return { row: inside.row, length: inside.length + 2 };
}

function temperatureUnit(tokens: readonly Token[], unit: Unit, to: number): Unit {
  if (unit.base === "degree") return unit;
  const difference = DIFFERENCE.has(at(tokens, to).lower);
  return difference ? { ...unit, base: "celsius-difference", offset: 0 } : unit;
}

/** True where bare "degrees" are not about heat and so count something else. */
export function isUncertainDegree(tokens: readonly Token[], index: number, unit: Unit): boolean {
  return unit.base === "degree" && !hasNearby(tokens, index, HEAT_WORDS);
}

/** "Magnitude 7.8", "a magnitude of 7.8" before token `index`: the first token it takes. */
export function magnitudeBefore(tokens: readonly Token[], index: number): number | null {
  if (at(tokens, index - 1).lower === "magnitude") return index - 1;
  const of = at(tokens, index - 1).lower;
  if ((of === "of" || of === "-") && at(tokens, index - 2).lower === "magnitude") return index - 2;
  return null;
}

/** The unit of an earthquake's size. */
export const MAGNITUDE: Unit = { dimension: "magnitude", base: "magnitude", factor: 1, offset: 0, sizes: null };

/** The unit of a currency by its code. */
export function currencyUnit(code: string): Unit {
  return moneyUnit(code, 1);
}
