import { isMonth, beforeStop, isWeekday } from "./calendar-words.ts";
import { hedgeBefore } from "./hedges.ts";
import { isCapitalised, looksPlural } from "./nouns.ts";
import type { Numeral } from "./numeral.ts";
import { at, type Token } from "./tokens.ts";
import { UNIT_WORDS } from "./unit-words.ts";

/** A number that belongs to a date, a year or a time of day, and the token behind it. */
export type CalendarNumber = { readonly kind: "date" | "year" | "clock"; readonly to: number };

const MERIDIEM: ReadonlySet<string> = new Set(["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock"]);
const TIME_ZONES: ReadonlySet<string> = new Set(
  "gmt utc est edt pst pdt cet cest bst ist jst msk et pt hrs".split(" "),
);
const CLOCK_BEFORE: ReadonlySet<string> = new Set(
  "at by between until till from before after around about to and since".split(" "),
);
const YEAR_BEFORE: ReadonlySet<string> = new Set(
  "in since by until till from during of before after early late mid year years the through to circa spring summer autumn fall winter for fiscal and or between season election around back c until' 's and- january february".split(
    " ",
  ),
);
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const OLDEST_YEAR = 1000;
const PEOPLE: ReadonlySet<string> = new Set(
  "people men women children soldiers troops civilians residents homes houses jobs workers employees students passengers police refugees migrants deaths cases dead drones missiles".split(
    " ",
  ),
);

/** What a numeral says of the calendar or the clock, or null. */
export function readCalendar(tokens: readonly Token[], numeral: Numeral): CalendarNumber | null {
  const clock = readClock(tokens, numeral);
  if (clock !== null) return clock;
  if (numeral.kind !== "digits" || numeral.to !== numeral.from + 1) return null;
  return readDate(tokens, numeral) ?? readYear(tokens, numeral);
}

function isPlain(token: Token): boolean {
  return token.kind === "number" && /^\d+$/.test(token.text);
}

/** Token behind the time at `index` ("5:30", "7.00", "19"), or null where it is none. */
function clockEnd(tokens: readonly Token[], index: number): number | null {
  const token = at(tokens, index);
  if (token.kind !== "number") return null;
  if (/^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(token.text)) return index + 1;
  if (!/^\d{1,2}$/.test(token.text) || Number(token.text) > 24) return null;
  const minutes = at(tokens, index + 2);
  if (at(tokens, index + 1).lower !== ":" || !at(tokens, index + 1).glued || !/^[0-5]\d$/.test(minutes.text))
    return index + 1;
  const seconds = at(tokens, index + 3).lower === ":" && at(tokens, index + 3).glued && at(tokens, index + 4).glued;
  return index + (seconds ? 5 : 3);
}

function readClock(tokens: readonly Token[], numeral: Numeral): CalendarNumber | null {
  const word = numeral.kind === "words" && numeral.low <= 12 && numeral.to === numeral.from + 1;
  if (numeral.kind !== "digits" && !word) return null;
  const end = word ? numeral.to : clockEnd(tokens, numeral.from);
  if (end === null) return militaryTime(tokens, numeral);
  const after = at(tokens, end);
  if (MERIDIEM.has(after.lower)) return { kind: "clock", to: end + 1 };
  if (word) return null;
  const zoned = TIME_ZONES.has(after.lower) && !(after.lower === "hrs" && end === numeral.from + 1);
  if (zoned) return { kind: "clock", to: end + 1 };
  if (end > numeral.from + 1) return { kind: "clock", to: end };
  // "Between 7.00 and 10.00 a.m.": the first of two times has no a.m. of its own.
  const joiner = after.lower;
  if (joiner === "and" || joiner === "to" || joiner === "-" || joiner === "–" || joiner === "or") {
    const partner = clockEnd(tokens, end + 1);
    if (partner !== null && MERIDIEM.has(at(tokens, partner).lower)) return { kind: "clock", to: partner + 1 };
    if (partner !== null && partner > end + 2) return { kind: "clock", to: partner };
  }
  return isDottedTime(tokens, numeral, after) ? { kind: "clock", to: end } : null;
}

/** "At 7.30" without a.m.: two digits that are minutes, a preposition of time before, nothing measured behind. */
function isDottedTime(tokens: readonly Token[], numeral: Numeral, after: Token): boolean {
  const { text } = at(tokens, numeral.from);
  if (!/^\d{1,2}\.[0-5][05]$/.test(text) || !CLOCK_BEFORE.has(at(tokens, numeral.from - 1).lower)) return false;
  if (after.lower === "%" || UNIT_WORDS.has(after.lower) || looksPlural(after) || isCurrency(tokens, numeral.from - 1))
    return false;
  return numeral.to === numeral.from + 1 && !/^(?:percentage|per|percent|on|million|billion)$/.test(after.lower);
}

function isCurrency(tokens: readonly Token[], index: number): boolean {
  return /^[$£€¥₹]$/.test(at(tokens, index).text);
}

/** "1900 GMT", "0530 hours". */
function militaryTime(tokens: readonly Token[], numeral: Numeral): CalendarNumber | null {
  const token = at(tokens, numeral.from);
  const after = at(tokens, numeral.from + 1);
  if (!/^(?:[01]\d|2[0-3])[0-5]\d$/.test(token.text)) return null;
  const zoned =
    TIME_ZONES.has(after.lower) ||
    (after.lower === "hours" && (token.text.startsWith("0") || at(tokens, numeral.from - 1).lower === "at"));
  return zoned ? { kind: "clock", to: numeral.from + 2 } : null;
}

