import type { Span } from "../text/span.ts";

/** Longest comment, UTF-16 units: what is longer has lost its end. */
const MAX_COMMENT = 4000;

/**
 * Comments of HTML, which pages do not show, over several lines too: in order, disjoint. What is never closed is none, so that no mark at the
 * head of a text hides the rest of it. Linear.
 */
export function findComments(text: string): readonly Span[] {
  const comments: Span[] = [];
  for (let start = text.indexOf("<!--"); start >= 0;) {
    const close = text.slice(start, start + MAX_COMMENT).indexOf("-->");
    const end = close < 0 ? start + 4 : start + close + 3;
    comments.push({ start, end });
    start = text.indexOf("<!--", end);
  }
  return comments;
}
