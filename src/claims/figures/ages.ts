import { isCapitalised } from "./nouns.ts";
import type { Numeral } from "./numeral.ts";
import { isMonth, isWeekday } from "./calendar-words.ts";
import { at, type Token } from "./tokens.ts";

const AGE_UNITS: ReadonlySet<string> = new Set("year years month months week weeks day days".split(" "));
const AGE_BEFORE: ReadonlySet<string> = new Set(["aged", "age", "ages"]);
/** Nobody in the news is older, and no name is followed by a bare age below. */
const OLDEST = 115;

/** The end of an age at a numeral: "4-year-old", "52 years old", "aged 37", "Smith, 52,". */
export function readAge(
  tokens: readonly Token[],
  numeral: Numeral,
): { readonly kind: "age"; readonly to: number } | null {
  const { from, to } = numeral;
  const old = oldEnd(tokens, to);
  if (old !== null) return { kind: "age", to: old };
  const before = at(tokens, from - 1).lower;
  const bracket =
    before === "between" ||
    before === "from" ||
    before === "of" ||
    before === "just" ||
    before === "only" ||
    before === "about" ||
    before === "around" ||
    before === "under" ||
    before === "over";
  if (AGE_BEFORE.has(before) || (bracket && AGE_BEFORE.has(at(tokens, from - 2).lower)))
    return { kind: "age", to: ageRangeEnd(tokens, to) };
  return isApposed(tokens, numeral) || isOfPerson(tokens, numeral) ? { kind: "age", to } : null;
}

/** Nouns for one person: "a girl of nine" is as old, "a crew of nine" as many. */
const PERSON: ReadonlySet<string> = new Set(
  "girl boy man woman child baby infant toddler youth teenager youngster nurse student pupil mother father widow widower driver farmer soldier pensioner son daughter lad".split(
    " ",
  ),
);

/** "A girl of nine", "a trainee nurse of 19". */
function isOfPerson(tokens: readonly Token[], { from, to, low }: Numeral): boolean {
  if (at(tokens, from - 1).lower !== "of" || !PERSON.has(at(tokens, from - 2).lower) || low > OLDEST) return false;
  const after = at(tokens, to);
  return after.kind !== "word" || /^(?:who|whom|whose|was|is|were|had|has|and|from|in|at)$/.test(after.lower);
}

function oldEnd(tokens: readonly Token[], to: number): number | null {
  let cursor = to;
  if (at(tokens, cursor).lower === "yo" || at(tokens, cursor).lower === "y.o.") return cursor + 1;
  if (at(tokens, cursor).lower === "-") cursor += 1;
  if (!AGE_UNITS.has(at(tokens, cursor).lower)) return null;
  cursor += 1;
  if (at(tokens, cursor).lower === "-") cursor += 1;
  const word = at(tokens, cursor).lower;
  if (word === "old" || word === "olds") return cursor + 1;
  return word === "of" && at(tokens, cursor + 1).lower === "age" ? cursor + 2 : null;
}

/** "Aged 5 to 11", "ages 5-11": the second number belongs to it. */
function ageRangeEnd(tokens: readonly Token[], to: number): number {
  const joiner = at(tokens, to).lower;
  const joins = joiner === "to" || joiner === "and" || joiner === "-" || joiner === "–";
  return joins && at(tokens, to + 1).kind === "number" ? to + 2 : to;
}

/** "Jane Smith, 52, said": a bare number between commas behind a name. */
function isApposed(tokens: readonly Token[], numeral: Numeral): boolean {
  if (numeral.kind !== "digits" || numeral.to !== numeral.from + 1 || numeral.low > OLDEST || numeral.low < 1)
    return false;
  if (!Number.isInteger(numeral.low) || at(tokens, numeral.from - 1).lower !== "," || !closesName(tokens, numeral))
    return false;
  const name = at(tokens, numeral.from - 2);
  return isCapitalised(name) && !isMonth(name) && !isWeekday(name);
}

/** The comma behind the age, or the end of the sentence behind a name of two words: "said Ann Doe, 29." */
function closesName(tokens: readonly Token[], { from, to }: Numeral): boolean {
  const after = at(tokens, to);
  if (after.lower === ",") return true;
  const last = after.kind === "end" || (after.lower === "." && at(tokens, to + 1).kind === "end");
  return last && isCapitalised(at(tokens, from - 3));
}