function readDate(tokens: readonly Token[], numeral: Numeral): CalendarNumber | null {
  const { from, to, low } = numeral;
  const token = at(tokens, from);
  const month = beforeStop(tokens, from);
  if (isPlain(token) && low >= 1 && low <= 31 && isMonth(at(tokens, month)) && !isCountAfterMonth(tokens, month, to)) {
    return { kind: "date", to: dateTail(tokens, to) };
  }
  if (isPlain(token) && low >= 1 && low <= 31) {
    const next = dayRangeEnd(tokens, to);
    const behind = at(tokens, next).lower === "of" ? next + 1 : next;
    if (isMonth(at(tokens, behind))) return { kind: "date", to: yearTail(tokens, behind + 1) };
  }
  return numericDate(tokens, from);
}

/** "In May 30 people died": a count, because "in" wants a month and a noun follows. */
function isCountAfterMonth(tokens: readonly Token[], month: number, to: number): boolean {
  return /^(?:in|during|since)$/.test(at(tokens, month - 1).lower) && looksPlural(at(tokens, to));
}

/** Behind a day: "-10", " and 10", "to 12". */
function dayRangeEnd(tokens: readonly Token[], to: number): number {
  const joiner = at(tokens, to).lower;
  if (joiner !== "-" && joiner !== "–" && joiner !== "—" && joiner !== "to" && joiner !== "and") return to;
  const second = at(tokens, to + 1);
  const fits = isPlain(second) && Number(second.text) <= 31;
  const dashed = joiner === "-" || joiner === "–" || joiner === "—";
  return fits && (dashed || !looksPlural(at(tokens, to + 2))) ? to + 2 : to;
}

function dateTail(tokens: readonly Token[], to: number): number {
  const end = dayRangeEnd(tokens, to);
  return yearTail(tokens, end);
}

function yearTail(tokens: readonly Token[], index: number): number {
  const stop = at(tokens, index).lower === "." ? 1 : 0;
  const comma = at(tokens, index + stop).lower === "," ? 1 : 0;
  const year = at(tokens, index + stop + comma);
  return isPlain(year) && year.text.length === 4 && isYear(Number(year.text)) ? index + stop + comma + 1 : index;
}

/** "2024-11-10", "10/11/2024", "11.10.2024". */
function numericDate(tokens: readonly Token[], from: number): CalendarNumber | null {
  const token = at(tokens, from);
  if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(token.text)) return { kind: "date", to: from + 1 };
  const sign = at(tokens, from + 1).lower;
  if ((sign !== "-" && sign !== "/") || at(tokens, from + 3).lower !== sign) return null;
  const glued = [1, 2, 3, 4].every((offset) => at(tokens, from + offset).glued);
  const parts = [token, at(tokens, from + 2), at(tokens, from + 4)];
  if (!glued || !parts.every(isPlain)) return null;
  const lengths = parts.map((part) => part.text.length).join("-");
  return /^(?:4-[12]-[12]|[12]-[12]-(?:2|4))$/.test(lengths) ? { kind: "date", to: from + 5 } : null;
}

function isYear(value: number): boolean {
  return value >= FIRST_YEAR && value <= LAST_YEAR;
}

function readYear(tokens: readonly Token[], numeral: Numeral): CalendarNumber | null {
  const { from, low } = numeral;
  const token = at(tokens, from);
  if (!/^\d{4}$/.test(token.text) || low < OLDEST_YEAR || low > LAST_YEAR) return null;
  const before = at(tokens, from - 1);
  if (isCurrency(tokens, from - 1)) return null;
  const to = yearRangeEnd(tokens, from + 1);
  const after = at(tokens, to);
  if (after.glued && after.lower === "s") return { kind: "year", to: to + 1 };
  if (to === from + 1 && (UNIT_WORDS.has(after.lower) || after.lower === "-"))
    return isYear(low) && after.lower === "-" && YEAR_BEFORE.has(before.lower) ? { kind: "year", to } : null;
  const inYear =
    YEAR_BEFORE.has(before.lower) ||
    isMonth(at(tokens, beforeStop(tokens, from))) ||
    before.lower === "," ||
    before.lower === "'";
  if (!isYear(low)) return inYear && isTemporal(before.lower) && !looksPlural(after) ? { kind: "year", to } : null;
  if (to > from + 1) return { kind: "year", to };
  const hedged = hedgeBefore(tokens, from, 0);
  if (hedged.edge < from && looksPlural(after) && !YEAR_BEFORE.has(before.lower)) return null;
  if (!looksPlural(after)) return { kind: "year", to };
  if (inYear && !PEOPLE.has(after.lower)) return { kind: "year", to };
  if (isTemporal(before.lower)) return { kind: "year", to };
  return PEOPLE.has(after.lower) || !isCapitalisedOrPossessive(before) ? null : { kind: "year", to };
}

function isTemporal(word: string): boolean {
  return word === "in" || word === "since" || word === "until" || word === "during" || word === "by" || word === "year";
}

function isCapitalisedOrPossessive(token: Token): boolean {
  return (
    token.kind === "end" ||
    isCapitalised(token) ||
    isWeekday(token) ||
    /^(?:his|her|its|their|our|my|a)$/.test(token.lower) ||
    /['’]s?$/.test(token.lower)
  );
}

/** "2013-14", "2019–2023", "2024/25" behind the first year. */
function yearRangeEnd(tokens: readonly Token[], index: number): number {
  const sign = at(tokens, index);
  const second = at(tokens, index + 1);
  if (!/^[-–—/]$/.test(sign.lower) || !sign.glued || !second.glued || !/^(?:\d{2}|\d{4})$/.test(second.text))
    return index;
  return index + 2;
}
