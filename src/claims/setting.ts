import { overlaps } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Period, Place } from "./claim.ts";
import type { Range } from "./counting.ts";
import { groupAt } from "./counting.ts";
import { clauseEnd } from "./clause-end.ts";
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
export function reachOf(reading: Reading, stand: Stand): Range {
  const { tokens } = reading.phrases;
  const from = Math.min(stand.group.from, stand.verb?.from ?? stand.group.from);
  const end = clauseEnd(reading.phrases, Math.max(stand.group.to, stand.at + 1));
  const next = tokens.findIndex(
    (token, i) => i >= stand.group.to && i < end && token.tag === "FIGURE" && tokens[i - 1]?.lower !== "of",
  );
  return { from, to: next < 0 ? end : next };
}

/**
 * The places in the figure's own clause, or at the head of the sentence ("In the port of Bari, …"). Places that name
 * who does it or whose it is are not where it is so.
 */
export function placesOf(reading: Reading, stand: Stand): readonly Place[] {
  const reach = reachOf(reading, stand);
  const behind = placesBetween(reading, { from: stand.group.to, to: reach.to }, stand);
  if (behind.length > 0) return behind;
  const between = placesBetween(reading, { from: reach.from, to: stand.at }, stand);
  if (between.length > 0) return between;
  const comma = reading.phrases.tokens.findIndex((token) => token.text === ",");
  const opens = PLACE_PREPOSITIONS.has(reading.phrases.tokens[0]?.lower ?? "");
  return opens && comma > 0 && comma < stand.at ? placesBetween(reading, { from: 0, to: comma + 3 }, stand) : [];
}

function placesBetween(reading: Reading, range: Range, stand: Stand): readonly Place[] {
  const { tokens } = reading.phrases;
  const span = spanOfTokens(reading, range);
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
    const before = tokens[(group?.from ?? at) - 1]?.lower ?? "";
    const last = found.at(-1);
    const coordinated =
      last !== undefined && /^\s*(?:,|and|,\s*and|or)\s*$/.test(reading.text.slice(last.end, mention.span.start));
    const apposed = last !== undefined && /^\s*,\s*$/.test(reading.text.slice(last.end, mention.span.start));
    if (!PLACE_PREPOSITIONS.has(before) && !coordinated && !apposed) continue;
    const written = reading.text.slice(mention.span.start, mention.span.end);
    found.push({ place: { ids: [mention.id], written }, end: mention.span.end });
  }
  return found.map((one) => one.place);
}

/** The times of a figure's clause that date the event: those of the saying verb date the report instead. */
export function timesOf(
  reading: Reading,
  stand: Stand,
): { readonly event: TimeMention | null; readonly report: TimeMention | null } {
  const reach = spanOfTokens(reading, reachOf(reading, stand));
  const saying = reading.attributions.flatMap((attribution) =>
    attribution.attribution ? [attribution.attribution] : [],
  );
  const dated = reading.times.filter((time) => time.kind !== "duration-since");
  const ofReport = (time: TimeMention): boolean =>
    saying.some((span) => overlaps(span, time.span) || isJustBehind(reading.text, span, time.span)) ||
    isReportDate(reading.text, time.span);
  const event = dated.filter((time) => !ofReport(time));
  const near = event.filter((time) => overlaps(time.span, reach));
  const figureAt = spanOfTokens(reading, { from: stand.at, to: stand.at + 1 }).start;
  const nearest = (times: readonly TimeMention[]): TimeMention | null =>
    times.toSorted((a, b) => distance(a.span, figureAt) - distance(b.span, figureAt))[0] ?? null;
  return { event: nearest(near) ?? nearest(event), report: nearest(dated.filter(ofReport)) };
}

/** "reported on Nov. 10", "released on Monday", "published Nov. 8". */
const isReportDate = (text: string, time: Span): boolean =>
  /\b(?:reported|released|published|said|announced|issued|posted|told|wrote|interview|report|statement)(?: on| in| published| late| early)?\s*$/.test(
    text.slice(Math.max(0, time.start - 40), time.start),
  );

const isJustBehind = (text: string, saying: Span, time: Span): boolean =>
  saying.end <= time.start && /^\s*(?:on|in|late|early|at)?\s*$/.test(text.slice(saying.end, time.start));

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
