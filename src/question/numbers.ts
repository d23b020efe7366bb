import { splitIntoWords } from "../text/words.ts";
import type { Word } from "../text/words.ts";

/** January first; lower case. */
export const MONTHS: readonly string[] =
  "january february march april may june july august september october november december".split(" ");
/** Written short, with or without a full stop. */
const SHORT_MONTHS: ReadonlyMap<string, string> = new Map(
  "jan feb mar apr jun jul aug sep sept oct nov dec"
    .split(" ")
    .map((short) => [short, MONTHS.find((month) => month.startsWith(short.slice(0, 3))) ?? short]),
);
/** Months that are other words in lower case: they count only with a capital, or beside a number. */
const AMBIGUOUS_MONTHS = new Set(["may", "march", "mar", "jan", "jun", "dec", "sep"]);

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
  "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
/** "two" → "2", "tenth" → "10"; left out: "one" and "second", which are other words more often than numbers, and "first". */
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...SMALL.map((word, value): [string, string] => [word, String(value)]).filter(([word]) => word !== "one"),
  ...ORDINALS.map((word, i): [string, string] => [word, String(i + 3)]),
  ...TENS.map((word, i): [string, string] => [word, String(20 + 10 * i)]),
]);

const LEADING_NUMBER = /^\d+(?:,\d{3})*(?:\.\d+)?/u;

/**
 * The numbers, years and months that a text states, in order and each once: "1,354" → "1354", "7.00" → "7", "9th" → "9", "1990s" → "1990",
 * "Nov." → "november", "twelve" → "12", "tenth" → "10". Weekdays are none, nor are "hundreds" and the like.
 */
export function numbersIn(text: string): readonly string[] {
  return numbersOf(splitIntoWords(text));
}

/** As `numbersIn`, of words that were split before. */
export function numbersOf(words: readonly Word[]): readonly string[] {
  const found = new Set<string>();
  let lastWasNumber = false;
  for (const [i, { text }] of words.entries()) {
    const number = readNumber(text);
    // At the front a capital tells nothing: "May the ships leave?"
    const month =
      number === null
        ? readMonth(i === 0 ? text.toLowerCase() : text, lastWasNumber || isDigit(words[i + 1]?.text))
        : null;
    const stated = number ?? month;
    if (stated !== null) found.add(stated);
    lastWasNumber = number !== null;
  }
  return [...found];
}

function isDigit(text: string | undefined): boolean {
  const first = text?.charCodeAt(0) ?? 0;
  return first >= 48 && first <= 57;
}

/** The number that a word writes or begins with, without separators and without a fraction of zeros; else null. */
export function readNumber(written: string): string | null {
  if (!isDigit(written))
    return written.length > LONGEST_NUMBER_WORD ? null : (NUMBER_WORDS.get(written.toLowerCase()) ?? null);
  const plain = (LEADING_NUMBER.exec(written)?.[0] ?? written).replaceAll(",", "");
  return plain.includes(".") ? plain.replace(/\.0+$/u, "") : plain;
}

const LONGEST_NUMBER_WORD = 11; // seventeenth

/**
 * The month that a word names, in full and lower case; else null.
 * @param besideNumber true where a number stands next to the word ("may 9"): then a lower-case "may" is the month
 */
export function readMonth(written: string, besideNumber: boolean): string | null {
  if (written.length > LONGEST_MONTH) return null;
  const lower = written.toLowerCase();
  const month = MONTHS.includes(lower) ? lower : SHORT_MONTHS.get(lower);
  if (month === undefined) return null;
  const capital = written !== lower && written !== written.toUpperCase();
  return AMBIGUOUS_MONTHS.has(lower) && !capital && !besideNumber ? null : month;
}

const LONGEST_MONTH = 9; // september

const WEEKDAYS = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "));

/** True for words that name a time though they are written like names. */
export function isCalendarName(lower: string): boolean {
  return WEEKDAYS.has(lower) || MONTHS.includes(lower) || SHORT_MONTHS.has(lower);
}
