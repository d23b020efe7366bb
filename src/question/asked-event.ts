import { readClauseEvents } from "../claims/clause-events.ts";
import type { ClauseEvent } from "../claims/clause-events.ts";
import { BEGIN_VERBS, END_VERBS, eventFamily, eventStems, isKnownEvent } from "../claims/event-families.ts";
import { countryOf, findPlaces } from "../claims/gazetteer.ts";
import { findPhrases, mergeMarks } from "../claims/phrases.ts";
import type { Phrases } from "../claims/phrases.ts";
import { tagWords } from "../claims/tag.ts";
import type { TaggedWord } from "../claims/tag.ts";
import { findTimes } from "../claims/times.ts";
import type { Period } from "../claims/claim.ts";
import { overlaps } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { isCalendarName } from "./numbers.ts";
import type { QuestionPart, QuestionTerm } from "./question.ts";
import { withCapitals } from "./target.ts";

/** The event that a question asks about, read as if it were a statement. */
export type AskedEvent = {
  /** Family key of what happens. */
  readonly key: string;
  readonly mood: ClauseEvent["mood"];
  readonly negated: boolean;
  /** What is said of it besides: its participants, its place; stems. */
  readonly args: readonly string[];
  /** Those of them that stand before their noun and are no names: "transport" of a ministry that is then called "the ministry". */
  readonly modifiers: readonly string[];
  /** Names of more than one word, as stems: who is called by the last needs no other. */
  readonly names: readonly (readonly string[])[];
  /** Stems of all names. */
  readonly named: readonly string[];
  /** Stems of the nouns that name who does it and what it is done to. */
  readonly heads: readonly string[];
  /** Countries (else places) named as who does it, and as what it is done to. */
  readonly doers: readonly string[];
  readonly themes: readonly string[];
  /** Known places that the question names. */
  readonly places: readonly string[];
  /** The time that the question states itself; week days without a date. */
  readonly period: Period | null;
};

const OPENER =
  /^(?:(?:and|so|but|then|exactly)\s+)*(?:(?:at|on|in|by|from|around|about|during)\s+)?(?:when|whether|what|which|how long ago)\b(?:\s+(?:exact|precise|approximate))?(?:\s+(?:time|day|date|hour|year|month|week|weekday|moment))?(?:\s+of (?:the )?(?:day|week|month|year))?(?:\s+exactly)?\s*/i;

/** "Is it true that the mayor resigned": what follows is a statement already. */
const IS_IT_TRUE = /^(?:is|was) it (?:true|correct|right|the case|confirmed|known|certain) that\s+/i;

