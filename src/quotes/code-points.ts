import type { Document } from "../documents/document.ts";

/** Offsets of the second halves of surrogate pairs, in order; empty for most documents. */
const secondHalves = new WeakMap<Document, readonly number[]>();

function findSecondHalves(text: string): readonly number[] {
  if (!/[\ud800-\udbff]/.test(text)) return [];
  const found: number[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const before = text.charCodeAt(at - 1);
    const unit = text.charCodeAt(at);
    if (before >= 0xd800 && before <= 0xdbff && unit >= 0xdc00 && unit <= 0xdfff) found.push(at);
  }
  return found;
}

/** Code points before a UTF-16 offset of a document's text (W3C TextPositionSelector counts those). */
export function countCodePoints(document: Document, offset: number): number {
  let halves = secondHalves.get(document);
  if (!halves) {
    halves = findSecondHalves(document.text);
    secondHalves.set(document, halves);
  }
  let low = 0;
  let high = halves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((halves[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return offset - low;
}
