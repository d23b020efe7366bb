import type { Claim } from "../claims/claim.ts";
import type { Span } from "../text/span.ts";

/**
 * The question that a claim answers, in the words of its own text: "a levy will take effect on March 1" → "When a levy will take effect",
 * "the flood cut power to 4,200 households" → "How many households: the flood cut power to". Not for people to read; it is analysed as
 * theirs are. Null for claims that no such question asks for.
 * @param text the text of the claim's document
 */
export function questionOf(claim: Claim, text: string): string | null {
  const rest = without(text, claim.clause, claim.value);
  switch (claim.kind) {
    case "time":
      // "A week later" is no time that another text could tell otherwise.
      return claim.time.basis === "pointed-to" ? null : `When ${rest}?`;
    case "quantity": {
      const opener = openerOf(claim.quantity.dimension);
      if (opener === null) return null;
      return claim.counted.written === "" ? `${opener}: ${rest}?` : `${opener} ${claim.counted.written}: ${rest}?`;
    }
    case "name":
    case "status":
      return null;
  }
}

type Dimension = Extract<Claim, { kind: "quantity" }>["quantity"]["dimension"];

/** How an amount is asked for; null for scores, which no question of amount finds. */
function openerOf(dimension: Dimension): string | null {
  switch (dimension) {
    case "count":
      return "How many";
    case "duration":
      return "How long";
    case "percent":
    case "percentage-points":
    case "share":
      return "What share of";
    case "length":
      return "How far";
    case "speed":
      return "How fast";
    case "score":
      return null;
    case "money":
    case "area":
    case "volume":
    case "mass":
    case "temperature":
    case "energy":
    case "power":
    case "data":
    case "magnitude":
      return "How much";
  }
}

const without = (text: string, clause: Span, value: Span): string =>
  `${text.slice(clause.start, value.start)} ${text.slice(value.end, clause.end)}`.replaceAll(/[?!.\s]+/gu, " ").trim();
