import { MULTIPLE_WORDS, SCALE_WORDS, SMALL_WORDS, VAGUE_PLURALS, VAGUE_WORDS, ZERO_WORDS } from "./number-words.ts";
import type { Token } from "./tokens.ts";

const STARTS: ReadonlySet<string> = new Set([
  ...SMALL_WORDS.keys(),
  ...SCALE_WORDS.keys(),
  ...VAGUE_PLURALS.keys(),
  ...VAGUE_WORDS.keys(),
  ...MULTIPLE_WORDS.keys(),
  ...ZERO_WORDS,
  "a",
  "an",
  "half",
]);

/** True where a numeral may begin with this token; cheap, so that most tokens are passed over at once. */
export function startsNumber(token: Token): boolean {
  return token.kind === "number" || (token.kind === "word" && STARTS.has(token.lower));
}
