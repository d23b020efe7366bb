/** Minutes of a day. */
export const DAY_MINUTES = 1440;

/**
 * Days since 1970-01-01 of a date or a date with time, by the proleptic Gregorian calendar (Hinnant's
 * `days_from_civil`).
 * @returns null for what does not begin with `YYYY-MM-DD`
 */
export function dayNumber(written: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(written);
  if (!match) return null;
  const month = Number(match[2]);
  const year = Number(match[1]) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(match[3]) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * Minutes since 1970-01-01T00:00 of `YYYY-MM-DDTHH:MM`.
 * @param edge which minute of the day a date without time stands for
 * @returns null for what is no date
 */
export function minuteNumber(written: string, edge: "first" | "last"): number | null {
  const day = dayNumber(written);
  if (day === null) return null;
  const time = /T(\d{2}):(\d{2})/.exec(written);
  if (!time) return day * DAY_MINUTES + (edge === "first" ? 0 : DAY_MINUTES - 1);
  return day * DAY_MINUTES + Number(time[1]) * 60 + Number(time[2]);
}

/** Bit set of the week days from day to day, bit 0 = Sunday. */
export function weekdayBits(from: number, to: number): number {
  let bits = 0;
  // Seven days hold every week day.
  for (let day = from; day <= to && day < from + 7; day += 1) bits |= 1 << ((((day + 4) % 7) + 7) % 7);
  return bits;
}
