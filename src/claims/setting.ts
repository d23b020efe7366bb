import { overlaps } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Period, Place } from "./claim.ts";
import type { Range } from "./counting-shape.ts";
import { groupAt } from "./subject.ts";
import { clauseEnd } from "./clause-end.ts";
import { unknownPlaceId } from "./gazetteer.ts";
import type { Reading } from "./reading.ts";
import { spanOfTokens } from "./reading.ts";
import type { TimeMention } from "./times.ts";
import { PLACE_PREPOSITIONS } from "./verb-words.ts";

/** Where a figure's own words stand: the token of the figure, what it counts, and its verb. */
export type Stand = {
  readonly at: number;
  readonly group: Range;
  readonly verb: Range | null;
  readonly agent: Range | null;
};

/** Token bounds of the clause round a figure, up to the next figure of a list. */
function reachOf(reading: Reading, stand: Stand): Range {
  const { tokens } = reading.phrases;
  const start = tokens.findLastIndex((token, i) => i < stand.group.from && /^[,;:]$/.test(token.text)) + 1;
  const from = Math.min(stand.group.from, stand.verb?.from ?? start);
  const behind = Math.max(stand.group.to, stand.at + 1);
  const end = clauseEnd(reading.phrases, behind);
  const next = tokens.findIndex(
    (token, i) => i >= behind && i < end && token.tag === "FIGURE" && tokens[i - 1]?.lower !== "of",
  );
  return { from, to: next < 0 ? end : next };
}

/**
 * The places in the figure's own clause, or at the head of the sentence ("In the port of Bari, …"). Places that name
 * who does it or whose it is are not where it is so.
 */
export function placesOf(reading: Reading, stand: Stand): readonly Place[] {
  const reach = reachOf(reading, stand);
  const behind = placesBetween(reading, { from: Math.max(stand.group.to, stand.at + 1), to: reach.to }, stand);
  if (behind.length > 0) return behind;
  const between = placesBetween(reading, { from: reach.from, to: stand.at }, stand);
  if (between.length > 0) return between;
  const opens = PLACE_PREPOSITIONS.has(reading.phrases.tokens[0]?.lower ?? "");
  const subject = opens ? (reading.phrases.verbs.find((verb) => verb.main.length > 0)?.from ?? 0) : 0;
  return subject > 0 ? placesBetween(reading, { from: 0, to: Math.min(subject, stand.group.from) }, stand) : [];
}

function placesBetween(reading: Reading, range: Range, stand: Stand): readonly Place[] {
  const { tokens } = reading.phrases;
  const since = tokens.findIndex(
    (token, i) => i >= range.from && i < range.to && (token.lower === "since" || token.lower.startsWith("since ")),
  );
  const span = spanOfTokens(reading, since >= range.from ? { from: range.from, to: since } : range);
  const skipped: readonly Span[] = [
    ...(stand.agent ? [spanOfTokens(reading, stand.agent)] : []),
    ...reading.attributions.flatMap((attribution) => (attribution.attribution ? [attribution.attribution] : [])),
  ];
  const found: { place: Place; end: number }[] = [];
  for (const mention of reading.places) {
    if (!overlaps(mention.span, span) || mention.form === "adjective" || mention.form === "demonym") continue;
    if (skipped.some((other) => overlaps(other, mention.span))) continue;
    const at = tokens.findIndex((token) => token.start <= mention.span.start && mention.span.start < token.end);
    const group = groupAt(reading.phrases, at);
    const before = governing(reading, group?.from ?? at);
    // "in Ukraine's largest attack", "the Kyiv Independent's report": whose it is, not where.
    if (group && mention.span.end < (tokens[group.head]?.start ?? 0)) continue;
    const last = found.at(-1);
    const coordinated =
      last !== undefined && /^\s*(?:,|and|,\s*and|or)\s*$/.test(reading.text.slice(last.end, mention.span.start));
    if (!PLACE_PREPOSITIONS.has(before) && !coordinated) continue;
    const written = reading.text.slice(mention.span.start, mention.span.end);
    found.push({ place: { ids: [mention.id], written }, end: mention.span.end });
  }
  return found.length > 0 ? found.map((one) => one.place) : unknownPlaces(reading, range, skipped);
}

