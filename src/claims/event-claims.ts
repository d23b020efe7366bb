import type { Document } from "../documents/document.ts";
import { contains } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { SentenceAttribution } from "./attribution.ts";
import { findClause } from "./clause.ts";
import type { ClauseEvent } from "./clause-events.ts";
import type { Certainty, Counted, Event, Place, Speaker } from "./claim.ts";
import { thingAt } from "./counting.ts";
import { countriesIn, modifiersIn, targetsOf } from "./participants.ts";
import type { NounGroup } from "./phrases.ts";
import type { Reading } from "./reading.ts";
import { spanOfTokens, textOfTokens } from "./reading.ts";
import { placesOf } from "./setting.ts";
import { foldName } from "../text/names.ts";

/** What claims of a time and of a status have in common: everything but their value. */
export type EventBase = {
  readonly id: string;
  readonly document: string;
  readonly sentence: number;
  readonly span: Span;
  readonly clause: Span;
  readonly value: Span;
  readonly counted: Counted;
  readonly event: Event;
  readonly place: Place | null;
  readonly speaker: Speaker | null;
  readonly certainty: Certainty;
  readonly estimate: boolean;
};

/**
 * What a clause says of its event, for a claim whose value stands at `value` (relative to the sentence).
 * @param document whose sentence was read
 */
export function eventBase(
  document: Document,
  reading: Reading,
  { event, value }: { readonly event: ClauseEvent; readonly value: Span },
): EventBase {
  const offset = reading.sentence.span.start;
  const at = (span: Span): Span => ({ start: span.start + offset, end: span.end + offset });
  const credit = creditOf(reading.attributions, value);
  const absolute = at(value);
  const places = placesOf(reading, {
    at: event.words.from,
    group: event.theme ?? event.words,
    verb: event.words,
    agent: event.doer,
  });
  return {
    id: `${document.id}:${absolute.start}-${absolute.end}`,
    document: document.id,
    sentence: reading.index,
    span: reading.sentence.span,
    clause: at(findClause(reading, value)),
    value: absolute,
    counted: countedOf(reading, event),
    event: {
      action: event.key,
      written: textOfTokens(reading, event.words),
      agents: event.doer ? whoIs(reading, event.doer) : [],
      targets: [
        ...new Set([
          ...(event.doer && event.theme ? whoIs(reading, event.theme) : []),
          ...targetsOf(reading, { from: event.words.to, to: event.clause.to }),
        ]),
      ],
    },
    place:
      places.length === 0
        ? null
        : {
            ids: [...new Set(places.flatMap((place) => place.ids))],
            written: places.map((place) => place.written).join(", "),
          },
    speaker: credit?.speaker ?? null,
    certainty: credit?.certainty ?? "stated",
    estimate: credit?.estimate ?? false,
  };
}

const NOTHING = /^(?:nothing|nobody|none)$/;

/** To whom or what it happens; nothing where only a pronoun says it. */
function countedOf(reading: Reading, { theme }: ClauseEvent): Counted {
  const head = theme && theme.head >= 0 ? reading.phrases.tokens[theme.head] : undefined;
  if (!theme || !head || head.tag === "PRON" || NOTHING.test(head.lower))
    return { head: "", written: "", modifiers: [], owners: [] };
  return {
    head: thingAt(reading.phrases.tokens, theme.head),
    written: textOfTokens(reading, theme),
    modifiers: modifiersIn(reading, theme, theme.head),
    owners: countriesIn(reading, spanOfTokens(reading, theme)),
  };
}

/** The countries that a group names, else its proper name folded. */
function whoIs(reading: Reading, group: NounGroup): readonly string[] {
  const countries = countriesIn(reading, spanOfTokens(reading, group));
  if (countries.length > 0) return countries;
  const names = reading.phrases.tokens.slice(group.from, group.to).filter((token) => token.tag === "PROPN");
  return names.length > 0 ? [`name:${foldName(names.map((token) => token.text).join(" "))}`] : [];
}

/** True for a group that names nothing: "he", "they", "it"; "nothing" and "nobody" say to what it does not happen. */
export function isPronoun(reading: Reading, group: NounGroup): boolean {
  const token = reading.phrases.tokens[group.head];
  return token?.tag === "PRON" && !NOTHING.test(token.lower);
}

const size = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0);

/** Who is credited with the words at `value`: of attributions that lie in one another the shortest. */
export function creditOf(attributions: readonly SentenceAttribution[], value: Span): SentenceAttribution | undefined {
  return attributions
    .filter((each) => each.credited.some((span) => contains(span, value)))
    .toSorted((a, b) => size(a.credited) - size(b.credited))[0];
}
