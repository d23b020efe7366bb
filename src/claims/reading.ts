import type { Document } from "../documents/document.ts";
import type { Sentence } from "../passages/passage.ts";
import type { Span } from "../text/span.ts";
import { overlaps, slice } from "../text/span.ts";
import type { Period } from "./claim.ts";
import { findFigures } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { TITLES } from "../text/name-words.ts";
import { countryOf, findPlaces } from "./gazetteer.ts";
import type { PlaceMention } from "./gazetteer.ts";
import { findPhrases, mergeMarks } from "./phrases.ts";
import type { Mark, Phrases } from "./phrases.ts";
import type { SentenceAttribution } from "./attribution.ts";
import { SPEAKING_NOUNS } from "./speech-words.ts";
import type { TaggedWord } from "./tag.ts";
import type { Token } from "./token.ts";
import { findTimes } from "./times.ts";
import type { TimeMention } from "./times.ts";

/** One sentence with all that the grammars read in it. Offsets are relative to the sentence's start. */
export type Reading = {
  readonly index: number;
  readonly sentence: Sentence;
  readonly text: string;
  /** Words of the document right before it. */
  readonly before: string;
  readonly phrases: Phrases;
  readonly figures: readonly Figure[];
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  /** Who is credited with which stretch of it; empty where the document speaks itself. */
  readonly attributions: readonly SentenceAttribution[];
};

/** What `readSentence` needs beside the sentence. */
export type ReadingContext = {
  readonly document: Document;
  readonly tagged: readonly (readonly TaggedWord[])[];
  readonly attributions: readonly (readonly SentenceAttribution[])[];
  readonly previous: Period | null;
};

/** Characters before a sentence that may say what its bare figures are of. */
const BEFORE = 240;

/** Reads sentence number `index` with every grammar. */
export function readSentence(sentence: Sentence, index: number, context: ReadingContext): Reading {
  const text = slice(context.document.text, sentence.span);
  const times = findTimes(text, { published: context.document.published, previous: context.previous });
  const figures = findFigures(text).filter((figure) => !times.some((time) => overlaps(time.span, figure.number)));
  const marks: Mark[] = [
    ...figures.map((figure, i): Mark => ({ span: wordsOf(figure), kind: "figure", index: i })),
    ...times.map((time, i): Mark => ({ span: time.span, kind: "time", index: i })),
  ];
  const attributions = context.attributions[index] ?? [];
  const found = findPhrases(
    mergeMarks(context.tagged[index] ?? [], withoutOverlaps(marks), text),
    boundsOf(attributions),
  );
  const phrases = withoutSaying(found, attributions);
  const before = context.document.text.slice(Math.max(0, sentence.span.start - BEFORE), sentence.span.start);
  return {
    index,
    sentence,
    text,
    before,
    phrases,
    figures,
    times,
    places: withoutNames(findPlaces(text), phrases.tokens),
    attributions,
  };
}

/** Words behind or before a place that leave it one: "Cebu City", "Lyon Mayor Ann Doe". */
const BESIDE_PLACE =
  /^(?:city|county|province|state|district|region|oblast|island|islands|port|bay|airport|university|stadium|north|south|east|west|central|northern|southern|eastern|western|greater|mount|lake|cape|saint|san|santa|st)$/;

/** Places that are parts of people's names are none: "Luz Villanueva", "Rosario Pineda". */
function withoutNames(places: readonly PlaceMention[], tokens: readonly Token[]): readonly PlaceMention[] {
  if (places.length === 0) return places;
  const isName = (at: number): boolean => {
    const token = tokens[at];
    if (token?.tag !== "PROPN" || !/^\p{Lu}\p{Ll}/u.test(token.text)) return false;
    if (BESIDE_PLACE.test(token.lower) || TITLES.has(token.lower) || SPEAKING_NOUNS.has(token.lower)) return false;
    return !places.some((place) => overlaps(place.span, token));
  };
  return places.filter((place) => {
    if (countryOf(place.id) === place.id) return true;
    const from = tokens.findIndex((token) => token.start <= place.span.start && place.span.start < token.end);
    const to = tokens.findIndex((token) => token.start >= place.span.end);
    return !isName(from - 1) && !(to >= 0 && isName(to));
  });
}

/** Verbs that only credit ("the union said 300 people marched") are no events. */
function withoutSaying(phrases: Phrases, attributions: readonly SentenceAttribution[]): Phrases {
  const saying = attributions.flatMap((each) => (each.attribution ? [each.attribution] : []));
  const credits = (token: number): boolean => {
    const at = phrases.tokens[token];
    return at !== undefined && saying.some((span) => overlaps(span, at));
  };
  // "Police put the crowd at 300" credits and counts at once.
  // So does "conceded defeat", which tells a deed; "conceded that" only credits.
  const counts = (token: number): boolean =>
    /^(?:put|estimat|reckon)/.test(phrases.tokens[token]?.lower ?? "") ||
    (phrases.tokens[token]?.lower.startsWith("conced") === true && phrases.tokens[token + 1]?.lower !== "that");
  return {
    ...phrases,
    verbs: phrases.verbs.filter((verb) => !verb.main.some((main) => credits(main) && !counts(main))),
  };
}

/** Where attributions and what they credit begin and end: no noun group crosses these. */
function boundsOf(attributions: readonly SentenceAttribution[]): ReadonlySet<number> {
  return new Set(
    attributions.flatMap((each) =>
      [each.attribution, ...each.credited].flatMap((span) => (span ? [span.start, span.end, span.end + 1] : [])),
    ),
  );
}

/** The hedge and the number, up to where the noun begins: a rate behind the noun does not join the token. */
function wordsOf(figure: Figure): Span {
  return { start: figure.span.start, end: Math.max(figure.number.end, Math.min(figure.span.end, figure.headFollows)) };
}

/** Marks in text order, the earlier one of two that overlap. */
function withoutOverlaps(marks: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last.span, mark.span)) kept.push(mark);
  }
  return kept;
}

/** Number of the token that holds figure number `figure`, −1 where a time swallowed it. */
export function tokenOfFigure(reading: Reading, figure: number): number {
  return reading.phrases.tokens.findIndex((token) => token.tag === "FIGURE" && token.index === figure);
}

/** True for the 7 of "six of the 7". */
export function isWholeOfOther(reading: Reading, figure: Figure): boolean {
  return reading.figures.some((other) => other.ofWhole?.kind === "of" && overlaps(other.ofWhole.number, figure.number));
}

/** Characters that tokens `[from, to)` cover, relative to the sentence. */
export function spanOfTokens(reading: Reading, range: { readonly from: number; readonly to: number }): Span {
  const { tokens } = reading.phrases;
  return { start: tokens[range.from]?.start ?? 0, end: tokens[range.to - 1]?.end ?? 0 };
}

/** The text of tokens `[from, to)`. */
export function textOfTokens(reading: Reading, range: { readonly from: number; readonly to: number }): string {
  return slice(reading.text, spanOfTokens(reading, range));
}

/** The first noun of a sentence that opens with "the", "these", "those" or is "they"; null for other openings. */
export function pointedNoun(reading: Reading): string | null {
  const { tokens, nouns } = reading.phrases;
  const subject = nouns[0];
  if (!subject || subject.from > 0 || !/^(?:the|these|those|they)$/.test(tokens[0]?.lower ?? "")) return null;
  return tokens[subject.head]?.lower ?? null;
}
