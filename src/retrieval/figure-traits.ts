import type { QuantityClaim } from "../claims/claim.ts";
import type { DocumentRecord } from "../index/record.ts";
import { splitIntoWords } from "../text/words.ts";
import { wordsIn } from "./asked-words.ts";

/** What the words around a figure tell of it, whatever is asked. */
export type FigureTraits = {
  /** Stems of its clause's words, and of the thing counted. */
  readonly clause: readonly string[];
  /** Stems of the words next behind it. */
  readonly behind: readonly string[];
  /** Stems of its speaker's name. */
  readonly speaker: readonly string[];
  /** The years that tell when, where all that its sentence names lie before that of its publication; else none. */
  readonly bygoneYears: readonly string[];
  /** "All but 14", "other than 14". */
  readonly allBut: boolean;
  /** A figure beside another, or of some of them. */
  readonly more: boolean;
  /** "Eleven of the 14": what others are a part of. */
  readonly outOf: boolean;
  /** "Licensed to carry 190 people", "room for 200": what could be is not what was. */
  readonly ability: boolean;
};

/** Words behind a figure that its noun stands among. */
const NOUN_REACH = 4;

const OUT_OF = /\b(?:of|among) (?:(?:all|the|its|their|a|total) ){0,3}$/iu;

const ALL_BUT = /\b(?:all but|except(?: for)?|other than|apart from)(?: \p{L}+){0,2} *$/iu;

const MORE =
  /\b(?:another|further|additional)\b|\b(?:others?|more) (?!than\b)|\bof (?:them|whom|which|those|these)\b/iu;
const LEAD_CHARACTERS = 12;

const ABILITY =
  /\b(?:licen[sc]ed|permitted|allowed|certified|designed|built|approved|able|equipped) (?:to|for)(?: \p{L}+){0,3}\s*$|\b(?:room|space|seats|capacity|berths|beds) (?:for|of)(?: \p{L}+){0,2}\s*$/iu;

/** A year that tells when, not since when. */
const YEAR = /(?<!\b(?:since|until|before|than) (?:in )?)\b(?:1[5-9]|20)\d\d\b/giu;

const TRAITS = new WeakMap<QuantityClaim, FigureTraits>();

/** Reads what the words around a figure tell of it; once, and kept as long as the claim is. */
export function traitsOf(claim: QuantityClaim, record: DocumentRecord): FigureTraits {
  const known = TRAITS.get(claim);
  if (known) return known;
  const { span, value, clause, speaker } = claim;
  const { text } = record.document;
  const before = text.slice(span.start, value.start);
  const [from, to] = [clause.start - span.start, clause.end - span.start];
  const words = wordsIn(record, claim.sentence);
  const traits: FigureTraits = {
    clause: [
      ...words.flatMap((word) => (word.span.start >= from && word.span.end <= to ? [word.stem] : [])),
      claim.counted.head,
    ],
    behind: splitIntoWords(text.slice(value.end, span.end))
      .slice(0, NOUN_REACH)
      .map(({ stem }) => stem),
    speaker: speaker === null ? [] : splitIntoWords(speaker.name).map(({ stem }) => stem),
    bygoneYears: bygoneYears(text.slice(span.start, span.end), record),
    allBut: ALL_BUT.test(before),
    more: MORE.test(text.slice(value.start - LEAD_CHARACTERS, value.end + LEAD_CHARACTERS)),
    outOf: OUT_OF.test(before),
    ability: ABILITY.test(before),
  };
  TRAITS.set(claim, traits);
  return traits;
}

function bygoneYears(sentence: string, { document }: DocumentRecord): readonly string[] {
  const published = Number(document.published?.slice(0, 4) ?? "9999");
  const years = sentence.match(YEAR) ?? [];
  return years.every((year) => Number(year) < published) ? years : [];
}
