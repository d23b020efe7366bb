import { splitIntoSentences } from "../text/sentences.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import {
  FURNITURE_HINT,
  FURNITURE_SENTENCE,
  GLUED_LEAD_IN,
  LEAD_IN,
  LINE_MARK,
  RULE,
  WHOLE_LINE,
} from "./furniture-patterns.ts";
import { trim } from "./lines.ts";
import { findOrders } from "./orders.ts";

/** Longest line that may be furniture as a whole, and longest sentence that may be, UTF-16 units; the patterns are bounded below it. */
const MAX_FURNITURE = 400;

/**
 * The page furniture of one line, in order, disjoint: the whole line, a lead-in with what it announces, sentences that send the
 * reader elsewhere or give it orders, and the mark before a heading or list item. A lead-in ends with the line, or where a quotation opens that is
 * glued to it (`SEE ALSO: A Headline"We have …`): pages lose the line end there.
 * @param line a line of `text` that is not blank, without outer white space
 */
export function findFurniture(text: string, line: Span): readonly Span[] {
  const written = slice(text, line);
  if (isRule(written)) return [line];
  if (written.length <= MAX_FURNITURE && WHOLE_LINE.test(written)) return [line];
  const spans: Span[] = [];
  let from = line.start;
  const mark = LINE_MARK.exec(written.slice(0, 80));
  if (mark) {
    from += mark[0].length;
    spans.push({ start: line.start, end: from });
  }
  for (const lead of leadIns(text, { start: from, end: line.end })) {
    spans.push(...furnitureSentences(text, { start: from, end: lead.start }), lead);
    from = lead.end;
  }
  spans.push(...furnitureSentences(text, { start: from, end: line.end }));
  return spans;
}

/** A line of rules or stars; long ones are read bit by bit, for they may be anything. */
function isRule(written: string): boolean {
  return RULE.test(written.slice(0, MAX_FURNITURE)) && RULE.test(written);
}

function leadIns(text: string, line: Span): readonly Span[] {
  const spans: Span[] = [];
  const written = slice(text, line);
  const isLeadIn = LEAD_IN.test(written.slice(0, MAX_FURNITURE));
  let start = isLeadIn ? 0 : nextLeadIn(written, 0);
  while (start >= 0) {
    const end = gluedQuotation(written, start) ?? written.length;
    const { start: first, end: last } = trim(text, line.start + start, line.start + end);
    spans.push({ start: first, end: last });
    start = end < written.length ? nextLeadIn(written, end) : -1;
  }
  return spans;
}

function nextLeadIn(written: string, from: number): number {
  GLUED_LEAD_IN.lastIndex = from;
  return GLUED_LEAD_IN.exec(written)?.index ?? -1;
}

/** Where a quotation opens right behind a letter or closing mark: a double quotation mark with a capital after it that no earlier one opened. */
function gluedQuotation(written: string, from: number): number | null {
  const marks = /["\u201C]/gu;
  marks.lastIndex = from;
  let straight = 0;
  for (let match = marks.exec(written); match; match = marks.exec(written)) {
    const isGlued = /[\p{L}\p{N}.?!\u2026'\u2019)]/u.test(written.charAt(match.index - 1));
    const opens =
      /[\p{Lu}\p{N}]/u.test(written.charAt(match.index + 1)) && (match[0] === "\u201C" || straight % 2 === 0);
    if (isGlued && opens) return match.index;
    if (match[0] === '"') straight += 1;
  }
  return null;
}

function furnitureSentences(text: string, stretch: Span): readonly Span[] {
  if (stretch.end <= stretch.start) return [];
  const orders = findOrders(text, stretch);
  if (!FURNITURE_HINT.test(slice(text, stretch))) return orders;
  const others = splitIntoSentences(text, stretch).filter((sentence) => {
    const isTaken = orders.some(({ start }) => start === sentence.start);
    return !isTaken && sentence.end - sentence.start <= MAX_FURNITURE && FURNITURE_SENTENCE.test(slice(text, sentence));
  });
  return [...orders, ...others].sort((a, b) => a.start - b.start);
}
