import { at, type Token } from "../figures/tokens.ts";

/** A word in lower case without the ending of the genitive: "Monday's" → "monday". */
export function bare(token: Token): string {
  return /['’]s$/.test(token.lower) ? token.lower.slice(0, -2) : token.lower;
}

/** Index behind the full stop of an abbreviation ("Nov."), or the same index. */
export function skipStop(tokens: readonly Token[], index: number): number {
  const token = at(tokens, index);
  if (token.lower !== "." || !token.glued) return index;
  const next = at(tokens, index + 1);
  return next.kind === "number" || next.lower === "," ? index + 1 : index;
}
