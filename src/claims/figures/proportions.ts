import type { Amount } from "./amount.ts";
import { looksPlural } from "./nouns.ts";
import type { Numeral } from "./numeral.ts";
import { readNumeral } from "./read-numeral.ts";
import { at, type Token } from "./tokens.ts";

/** "Nine in ten" and the like are said of people at large; other pairs in words are places and counts. */
const ROUND_WHOLES: ReadonlySet<number> = new Set([3, 4, 5, 10, 20, 100, 1000]);
const COMPARES: ReadonlySet<string> = new Set(
  "as more higher larger bigger greater faster the that its what lower smaller fewer less longer heavier stronger".split(
    " ",
  ),
);
/** A share in words is rounded, as "half" is. */
const ROUNDING = 0.05;

function shareAmount(span: { readonly from: number; readonly to: number }, value: number): Amount {
  const numeral: Numeral = {
    ...span,
    kind: "share",
    low: value,
    high: value,
    rounding: value * ROUNDING,
    scale: 1,
    loose: true,
  };
  return {
    kind: "single",
    from: span.from,
    to: span.to,
    numberFrom: span.from,
    numberTo: span.to,
    low: numeral,
    high: numeral,
    signs: [1, 1],
    unit: null,
    unitFrom: null,
    per: null,
  };
}

/** "One in five voters" and "three times as many": a share or a multiple made of a plain number; null where it is neither. */
export function readProportion(tokens: readonly Token[], numeral: Numeral): Amount | null {
  if (numeral.kind === "vague" || numeral.kind === "share") return null;
  const { from, to, low } = numeral;
  if (at(tokens, to).lower === "times" && COMPARES.has(at(tokens, to + 1).lower))
    return shareAmount({ from, to: to + 1 }, low);
  const joiner = at(tokens, to).lower;
  const dash = joiner === "-" && at(tokens, to + 1).lower === "in" && at(tokens, to + 2).lower === "-";
  if (joiner !== "in" && !dash) return null;
  const whole = readNumeral(tokens, to + (dash ? 3 : 1), "plain");
  if (whole === null || whole.kind === "vague" || whole.kind === "share" || whole.low <= Math.max(2, low)) return null;
  // "Reached 1 in 2005".
  if (/^(?:19|20)\d\d$/.test(at(tokens, whole.from).text)) return null;
  if (!Number.isInteger(low) || !Number.isInteger(whole.low) || !isSaidOfMany(tokens, numeral, whole)) return null;
  return shareAmount({ from, to: whole.to }, low / whole.low);
}

function isSaidOfMany(tokens: readonly Token[], part: Numeral, whole: Numeral): boolean {
  const before = at(tokens, part.from - 1).lower;
  if (before.endsWith("ed") || before.endsWith("ing")) return false;
  const noun =
    looksPlural(at(tokens, whole.to)) || looksPlural(at(tokens, whole.to + 1)) || at(tokens, whole.to).kind !== "word";
  // "One in four had left": said of what a sentence before named.
  const told =
    /^(?:of|has|have|had|is|are|was|were|does|did|do|will|would|can|could|cannot|said|say|says|voted|lives|live|failed)$/;
  if (part.low === 1) return noun || told.test(at(tokens, whole.to).lower);
  return noun && ROUND_WHOLES.has(whole.low) && part.low < whole.low;
}
