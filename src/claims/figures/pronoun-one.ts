import { isCapitalised } from "./nouns.ts";
import type { Numeral } from "./numeral.ts";
import { at, type Token } from "./tokens.ts";
import { CURRENCY_WORDS } from "./currencies.ts";
import { UNIT_WORDS } from "./unit-words.ts";

const CURRENCY_NAMES: ReadonlySet<string> = new Set(CURRENCY_WORDS.map(([phrase]) => phrase));

/** Before "one" these make it a pronoun: "this one", "no one". */
const BEFORE: ReadonlySet<string> = new Set(
  "no this that which any each every some the another only other new old good big small same day number not".split(" "),
);
/** Behind "one" these make it a phrase: "one of the most", "one another", "one day", "one should". */
const AFTER: ReadonlySet<string> = new Set(
  "of another can could should would might must may will shall day night morning afternoon evening way step hand side thing point time reason who that which else to cannot can't wants wonders thinks knows does did last final by or whose at hopes".split(
    " ",
  ),
);
/** A verb behind "one" counts what a sentence before named: "one was killed, two were hurt". */
const VERBS: ReadonlySet<string> = new Set(
  "was is were has had died remains remained survived fell hit struck landed killed injured wounded escaped crashed exploded failed reached".split(
    " ",
  ),
);
const PLACES: ReadonlySet<string> = new Set("in over near at from on outside inside under against for each".split(" "));
/** "In one of": only a stated number behind makes it a count ("one of the four"). */
const NUMBER_SOON = 4;

/** True where "one" is a pronoun or idiom, not the number 1. */
export function isPronounOne(tokens: readonly Token[], numeral: Numeral): boolean {
  if (numeral.kind !== "words" || numeral.low !== 1 || numeral.to !== numeral.from + 1) return false;
  const before = at(tokens, numeral.from - 1).lower;
  const after = at(tokens, numeral.to);
  if (before === "minus" || before === "negative" || before === "exactly") return false;
  // "A one-yen bid", "a one-day walkout" against "one-off", "one-sided".
  if (after.lower === "-") return !(after.glued && isMeasure(at(tokens, numeral.to + 1)));
  if (UNIT_WORDS.has(after.lower) && after.lower !== "day" && after.lower !== "night" && after.lower !== "second")
    return false;
  if (CURRENCY_NAMES.has(after.lower)) return false;
  if (after.kind !== "word") return true;
  if (after.lower === "of") return !hasNumberSoon(tokens, numeral.to + 1);
  if (AFTER.has(after.lower)) return true;
  if (BEFORE.has(before)) return before !== "only" && before !== "another";
  if (VERBS.has(after.lower)) return false;
  if (PLACES.has(after.lower)) {
    const next = at(tokens, numeral.to + 1);
    return !(
      next.lower === "another" ||
      next.lower === "a" ||
      next.lower === "the" ||
      next.lower === "an" ||
      isCapitalised(next) ||
      next.kind === "number" ||
      isSmallNumber(next)
    );
  }
  return after.lower === "and" || after.lower === "as" || after.lower === "but" || after.lower.endsWith("'s");
}

function isSmallNumber(token: Token): boolean {
  return /^(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)$/.test(token.lower);
}

function hasNumberSoon(tokens: readonly Token[], index: number): boolean {
  for (let cursor = index; cursor < index + NUMBER_SOON; cursor += 1) {
    const token = at(tokens, cursor);
    if (token.kind === "number" || isSmallNumber(token)) return true;
    if (token.kind !== "word") return false;
  }
  return false;
}

function isMeasure({ lower }: Token): boolean {
  return CURRENCY_NAMES.has(lower) || (UNIT_WORDS.has(lower) && lower.length > 2);
}
