import { at, type Token } from "./tokens.ts";

/** Months by their lower-case names and abbreviations, 1 = January. "May" and "march" need their capital. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec"
    .split("|")
    .flatMap((names, month) => names.split(" ").map((name): [string, number] => [name, month + 1])),
);

/** Week days by their lower-case names and abbreviations, 0 = Sunday. "Sat" and "sun" need their capital. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  "sunday sun|monday mon|tuesday tues tue|wednesday weds wed|thursday thurs thur thu|friday fri|saturday sat"
    .split("|")
    .flatMap((names, day) => names.split(" ").map((name): [string, number] => [name, day])),
);

function isCapital(token: Token): boolean {
  return token.text.charAt(0) !== token.lower.charAt(0);
}

/** Shorter names, "may" and "march" are other words too; the longer ones are also typed small ("on november 11"). */
const SURE_LENGTH = 6;

function isSure(token: Token): boolean {
  return (
    token.lower.length >= SURE_LENGTH || token.lower === "april" || token.lower === "july" || token.lower === "june"
  );
}

/** True for a month's name, or its abbreviation with a capital. */
export function isMonth(token: Token): boolean {
  return MONTHS.has(token.lower) && (isCapital(token) || isSure(token));
}

/** True for a week day's name. */
export function isWeekday(token: Token): boolean {
  return WEEKDAYS.has(token.lower) && (isCapital(token) || isSure(token));
}

/** Index of the token before `index`, a full stop between left out ("Nov. 9"). */
export function beforeStop(tokens: readonly Token[], index: number): number {
  return at(tokens, index - 1).lower === "." && at(tokens, index - 1).glued ? index - 2 : index - 1;
}
