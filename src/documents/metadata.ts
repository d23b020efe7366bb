/** A field's value as the document keeps it, null where it is missing, or what is wrong with it. */
export type FieldValue =
  | { readonly kind: "good"; readonly value: string | null; readonly warnings: readonly string[] }
  | { readonly kind: "bad"; readonly reason: string };

/** News outside these years is a slip of the pen more often than not; it is kept, with a warning. The first newspaper is of 1605. */
const PLAUSIBLE_YEARS = { first: 1605, last: 2100 } as const;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const DAY =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)? ?(?:[Zz]|[+-](\d{2}):?(\d{2})?)?)?$/u;

const MAX_SHOWN = 40;

/** The day of publication. Takes `YYYY-MM-DD`, and a date with a time, of which the day as written counts whatever its offset. */
export function readDay(written: string | null): FieldValue {
  if (written === null) return good(null);
  const parts = DAY.exec(written);
  if (!parts) return bad(`published is "${shown(written)}". Write the day as YYYY-MM-DD.`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offset = 0] = parts
    .slice(1)
    .map((part) => Number(part || 0));
  const isDay = year > 0 && day > 0 && day <= daysIn(year, month);
  if (!isDay || hour > 24 || minute > 59 || second > 60 || offset > 23) {
    return bad(`published is "${shown(written)}", which is no day of the calendar. Correct it.`);
  }
  const isPlausible = year >= PLAUSIBLE_YEARS.first && year <= PLAUSIBLE_YEARS.last;
  return good(written.slice(0, 10), isPlausible ? [] : [`published is ${written.slice(0, 10)}; is that year right?`]);
}

/** A link to the document as it was published: http or https, as written. */
export function readUrl(written: string | null): FieldValue {
  if (written === null) return good(null);
  const isLink = /^https?:\/\/[^\s<>"`\\]+$/iu.test(written) && isInk(written) && URL.canParse(written);
  return isLink
    ? good(written)
    : bad(`url is "${shown(written)}". Give a link that begins with https:// or http://, or leave it out.`);
}

/** No control or direction characters, which show a link as another one. */
function isInk(text: string): boolean {
  return !/[\p{Cc}\p{Cf}]/u.test(text);
}

/** 0 for a month that there is not. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

const good = (value: string | null, warnings: readonly string[] = []): FieldValue => ({
  kind: "good",
  value,
  warnings,
});
const bad = (reason: string): FieldValue => ({ kind: "bad", reason });
const shown = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);
