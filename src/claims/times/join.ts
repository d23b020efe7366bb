import { at, type Token } from "../figures/tokens.ts";
import { type Anchor, type Atom, atom, type Minutes } from "./atom.ts";
import type { Days } from "./days.ts";
import { hoursOfLead } from "./read-parts.ts";

/** Words that may stand between a day and its hours: "at 6 p.m. on Monday", "the morning of Nov. 9". */
const LINKS: ReadonlySet<string> = new Set([
  "on",
  "at",
  "in",
  "the",
  "of",
  ",",
  "local",
  "time",
  "early",
  "late",
  "hours",
  "night",
  "during",
  "-",
]);
const MAX_LINKS = 4;
const SINCE: ReadonlySet<string> = new Set(["since", "after"]);
/** Beginnings that are dated elsewhere: "since the start of the invasion", "since the war began". */
const SINCE_EVENT_REACH = 8;
const SINCE_NOUNS: ReadonlySet<string> = new Set(
  "start beginning onset outbreak launch invasion war conflict crisis pandemic coup election revolution independence fall began begun started offensive founding creation".split(
    " ",
  ),
);

function linked(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > MAX_LINKS) return false;
  for (let cursor = from; cursor < to; cursor += 1) if (!LINKS.has(at(tokens, cursor).lower)) return false;
  return true;
}

/** Joins days with the hours beside them, pairs of days into ranges, and puts "early", "since", "by", "as of" in front. */
export function joinAtoms(tokens: readonly Token[], atoms: readonly Atom[], anchor: Anchor): readonly Atom[] {
  const whole = joinEach(atoms, (first, second) => asDateOfWeekday(tokens, first, second));
  const ranged = joinEach(whole, (first, second) => asRange(tokens, first, second));
  const dated = joinEach(ranged, (first, second) => asSinceDate(tokens, { first, second, anchor }));
  const timed = joinEach(dated, (first, second) => asHours(tokens, first, second));
  return timed.flatMap(withoutLoose).map((one) => withLead(tokens, one, anchor));
}

function joinEach(atoms: readonly Atom[], join: (first: Atom, second: Atom) => Atom | null): readonly Atom[] {
  const joined: Atom[] = [];
  for (const next of atoms) {
    const last = joined.at(-1);
    const both = last === undefined ? null : join(last, next);
    if (both === null) joined.push(next);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

/** "Tuesday, Nov. 5": the date tells the day; without a year the week day is kept beside it. */
function asDateOfWeekday(tokens: readonly Token[], first: Atom, second: Atom): Atom | null {
  if (first.kind !== "weekday" || second.kind !== "date" || second.relative) return null;
  const gap = second.from - first.to;
  const close = gap === 0 || (gap === 1 && at(tokens, first.to).lower === ",");
  return close ? { ...second, from: first.from, weekdays: first.weekdays } : null;
}

/** "From May 13 to June 2", "between Monday and Wednesday", "Saturday to Sunday" behind "overnight". */
function asRange(tokens: readonly Token[], first: Atom, second: Atom): Atom | null {
  if (!first.dated || !second.dated || first.minutes !== null || first.kind === "range" || second.kind === "range")
    return null;
  if (second.from - first.to !== 1) return null;
  const joiner = at(tokens, first.to).lower;
  const opener = at(tokens, first.from - 1).lower;
  const between = opener === "between" && joiner === "and";
  const dash = joiner === "-" || joiner === "–";
  const to =
    (joiner === "to" || joiner === "through" || joiner === "until") &&
    (opener === "from" || opener === "overnight" || joiner === "through" || first.kind === second.kind);
  if (!between && !dash && !to) return null;
  const weekdays =
    first.weekdays !== null && second.weekdays !== null ? daysBetween(first.weekdays, second.weekdays) : null;
  const days =
    first.days !== null && second.days !== null && first.days.from <= second.days.to
      ? { from: first.days.from, to: second.days.to }
      : null;
  if (days === null && first.days !== null && second.days !== null) return null;
  const monthDay =
    first.monthDay !== null && second.monthDay !== null ? { from: first.monthDay.from, to: second.monthDay.to } : null;
  return {
    ...second,
    from: between || opener === "from" ? first.from - 1 : first.from,
    kind: "range",
    days,
    weekdays,
    monthDay,
    night: first.night,
  };
}

function daysBetween(first: readonly number[], second: readonly number[]): readonly number[] {
  const [from, to] = [first[0] ?? 0, second[0] ?? 0];
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, step) => (from + step) % 7);
}

function asHours(tokens: readonly Token[], first: Atom, second: Atom): Atom | null {
  if (!linked(tokens, first.to, second.from)) return null;
  if (!first.dated && second.dated && second.minutes === null)
    return onDay(first, second, { from: first.from, to: second.to });
  if (first.dated && !second.dated && first.minutes === null && second.night !== "into") {
    return onDay(second, first, { from: first.from, to: second.to });
  }
  // "At about 6 p.m. on Monday evening": the clock is the finer of two hours, the day is that of either.
  if (first.minutes !== null && second.minutes !== null && (first.kind === "clock" || second.kind === "clock")) {
    const clock = first.kind === "clock" ? first : second;
    const other = clock === first ? second : first;
    if (other.kind === "clock") return null;
    const day = clock.dated ? clock : other;
    return {
      ...day,
      from: first.from,
      to: second.to,
      kind: "clock",
      minutes: inPart(clock, other),
      night: null,
      loose: false,
    };
  }
  return null;
}

