import type { Dimension, QuantityClaim } from "../claims/claim.ts";
import { findFigures } from "../claims/figures.ts";
import type { Figure } from "../claims/figures.ts";
import { thingFamily } from "../claims/families.ts";
import type { DocumentRecord } from "../index/record.ts";
import { slice } from "../text/span.ts";
import { splitIntoWords } from "../text/words.ts";
import { claimAt } from "./claim-at.ts";
import { kept } from "./kept.ts";

const CLAIMED = new WeakMap<DocumentRecord, ReadonlyMap<number, readonly QuantityClaim[]>>();
/** What a sentence has of figures. */
type Figures = { readonly claims: readonly QuantityClaim[]; readonly written: readonly WrittenFigure[] };

/** A figure as it is written: where it begins in its sentence, UTF-16 units, and of what it is. */
export type WrittenFigure = { readonly start: number; readonly dimension: Dimension };

/** Sentences whose figures are kept. */
const MOST = 50_000;

const NONE: Figures = { claims: [], written: [] };

const figuresOf = kept<Figures>((record, sentence) => {
  const span = record.sentences[sentence]?.span;
  if (!span) return NONE;
  const claimed = claimedIn(record, sentence);
  const found = findFigures(slice(record.document.text, span));
  if (claimed.length === 0 && found.length === 0) return NONE;
  return {
    claims: [...claimed, ...bareFigures(record, sentence, { claimed, found })].toSorted(
      (a, b) => a.value.start - b.value.start,
    ),
    written: found.map((figure) => ({ start: figure.span.start, dimension: figure.quantity.dimension })),
  };
}, MOST);

/**
 * All figures of a sentence as claims: those that the grammar made claims of, and those that it could make nothing of ("the
 * number of dead, seven"), which then say no more than their number, the noun behind it and the day of publication.
 */
export const figuresIn = (record: DocumentRecord, sentence: number): readonly QuantityClaim[] =>
  figuresOf(record, sentence).claims;

/** All figures that are written in a sentence, those too that are part of another claim. */
export const figuresWritten = (record: DocumentRecord, sentence: number): readonly WrittenFigure[] =>
  figuresOf(record, sentence).written;

/** True for a figure of `figuresIn` that the grammar made no claim of. */
export const isBare = ({ event, counted }: QuantityClaim): boolean => event.written === "" && counted.written === "";

const NO_CLAIMS: readonly QuantityClaim[] = [];

/** The quantity claims of a sentence; sorted once a record. */
export function claimedIn(record: DocumentRecord, sentence: number): readonly QuantityClaim[] {
  const known = CLAIMED.get(record);
  if (known) return known.get(sentence) ?? NO_CLAIMS;
  const figures = new Map<number, QuantityClaim[]>();
  for (const claim of record.claims) {
    if (claim.kind !== "quantity") continue;
    const same = figures.get(claim.sentence);
    if (same) same.push(claim);
    else figures.set(claim.sentence, [claim]);
  }
  CLAIMED.set(record, figures);
  return figures.get(sentence) ?? NO_CLAIMS;
}

function bareFigures(
  record: DocumentRecord,
  sentence: number,
  { claimed, found }: { readonly claimed: readonly QuantityClaim[]; readonly found: readonly Figure[] },
): readonly QuantityClaim[] {
  const span = record.sentences[sentence]?.span;
  if (!span) return [];
  const text = slice(record.document.text, span);
  return found
    .filter(({ number, change, attributive, quantity }) => {
      // "18.30: Arrests have risen" is no count.
      if (quantity.dimension === "count" && !Number.isInteger(quantity.said.low ?? quantity.said.high)) return false;
      const [start, end] = [span.start + number.start, span.start + number.end];
      const isClaimed = claimed.some(({ value }) => value.start < end && start < value.end);
      return !isClaimed && change !== "by" && !attributive;
    })
    .flatMap((figure) => bareClaim(record, { sentence, figure, text }) ?? []);
}

function bareClaim(
  record: DocumentRecord,
  { sentence, figure, text }: { readonly sentence: number; readonly figure: Figure; readonly text: string },
): QuantityClaim | null {
  const made = claimAt({ sentence, ...figure.span }, record);
  const published = record.document.published?.slice(0, 10) ?? null;
  return (
    made && {
      ...made,
      counted: { head: headBehind(figure, text), written: "", modifiers: [], owners: [] },
      period: published === null ? null : { ...OF_PUBLICATION, from: `${published}T00:00`, to: `${published}T23:59` },
      estimate: figure.estimate,
      kind: "quantity",
      quantity: figure.quantity,
      measure: "total",
      definition: [],
      partOf: null,
      record: null,
      revised: false,
    }
  );
}

const OF_PUBLICATION = { role: "as-of", weekdays: null, hours: false, written: null, basis: "published" } as const;

/** Family of the word behind a count; "" for what has a unit. */
function headBehind({ quantity, headFollows }: Figure, text: string): string {
  if (quantity.dimension !== "count") return "";
  const [word] = splitIntoWords(text.slice(headFollows));
  return word === undefined ? "" : thingFamily(word.stem);
}
