/** Minutes of a day. */
const DAY_MINUTES = 1440;
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_EPOCH = 4;

/** Days since 1970-01-01 of a day of the Gregorian calendar; month 1–12. Days beyond the month's end run on into the next. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = year - (month <= 2 ? 1 : 0);
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month 1–12 and day of a day number (Hinnant's `civil_from_days`). */
export function civilOf(dayNumber: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Day number of a text that begins `YYYY-MM-DD`; null for anything else. */
export function parseDay(written: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(written);
  return match === null ? null : dayNumberOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** `YYYY-MM-DD` of a day number. */
export function isoDay(dayNumber: number): string {
  const { year, month, day } = civilOf(dayNumber);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** `YYYY-MM-DDTHH:MM`, where minutes may run on into the days after or, negative, before. */
export function isoMinute(dayNumber: number, minutes: number): string {
  const day = dayNumber + Math.floor(minutes / DAY_MINUTES);
  const rest = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${isoDay(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

/** Week day of a day number, 0 = Sunday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + WEEKDAY_OF_EPOCH) % 7) + 7) % 7;
}

/** Days of a month; month 1–12. */
export function monthLength(year: number, month: number): number {
  return dayNumberOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumberOf(year, month, 1);
}

/** First and last day, both included. */
export type Days = { readonly from: number; readonly to: number };

/** The days of a month. `month` may lie outside 1–12 and then runs over into other years. */
export function daysOfMonth(year: number, month: number): Days {
  const carried = year + Math.floor((month - 1) / 12);
  const inYear = ((((month - 1) % 12) + 12) % 12) + 1;
  const from = dayNumberOf(carried, inYear, 1);
  return { from, to: from + monthLength(carried, inYear) - 1 };
}

/** The days of a year. */
export function daysOfYear(year: number): Days {
  return { from: dayNumberOf(year, 1, 1), to: dayNumberOf(year, 12, 31) };
}
