import type { GoldenRow } from "../golden.ts";

/** Whatever the relation: the positions are what a change of the documents tells for certain, the kind may follow from it. */
const ANY_KIND: NonNullable<GoldenRow["kind"]> = ["contradiction", "estimate", "scope", "update", "unclear"];

/** A row that asks for its positions and not for how they differ, which fits all of them, or which comes first. */
export function withoutKind(row: GoldenRow): GoldenRow {
  return row.kind === undefined ? row : { ...row, kind: ANY_KIND, leads: undefined, fitsAll: undefined };
}

/** A row whose words of quotes follow a change of one document; `change` turns a stretch of it into what it is now. */
export function withWording(row: GoldenRow, document: string, change: (stretch: string) => string): GoldenRow {
  return {
    ...row,
    // Whose words they are is not said.
    quotes: undefined,
    relevant: row.relevant?.map((one) => ({
      document: one.document,
      text: one.document === document ? change(one.text) : one.text,
      grade: one.grade,
    })),
  };
}

/** What a row asks of an answer that is one fact. */
const NO_FACT = {
  quotes: undefined,
  relevant: undefined,
  facts: undefined,
  documents: undefined,
  speakers: undefined,
} as const;

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
