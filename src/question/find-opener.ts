import { findFigures } from "../claims/figures.ts";
import { MEASURE_OPENERS } from "./measure-words.ts";

/** The words of a question that ask for a figure. */
export type Opener = {
  /** `stated`: the question gives a figure and asks whether it is so. */
  readonly kind: "open" | "stated";
  readonly start: number;
  readonly end: number;
  readonly dimensions: readonly string[];
  readonly noun: string | null;
  readonly action: string | null;
};

/** The first opener of the table that stands in a question; null where none does. */
export function findOpener(text: string): Opener | null {
  for (const row of MEASURE_OPENERS) {
    const match = row.pattern.exec(text);
    if (!match) continue;
    return withUnit(text, {
      kind: "open",
      start: match.index,
      end: match.index + match[0].length,
      dimensions: narrowed(row.dimensions, text),
      noun: row.noun,
      action: row.action ?? null,
    });
  }
  return null;
}

/** "Did Norway lose 300 soldiers?": the figure stands where "how many" would. */
export function findStated(text: string): Opener | null {
  const figure = findFigures(text).find(({ quantity }) => quantity.dimension === "count");
  if (!figure) return null;
  return { kind: "stated", ...figure.span, dimensions: ["count"], noun: null, action: null };
}

/** "How many square kilometres of land": the unit belongs to the opener, and it says what is measured. */
function withUnit(text: string, opener: Opener): Opener {
  const figure = findFigures(`12${text.slice(opener.end)}`)[0];
  if (!figure?.unit || figure.number.start > 0 || figure.quantity.dimension === "count") return opener;
  return { ...opener, end: opener.end + figure.unit.end - 2, dimensions: [figure.quantity.dimension] };
}

/** "The margin in percentage points": the question says itself in what it wants the figure. */
function narrowed(dimensions: readonly string[], text: string): readonly string[] {
  const points = dimensions.includes("percentage-points") && dimensions.length > 1;
  if (points && /\bpercentage points?\b/i.test(text)) return ["percentage-points"];
  if (points && dimensions.includes("count") && /\b(?:votes?|seats?|ballots?)\b/i.test(text)) return ["count"];
  return dimensions;
}
