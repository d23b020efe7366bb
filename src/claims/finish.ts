import type { Document } from "../documents/document.ts";
import type { Span } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { contains } from "../text/span.ts";
import { readCoverage } from "./coverage.ts";
import { findClause } from "./clause.ts";
import type { Certainty, Coverage, Period, QuantityClaim, Speaker } from "./claim.ts";
import type { Figure } from "./figures.ts";
import { samePlace } from "./gazetteer.ts";
import { datedAt } from "./inherit.ts";
import type { Dated, Settled } from "./inherit.ts";
import { definitionOf, isHarm, isRevised, measureOf, recordOf } from "./measure.ts";
import { forcesIn, subjectCountry } from "./participants.ts";
import type { Reading } from "./reading.ts";
import { textOfTokens } from "./reading.ts";
import { asOf, publishedPeriod } from "./setting.ts";
import { membersOf } from "./states.ts";

const at = (span: Span, offset: number): Span => ({ start: span.start + offset, end: span.end + offset });

/** Turns settled figures into claims with absolute spans, speakers, periods and parts; in text order. */
export function finishClaims(
  document: Document,
  settled: readonly Settled[],
  dated: readonly Dated[],
): readonly QuantityClaim[] {
  const drafts = settled.flatMap((one, index) => finishOne(document, one, { index, dated, settled }));
  return markParts(drafts, settled);
}

type Numbered = { readonly claim: QuantityClaim; readonly source: number };
type Around = { readonly index: number; readonly dated: readonly Dated[]; readonly settled: readonly Settled[] };

function finishOne(document: Document, one: Settled, around: Around): readonly Numbered[] {
  const { reading, figure } = one;
  const offset = reading.sentence.span.start;
  const clause = findClause(reading, figure.number);
  const clauseText = wordsRound(reading, figure);
  const credit = creditOf(one);
  const measure = measureOf(one, clauseText);
  const value = at({ start: figure.span.start, end: Math.max(figure.number.end, figure.span.end) }, offset);
  const period = periodOf(document, one, { measure, around });
  const counted = withForces(one, clause);
  const base = {
    kind: "quantity" as const,
    document: document.id,
    sentence: reading.index,
    span: reading.sentence.span,
    clause: at(clause, offset),
    value,
    counted,
    event: one.event,
    period,
    speaker: credit.speaker,
    certainty: credit.certainty,
    estimate: credit.estimate || figure.estimate,
    quantity: quantityOf(one),
    measure,
    definition: definitionOf(one),
    coverage: coverageOf(one),
    partOf: null,
    record: recordOf(one, clauseText),
    revised: isRevised(clauseText),
  };
  const id = `${document.id}:${value.start}-${value.end}`;
  const places = one.places.length === 0 && measure === "stock" ? nearbyPlaces(one, around) : one.places;
  // "seven each over Oryol and Kaluga" is two claims.
  if (figure.distributive && places.length > 1) {
    return places.map((place, n) => ({ claim: { ...base, id: `${id}#${n + 1}`, place }, source: around.index }));
  }
  const first = places[0];
  const place = first
    ? { ids: [...new Set(places.flatMap((each) => each.ids))], written: places.map((each) => each.written).join(", ") }
    : null;
  return [{ claim: { ...base, id, place }, source: around.index }];
}

/** A count's unit is what is counted; "its magnitude as 7.1" is told in no unit but measured in one. */
function quantityOf({ figure, counted }: Settled): QuantityClaim["quantity"] {
  if (figure.quantity.dimension !== "count") return figure.quantity;
  if (counted.head === "magnitude") return { ...figure.quantity, dimension: "magnitude", unit: "magnitude" };
  return { ...figure.quantity, unit: counted.head };
}

/** What the figure takes in, by its own words and by those round it. */
function coverageOf(one: Settled): readonly Coverage[] {
  const { counting, figure } = one;
  const own: Coverage[] = [];
  if (figure.additional && figure.quantity.dimension === "count")
    own.push({ kind: "more", written: textOfSpan(one, figure.span) });
  if (counting.kind === "people" && counting.ofWhole)
    own.push({ kind: "part", written: textOfTokens(one.reading, counting.words ?? counting.group) });
  const member = membersOf(one.reading.phrases, counting);
  if (member) own.push({ kind: "part", written: member.written });
  return [...own, ...readCoverage(wordsRound(one.reading, figure, COVERAGE_REACH))];
}

const textOfSpan = ({ reading }: Settled, span: Span): string => reading.text.slice(span.start, span.end);

/** Sentences back that a force without a place may take it from. */
const PLACE_REACH = 3;

/** Where the forces counted just before, under the same heading, are said to be. */
function nearbyPlaces(one: Settled, around: Around): Settled["places"] {
  const { index, sentence } = one.reading;
  for (let earlier = around.index - 1; earlier >= 0; earlier -= 1) {
    const each = around.settled[earlier];
    if (each === undefined || index - each.reading.index > PLACE_REACH) return [];
    const isSame = each.counted.head === one.counted.head && each.reading.sentence.heading === sentence.heading;
    if (isSame && each.places.length > 0) return each.places;
  }
  return [];
}

const DEGREE = /\b(?:seriously|critically|slightly|lightly|severely|badly|gravely|fatally)\b/i;

