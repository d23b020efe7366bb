import { roundingOf } from "./intervals.ts";
import { slashFraction, trailingFraction } from "./mixed-fractions.ts";
import { looksPlural } from "./nouns.ts";
import type { Numeral, Setting } from "./numeral.ts";
import { readFraction, readMultiple } from "./read-fraction.ts";
import { smallerDigits } from "./mixed-scales.ts";
import { readVague } from "./read-vague.ts";
import { PLURAL_SCALES, SCALE_SUFFIXES, SCALE_WORDS, SMALL_WORDS } from "./number-words.ts";
import { at, type Token, VULGAR } from "./tokens.ts";
import { SIZE_WORDS } from "./units.ts";

/** Below a million a scale word only spells zeros: "two thousand" is "2,000". */
const SCALE_OF_DIGITS = 1e6;
/** "A hundred" and "a thousand" are said of 90 to 110, "a dozen" of 10 to 14. */
const LOOSE_SHARE = 0.1;
const LOOSE_DOZEN = 2;
/** "10k" before these is a distance run. */
const RUNNING_WORDS: ReadonlySet<string> = new Set([
  "run",
  "runs",
  "race",
  "races",
  "runner",
  "runners",
  "walk",
  "swim",
  "time",
]);
const LENGTH_CONTEXT: ReadonlySet<string> = new Set([
  ...SIZE_WORDS,
  "sprint",
  "race",
  "hurdles",
  "relay",
  "freestyle",
  "butterfly",
  "waves",
  "tides",
  "metres",
  "meters",
  "away",
  "from",
]);

/** The numeral that begins at token `index`, or null. */
export function readNumeral(tokens: readonly Token[], index: number, setting: Setting): Numeral | null {
  const token = at(tokens, index);
  if (token.kind === "number") return readDigits(tokens, index, setting);
  if (token.kind !== "word") return null;
  return (
    readVague(tokens, index) ?? readFraction(tokens, index) ?? readMultiple(tokens, index) ?? readWords(tokens, index)
  );
}

function plainDigits(text: string): string {
  if (text.includes("e")) return plainNumber(Number(text.replaceAll(",", "")));
  return text.replace(/[^0-9.]/g, "");
}

function make(from: number, to: number, parts: { digits: string; scale: number; kind: "digits" | "words" }): Numeral {
  const scale = parts.scale >= SCALE_OF_DIGITS ? parts.scale : 1;
  const value = Number(parts.digits) * parts.scale;
  const digits = scale === 1 ? plainNumber(value) : parts.digits;
  const exact = Number(value.toPrecision(15));
  return {
    from,
    to,
    kind: parts.kind,
    low: exact,
    high: exact,
    rounding: roundingOf(parts.scale === 1 ? parts.digits : digits) * scale,
    scale: parts.scale,
    loose: false,
  };
}

/** A number in plain digits, never in exponents. */
function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes("e") ? value.toFixed(0) : text;
}

function readDigits(tokens: readonly Token[], index: number, setting: Setting): Numeral | null {
  const token = at(tokens, index);
  const vulgar = VULGAR.get(token.text);
  if (vulgar !== undefined) return fraction(index, index + 1, vulgar);
  let digits = plainDigits(token.text);
  if (digits.startsWith(".")) digits = `0${digits}`;
  if (Number.isNaN(Number(digits))) return null;
  let to = index + 1;
  const slash = slashFraction(tokens, index);
  if (slash !== null) return fraction(index, index + 3, slash);
  const more = trailingFraction(tokens, to);
  if (more !== null && !digits.includes(".")) {
    digits = plainNumber(Number(digits) + more.value);
    to = more.to;
  }
  const scaled = readScale(tokens, to, setting);
  const rest = more === null && scaled.scale >= 100 ? smallerDigits(tokens, scaled) : null;
  if (rest !== null && !digits.includes("."))
    return make(index, rest.to, {
      digits: plainNumber(Number(digits) * scaled.scale + rest.value),
      scale: 1,
      kind: "digits",
    });
  const part = scaled.scale >= SCALE_OF_DIGITS && more === null ? trailingFraction(tokens, scaled.to) : null;
  if (part !== null && !digits.includes(".")) {
    return make(index, part.to, {
      digits: plainNumber(Number(digits) + part.value),
      scale: scaled.scale,
      kind: "digits",
    });
  }
  return make(index, scaled.to, { digits, scale: scaled.scale, kind: "digits" });
}

function fraction(from: number, to: number, value: number): Numeral {
  return {
    from,
    to,
    kind: "digits",
    low: value,
    high: value,
    rounding: value * LOOSE_SHARE * 0.5,
    scale: 1,
    loose: true,
  };
}

/** Scale words or suffixes at a token: "million", "hundred thousand", "-million", "bn". */
function readScale(
  tokens: readonly Token[],
  index: number,
  setting: Setting,
): { readonly scale: number; readonly to: number } {
  let scale = 1;
  let to = index;
  for (;;) {
    const dash = at(tokens, to).lower === "-" && at(tokens, to).glued && at(tokens, to + 1).glued;
    const word = SCALE_WORDS.get(at(tokens, dash ? to + 1 : to).lower);
    if (word === undefined) break;
    scale *= word;
    to += dash ? 2 : 1;
  }
  if (scale !== 1) return { scale, to };
  const suffix = suffixAt(tokens, index, setting);
  return suffix === null ? { scale, to } : { scale: suffix, to: index + 1 };
}

