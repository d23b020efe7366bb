import { SCALE_WORDS, SMALL_WORDS } from "./number-words.ts";
import { at, type Token } from "./tokens.ts";

/** "4 thousand 3 hundred and 21": digits that go on below a scale; "and" only joins what is below a hundred. */
export function smallerDigits(
  tokens: readonly Token[],
  above: { readonly scale: number; readonly to: number },
): { readonly value: number; readonly to: number } | null {
  const joined = at(tokens, above.to).lower === "and";
  if (joined && above.scale !== 100) return null;
  const start = joined ? above.to + 1 : above.to;
  const token = at(tokens, start);
  const value =
    token.kind === "number" && /^\d{1,3}$/.test(token.text) ? Number(token.text) : (SMALL_WORDS.get(token.lower) ?? 0);
  if (value === 0) return null;
  const scale = SCALE_WORDS.get(at(tokens, start + 1).lower) ?? 1;
  if (scale < 100 && scale !== 1) return null;
  const to = start + (scale === 1 ? 1 : 2);
  if (value * scale >= above.scale || (joined && scale !== 1)) return null;
  // Without a word of scale behind it, what follows is another number: "3 million 21 were".
  if (scale === 1 && above.scale !== 100) return null;
  const rest = scale === 1 ? null : smallerDigits(tokens, { scale, to });
  return { value: value * scale + (rest?.value ?? 0), to: rest?.to ?? to };
}
