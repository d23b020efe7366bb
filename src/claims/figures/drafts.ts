import type { Span } from "../../text/span.ts";
import type { Quantity } from "../claim.ts";
import { hedgeAfter, hedgeBefore, hedgeBehindNoun, strongerHedge } from "./hedges.ts";
import type { Numeral } from "./numeral.ts";
import { type OtherKind, readOtherNumber } from "./other-numbers.ts";
import { readProportion } from "./proportions.ts";
import { quantityOf, withRate, ZERO_COUNT } from "./quantities.ts";
import { type Rate, rateAt } from "./rates.ts";
import type { Amount } from "./amount.ts";
import { readAmount } from "./read-amount.ts";
import { readNumeral } from "./read-numeral.ts";
import { currencyBefore } from "./read-unit.ts";
import { startsNumber } from "./starts.ts";
import { isEstimate } from "./surroundings.ts";
import { at, type Token } from "./tokens.ts";
import { readZero } from "./zero.ts";

/** A figure being read: token indices beside what is already known. `from`…`to` with hedges and adjacent rate, `core` without the rate. */
export type Draft = {
  readonly amount: Amount | null;
  readonly from: number;
  readonly to: number;
  readonly coreTo: number;
  readonly numberFrom: number;
  readonly numberTo: number;
  readonly unit: Span | null;
  readonly quantity: Quantity;
  readonly rate: Rate | null;
  readonly estimate: boolean;
  readonly head: number;
};

/** What stands at a token: a figure or a number that is none, and the token behind it. */
export type Step =
  | { readonly kind: "skipped"; readonly number: SkippedNumber; readonly to: number }
  | { readonly kind: "figure"; readonly draft: Draft; readonly to: number };

/** A number that is no amount: left out of the figures, kept with its place. */
export type SkippedNumber = { readonly kind: OtherKind; readonly span: Span };

/** The characters that tokens `[from, to)` take. */
export function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: at(tokens, from).start, end: at(tokens, Math.max(from, to - 1)).end };
}

/** Reads the figure or other number that begins at token `index`; hedges are looked for no further back than `floor`. */
export function readAt(tokens: readonly Token[], index: number, floor: number): Step | null {
  if (!startsNumber(at(tokens, index))) return null;
  const zero = readZero(tokens, index);
  if (zero !== null) return { kind: "figure", draft: zeroDraft(index, zero), to: zero.to };
  const setting = currencyBefore(tokens, index) === null ? "plain" : "money";
  const numeral = readNumeral(tokens, index, setting);
  if (numeral === null) return null;
  const other = readOtherNumber(tokens, numeral);
  if (other !== null)
    return { kind: "skipped", number: { kind: other.kind, span: spanOf(tokens, index, other.to) }, to: other.to };
  const draft = readDraft(tokens, numeral, floor);
  return { kind: "figure", draft, to: draft.to };
}

function zeroDraft(index: number, zero: { readonly to: number; readonly head: number }): Draft {
  return {
    amount: null,
    from: index,
    to: zero.to,
    coreTo: zero.to,
    numberFrom: index,
    numberTo: zero.to,
    unit: null,
    quantity: ZERO_COUNT,
    rate: null,
    estimate: false,
    head: zero.head,
  };
}

function readDraft(tokens: readonly Token[], numeral: Numeral, floor: number): Draft {
  const amount = readProportion(tokens, numeral) ?? readAmount(tokens, numeral, floor);
  const before = hedgeBefore(tokens, amount.from, floor);
  const opener = at(tokens, before.edge - 1).lower;
  const opened = amount.kind === "range" && before.edge - 1 >= floor && (opener === "between" || opener === "from");
  let to = amount.to;
  if (at(tokens, to).lower === "-" && at(tokens, to + 1).lower === "strong") to += 2;
  const after = hedgeAfter(tokens, to);
  if (after !== null) to = after.edge;
  const trailing = after ?? hedgeBehindNoun(tokens, to);
  const hedge = trailing === null ? before.hedge : strongerHedge(before.hedge, trailing.hedge);
  const rate = rateAt(tokens, to);
  const quantity = quantityOf(amount, hedge);
  return {
    amount,
    from: before.edge - (opened ? 1 : 0),
    to: rate === null ? to : rate.to,
    coreTo: to,
    numberFrom: amount.numberFrom,
    numberTo: amount.numberTo,
    unit: amount.unitFrom === null ? null : spanOf(tokens, amount.unitFrom, amount.to),
    quantity: rate === null ? quantity : withRate(quantity, rate.per),
    rate,
    estimate: before.estimate || isEstimate(tokens, before.edge),
    head: to,
  };
}