/** "Three were seriously injured" counts fewer than the injured. */
function degreeOf(one: Settled): string | null {
  if (!isHarm(one.event.action)) return null;
  const { figures, text } = one.reading;
  const after = figures.find((each) => each.span.start >= one.figure.span.end);
  const word = DEGREE.exec(text.slice(one.figure.span.start, after?.span.start ?? text.length))?.[0];
  return word === undefined ? null : stem(word);
}

/** Characters either side of a figure in which its sentence may say what it takes in. */
const COVERAGE_REACH = 300;

/** The words of the sentence from the figure before to the figure after, at most so many characters either side. */
function wordsRound(reading: Reading, figure: Figure, reach = Infinity): string {
  const before = reading.figures.findLast((each) => each.span.end <= figure.span.start);
  const after = reading.figures.find((each) => each.span.start >= figure.span.end);
  return reading.text.slice(
    Math.max(before?.span.end ?? 0, figure.span.start - reach),
    Math.min(after?.span.start ?? reading.text.length, figure.span.end + reach),
  );
}

/** Losses are those of the forces that the clause names, where nothing nearer says whose they are. */
function withForces(one: Settled, clause: Span): QuantityClaim["counted"] {
  const degree = degreeOf(one);
  const modifiers = degree === null ? one.counted.modifiers : [...one.counted.modifiers, degree];
  const counted = { ...one.counted, modifiers, written: one.counted.written.trim() };
  if (counted.owners.length > 0 || !isHarm(one.event.action)) return counted;
  const forces = forcesIn(one.reading, clause);
  return { ...counted, owners: forces.length > 0 ? forces : subjectCountry(one.reading, clause) };
}

function creditOf(one: Settled): {
  readonly speaker: Speaker | null;
  readonly certainty: Certainty;
  readonly estimate: boolean;
} {
  const attributed = one.reading.attributions.filter((each) =>
    each.credited.some((span) => contains(span, one.figure.number)),
  );
  const credit = attributed.toSorted((a, b) => size(a.credited) - size(b.credited))[0];
  return credit
    ? { speaker: credit.speaker, certainty: credit.certainty, estimate: credit.estimate }
    : { speaker: null, certainty: "stated", estimate: false };
}

const size = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0);

function periodOf(
  document: Document,
  one: Settled,
  how: { measure: "total" | "running" | "stock"; around: Around },
): Period | null {
  if (how.measure !== "total") {
    const far = one.farTime !== null && OPENS_AS_OF.test(one.farTime.written ?? "") ? one.farTime : null;
    const said = [one.ownTime, one.reportTime, far].find((time) => time !== null && tellsAsOf(time));
    return said ? asOf(said) : publishedPeriod(document.published);
  }
  return withHours(one, how.around.dated) ?? one.period;
}

/** Far from its figure, only these date a toll. */
const OPENS_AS_OF = /^(?:by|as of|as at|until|so far|now)\b/i;

/** "By noon on Wednesday", "on Thursday" say of when a toll is; "Tuesday's earthquake", "since May" say of what. */
const tellsAsOf = ({ written }: Period): boolean => !/since|['’]s$/i.test(written ?? "");

/** "The drones came between 7 and 10 a.m." one sentence on gives the hours of the drones just counted. */
function withHours(one: Settled, dated: readonly Dated[]): Period | null {
  if (one.ownTime?.hours) return one.ownTime;
  const { sentence, index } = one.reading;
  const next = datedAt(dated, index + 1);
  if (next?.heading !== sentence.heading || !next.period.hours || next.pointsTo === null) return null;
  const same = next.pointsTo === "they" || one.counted.written.toLowerCase().endsWith(next.pointsTo);
  return same ? { ...next.period, basis: "pointed-to" } : null;
}

/** Sentences from a part in which its whole may stand. */
const WHOLE_NEAR = [-2, -1, 0, 1, 2];

/** Parts: "including", "of which", and a smaller figure for a narrower place beside its whole in one document. */
function markParts(numbered: readonly Numbered[], settled: readonly Settled[]): readonly QuantityClaim[] {
  const bySource = new Map(numbered.toReversed().map(({ claim, source }) => [source, claim]));
  const bySentence = new Map<number, QuantityClaim[]>();
  for (const { claim } of numbered) bySentence.set(claim.sentence, [...(bySentence.get(claim.sentence) ?? []), claim]);
  return numbered.map(({ claim, source }) => {
    const own = settled[source];
    if (own?.part === "part" && own.antecedent !== null) {
      const whole = bySource.get(own.antecedent);
      // "145 drones, 62 of which were shot down": another thing happened to the part; it is no rival of the whole anyway.
      if (whole) return { ...claim, partOf: whole.id };
    }
    const beside = WHOLE_NEAR.flatMap((step) => bySentence.get(claim.sentence + step) ?? []);
    const whole = beside.find((each) => each !== claim && isWholeOf(each, claim));
    return whole ? { ...claim, partOf: whole.id } : claim;
  });
}

function isWholeOf(whole: QuantityClaim, part: QuantityClaim): boolean {
  const a = whole.quantity.said.low ?? whole.quantity.said.high;
  const b = part.quantity.said.low ?? part.quantity.said.high;
  if (part.place === null || whole.place !== null || a === null || b === null || b >= a) return false;
  if (whole.quantity.per !== part.quantity.per) return false;
  // Two voices give rival figures, not a whole and its part.
  if (whole.speaker && part.speaker && whole.speaker.key !== part.speaker.key) return false;
  if (whole.counted.head !== part.counted.head || whole.event.action !== part.event.action) return false;
  return !part.place.ids.some((id) => whole.event.targets.some((target) => samePlace(id, target)));
}
