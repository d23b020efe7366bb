import { at, type Token } from "../figures/tokens.ts";

const FUTURE: ReadonlySet<string> = new Set(
  "will shall upcoming due scheduled expected plans planned planning intends set going tomorrow forthcoming".split(" "),
);
const SAYING: ReadonlySet<string> = new Set(
  "said says told announced reported confirmed stated added wrote claimed warned saw was were had".split(" "),
);
const REACH_BEFORE = 10;
const REACH_AFTER = 5;

/** True where the words round token `index` speak of what is to come, so that a bare week day or month is the next one. */
export function isFuture(tokens: readonly Token[], index: number): boolean {
  for (let cursor = index - 1; cursor >= Math.max(0, index - REACH_BEFORE); cursor -= 1) {
    const { lower } = at(tokens, cursor);
    if (SAYING.has(lower) || lower === ";") break;
    if (FUTURE.has(lower) || isYetTo(tokens, cursor)) return true;
    if (lower.length > 4 && lower.endsWith("ed")) break;
  }
  return isFronted(tokens, index) && hasFutureBehind(tokens, index);
}

const BEING: ReadonlySet<string> = new Set(["is", "are", "was", "were"]);

/** "She said it would open on May 6", "is to resume on Monday"; but not "it would have opened". */
function isYetTo(tokens: readonly Token[], index: number): boolean {
  const { lower } = at(tokens, index);
  if (lower === "would") return at(tokens, index + 1).lower !== "have";
  return lower === "to" && BEING.has(at(tokens, index - 1).lower);
}

/** "On Tuesday, the court will rule": the time opens its clause. */
function isFronted(tokens: readonly Token[], index: number): boolean {
  const opener = at(tokens, index - 1).kind === "word" ? at(tokens, index - 2) : at(tokens, index - 1);
  return opener.kind !== "word" && opener.kind !== "number";
}

function hasFutureBehind(tokens: readonly Token[], index: number): boolean {
  for (let cursor = index + 1; cursor <= index + REACH_AFTER; cursor += 1) {
    const { lower } = at(tokens, cursor);
    if (lower === "will" || lower === "shall") return true;
  }
  return false;
}
