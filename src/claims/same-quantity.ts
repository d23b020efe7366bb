import type { Quantity } from "./claim.ts";

/** True for one amount, with one hedge, in one unit and rate, whatever words it is written in: "over 5 km", "more than 5 kilometres". */
export const sameQuantity = (a: Quantity, b: Quantity): boolean =>
  a.said.low === b.said.low &&
  a.said.high === b.said.high &&
  a.hedge === b.hedge &&
  a.dimension === b.dimension &&
  a.unit === b.unit &&
  a.per === b.per;
