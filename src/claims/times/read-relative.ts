import { SMALL_WORDS } from "../figures/number-words.ts";
import { at, type Token } from "../figures/tokens.ts";
import { type Anchor, type Atom, atom } from "./atom.ts";
import { civilOf, type Days, daysOfMonth, daysOfYear, weekdayOf } from "./days.ts";
import { bare } from "./words.ts";

type Unit = "hour" | "day" | "week" | "month" | "year";
const UNITS: ReadonlyMap<string, Unit> = new Map(
  (["hour", "day", "week", "month", "year"] as const).flatMap((unit): [string, Unit][] => [
    [unit, unit],
    [`${unit}s`, unit],
  ]),
);
/** Days of a unit, and how far either side "two weeks ago" may be off. */
const LENGTHS: Readonly<Record<Unit, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 };
const LOOSENESS: Readonly<Record<Unit, number>> = { hour: 0, day: 0, week: 2, month: 15, year: 182 };
/** First month of each season on the northern half of the globe, where most news is written. */
const SEASONS: ReadonlyMap<string, number> = new Map([
  ["spring", 3],
  ["summer", 6],
  ["autumn", 9],
  ["fall", 9],
  ["winter", 12],
]);
const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);
const NOW: ReadonlySet<string> = new Set(["now", "currently", "presently", "nowadays"]);
const WHICH: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);
const SEASON_LEADS: ReadonlySet<string> = new Set([
  "in",
  "over",
  "during",
  "the",
  "since",
  "by",
  "of",
  "throughout",
  "until",
  "early",
  "late",
  "mid",
]);

function daysAround(day: number, unit: Unit): Days {
  return { from: day - LOOSENESS[unit], to: day + LOOSENESS[unit] };
}

function one(day: number): Days {
  return { from: day, to: day };
}

/** Reads "yesterday", "last week", "two days ago", "the previous day", "this summer", "so far" at a token. */
export function readRelative(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  return (
    readNamed(tokens, index, anchor) ??
    readSoFar(tokens, index, anchor) ??
    readWhich(tokens, index, anchor) ??
    readWindow(tokens, index, anchor) ??
    readAgo(tokens, index, anchor) ??
    readPointed(tokens, index, anchor) ??
    readSeason(tokens, index, anchor)
  );
}

function fromPublished(
  anchor: Anchor,
  parts: Pick<Atom, "from" | "to" | "kind">,
  days: (published: number) => Days,
): Atom {
  const known = anchor.published === null ? null : days(anchor.published);
  return atom({ ...parts, days: known, relative: true, basis: known === null ? "undated" : "said" });
}

function readNamed(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const word = bare(at(tokens, index));
  const shift = NAMED_DAYS.get(word);
  if (shift === undefined) return null;
  const before = at(tokens, index - 1).lower === "before" && at(tokens, index - 2).lower === "day";
  const day = before && word === "yesterday" ? -2 : shift;
  return fromPublished(anchor, { from: before ? index - 2 : index, to: index + 1, kind: "date" }, (published) =>
    one(published + day),
  );
}

/** "So far", "to date", "until now", "now": as of the publication. */
function readSoFar(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const [first, second] = [at(tokens, index).lower, at(tokens, index + 1).lower];
  const two =
    (first === "so" && second === "far") ||
    (first === "thus" && second === "far") ||
    (first === "to" && second === "date") ||
    (first === "until" && second === "now");
  if (!two && !NOW.has(first)) return null;
  // "So far away", "now that".
  if (two ? at(tokens, index + 2).lower === "away" || at(tokens, index + 2).lower === "from" : second === "that")
    return null;
  const read = fromPublished(anchor, { from: index, to: index + (two ? 2 : 1), kind: "date" }, one);
  return { ...read, role: "as-of", basis: anchor.published === null ? "undated" : "published" };
}

/** "Last week", "this month", "next year", "earlier this week", "this summer". */
function readWhich(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const shift = WHICH.get(at(tokens, index).lower);
  if (shift === undefined) return null;
  const word = bare(at(tokens, index + 1));
  const unit = UNITS.get(word);
  const season = SEASONS.get(word);
  const to = index + 2;
  const earlier = at(tokens, index - 1).lower === "earlier";
  const from = earlier || at(tokens, index - 1).lower === "later" ? index - 1 : index;
  if (season !== undefined)
    return fromPublished(anchor, { from, to, kind: "month" }, (published) => seasonNear(published, season, shift));
  if (unit === undefined || unit === "hour" || unit === "day" || word.endsWith("s")) return null;
  const kind = unit === "week" ? "range" : unit;
  return fromPublished(anchor, { from, to, kind }, (published) => {
    const days = calendarUnit(published, unit, shift);
    return earlier ? { from: days.from, to: Math.min(days.to, published) } : days;
  });
}

function calendarUnit(published: number, unit: "week" | "month" | "year", shift: number): Days {
  const { year, month } = civilOf(published);
  switch (unit) {
    case "week": {
      const monday = published - ((weekdayOf(published) + 6) % 7) + shift * 7;
      return { from: monday, to: monday + 6 };
    }
    case "month":
      return daysOfMonth(year, month + shift);
    case "year":
      return daysOfYear(year + shift);
  }
}

function seasonOf(year: number, firstMonth: number): Days {
  return { from: daysOfMonth(year, firstMonth).from, to: daysOfMonth(year, firstMonth + 2).to };
}

/** The season of that name that has begun last. */
function seasonBegun(published: number, firstMonth: number): Days {
  const { year } = civilOf(published);
  const latest = seasonOf(year, firstMonth);
  return latest.from <= published ? latest : seasonOf(year - 1, firstMonth);
}

