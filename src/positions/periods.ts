import { DAY_MINUTES } from "./days.ts";
import type { Fit } from "./fit.ts";
import type { Profile } from "./profile.ts";

/** From this length on, a period is a stretch that was counted as such (a week, October), not the night of one event. */
const LONG_DAYS = 4;

/** Two long stretches are the same where they share at least this part of the days that either has. */
const SHARED_PART = 0.5;

/**
 * Hours of one day that lie farther apart belong to two events: after one night the next begins eleven hours later,
 * while sources that tell of one night differ by less.
 */
const APART_MINUTES = 240;

type Days = NonNullable<Profile["days"]>;

const lengthOf = (days: Days): number => days.to - days.from + 1;

function fitOfDays(a: Days, b: Days): Fit {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1;
  if (shared <= 0) return "different";
  const [aDays, bDays] = [lengthOf(a), lengthOf(b)];
  if (aDays === shared && bDays === shared) return "same";
  if (shared === aDays || shared === bDays) {
    const longer = Math.max(aDays, bDays);
    // A day of October is not October; a day of a weekend may be what the other calls the weekend.
    if (longer >= LONG_DAYS && longer >= 2 * shared) return "different";
    return shared === bDays ? "wider" : "narrower";
  }
  const all = aDays + bDays - shared;
  // Nov. 9–10 and Nov. 10–11 are two nights: of three days they share one.
  return shared / all >= SHARED_PART ? "crossing" : "different";
}

/** Minutes between two stretches of hours; 0 where they touch. */
function gapOf(a: Days, b: Days): number {
  return Math.max(0, Math.max(a.from, b.from) - Math.min(a.to, b.to));
}

/**
 * How the `during` periods of two claims stand to each other; `different` where one event cannot have both, `unstated`
 * where one of them has no day. Where only week days are known, a day in common will do.
 */
export function fitOfPeriods(a: Profile, b: Profile): Fit {
  if (a.days && b.days) {
    const fit = fitOfDays(a.days, b.days);
    if (fit === "different" || !a.minutes || !b.minutes) return fit;
    if (gapOf(a.minutes, b.minutes) > APART_MINUTES) return "different";
    return fit;
  }
  if (a.weekdays !== 0 && b.weekdays !== 0) return (a.weekdays & b.weekdays) === 0 ? "different" : "crossing";
  return "unstated";
}

/** Minutes that a claim's `during` period lasts; null where unknown. */
export function minutesOfPeriod(profile: Profile): number | null {
  if (profile.minutes) return profile.minutes.to - profile.minutes.from + 1;
  return profile.days ? lengthOf(profile.days) * DAY_MINUTES : null;
}
