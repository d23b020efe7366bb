import { linesOf } from "./lines.ts";
import { withoutOrders } from "./orders.ts";

/** Where a title taken from the text is cut, UTF-16 units. */
const MAX_TITLE = 80;

/** A title for a text without one: its first line that gives no orders, without heading or list marks, cut at a word. Null where no line has letters or figures. */
export function titleFrom(text: string): string | null {
  for (const { start, end } of linesOf(text)) {
    const line = text
      .slice(start, Math.min(end, start + MAX_TITLE * 4))
      .replace(/^(?:#{1,6}|[-*+\u2022])\s+/u, "")
      .replace(/\s+/gu, " ")
      .trim();
    const own = /[\p{L}\p{N}]/u.test(line) ? withoutOrders(line) : null;
    if (own !== null) return cutAtWord(own);
  }
  return null;
}

function cutAtWord(line: string): string {
  if (line.length <= MAX_TITLE) return line;
  const head = line.slice(0, MAX_TITLE);
  const space = head.lastIndexOf(" ");
  return `${(space > 0 ? head.slice(0, space) : head).replace(/[\s,;:\uD800-\uDBFF]+$/u, "")}…`;
}
