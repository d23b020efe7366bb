import { readAge } from "./ages.ts";
import { isNameNumber } from "./name-numbers.ts";
import { looksPlural } from "./nouns.ts";
import type { Numeral } from "./numeral.ts";
import { RANK_WORDS } from "./number-words.ts";
import { isPronounOne } from "./pronoun-one.ts";
import { at, type Token } from "./tokens.ts";
import { readCalendar } from "./calendar-numbers.ts";

/** Numbers that say no amount. `to` is the token behind the last one that belongs to it. */
export type OtherKind = "age" | "date" | "year" | "clock" | "ordinal" | "name" | "pronoun";
export type OtherNumber = { readonly kind: OtherKind; readonly to: number };

const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);
const EMERGENCY_NUMBERS: ReadonlySet<number> = new Set([911, 999, 112]);
const CALLING: ReadonlySet<string> = new Set(
  "call calls called calling dial dialled dialed dialing phoned caller callers operator operators dispatcher dispatchers".split(
    " ",
  ),
);

/** What a numeral is where it is no amount: a date, an age, part of a name; null where it is an amount. */
export function readOtherNumber(tokens: readonly Token[], numeral: Numeral): OtherNumber | null {
  if (numeral.kind === "vague" || numeral.kind === "share") return null;
  if (numeral.kind === "digits") {
    const after = at(tokens, numeral.to);
    if (after.glued && ORDINAL_ENDINGS.has(after.lower)) return { kind: "ordinal", to: numeral.to + 1 };
    if (isEmergencyNumber(tokens, numeral)) return { kind: "name", to: numeral.to };
  }
  const rank = rankEnd(tokens, numeral);
  if (rank !== null) return { kind: "ordinal", to: rank };
  const calendar = readCalendar(tokens, numeral);
  if (calendar !== null) return calendar;
  const age = readAge(tokens, numeral);
  if (age !== null) return age;
  if (isPronounOne(tokens, numeral)) return { kind: "pronoun", to: numeral.to };
  const name = isNameNumber(tokens, numeral);
  return name === null ? null : { kind: "name", to: name };
}

/** "Twenty-first", "one hundred and twenty fifth", "two hundredth": the token behind the rank, or null. */
function rankEnd(tokens: readonly Token[], numeral: Numeral): number | null {
  if (numeral.kind !== "words") return null;
  const next = at(tokens, numeral.to);
  const hyphen = next.lower === "-" && next.glued && at(tokens, numeral.to + 1).glued;
  const rank = at(tokens, hyphen ? numeral.to + 1 : numeral.to).lower;
  if (!RANK_WORDS.has(rank)) return null;
  const joins =
    hyphen || rank.endsWith("dth") || rank.endsWith("nth") || (numeral.low % 10 === 0 && numeral.low % 100 !== 0);
  return joins ? numeral.to + (hyphen ? 2 : 1) : null;
}

function isEmergencyNumber(tokens: readonly Token[], numeral: Numeral): boolean {
  if (!EMERGENCY_NUMBERS.has(numeral.low) || looksPlural(at(tokens, numeral.to))) {
    return EMERGENCY_NUMBERS.has(numeral.low) && CALLING.has(at(tokens, numeral.to).lower);
  }
  return CALLING.has(at(tokens, numeral.from - 1).lower) || CALLING.has(at(tokens, numeral.to).lower);
}