/** "Seven in the evening": the half of the day that the part beside it tells. */
function inPart(clock: Atom, part: Atom): Minutes | null {
  const { minutes } = clock;
  const whole = part.minutes;
  if (!clock.loose || minutes === null || whole === null) return minutes;
  const later = { from: minutes.from + 720, to: minutes.to + 720 };
  const fits = (one: Minutes): boolean => one.from <= whole.to && whole.from <= one.to;
  return !fits(minutes) && fits(later) ? later : minutes;
}

/** An hour of which nothing tells the half of the day says no more than its day. */
function withoutLoose(one: Atom): readonly Atom[] {
  if (!one.loose) return [one];
  return one.dated ? [{ ...one, minutes: null, kind: one.weekdays === null ? "date" : "weekday" }] : [];
}

/** Hours put on the day beside them. */
function onDay(hours: Atom, day: Atom, span: { readonly from: number; readonly to: number }): Atom {
  const base: Atom = {
    ...day,
    ...span,
    kind: day.kind === "range" ? "range" : hours.kind,
    minutes: hours.minutes,
    night: null,
    relative: day.relative || hours.relative,
    ...(hours.loose && { loose: true }),
  };
  if (hours.night === null) return base;
  return { ...base, kind: "part-of-day", ...nightOn(hours.night, day) };
}

/**
 * Days and minutes of a night beside a day: "overnight into Sunday" ends there; "Saturday night" begins there; "the night
 * of Nov. 9–10" is both; "overnight on Saturday" may be the night before or after.
 */
function nightOn(night: NonNullable<Atom["night"]>, day: Atom): Pick<Atom, "days" | "weekdays" | "minutes"> {
  const into = { from: 1080 - 1440, to: 419 };
  const pair = day.days !== null && day.days.to === day.days.from + 1;
  const shifted = day.weekdays === null ? null : [((day.weekdays[0] ?? 0) + 6) % 7, day.weekdays[0] ?? 0];
  if (pair) return { days: day.days, weekdays: day.weekdays, minutes: { from: 1080, to: 419 } };
  if (night === "into") return { days: day.days, weekdays: shifted, minutes: into };
  if (night === "night") return { days: day.days, weekdays: day.weekdays, minutes: { from: 1080, to: 1440 + 419 } };
  return { days: day.days, weekdays: day.weekdays, minutes: { from: 1080 - 1440, to: 1440 + 419 } };
}

/** "Early on Nov. 11", "late Monday", "since May", "by Tuesday", "as of Monday" in front of a time. */
function withLead(tokens: readonly Token[], one: Atom, anchor: Anchor): Atom {
  let read = one;
  let before = read.from - 1;
  const skipOn = (): void => {
    if (/^(?:on|in|the)$/.test(at(tokens, before).lower)) before -= 1;
  };
  skipOn();
  const hours =
    read.minutes === null && read.dated && (read.kind === "date" || read.kind === "weekday")
      ? hoursOfLead(at(tokens, before).lower)
      : null;
  if (hours !== null) {
    read = { ...read, from: before, minutes: hours, kind: "part-of-day" };
    before -= 1;
    skipOn();
  }
  const lead = at(tokens, before).lower;
  if (SINCE.has(lead) && lead === "since" && read.dated) return sinceAtom({ ...read, from: before }, anchor);
  if (lead === "by" || lead === "until" || lead === "till") return { ...read, from: before, role: "as-of" };
  if (lead === "of" && at(tokens, before - 1).lower === "as") return { ...read, from: before - 1, role: "as-of" };
  return read;
}

function sinceAtom(start: Atom, anchor: Anchor): Atom {
  const days: Days | null =
    start.days === null
      ? null
      : { from: start.days.from, to: Math.max(start.days.to, anchor.published ?? start.days.to) };
  return { ...start, kind: "duration-since", days, minutes: null };
}

/** Words between "since the start" and the date of it: "of the river's flooding in". */
const SINCE_DATE_REACH = 8;

/** "Since the start of the invasion in February 2022": the date is the beginning's. */
function asSinceDate(
  tokens: readonly Token[],
  read: { readonly first: Atom; readonly second: Atom; readonly anchor: Anchor },
): Atom | null {
  const { first, second } = read;
  if (first.kind !== "duration-since" || first.days !== null || !first.dated || !second.dated) return null;
  if (second.kind === "duration-since" || second.from - first.to > SINCE_DATE_REACH) return null;
  for (let cursor = first.to; cursor < second.from; cursor += 1) if (at(tokens, cursor).kind === "sign") return null;
  const last = at(tokens, second.from - 1).lower;
  const tied = last === "in" || last === "on" || second.from === first.to || second.relative;
  return tied ? sinceAtom({ ...second, from: first.from, relative: false }, read.anchor) : null;
}

/** "Since the start of the full-scale invasion", "since the war began": running, from a day that these words do not tell. */
export function readSinceEvent(tokens: readonly Token[], index: number): Atom | null {
  if (at(tokens, index).lower !== "since") return null;
  let last = -1;
  for (let cursor = index + 1; cursor <= index + SINCE_EVENT_REACH; cursor += 1) {
    const token = at(tokens, cursor);
    if (token.kind !== "word" && token.lower !== "-") break;
    if (/^(?:in|and|with|which|who|on)$/.test(token.lower)) break;
    if (SINCE_NOUNS.has(token.lower)) last = cursor;
  }
  return last < 0 ? null : atom({ from: index, to: last + 1, kind: "duration-since", relative: true });
}
