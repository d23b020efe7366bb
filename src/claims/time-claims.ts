import type { Document } from "../documents/document.ts";
import type { Period, TimeClaim } from "./claim.ts";
import type { ClauseEvent } from "./clause-events.ts";
import { END, isKnownEvent } from "./event-families.ts";
import { eventBase, isPronoun } from "./event-claims.ts";
import { isNeutral } from "./families.ts";
import type { Reading } from "./reading.ts";
import { isOfReport } from "./setting.ts";

/**
 * When the events of a sentence happened, one claim a time. A time goes to the clause that it stands in; one at the head
 * of the sentence to the first clause behind. The date of a report, a time that is only a bound ("by Friday") or that
 * belongs to a noun ("Saturday's vote") gives none, nor does what did not happen, but for "did not begin until ten".
 */
export function timeClaimsOf(
  document: Document,
  reading: Reading,
  events: readonly ClauseEvent[],
): readonly TimeClaim[] {
  const claims: TimeClaim[] = [];
  for (const [index, time] of reading.times.entries()) {
    if (!isTold(time.period) || isOfReport(reading, time)) continue;
    const token = reading.phrases.tokens.findIndex((one) => one.tag === "TIME" && one.index === index);
    const event = token < 0 ? null : eventOf(reading, events, token);
    if (event === null || !isComparable(reading, event)) continue;
    const until = /^(?:until|till)\b/i.test(time.period.written ?? "");
    if (event.negated !== until || event.mood === "possible") continue;
    if (time.period.role === "as-of" && !until) continue;
    if (time.kind === "duration-since") continue;
    claims.push({
      kind: "time",
      ...eventBase(document, reading, { event, value: time.span }),
      period: null,
      time: until ? endOf(time.period) : { ...time.period, role: "during" },
    });
  }
  return claims;
}

/** The end of a period: of "did not begin until ten", ten. */
export function endOf(period: Period): Period {
  const { minutes } = period;
  return {
    ...period,
    role: "during",
    from: period.hours ? period.to : period.from,
    ...(minutes && { minutes: { from: minutes.to, to: minutes.to } }),
  };
}

/** True for a time that can be compared: a day, hours, a week day; "now" and "so far" are none. */
const isTold = (period: Period): boolean =>
  period.basis !== "published" || period.hours
    ? period.from !== null || period.weekdays !== null || period.monthDay !== undefined || period.minutes !== undefined
    : false;

/** What happens is said by more than "is", and to something that has a name. */
function isComparable(reading: Reading, { key, theme, doer, state }: ClauseEvent): boolean {
  if (state || isNeutral(key) || key === END) return false;
  const named = [theme, doer].some((group) => group !== null && group.head >= 0 && !isPronoun(reading, group));
  return named || isKnownEvent(key);
}

/** Words behind which a time is not that of the clause: "instead of 7 a.m.", "rather than on Monday". */
const NOT_OF_IT = /\b(?:instead of|rather than|not|compared with|compared to|than|unlike)\s+(?:on |at |in )?$/i;

/** Days that say which: "Saturday's vote", "the Nov. 9 attack". */
const BEFORE_NOUN = /^(?:['’]s?\b|-)/;

const isAside = (text: string, at: number): boolean => text.lastIndexOf("(", at) > text.lastIndexOf(")", at);

function eventOf(reading: Reading, events: readonly ClauseEvent[], token: number): ClauseEvent | null {
  const { tokens } = reading.phrases;
  const time = tokens[token];
  if (!time) return null;
  if (NOT_OF_IT.test(reading.text.slice(Math.max(0, time.start - 30), time.start))) return null;
  if (BEFORE_NOUN.test(reading.text.slice(time.end, time.end + 2)) || /['’]s$/.test(time.text)) return null;
  const before = tokens[token - 1];
  const after = tokens[token + 1];
  // "On March 9, a Sunday".
  if (/,\s+an?\s+$/.test(reading.text.slice(0, time.start))) return null;
  // "4.52 a.m. (22.52 GMT on Monday)": the same in other words.
  if (isAside(reading.text, time.start)) return null;
  const inGroup = (before?.tag === "DET" || before?.tag === "ADJ") && (after?.tag === "NOUN" || after?.tag === "PROPN");
  if (inGroup) return null;
  const own = events.findLast((event) => event.words.from < token && token < event.clause.to);
  if (own) return own;
  const next = events.find((event) => event.words.from > token);
  // Only a time that opens its clause belongs to the verb behind: "On Tuesday the bridge fell".
  const opens =
    next !== undefined &&
    token <= next.clause.from &&
    tokens.slice(token, next.clause.from).every((one) => one.tag !== "VERB");
  return opens ? next : null;
}
