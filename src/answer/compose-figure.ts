import type { Claim } from "../claims/claim.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Comparison, Position, Relation } from "../positions/position.ts";
import { citeClaim } from "./cite.ts";
import { accordingTo, certaintyNote, whereFrom } from "./credit.ts";
import type { DraftCitation, DraftPart, DraftSentence } from "./draft.ts";
import type { Differs } from "./own-sentences.ts";
import { phraseOf, quoteText } from "./phrase.ts";

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
  const ordered = kind === "update" ? positions.toReversed() : positions;
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
    ...ordered.map((position) => positionItem(position)),
    ...fittingItem(comparison.fitsAll),
    ...comparison.sums.map((sum) => sumItem(sum)),
  ];
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
  const opening = how.telling.besides
    ? "Also reported: "
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
    parts.push(...accordingTo(citation), words(certaintyNote(citation, quoteText(snapshot, citation))), {
      kind: "markers",
      citations: [citation],
    });
  });
  return cited(how.telling.begins, [...parts, words(".")]);
}

/** One line a position: its fullest quote with who says so and where, then the other documents that give it too. */
function positionItem(position: Position): DraftSentence {
  const lead = citeClaim(position.lead);
  const parts: DraftPart[] = [{ kind: "quote", citation: lead }, ...whereFrom(lead)];
  const others = position.claims.filter((claim) => claim !== position.lead).map((claim) => citeClaim(claim));
  const seen = new Set([placeOf(lead)]);
  const further = others.filter((citation) => !seen.has(placeOf(citation)) && seen.add(placeOf(citation)));
  further.forEach((citation, i) => {
    parts.push(words(i === 0 ? "; likewise " : "; "), { kind: "quote", citation }, ...whereFrom(citation));
  });
  return cited("item", parts);
}

function fittingItem(claims: readonly Claim[]): readonly DraftSentence[] {
  return claims.map((claim) => {
    const citation = citeClaim(claim);
    return cited("item", [
      words("Compatible with each of these: "),
      { kind: "quote", citation },
      ...whereFrom(citation),
    ]);
  });
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

const placeOf = (citation: DraftCitation): string => `${citation.document}:${citation.span.start}-${citation.span.end}`;
