import type { Numeral } from "./numeral.ts";
import { PLURAL_SCALES, SCALE_WORDS, VAGUE_MULTIPLIERS, VAGUE_PLURALS, VAGUE_WORDS } from "./number-words.ts";
import { at, type Token } from "./tokens.ts";
import { UNIT_WORDS } from "./unit-words.ts";

/** "Few" alone says how little; behind these it is a number. */
const BEFORE_FEW: ReadonlySet<string> = new Set([
  "a",
  "past",
  "last",
  "next",
  "first",
  "final",
  "these",
  "those",
  "every",
  "coming",
  "recent",
]);

function vague(span: { from: number; to: number }, bounds: readonly [number, number], scale: number): Numeral {
  return {
    ...span,
    kind: "vague",
    low: bounds[0] * scale,
    high: bounds[1] * scale,
    rounding: 0,
    scale,
    loose: true,
  };
}

/** "Tens of thousands", "hundreds", "several hundred", "a couple of": a number without an exact value, at a token. */
export function readVague(tokens: readonly Token[], index: number): Numeral | null {
  return readPlural(tokens, index) ?? readSmall(tokens, index);
}

function readPlural(tokens: readonly Token[], index: number): Numeral | null {
  const word = at(tokens, index).lower;
  const bounds = VAGUE_PLURALS.get(word);
  if (bounds === undefined) return null;
  const ofNext = at(tokens, index + 1).lower === "of";
  const multiplier = VAGUE_MULTIPLIERS.get(word);
  if (ofNext && multiplier !== undefined) {
    const scale = PLURAL_SCALES.get(at(tokens, index + 2).lower);
    if (scale !== undefined) return vague({ from: index, to: index + 3 }, multiplier, scale);
  }
  // A team "scores", a tape measures "tens": only "scores of", "tens of" count.
  if ((word === "scores" || word === "tens") && !ofNext) return null;
  return vague({ from: index, to: index + 1 }, bounds, 1);
}

function readSmall(tokens: readonly Token[], index: number): Numeral | null {
  const article = at(tokens, index).lower === "a";
  const word = at(tokens, article ? index + 1 : index).lower;
  const row = VAGUE_WORDS.get(word);
  if (row === undefined || (article && row.article === "none")) return null;
  const before = at(tokens, index - 1).lower;
  if (!article && row.article === "needed" && !BEFORE_FEW.has(before)) return null;
  if (word === "few" && before === "quite") return null;
  let to = index + (article ? 2 : 1);
  const afterOf = at(tokens, to).lower === "of" ? to + 1 : to;
  const scale = SCALE_WORDS.get(at(tokens, afterOf).lower);
  if (scale !== undefined) return vague({ from: index, to: afterOf + 1 }, row.bounds, scale);
  // "The couple were arrested" is two people in love.
  if (word === "couple") {
    const next = at(tokens, to).lower;
    if (before === "the" || !(next === "of" || next === "more" || UNIT_WORDS.has(next))) return null;
  }
  if (word === "handful" && at(tokens, to).lower !== "of") return null;
  return vague({ from: index, to }, row.bounds, 1);
}
