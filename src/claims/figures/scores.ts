import type { Amount } from "./amount.ts";
import { at, type Token } from "./tokens.ts";

/** Words before a score: "won 3-1", "by a vote of 52-48". */
const BEFORE: ReadonlySet<string> = new Set(
  "won win wins winning beat beats beating beaten lost lose loses losing defeated defeating drew draw drawn victory defeat lead leads led leading trailed trailing trail score scored scoreline thrashed edged hammered voted vote votes ruled ruling tied tie set sets aggregate".split(
    " ",
  ),
);
/** Words behind one: "a 2-0 win", "a 5-4 ruling". */
const AFTER: ReadonlySet<string> = new Set(
  "win wins victory defeat loss vote ruling decision draw lead triumph thrashing majority aggregate tie scoreline result verdict record".split(
    " ",
  ),
);
const REACH = 5;
const HIGHEST = 600;

/** True where two whole numbers joined by a dash (or "to" behind a word of winning or voting) are a score and not a range. */
export function isScore(
  tokens: readonly Token[],
  read: { readonly first: Amount; readonly second: Amount; readonly dashed: boolean },
): boolean {
  const { first, second } = read;
  const plain =
    first.low.kind === "digits" && second.low.kind === "digits" && first.low.scale === 1 && second.low.scale === 1;
  const whole = Number.isInteger(first.low.low) && Number.isInteger(second.low.low);
  if (!plain || !whole || first.low.low > HIGHEST || second.low.low > HIGHEST) return false;
  const worded = AFTER.has(at(tokens, second.to).lower) || hasBefore(tokens, first.from);
  if (!read.dashed) return worded && first.low.low > second.low.low;
  return worded || first.low.low >= second.low.low;
}

function hasBefore(tokens: readonly Token[], index: number): boolean {
  for (let cursor = index - 1; cursor >= index - REACH; cursor -= 1)
    if (BEFORE.has(at(tokens, cursor).lower)) return true;
  return false;
}