const AUXILIARY =
  /^(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|should|(?:did|do|does|was|were|is|are|has|have|had|wo|would)n['’]t)\s+/i;

const IS_BEING = /^(?:was|were|is|are)/i;
const IS_DO = /^(?:did|do|does)$/i;

/** Reads the event of a question that asks when or whether; null where its words say none. */
export function readAskedEvent(part: QuestionPart): AskedEvent | null {
  const opened = withCapitals(part)
    .replace(OPENER, "")
    .replace(/\s*\?+\s*$/, "");
  const told = opened.replace(IS_IT_TRUE, "");
  const auxiliary = told === opened ? (AUXILIARY.exec(opened)?.[0].trim() ?? "") : "";
  const rest = told.slice(auxiliary === "" ? 0 : auxiliary.length).trim();
  if (auxiliary === "" && part.kind === "whether" && told === opened) return null;
  const statement = auxiliary === "" ? rest : stated(rest, auxiliary);
  const times = findTimes(statement, { published: null });
  const phrases = findPhrases(
    mergeMarks(
      tagWords(statement),
      times.map((time, index) => ({ span: time.span, kind: "time", index })),
      statement,
    ),
  );
  const events = readClauseEvents(phrases);
  const isAsked = ({ words }: ClauseEvent): boolean =>
    phrases.tokens.slice(words.from, words.to).some((token) => token.lower === auxiliary.toLowerCase());
  const event = events.find(isAsked) ?? events[0];
  if (!event) return null;
  const own = new Set(phrases.tokens.slice(event.words.from, event.words.to).map((token) => stem(token.lower)));
  const theme = event.theme && spanOf(phrases, event.theme);
  const doer = event.doer && spanOf(phrases, event.doer);
  const places = findPlaces(statement);
  const within = (span: Span | null): readonly string[] =>
    span === null
      ? []
      : [...new Set(places.filter((place) => overlaps(place.span, span)).map(({ id }) => countryOf(id) ?? id))];
  return {
    key: event.key,
    mood: event.mood,
    negated: event.negated,
    args: [
      ...new Set(
        part.terms
          .map((term) => (own.has(term.stem) || !isArgument(term, event.key, times) ? "" : term.stem))
          .filter((arg) => arg !== ""),
      ),
    ],
    modifiers: phrases.nouns.flatMap((group) =>
      phrases.tokens
        .slice(group.from, Math.max(group.head, group.from))
        .filter((token) => token.tag === "NOUN" || token.tag === "ADJ" || token.tag === "VERB")
        .map((token) => stem(token.lower)),
    ),
    named: part.names.flatMap((name) => name.stems),
    names: part.names.map((name) => name.stems).filter((stems) => stems.length > 1),
    heads: [event.doer, event.theme].flatMap((group) => {
      const head = group && phrases.tokens[group.head];
      return head && eventFamily(stem(head.lower)) !== event.key ? [stem(head.lower)] : [];
    }),
    doers: within(doer),
    themes: event.doer ? within(theme) : [],
    places: places.filter((place) => place.form === "name").map((place) => place.id),
    period: times.find((time) => time.kind !== "duration-since")?.period ?? null,
  };
}

/** "Was" and "the ferry overloaded" as "the ferry was overloaded". */
function stated(rest: string, auxiliary: string): string {
  const words = tagWords(rest);
  const at = predicateIn(words, auxiliary);
  const split = words[at];
  const being = IS_BEING.test(auxiliary);
  if (!split) return being ? `there ${auxiliary} ${rest.replace(/^there\s+/i, "")}` : `${rest} ${auxiliary}`;
  return `${rest.slice(0, split.start).trim()} ${IS_DO.test(auxiliary) ? "did" : auxiliary} ${rest.slice(split.start)}`;
}

/** Index of the word that the auxiliary of a question belongs to, in the words behind it; −1 where there is none. */
export function predicateIn(words: readonly TaggedWord[], auxiliary: string): number {
  const bare = words.findIndex((word) => word.text === "be" || word.text === "been");
  if (bare > 0) return bare;
  const isName = (at: number): boolean => /^\p{Lu}/u.test(words[at]?.text ?? "");
  const verb = words.findIndex(
    (word, at) => word.tag === "VERB" && at > 0 && !isName(at) && words[at - 1]?.tag !== "DET",
  );
  if (verb > 0) return verb;
  if (IS_BEING.test(auxiliary)) {
    return words.findLastIndex(
      (word, at) => at > 0 && word.tag === "ADJ" && words[at + 1]?.tag !== "NOUN" && words[at + 1]?.tag !== "PROPN",
    );
  }
  // "Did the drones attack Moscow": many a verb looks like a noun.
  const isOpen = (at: number): boolean => at > 0 && !/^(?:DET|ADJ|ADP|NUM)$/.test(words[at - 1]?.tag ?? "");
  const known = words.findIndex(
    (word, at) => word.tag === "NOUN" && isOpen(at) && !isName(at) && isEventVerb(stem(word.text)),
  );
  if (known > 0) return known;
  // "Did chemicals leak": of two nouns in a row behind "did" the second is the verb.
  return words.findIndex(
    (word, at) => word.tag === "NOUN" && !isName(at) && /^(?:NOUN|PROPN|PRON)$/.test(words[at - 1]?.tag ?? ""),
  );
}

const isEventVerb = (own: string): boolean =>
  isKnownEvent(eventFamily(own)) || BEGIN_VERBS.has(own) || END_VERBS.has(own);

/** Words of the event itself, of its time and of its asking are no arguments. */
function isArgument(term: QuestionTerm, key: string, times: readonly { readonly span: Span }[]): boolean {
  if (eventFamily(term.stem) === key || eventStems(key).has(term.stem) || key.endsWith(` ${term.stem}`)) return false;
  if (isCalendarName(term.word.toLowerCase()) || IDLE.has(term.word.toLowerCase())) return false;
  return times.length === 0 || !/^\d|^(?:morning|evening|night|afternoon|day|overnight)$/i.test(term.word);
}

const IDLE: ReadonlySet<string> = new Set(
  "begin began begun start started happen happened occur occurred take took place taken really actually ever true time hour day date first last exactly held hold".split(
    " ",
  ),
);

const spanOf = ({ tokens }: Phrases, range: { readonly from: number; readonly to: number }): Span => ({
  start: tokens[range.from]?.start ?? 0,
  end: tokens[range.to - 1]?.end ?? 0,
});
