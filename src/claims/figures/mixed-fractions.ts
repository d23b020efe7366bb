import { at, type Token, VULGAR } from "./tokens.ts";

/** The value of "3/4" at a token; null where the digits mean something else ("24/7", "9/11"). */
export function slashFraction(tokens: readonly Token[], index: number): number | null {
  const bar = at(tokens, index + 1);
  const under = at(tokens, index + 2);
  if (bar.lower !== "/" || !bar.glued || under.kind !== "number" || !under.glued) return null;
  const top = Number(at(tokens, index).text);
  const bottom = Number(under.text);
  return top < bottom && FRACTION_BOTTOMS.has(bottom) ? top / bottom : null;
}

const FRACTION_BOTTOMS: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 8, 10, 16, 20, 25, 40, 50, 100]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 0.5],
  ["quarter", 0.25],
  ["third", 1 / 3],
]);

/** "2½", "2 1/2", "two and a half": what stands behind the whole number that ends before `index`; null where nothing does. */
export function trailingFraction(
  tokens: readonly Token[],
  index: number,
): { readonly value: number; readonly to: number } | null {
  const next = at(tokens, index);
  const vulgar = VULGAR.get(next.text);
  if (vulgar !== undefined) return { value: vulgar, to: index + 1 };
  const slash = next.kind === "number" && !next.glued ? slashFraction(tokens, index) : null;
  if (slash !== null) return { value: slash, to: index + 3 };
  let cursor = index;
  const skipDash = (): void => {
    if (at(tokens, cursor).lower === "-") cursor += 1;
  };
  skipDash();
  if (at(tokens, cursor).lower !== "and") return null;
  cursor += 1;
  skipDash();
  if (at(tokens, cursor).lower !== "a") return null;
  cursor += 1;
  skipDash();
  const part = PARTS.get(at(tokens, cursor).lower);
  return part === undefined ? null : { value: part, to: cursor + 1 };
}
