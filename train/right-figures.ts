import type { QuantityClaim } from "../src/claims/claim.ts";
import { findFigures } from "../src/claims/figures.ts";
import type { GoldenRow } from "../src/eval/golden.ts";
import type { Snapshot } from "../src/index/snapshot.ts";

/**
 * True where a figure is one that a golden row expects, false where it is not; null where nobody can tell: the number is right, but its
 * sentence is not called relevant, or the row lets its document fit all positions.
 */
export function isRightFigure(row: GoldenRow, claim: QuantityClaim, snapshot: Snapshot): boolean | null {
  const text = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1]?.document.text ?? "";
  const isOf = (id: string): boolean => claim.document.startsWith(id);
  if ((row.fitsAll ?? []).some(isOf)) return null;
  const sentence = text.slice(claim.span.start, claim.span.end);
  const isRelevant = (row.relevant ?? []).some(
    (one) => isOf(one.document) && (sentence.includes(one.text) || one.text.includes(sentence)),
  );
  const value = text.slice(claim.value.start, claim.value.end).toLowerCase();
  const wordings = row.positions
    ? row.positions.filter(({ documents }) => documents.some(isOf)).map((position) => position.value)
    : (row.facts ?? []).flat();
  if (wordings.some((wording) => isSameValue(claim, value, wording.toLowerCase()))) return isRelevant ? true : null;
  const elsewhere = (row.positions ?? []).some((position) => isSameValue(claim, value, position.value.toLowerCase()));
  return elsewhere && isRelevant ? null : false;
}

function isSameValue({ quantity }: QuantityClaim, value: string, wording: string): boolean {
  const [figure] = findFigures(wording);
  const [low, high] = [figure?.quantity.said.low ?? null, figure?.quantity.said.high ?? null];
  const isSameNumber =
    figure !== undefined &&
    (low ?? high) !== null &&
    low === quantity.said.low &&
    (high === quantity.said.high || low !== null);
  return (
    isSameNumber ||
    (value.length > 2 && (value.includes(wording) || wording.includes(value)) && /\d/u.test(value)) ||
    (digits(wording) !== "" && digits(wording) === digits(value))
  );
}

const digits = (text: string): string => text.replaceAll(/\D/gu, "");
