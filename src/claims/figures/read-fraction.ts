import type { Numeral } from "./numeral.ts";
import { FRACTION_WORDS, MULTIPLE_WORDS, SCALE_WORDS, SMALL_WORDS } from "./number-words.ts";
import { at, type Token } from "./tokens.ts";
import { UNIT_WORDS } from "./unit-words.ts";

/** A share in words is rounded: "half" is said of 47.5 to 52.5 per cent. */
const SHARE_ROUNDING = 0.05;

/** "The first half" is a time, not a share. */
const NOT_BEFORE_HALF: ReadonlySet<string> = new Set(
  "first second third latter other top bottom final opening last better worse eastern western northern southern upper lower front back".split(
    " ",
  ),
);
const WHOLE_FOLLOWS: ReadonlySet<string> = new Set(
  "of the its their his her our your all that those these this my".split(" "),
);
const COMPARES: ReadonlySet<string> = new Set(
  "more less fewer higher lower larger smaller bigger cheaper faster slower".split(" "),
);
/** Words right before a bare "half" or "a third" that make it a number. */
const SHARE_PRECEDES: ReadonlySet<string> = new Set(
  "by nearly almost about around roughly over than under approximately least just only some most to".split(" "),
);
const MULTIPLE_FOLLOWS: ReadonlySet<string> = new Set("as the that its their his her our what last those".split(" "));

function share(from: number, to: number, value: number): Numeral {
  return { from, to, kind: "share", low: value, high: value, rounding: value * SHARE_ROUNDING, scale: 1, loose: true };
}

function part(span: { from: number; to: number }, value: number, scale: number): Numeral {
  return {
    ...span,
    kind: "words",
    low: value * scale,
    high: value * scale,
    rounding: value * scale * SHARE_ROUNDING * 2,
    scale,
    loose: true,
  };
}

/** Scale behind "of a" or "a": "half a million", "a quarter of a million". Null where none. */
function scaleBehind(tokens: readonly Token[], index: number): { readonly scale: number; readonly to: number } | null {
  let cursor = index;
  const dash = at(tokens, cursor).lower === "-";
  if (dash) cursor += 1;
  else {
    if (at(tokens, cursor).lower === "of") cursor += 1;
    const article = at(tokens, cursor).lower === "a";
    // "Half million" does without; "a quarter million" too.
    if (!article && at(tokens, index).lower === "of") return null;
    if (article) cursor += 1;
  }
  const scale = SCALE_WORDS.get(at(tokens, cursor).lower);
  return scale === undefined ? null : { scale, to: cursor + 1 };
}

function articleBefore(tokens: readonly Token[], index: number): number {
  return at(tokens, index).lower === "a" ? 1 : 0;
}

function readHalf(tokens: readonly Token[], index: number): Numeral | null {
  const article = articleBefore(tokens, index);
  const cursor = index + article;
  if (at(tokens, cursor).lower !== "half" || NOT_BEFORE_HALF.has(at(tokens, index - 1).lower)) return null;
  const scaled = scaleBehind(tokens, cursor + 1);
  if (scaled !== null) return part({ from: index, to: scaled.to }, 0.5, scaled.scale);
  const next = at(tokens, cursor + 1);
  if (next.lower === "-") return null;
  if ((next.lower === "a" || next.lower === "an") && UNIT_WORDS.has(at(tokens, cursor + 2).lower)) {
    return part({ from: index, to: cursor + 2 }, 0.5, 1);
  }
  if (article === 0 && UNIT_WORDS.has(next.lower) && !WHOLE_FOLLOWS.has(next.lower)) return null;
  const fits =
    WHOLE_FOLLOWS.has(next.lower) || COMPARES.has(next.lower) || SHARE_PRECEDES.has(at(tokens, index - 1).lower);
  return fits ? share(index, cursor + 1, 0.5) : null;
}

/** "Half", "two-thirds", "a quarter of", "half a million" at a token. */
export function readFraction(tokens: readonly Token[], index: number): Numeral | null {
  const half = readHalf(tokens, index);
  if (half !== null) return half;
  const first = at(tokens, index).lower;
  const top = first === "a" ? 1 : SMALL_WORDS.get(first);
  if (top === undefined || top === 0) return null;
  const dash = at(tokens, index + 1).lower === "-" && at(tokens, index + 2).glued;
  const wordAt = index + (dash ? 2 : 1);
  const word = at(tokens, wordAt).lower;
  const bottom = FRACTION_WORDS.get(word);
  if (bottom === undefined) return null;
  const scaled = scaleBehind(tokens, wordAt + 1);
  const value = top * bottom;
  if (scaled !== null) return part({ from: index, to: scaled.to }, value, scaled.scale);
  return isShare(tokens, { index, wordAt, top, dash }) ? share(index, wordAt + 1, value) : null;
}

function isShare(
  tokens: readonly Token[],
  read: { readonly index: number; readonly wordAt: number; readonly top: number; readonly dash: boolean },
): boolean {
  const word = at(tokens, read.wordAt).lower;
  const next = at(tokens, read.wordAt + 1);
  const behind = next.lower === "of" || COMPARES.has(next.lower);
  // "Two quarters" are half a year.
  const ends = next.kind === "sign" || next.kind === "end";
  if (word === "quarters") return read.top === 3 && (behind || read.dash || ends);
  if (word.endsWith("s") || word === "halves") return read.top > 1;
  if (read.top > 1) return false;
  if (behind || read.dash) return true;
  return ends && (at(tokens, read.index).lower === "one" || SHARE_PRECEDES.has(at(tokens, read.index - 1).lower));
}

/** "Twice as many", "double the number" at a token: a multiple of another figure. */
export function readMultiple(tokens: readonly Token[], index: number): Numeral | null {
  const value = MULTIPLE_WORDS.get(at(tokens, index).lower);
  if (value === undefined || !MULTIPLE_FOLLOWS.has(at(tokens, index + 1).lower)) return null;
  return share(index, index + 1, value);
}
