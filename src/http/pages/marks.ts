import type { Span } from "../../text/span.ts";
import { markup } from "../html.ts";
import type { Html } from "../html.ts";

/** A stretch of a document that takes part in a disagreement. `number` counts the disagreements of the page from 1. */
export type Mark = { readonly span: Span; readonly number: number };

/**
 * A block's text with its marks, which may overlap: cut at every edge, each piece marked where any mark covers it, and behind the last piece
 * of a mark a link to its note. Links carry `data-ours`: they are no part of the text.
 */
export function markText(text: string, block: Span, marks: readonly Mark[]): Html {
  const here = marks.filter(({ span }) => span.start < span.end && span.start < block.end && block.start < span.end);
  if (here.length === 0) return markup`${text.slice(block.start, block.end)}`;
  const inside = (at: number): number => Math.min(block.end, Math.max(block.start, at));
  const edges = [
    ...new Set([block.start, block.end, ...here.flatMap(({ span }) => [inside(span.start), inside(span.end)])]),
  ].toSorted((a, b) => a - b);
  return markup`${edges.slice(1).map((end, at) => {
    const start = edges[at] ?? end;
    const piece = text.slice(start, end);
    const isMarked = here.some(({ span }) => span.start < end && start < span.end);
    const ending = here.filter(({ span }) => inside(span.end) === end);
    return markup`${isMarked ? markup`<mark>${piece}</mark>` : piece}${numbersOf(ending).map(link)}`;
  })}`;
}

/** The numbers of marks, each once, in order. */
export function numbersOf(marks: readonly Mark[]): readonly number[] {
  return [...new Set(marks.map(({ number }) => number))].toSorted((a, b) => a - b);
}

const link = (number: number): Html =>
  markup`<sup data-ours><a href="#n${number}" aria-label="Disagreement ${number}">${number}</a></sup>`;

/** Stretches of a text that are shown as blocks: the paragraphs, and every line between them that is not blank, so that nothing is left out. */
export function blocksOf<T extends { readonly span: Span }>(
  text: string,
  paragraphs: readonly T[],
): readonly { readonly span: Span; readonly paragraph: T | null }[] {
  const blocks: { readonly span: Span; readonly paragraph: T | null }[] = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    blocks.push(...linesBetween(text, at, paragraph.span.start), { span: paragraph.span, paragraph });
    at = paragraph.span.end;
  }
  return [...blocks, ...linesBetween(text, at, text.length)];
}

function linesBetween(
  text: string,
  from: number,
  to: number,
): readonly { readonly span: Span; readonly paragraph: null }[] {
  const found: { readonly span: Span; readonly paragraph: null }[] = [];
  for (let start = from; start < to;) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 || feed > to ? to : feed;
    if (text.slice(start, end).trim() !== "") found.push({ span: { start, end }, paragraph: null });
    start = end + 1;
  }
  return found;
}
