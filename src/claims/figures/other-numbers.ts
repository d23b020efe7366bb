import { readAge } from "./ages.ts";
import { isNameNumber } from "./name-numbers.ts";
import { looksPlural } from "./nouns.ts";
import type { Numeral } from "./numeral.ts";
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
  const calendar = readCalendar(tokens, numeral);
  if (calendar !== null) return calendar;
  const age = readAge(tokens, numeral);
  if (age !== null) return age;
  if (isPronounOne(tokens, numeral)) return { kind: "pronoun", to: numeral.to };
  const name = isNameNumber(tokens, numeral);
  return name === null ? null : { kind: "name", to: name };
}

function isEmergencyNumber(tokens: readonly Token[], numeral: Numeral): boolean {
  if (!EMERGENCY_NUMBERS.has(numeral.low) || looksPlural(at(tokens, numeral.to))) {
    return EMERGENCY_NUMBERS.has(numeral.low) && CALLING.has(at(tokens, numeral.to).lower);
  }
  return CALLING.has(at(tokens, numeral.from - 1).lower) || CALLING.has(at(tokens, numeral.to).lower);
}
