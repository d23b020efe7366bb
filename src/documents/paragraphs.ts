import type { Span } from "../text/span.ts";
import { linesOf } from "./lines.ts";

/** Widest line of a text that is broken into lines, UTF-16 units: mail and old wire copy keep below 80. */
const MAX_WRAPPED = 120;

/** Fewest line ends inside blocks that tell, and the share of them that break a sentence before a small letter. */
const MIN_LINE_ENDS = 4;
const MIN_BROKEN = 0.3;

/**
 * Spans of the paragraphs, in order. A line is one. Only where all lines are narrow and many go on with a small letter on the next line is the
 * text broken into lines, and a block up to the next blank line is one paragraph.
 */
export function paragraphSpans(text: string): readonly Span[] {
  const lines = [...linesOf(text)];
  if (!isWrapped(text, lines)) return lines;
  const blocks: Span[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && isContinued(text, last.end, line.start))
      blocks[blocks.length - 1] = { start: last.start, end: line.end };
    else blocks.push(line);
  }
  return blocks;
}

function isWrapped(text: string, lines: readonly Span[]): boolean {
  let ends = 0;
  let broken = 0;
  for (const [place, line] of lines.entries()) {
    if (line.end - line.start > MAX_WRAPPED) return false;
    const next = lines[place + 1];
    if (!next || !isContinued(text, line.end, next.start)) continue;
    ends += 1;
    if (/[\p{L}\p{N},;-]/u.test(text.charAt(line.end - 1)) && /\p{Ll}/u.test(text.charAt(next.start))) broken += 1;
  }
  return ends >= MIN_LINE_ENDS && broken >= ends * MIN_BROKEN;
}

/** True where one line end, no blank line, lies between two lines, and the second is no list item. */
function isContinued(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to).replaceAll("\r\n", "\n");
  return gap.split(/[\n\r]/u).length === 2 && !/^(?:[-*+\u2022#>]|\d{1,3}[.)]\s)/u.test(text.slice(to, to + 6));
}
