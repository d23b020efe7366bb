import type { Document } from "../documents/document.ts";
import type { SentenceAttribution } from "./attribution.ts";
import type { StatusClaim } from "./claim.ts";
import type { ClauseEvent } from "./clause-events.ts";
import { creditOf, eventBase, isPronoun } from "./event-claims.ts";
import { isEventNoun } from "./event-families.ts";
import { isNeutral } from "./families.ts";
import type { Reading } from "./reading.ts";
import { spanOfTokens, textOfTokens } from "./reading.ts";

/** Which events become claims of a status. */
export type Statuses =
  /** What somebody is credited with, and what did not happen: what others may contradict. Kept in the index. */
  | "contested"
  /** Whatever happens; read at question time. */
  | "all";

/** Claims of a status in one sentence at most: the first clauses say what it is about. */
const MAX_CLAIMS = 3;

/**
 * Whether the events of a sentence happened, by who says so. What may or will be is no status; a reported denial
 * ("rejected reports that the dam had cracked") says that it did not happen.
 */
export function statusClaimsOf(
  document: Document,
  reading: Reading,
  { events, which }: { readonly events: readonly ClauseEvent[]; readonly which: Statuses },
): readonly StatusClaim[] {
  const claims: StatusClaim[] = [];
  for (const event of events) {
    if (event.mood === "possible" || isNeutral(event.key) || !isTold(reading, event)) continue;
    const value = spanOfTokens(reading, event.words);
    const credit = creditOf(reading.attributions, value);
    const denied = credit?.certainty === "denied";
    if (which === "contested" && !isContested(reading, event, credit)) continue;
    claims.push({
      kind: "status",
      ...eventBase(document, reading, { event, value }),
      certainty: credit?.certainty ?? "stated",
      period: periodIn(reading, event),
      affirmed: event.negated === denied,
    });
    if (claims.length === MAX_CLAIMS && which === "contested") break;
  }
  return claims;
}

/** Said by somebody, denied, or not so; a state that is only described ("the mood is calm") is not. */
function isContested(reading: Reading, event: ClauseEvent, credit: SentenceAttribution | undefined): boolean {
  if (event.negated || credit?.certainty === "denied") return true;
  return Boolean(credit?.speaker) && (!event.state || /(?:ed|en)$/.test(textOfTokens(reading, event.words)));
}

/** The day or hours that the clause states. */
function periodIn(reading: Reading, event: ClauseEvent): StatusClaim["period"] {
  const span = spanOfTokens(reading, event.clause);
  const own = reading.times.find(
    (time) =>
      time.kind !== "duration-since" &&
      time.period.role === "during" &&
      span.start <= time.span.start &&
      time.span.end <= span.end,
  );
  return own?.period ?? null;
}

/** It happens to something that is named, or it is of a kind that tells: "he conceded". */
const isTold = (reading: Reading, { key, theme, doer }: ClauseEvent): boolean =>
  isEventNoun(key) || [theme, doer].some((group) => group !== null && group.head >= 0 && !isPronoun(reading, group));