/** Words that make a name no place: "in Storm Hesper". */
const NO_PLACE = /^(?:storm|hurricane|typhoon|cyclone|operation|parliament|congress|group|mr|mrs|ms|dr|the)$/;

/** Names behind "in" and "near" that the gazetteer does not know are places of their own. */
function unknownPlaces(reading: Reading, range: Range, skipped: readonly Span[]): readonly Place[] {
  const { tokens, nouns } = reading.phrases;
  const isName = (from: number, to: number): boolean =>
    tokens
      .slice(from, to)
      .every((token) => token.tag === "PROPN" && !NO_PLACE.test(token.lower) && !/\d/.test(token.text));
  return nouns
    .filter((group) => group.from >= range.from && group.to <= range.to && isName(group.from, group.to))
    .filter((group) => /^(?:in|near|at|through|outside|across|around|off)$/.test(tokens[group.from - 1]?.lower ?? ""))
    .map((group) => wholeName(reading.text, spanOfTokens(reading, group)))
    .filter(
      (span) =>
        !skipped.some((other) => overlaps(other, span)) && !reading.places.some((place) => overlaps(place.span, span)),
    )
    .map((span) => {
      const written = reading.text.slice(span.start, span.end);
      return { ids: [unknownPlaceId(written)], written };
    });
}

