import type { Span } from "../text/span.ts";

/** UTF-16 units of a line that are searched for where a quotation opened. */
const MAX_LOOK_BACK = 2000;

/** True at a place of a line that stands inside a quotation which opened before it and is not closed. */
export function isInQuotation(text: string, line: Span, at: number): boolean {
  const before = text.slice(Math.max(line.start, at - MAX_LOOK_BACK), at);
  return before.lastIndexOf("“") > before.lastIndexOf("”") || (before.match(/"/gu)?.length ?? 0) % 2 === 1;
}
