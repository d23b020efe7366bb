import type { Claim, QuantityClaim } from "../../src/claims/claim.ts";
import { figure } from "./claim-builder.ts";
import type { Published } from "./claim-builder.ts";

/** Three days in a row, a Monday first. */
export const MON = "2030-05-06";
export const TUE = "2030-05-07";
const WED = "2030-05-08";

/** Documents a, b, c of three days, and of one. */
export const days: Published = { a: { published: MON }, b: { published: TUE }, c: { published: WED } };
export const sameDay: Published = {
  a: { published: TUE, source: "A" },
  b: { published: TUE, source: "B" },
  c: { published: TUE, source: "C" },
};

/** What is told, which disagreements come out, in `disputes` notation, and the documents. */
export type Case = readonly [
  sentence: string,
  claims: readonly Claim[],
  expected: readonly string[],
  documents?: Published,
];

type More = Partial<Parameters<typeof figure>[0]>;

const FIELDS = new Set([
  "by",
  "when",
  "of",
  "action",
  "place",
  "measure",
  "certainty",
  "per",
  "text",
  "dimension",
  "unit",
]);

/**
 * A figure in one line: "b at least 12; by: Red Cross; when: as-of TUE" in document b, with `common` for what the rows of
 * a table share.
 */
export function told(common: More, terse: string, more: More = {}): QuantityClaim {
  const [head = "", ...fields] = terse.replaceAll("MON", MON).replaceAll("TUE", TUE).replaceAll("WED", WED).split("; ");
  const [doc = "a"] = head.split(" ");
  const given: Record<string, string | boolean> = {};
  for (const field of fields) {
    const [key = "", value = ""] = field.split(": ");
    if (key === "revised") given.revised = true;
    else if (FIELDS.has(key)) given[key] = value;
    else throw new Error(`Unknown field "${key}" in "${terse}".`);
  }
  return figure({ ...common, ...given, ...more, doc, n: head.slice(doc.length + 1) });
}
