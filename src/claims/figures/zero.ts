import { ZERO_WORDS } from "./number-words.ts";
import { looksPlural } from "./nouns.ts";
import { at, type Token } from "./tokens.ts";

/** Plurals that "no" denies without counting: "no plans", "no signs of". */
const UNCOUNTED: ReadonlySet<string> = new Set(
  "plans signs reports details comments doubts reasons means words ways terms grounds intentions indications illusions immediate claims results options guarantees conditions rights relations links ties hopes prospects options problems concerns objections questions matters circumstances limits borders bounds changes signs makes does goes comes looks seems gets takes needs wants parts sides efforts talks negotiations words odds losers winners regrets secrets strings rules news chances differences effects contacts alternatives consequences restrictions".split(
    " ",
  ),
);
const LIVES: ReadonlySet<string> = new Set("was were has had have is are died survived remained".split(" "));
const REACH = 3;

/** Where "no casualties", "none of the crew was", "nobody was killed" count nothing: the token behind the word and where the noun begins. */
export function readZero(
  tokens: readonly Token[],
  index: number,
): { readonly to: number; readonly head: number } | null {
  const word = at(tokens, index).lower;
  if (!ZERO_WORDS.has(word)) return null;
  if (word === "no") {
    const next = at(tokens, index + 1);
    if (next.lower === "one") return LIVES.has(at(tokens, index + 2).lower) ? { to: index + 2, head: index + 1 } : null;
    return hasCountedNoun(tokens, index + 1) ? { to: index + 1, head: index + 1 } : null;
  }
  if (word === "none") {
    const next = at(tokens, index + 1).lower;
    return next === "of" || LIVES.has(next) ? { to: index + 1, head: index + 1 } : null;
  }
  return LIVES.has(at(tokens, index + 1).lower) ? { to: index + 1, head: index } : null;
}

/** A plural that can be counted stands within three words, each a plain lower-case word. */
function hasCountedNoun(tokens: readonly Token[], index: number): boolean {
  for (let cursor = index; cursor < index + REACH; cursor += 1) {
    const token = at(tokens, cursor);
    if (token.kind !== "word" || token.lower === "of" || token.lower === "other") return false;
    if (looksPlural(token)) return !UNCOUNTED.has(token.lower);
  }
  return false;
}