/** "Saint-Orlan": the tagger parts names at their hyphens. */
function wholeName(text: string, span: Span): Span {
  const rest = /^(?:-\p{L}[\p{L}'’]*)+/u.exec(text.slice(span.end, span.end + 40))?.[0].length ?? 0;
  return { start: span.start, end: span.end + rest };
}

/** The preposition that governs a noun group: through "the city of Bari" and "another city, Bari", to the "in" before. */
function governing(reading: Reading, from: number): string {
  const { tokens } = reading.phrases;
  const before = tokens[from - 1]?.lower ?? "";
  if (before !== "of" && before !== ",") return before;
  const outer = groupAt(reading.phrases, from - 2);
  if (!outer || outer.head < 0 || (before === "," && !PLACE_NOUN.test(tokens[outer.head]?.lower ?? ""))) return before;
  return tokens[outer.from - 1]?.lower ?? "";
}

const PLACE_NOUN =
  /^(?:city|town|village|region|province|county|district|state|capital|port|suburb|island|settlement|neighbou?rhood|area|oblast)s?$/;

/** Times that date a figure: of its own clause, of elsewhere in the sentence, and of the report that gives it. */
export type FigureTimes = {
  readonly own: TimeMention | null;
  readonly far: TimeMention | null;
  readonly report: TimeMention | null;
};

/** The times of a sentence as they bear on one figure; those of the saying verb date the report, not the event. */
export function timesOf(reading: Reading, stand: Stand): FigureTimes {
  const reach = spanOfTokens(reading, reachOf(reading, stand));
  const { tokens } = reading.phrases;
  const next =
    tokens.find((token, i) => i >= stand.group.to && i > stand.at && token.tag === "FIGURE")?.start ??
    reading.text.length;
  const dated = reading.times.filter((time) => time.kind !== "duration-since");
  const ofReport = (time: TimeMention): boolean => isOfReport(reading, time);
  const rival = comparedBehind(reading, stand);
  const figureAt = tokens[stand.at]?.start ?? 0;
  // "Three died: a driver, a sailor and, on Sunday, a farmer": what stands behind the colon tells of one of them.
  const colon = tokens.find((token) => token.text === ":" && token.start > figureAt)?.start ?? Infinity;
  const limit = Math.min(rival ?? Infinity, colon);
  const event = dated.filter((time) => !ofReport(time) && time.span.start < limit);
  const nearest = (times: readonly TimeMention[]): TimeMention | null =>
    times.toSorted((a, b) => distance(a.span, figureAt) - distance(b.span, figureAt))[0] ?? null;
  const then = sinceThen(reading, figureAt);
  if (then) return { own: then, far: then, report: null };
  const own = nearest(event.filter((time) => overlaps(time.span, reach)));
  return {
    own,
    // "up from 54.9 percent": of another time, which the sentence need not tell.
    far:
      own === null && isCompared(reading, stand.at)
        ? null
        : nearest(
            event.filter(
              (time) => time.span.start === 0 || !/^by\b/i.test(reading.text.slice(time.span.start, time.span.end)),
            ),
          ),
    report: nearest(dated.filter((time) => ofReport(time) && time.span.end <= next)),
  };
}

/** True for a time that dates the saying and not what is said: "the ministry said on Monday". */
export function isOfReport(reading: Reading, time: TimeMention): boolean {
  return (
    reading.attributions.some(
      ({ attribution }) =>
        attribution !== null &&
        (overlaps(attribution, time.span) || isJustBehind(reading.text, attribution, time.span)),
    ) || isReportDate(reading.text, time.span)
  );
}

/** Words before a figure that others are held against: "against 54.9 percent in 2019", "down from 300", "not the 35 of Monday". */
const COMPARED =
  /\b(?:against|compared (?:with|to)|(?:up|down) from|from|not|versus|than|instead of|rather than)(?: (?:the|a|an|its|about|around|some|earlier|previous|peak|high|low|of))*\s*$/i;

/** Characters before a figure in which it may be called the one compared with. */
const COMPARED_REACH = 60;

/** Words behind the size of a change: "6 percent fewer than", "up 3 percent from". */
const AGAINST = /^(?: [\p{L}-]+){0,2} (?:than|from|on) (?:a|the|in|last)\b/iu;

/** True for a figure that another is held against: "down from a peak of 300". */
export function isCompared(reading: Reading, at: number): boolean {
  const start = reading.phrases.tokens[at]?.start ?? 0;
  return COMPARED.test(reading.text.slice(Math.max(0, start - COMPARED_REACH), start));
}

/** Where the figure behind this one begins, if it is only compared with: the times behind it are its own. */
function comparedBehind(reading: Reading, stand: Stand): number | null {
  const { tokens } = reading.phrases;
  const next = tokens.findIndex((token, i) => i > stand.at && i >= stand.group.to && token.tag === "FIGURE");
  if (next < 0) return null;
  // "84,200 vehicles, 6 percent fewer than a year earlier"
  const end = tokens[next]?.end ?? 0;
  const difference = AGAINST.test(reading.text.slice(end, end + COMPARED_REACH));
  return difference || isCompared(reading, next) ? (tokens[next]?.start ?? null) : null;
}

/** "the strongest since 1971, when a shock levelled 300 houses": the figure is of that year. */
function sinceThen(reading: Reading, figureAt: number): TimeMention | null {
  const since = reading.times.findLast(
    (time) =>
      time.kind === "duration-since" &&
      time.span.end <= figureAt &&
      /^, when\b/.test(reading.text.slice(time.span.end, time.span.end + 6)),
  );
  const from = since?.period.from ?? null;
  if (!since || from === null) return null;
  const to = from.slice(4, 10) === "-01-01" ? `${from.slice(0, 4)}-12-31T23:59` : `${from.slice(0, 10)}T23:59`;
  return { ...since, period: { ...since.period, role: "during", from, to } };
}

/** "reported on Nov. 10", "released on Monday", "published Nov. 8". */
const isReportDate = (text: string, time: Span): boolean =>
  /\b(?:reported|released|published|said|announced|issued|posted|told|wrote|interview|report|statement)(?: on| in| published| late| early)?\s*$/.test(
    text.slice(Math.max(0, time.start - 40), time.start),
  );

/** "the ministry said Monday." but not "he said October was …". */
function isJustBehind(text: string, saying: Span, time: Span): boolean {
  if (saying.end > time.start) return false;
  const between = text.slice(saying.end, time.start);
  return (
    /^\s*(?:on|in|late|early|at)\s*$/.test(between) ||
    (between.trim() === "" && /^(?:[,.;"”]|$)/.test(text.slice(time.end, time.end + 1)))
  );
}

const distance = (span: Span, at: number): number => (span.end <= at ? at - span.end : Math.max(0, span.start - at));

/** A day as a period that a running total or stock is as of. */
export function asOf(period: Period): Period {
  return { ...period, role: "as-of" };
}

/** The publication date as an as-of period; undated documents give an unknown one. */
export function publishedPeriod(published: string | null): Period | null {
  if (published === null) return null;
  return {
    role: "as-of",
    from: `${published}T00:00`,
    to: `${published}T23:59`,
    weekdays: null,
    hours: false,
    written: null,
    basis: "published",
  };
}