function suffixAt(tokens: readonly Token[], index: number, setting: Setting): number | null {
  const token = at(tokens, index);
  const suffix = token.kind === "word" ? SCALE_SUFFIXES.get(token.lower) : undefined;
  if (suffix === undefined) return null;
  const next = at(tokens, index + 1);
  switch (suffix.where) {
    case "always":
      return suffix.factor;
    case "money":
      // "1.2B" alone is billions, "1.2b" nothing sure.
      return setting === "money" || (token.text === "B" && token.glued) ? suffix.factor : null;
    case "things":
      if (setting === "money" || (token.text === "M" && token.glued)) return suffix.factor;
      if (token.lower === "k") return token.glued && !RUNNING_WORDS.has(next.lower) ? suffix.factor : null;
      return looksPlural(next) && !LENGTH_CONTEXT.has(next.lower) ? suffix.factor : null;
  }
}

const LAKH = 1e5;
const CRORE = 1e7;

type WordState = { total: number; current: number | null; last: number; top: number };

/** Adds one number word to what was read; false where it does not continue the number. */
function take(state: WordState, word: string): boolean {
  const small = SMALL_WORDS.get(word);
  if (small !== undefined) {
    const { current } = state;
    const fits =
      current === null ||
      (current > 0 && current % 100 === 0) ||
      (current % 100 >= 20 && current % 10 === 0 && small > 0 && small < 10);
    if (fits) state.current = (current ?? 0) + small;
    return fits;
  }
  const scale = SCALE_WORDS.get(word);
  if (scale === CRORE && state.last === LAKH && state.current === null) {
    // "Three lakh crore" is said of a million millions.
    state.total *= CRORE;
    state.top = state.last = LAKH * CRORE;
    return true;
  }
  if (scale === undefined || state.current === null || state.current === 0) return false;
  if (scale <= 100) {
    if (state.current >= 100) return false;
    state.current *= scale;
    return true;
  }
  if (scale >= state.last) return false;
  state.total += state.current * scale;
  state.top = Math.max(state.top, scale);
  state.last = scale;
  state.current = null;
  return true;
}

/** Where the next number word stands behind "-" or "and", or the same index. */
function overJoiner(tokens: readonly Token[], index: number, state: WordState): number {
  const token = at(tokens, index);
  if (token.lower === "-" && token.glued && at(tokens, index + 1).glued) return index + 1;
  const round = state.current === null || (state.current > 0 && state.current % 100 === 0);
  if (token.lower === "and" && round && SMALL_WORDS.has(at(tokens, index + 1).lower)) return index + 1;
  return index;
}

function readWords(tokens: readonly Token[], index: number): Numeral | null {
  const first = at(tokens, index).lower;
  const article = (first === "a" || first === "an") && SCALE_WORDS.has(at(tokens, index + 1).lower);
  if (!article && !SMALL_WORDS.has(first) && !PLURAL_SCALES.has(first) && !SCALE_WORDS.has(first)) return null;
  const bare = !article && SCALE_WORDS.has(first);
  const state: WordState = { total: 0, current: article || bare ? 1 : null, last: Infinity, top: 1 };
  let to = article ? index + 1 : index;
  let started = false;
  for (;;) {
    const next = started ? overJoiner(tokens, to, state) : to;
    if (!take(state, at(tokens, next).lower)) break;
    started = true;
    to = next + 1;
  }
  if (!started) return null;
  return finishWords(tokens, state, { index, to, loose: article || bare });
}

function finishWords(
  tokens: readonly Token[],
  state: WordState,
  read: { readonly index: number; readonly to: number; readonly loose: boolean },
): Numeral {
  const { index, to } = read;
  const whole = state.total + (state.current ?? 0);
  if (state.current !== null && state.total === 0) {
    const point = pointDigits(tokens, to);
    const more = trailingFraction(tokens, to);
    const written =
      point === null ? (more === null ? null : plainNumber(whole + more.value)) : `${whole}.${point.digits}`;
    const end = point?.to ?? more?.to;
    if (written !== null && end !== undefined) {
      const scaled = readScale(tokens, end, "plain");
      return make(index, scaled.to, { digits: written, scale: scaled.scale, kind: "words" });
    }
  }
  const scaled = state.top >= SCALE_OF_DIGITS && state.current === null && whole % state.top === 0;
  const part = scaled ? trailingFraction(tokens, to) : null;
  if (part !== null)
    return make(index, part.to, {
      digits: plainNumber(whole / state.top + part.value),
      scale: state.top,
      kind: "words",
    });
  const numeral = make(
    index,
    to,
    scaled
      ? { digits: plainNumber(whole / state.top), scale: state.top, kind: "words" }
      : { digits: plainNumber(whole), scale: 1, kind: "words" },
  );
  const dozen = at(tokens, to - 1).lower === "dozen";
  // "A hundred" is loose, "a hundred and two" is not.
  const round = read.loose && whole < SCALE_OF_DIGITS && SCALE_WORDS.has(at(tokens, to - 1).lower);
  if (!dozen && !round) return numeral;
  return { ...numeral, rounding: Math.max(whole * LOOSE_SHARE, dozen ? LOOSE_DOZEN : 0), loose: true };
}

/** "Point five" behind a number word: its digits. */
function pointDigits(tokens: readonly Token[], index: number): { readonly digits: string; readonly to: number } | null {
  if (at(tokens, index).lower !== "point") return null;
  let digits = "";
  let to = index + 1;
  for (
    let small = SMALL_WORDS.get(at(tokens, to).lower);
    small !== undefined && small < 10;
    small = SMALL_WORDS.get(at(tokens, to).lower)
  ) {
    digits += String(small);
    to += 1;
  }
  return digits === "" ? null : { digits, to };
}