/** The season that has begun last, or the one before or after it. */
function seasonNear(published: number, firstMonth: number, shift: number): Days {
  const { year } = civilOf(published);
  const begun = seasonOf(year, firstMonth).from <= published ? year : year - 1;
  const running = seasonOf(begun, firstMonth).to >= published;
  if (shift === 1) return seasonOf(begun + 1, firstMonth);
  // "Last winter", said in winter, is the one before.
  if (shift === -1) return seasonOf(running ? begun - 1 : begun, firstMonth);
  return begun === year || running ? seasonOf(begun, firstMonth) : seasonOf(year, firstMonth);
}

function readSeason(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const word = bare(at(tokens, index));
  const month = SEASONS.get(word);
  if (month === undefined) return null;
  const lead = at(tokens, index - 1).lower;
  const of = at(tokens, index + 1).lower === "of" ? index + 2 : index + 1;
  const written = at(tokens, of).text;
  if (/^(?:19|20)\d\d$/.test(written)) {
    return atom({ from: index, to: of + 1, kind: "month", days: seasonOf(Number(written), month) });
  }
  // "Spring" jumps and "fall" drops: only a preposition of time makes them seasons.
  if (!SEASON_LEADS.has(lead) || word === "fall" || (lead === "the" && word === "spring")) return null;
  return fromPublished(anchor, { from: index, to: index + 1, kind: "month" }, (published) =>
    seasonBegun(published, month),
  );
}

function amountAt(token: Token): number | null {
  if (token.lower === "a" || token.lower === "an") return 1;
  const small = SMALL_WORDS.get(token.lower);
  if (small !== undefined) return small;
  return token.kind === "number" && /^\d{1,3}$/.test(token.text) ? Number(token.text) : null;
}

/** "In the past 24 hours", "over the last three months", "within just 24 hours": a stretch that ends at the day told of. */
function readWindow(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const word = at(tokens, index).lower;
  const past = word === "past" || word === "last" || word === "previous" || word === "preceding";
  const within = word === "within" || (word === "in" && /^(?:just|only|under)$/.test(at(tokens, index + 1).lower));
  if (!past && !within) return null;
  if (past && at(tokens, index - 1).lower !== "the") return null;
  let cursor = index + 1;
  while (/^(?:just|only|a|the|under|about)$/.test(at(tokens, cursor).lower) && !UNITS.has(at(tokens, cursor + 1).lower))
    cursor += 1;
  const amount = amountAt(at(tokens, cursor));
  const unit = UNITS.get(bare(at(tokens, amount === null ? cursor : cursor + 1)));
  if (unit === undefined || (within && (amount === null || unit !== "hour"))) return null;
  if (amount === null && (word === "previous" || word === "preceding")) return null;
  const length = Math.max(1, Math.round((amount ?? 1) * LENGTHS[unit]));
  const end = within ? (anchor.previous?.to ?? anchor.published) : anchor.published;
  const from = past ? index - 1 : index;
  const to = (amount === null ? cursor : cursor + 1) + 1;
  if (end === null) return atom({ from, to, kind: "range", relative: true, basis: "undated" });
  return atom({
    from,
    to,
    kind: "range",
    days: { from: end - length, to: end },
    relative: true,
    basis: within ? "pointed-to" : "said",
  });
}

/** "Two days ago", "a week earlier", "three months later". */
function readAgo(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const amount = amountAt(at(tokens, index));
  const unit = UNITS.get(at(tokens, index + 1).lower);
  if (amount === null || unit === undefined || unit === "hour") return null;
  const word = at(tokens, index + 2).lower;
  if (word !== "ago" && word !== "earlier" && word !== "later" && word !== "before") return null;
  if (word === "before" && !/^[.,;]?$/.test(at(tokens, index + 3).text)) return null;
  const parts = { from: index, to: index + 3, kind: "date" } as const;
  const distance = amount * LENGTHS[unit] * (word === "later" ? 1 : -1);
  if (word === "ago") return fromPublished(anchor, parts, (published) => daysAround(published + distance, unit));
  return pointed(anchor, parts, (days) => ({
    from: days.from + distance - LOOSENESS[unit],
    to: days.to + distance + LOOSENESS[unit],
  }));
}

function pointed(anchor: Anchor, parts: Pick<Atom, "from" | "to" | "kind">, move: (days: Days) => Days): Atom {
  const days = anchor.previous === null ? null : move(anchor.previous);
  return atom({ ...parts, days, relative: true, basis: days === null ? "undated" : "pointed-to" });
}

/** "The previous day", "the next day", "that day", "the same week": from the day told of before. */
function readPointed(tokens: readonly Token[], index: number, anchor: Anchor): Atom | null {
  const word = at(tokens, index).lower;
  const next = bare(at(tokens, index + 1));
  const parts = { from: index, to: index + 2, kind: "date" } as const;
  const the = at(tokens, index - 1).lower === "the";
  if (next === "day" && (word === "that" || word === "same")) return pointed(anchor, parts, (days) => days);
  if (!the || (next !== "day" && next !== "night")) {
    const dayBefore =
      the && word === "day" && (next === "before" || next === "after") && /^[.,;]?$/.test(at(tokens, index + 2).text);
    if (!dayBefore) return null;
    return pointed(anchor, parts, (days) => (next === "before" ? one(days.from - 1) : one(days.to + 1)));
  }
  if (word === "previous" || word === "preceding") return pointed(anchor, parts, (days) => one(days.from - 1));
  return word === "next" || word === "following" ? pointed(anchor, parts, (days) => one(days.to + 1)) : null;
}
