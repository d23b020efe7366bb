import { stem } from "../text/stem.ts";
import { overlaps } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Range } from "./counting.ts";
import { groupAt } from "./counting.ts";
import { countryOf } from "./gazetteer.ts";
import type { Happening } from "./happening.ts";
import type { NounGroup } from "./phrases.ts";
import { spanOfTokens } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { TARGET_PREPOSITIONS } from "./verb-words.ts";
import { foldName } from "../text/names.ts";

/** Ids of the countries (else places) named inside a stretch of the sentence, in order. */
export function countriesIn(reading: Reading, span: Span): readonly string[] {
  const ids = reading.places
    .filter((place) => overlaps(place.span, span))
    .map((place) => countryOf(place.id) ?? place.id);
  return [...new Set(ids)];
}

/** Who does it: the countries named in the agent's words, else its proper name folded. */
export function agentsOf(reading: Reading, happening: Happening): readonly string[] {
  if (!happening.agent) return [];
  const countries = countriesIn(reading, spanOfTokens(reading, withOwner(reading, happening.agent)));
  if (countries.length > 0) return countries;
  const names = reading.phrases.tokens
    .slice(happening.agent.from, happening.agent.to)
    .filter((token) => token.tag === "PROPN");
  return names.length > 0 ? [`name:${foldName(names.map((token) => token.text).join(" "))}`] : [];
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
    const aimed = TARGET_PREPOSITIONS.has(preposition) || (preposition === "" && false);
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
