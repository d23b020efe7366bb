import type { GoldenRow } from "../golden.ts";

/** Whatever the relation: the positions are what a change of the documents tells for certain, the kind may follow from it. */
const ANY_KIND: NonNullable<GoldenRow["kind"]> = ["contradiction", "estimate", "scope", "update", "unclear"];

/** A row that asks for its positions and not for how they differ, which fits all of them, or which comes first. */
export function withoutKind(row: GoldenRow): GoldenRow {
  return row.kind === undefined ? row : { ...row, kind: ANY_KIND, leads: undefined, fitsAll: undefined };
}

/** What a row asks of the words of quotes: a change of the documents may change those. */
export const NO_WORDING = { quotes: undefined, relevant: undefined } as const;

/** What a row asks of an answer that is one fact. */
const NO_FACT = { ...NO_WORDING, facts: undefined, documents: undefined, speakers: undefined } as const;

/** A row whose outcome is now a dispute between these positions. */
export function disputedRow(row: GoldenRow, positions: NonNullable<GoldenRow["positions"]>): GoldenRow {
  return {
    ...row,
    ...NO_FACT,
    leads: undefined,
    fitsAll: undefined,
    outcome: ["disputed"],
    about: "quantity",
    kind: ANY_KIND,
    positions,
  };
}
