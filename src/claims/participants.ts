import { stem } from "../text/stem.ts";
import { overlaps } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Range } from "./counting-shape.ts";
import { groupAt, subjectOf } from "./subject.ts";
import { isKnownThing, isNeutral } from "./families.ts";
import { countryOf } from "./gazetteer.ts";
import type { Happening } from "./verb-event.ts";
import type { NounGroup } from "./phrases.ts";
import { spanOfTokens } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { SPEAKING_NOUNS } from "./speech-words.ts";
import { TARGET_PREPOSITIONS } from "./verb-words.ts";
import { foldName } from "../text/names.ts";

/** Ids of the countries (else places) named inside a stretch of the sentence, in order. */
export function countriesIn(reading: Reading, span: Span): readonly string[] {
  const ids = reading.places
    .filter((place) => overlaps(place.span, span))
    .map((place) => countryOf(place.id) ?? place.id);
  return [...new Set(ids)];
}

const FORCES = /^(?:forces?|troops?|soldiers?|army|military|servicemen|ranks|units?|side)$/;

/** The country whose forces a stretch of the sentence names, where it is only one: "Norwegian forces", "Norway's army". */
export function forcesIn(reading: Reading, span: Span): readonly string[] {
  const { tokens, nouns } = reading.phrases;
  const named = nouns
    .filter((group) => FORCES.test(tokens[group.head]?.lower ?? "") && overlaps(spanOfTokens(reading, group), span))
    .flatMap((group) => countriesIn(reading, spanOfTokens(reading, group)));
  const countries = [...new Set(named)];
  return countries.length === 1 ? countries : [];
}

/** The country that is the subject of a clause: "Norway had its worst day, as the toll reached 300". */
export function subjectCountry(reading: Reading, clause: Span): readonly string[] {
  const { phrases } = reading;
  const verb = phrases.verbs.find((group) => (phrases.tokens[group.from]?.start ?? -1) >= clause.start);
  const subject = verb ? subjectOf(phrases, verb) : undefined;
  if (!subject || (phrases.tokens[subject.from]?.start ?? -1) < clause.start) return [];
  return countriesIn(reading, spanOfTokens(reading, { from: subject.head, to: subject.head + 1 }));
}

/** Who does it: the countries named in the agent's words, else its proper name folded. */
export function agentsOf(reading: Reading, happening: Happening): readonly string[] {
  // Whoever puts a figure on something does not do it.
  if (!happening.agent || (happening.action !== null && isNeutral(happening.action))) return [];
  const countries = countriesIn(reading, spanOfTokens(reading, withOwner(reading, happening.agent)));
  if (countries.length > 0) return countries;
  if (isPronoun(reading, happening.agent)) return pronounCountry(reading, happening.agent.from);
  const names = reading.phrases.tokens
    .slice(happening.agent.from, happening.agent.to)
    .filter((token) => token.tag === "PROPN");
  const [first] = names;
  // "Heavy snow stranded 300": the first word of a sentence is written like a name.
  const head = reading.phrases.tokens[happening.agent.to - 1];
  if (first && names.length === 1 && first.start === 0 && (head !== first || isCommonNoun(first.lower))) return [];
  return names.length > 0 ? [`name:${foldName(names.map((token) => token.text).join(" "))}`] : [];
}

/** "Rescuers pulled out 32": the first word of a sentence is written like a name. */
const isCommonNoun = (word: string): boolean =>
  SPEAKING_NOUNS.has(word) || isKnownThing(stem(word)) || /(?:ers|ors|ists|ees|ians)$/.test(word);

const isPronoun = (reading: Reading, range: Range): boolean =>
  /^(?:they|it)$/.test(reading.phrases.tokens[range.to - 1]?.lower ?? "");

/** "Norway's forces had their worst day when they lost 300": the group named last before the pronoun. */
function pronounCountry(reading: Reading, at: number): readonly string[] {
  const before = reading.phrases.nouns.findLast(
    (group) =>
      group.to <= at &&
      // "Doctors in Oslo said they": where somebody is says nothing of whose they are.
      reading.phrases.tokens[group.from - 1]?.tag !== "ADP" &&
      countriesIn(reading, spanOfTokens(reading, group)).length > 0,
  );
  return before ? countriesIn(reading, spanOfTokens(reading, before)) : [];
}

/** "the air defenses of Norway": an "of" group after the agent belongs to it. */
function withOwner(reading: Reading, range: Range): Range {
  const { tokens } = reading.phrases;
  if (tokens[range.to]?.lower !== "of") return range;
  const inner = groupAt(reading.phrases, range.to + 1);
  return inner ? { from: range.from, to: inner.to } : range;
}

/** What it is aimed at: places behind "against", "at", "on" in the rest of the clause. */
export function targetsOf(reading: Reading, rest: Range | null): readonly string[] {
  if (!rest) return [];
  const { tokens } = reading.phrases;
  const found: string[] = [];
  for (const place of reading.places) {
    const at = tokens.findIndex((token) => token.start <= place.span.start && place.span.start < token.end);
    if (at < rest.from || at >= rest.to) continue;
    const group = groupAt(reading.phrases, at);
    const preposition = tokens[(group?.from ?? at) - 1]?.lower ?? "";
    const aimed = TARGET_PREPOSITIONS.has(preposition);
    if (aimed) found.push(countryOf(place.id) ?? place.id);
  }
  return [...new Set(found)];
}

/** Stems of a noun group's words before its head, nationalities, articles and figures left out. */
export function modifiersIn(reading: Reading, group: NounGroup | Range, head: number): readonly string[] {
  const { tokens } = reading.phrases;
  const words = tokens
    .slice(group.from, head)
    .filter((token) => token.tag === "ADJ" || token.tag === "NOUN" || token.tag === "PROPN" || token.tag === "VERB");
  return words
    .filter((word) => !reading.places.some((place) => overlaps(place.span, word)) && !IGNORED.has(word.lower))
    .map((word) => stem(word.lower));
}

const IGNORED: ReadonlySet<string> = new Set(
  "record new total average some many other more own several additional further reported estimated likely".split(" "),
);
