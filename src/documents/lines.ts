import type { Span } from "../text/span.ts";

/** The lines of a text that are not blank, in order, without their ends and outer white space. Linear. */
export function* linesOf(text: string): Generator<Span> {
  const ends = /\r\n|[\n\r\u2028\u2029]/gu;
  let from = 0;
  while (from < text.length) {
    const match = ends.exec(text);
    const to = match?.index ?? text.length;
    const span = trim(text, from, to);
    if (span.end > span.start) yield span;
    from = match ? to + match[0].length : text.length;
  }
}

/** The stretch from `from` to `to` without outer white space; empty, at `from`, where it is blank. */
export function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  while (start < end && isBlank(text, start)) start += 1;
  return end > start ? { start, end } : { start: from, end: from };
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || (unit >= 9 && unit <= 13) || (unit >= 128 && /\s/u.test(text.charAt(at)));
}
