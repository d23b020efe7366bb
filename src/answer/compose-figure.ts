import type { Claim } from "../claims/claim.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Comparison, Position, Relation } from "../positions/position.ts";
import { citeClaim } from "./cite.ts";
import { accordingTo, certaintyNote } from "./credit.ts";
import type { DraftCitation, DraftPart, DraftSentence } from "./draft.ts";
import type { Differs } from "./own-sentences.ts";
import { phraseOf, quoteText } from "./phrase.ts";
import { hasFresh, listQuotes } from "./quote-list.ts";

const words = (text: string): DraftPart => ({ kind: "words", text });
const cited = (begins: DraftSentence["begins"], parts: readonly DraftPart[]): DraftSentence => ({
  begins,
  body: { kind: "cited", parts },
});

/** How a comparison is told: `besides` follows the one that was asked for. */
export type Telling = { readonly begins: "paragraph" | "run-on"; readonly besides: boolean };

/** Words a comparison: first the value or values with who says so, then a line with the quote for each position. */
export function composeFigure(snapshot: Snapshot, comparison: Comparison, telling: Telling): readonly DraftSentence[] {
  const { positions, kind } = comparison;
  if (positions.length === 0) return [];
  const ordered = kind === "update" ? latestFirst(positions, snapshot) : positions;
  const printed = new Set<string>();
  const means: readonly DraftSentence[] =
    kind === null || positions.length === 1
      ? []
      : [
          {
            begins: "run-on",
            body: {
              kind: "own",
              own: { kind: "means", relation: kind, differs: kind === "scope" ? differsIn(positions) : null },
            },
          },
        ];
  return [
    leadSentence(snapshot, ordered, { kind, telling }),
    ...means,
    ...ordered.map((position) => positionItem(snapshot, position, printed)),
    ...fittingItem(snapshot, comparison.fitsAll, printed),
    ...comparison.sums.map((sum) => sumItem(sum)),
  ];
}

const later = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** By the day that they are of, the latest first; of one day, by the hour of publication. */
function latestFirst(positions: readonly Position[], snapshot: Snapshot): readonly Position[] {
  const published = ({ lead }: Position): string =>
    snapshot.records[snapshot.recordOf.get(lead.document) ?? -1]?.document.published ?? "";
  const day = (position: Position): string => (position.asOf ?? published(position)).slice(0, 10);
  return positions.toReversed().toSorted((a, b) => later(day(a), day(b)) || later(published(a), published(b)));
}

/** What the positions of a scope differ in: the time or the place that each states, else what they count. */
function differsIn(positions: readonly Position[]): Differs | null {
  const leads = positions.map((position) => position.lead);
  const all = (read: (claim: Claim) => string | null | undefined): boolean =>
    leads.every((claim) => read(claim)) && new Set(leads.map(read)).size > 1;
  if (all((claim) => claim.period?.written)) return "time";
  if (all((claim) => claim.place?.written)) return "place";
  return leads.some((claim) => claim.kind === "quantity" && claim.definition.length > 0) ? "definition" : null;
}

const LEADS: Readonly<Record<Relation, string>> = {
  contradiction: "The sources contradict each other: ",
  estimate: "The figures differ: ",
  scope: "The figures differ: ",
  update: "The figure has changed; the latest is given first: ",
  unclear: "The figures differ: ",
};

function leadSentence(
  snapshot: Snapshot,
  positions: readonly Position[],
  how: { kind: Relation | null; telling: Telling },
): DraftSentence {
  const several = positions.length > 1;
  const isFigure = positions[0]?.lead.kind === "quantity";
  const opening = how.telling.besides
    ? isFigure
      ? "Of another day: "
      : "Also reported: "
    : several && how.kind !== null
      ? LEADS[how.kind]
      : several
        ? "The documents give these figures: "
        : "";
  const parts: DraftPart[] = opening === "" ? [] : [words(opening)];
  positions.forEach((position, i) => {
    const citation = citeClaim(position.lead);
    if (i > 0) parts.push(words(how.kind === "update" && i === 1 ? "; before that, " : "; "));
    parts.push({ kind: "value", citation, span: phraseOf(snapshot, position.lead), strong: "strong" }, words(","));
    parts.push(...accordingTo(citation), ...(how.kind === "update" ? dated(snapshot, citation) : []));
    parts.push(words(certaintyNote(citation, quoteText(snapshot, citation))), {
      kind: "markers",
      citations: [citation],
    });
  });
  return cited(how.telling.begins, [...parts, words(".")]);
}

/** " (May 16, 2024)": when it was published; nothing where that is not known. */
function dated(snapshot: Snapshot, { document }: DraftCitation): readonly DraftPart[] {
  const published = snapshot.records[snapshot.recordOf.get(document) ?? -1]?.document.published ?? null;
  return published === null ? [] : [words(" ("), { kind: "source", document, shows: "date" }, words(")")];
}

/** One line a position: its quotes with who says so and where; where all were shown before, its value and where it stands. */
function positionItem(snapshot: Snapshot, position: Position, printed: Set<string>): DraftSentence {
  const others = position.claims.filter((claim) => claim !== position.lead);
  const citations = [position.lead, ...others].map((claim) => citeClaim(claim));
  const lead = citeClaim(position.lead);
  const opening: readonly DraftPart[] = hasFresh(snapshot, citations, printed)
    ? []
    : [{ kind: "value", citation: lead, span: phraseOf(snapshot, position.lead), strong: "plain" }, words(": ")];
  return cited("item", [...opening, ...listQuotes(snapshot, citations, printed)]);
}

function fittingItem(snapshot: Snapshot, claims: readonly Claim[], printed: Set<string>): readonly DraftSentence[] {
  if (claims.length === 0) return [];
  const citations = claims.map((claim) => citeClaim(claim));
  return [cited("item", [words("Compatible with each of these: "), ...listQuotes(snapshot, citations, printed)])];
}

function sumItem(sum: { readonly whole: Claim; readonly parts: readonly Claim[] }): DraftSentence {
  const whole = citeClaim(sum.whole);
  const parts: DraftPart[] = [
    words("The parts add up to it: "),
    { kind: "value", citation: whole, span: sum.whole.value, strong: "plain" },
    { kind: "markers", citations: [whole] },
    words(" is "),
  ];
  sum.parts.forEach((part, i) => {
    const citation = citeClaim(part);
    if (i > 0) parts.push(words(i === sum.parts.length - 1 ? " and " : ", "));
    parts.push(
      { kind: "value", citation, span: part.value, strong: "plain" },
      { kind: "markers", citations: [citation] },
    );
  });
  return cited("item", [...parts, words(".")]);
}
