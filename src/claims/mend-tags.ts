import type { Token } from "./token.ts";
import { PARTICLES } from "./verb-words.ts";

/** Numbers that stand for a crowd, and so may be a subject by themselves: "Hundreds queue for bread". */
const CROWDS = /(?:dozens|scores|hundreds|thousands|millions|many)$/;

/** Verbs that say what a figure takes in: "the figure of 540 covers regional trains". */
const COVERING = /^(?:covers|includes|excludes|counts|leaves|omits|refers|relates|applies|takes|adds|contains)$/;

type Around = { readonly before: Token | undefined; readonly after: Token | undefined };

/** Mends the tags that the tagger is known to get wrong. */
export function mendTags(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const around = { before: tokens[at - 1], after: tokens[at + 1] };
    return isVerb(token, around) ? { ...token, tag: "VERB" } : token;
  });
}

function isVerb(token: Token, { before, after }: Around): boolean {
  if (token.tag === "ADJ") {
    // "31 people drowned off the coast"
    const behind = after === undefined || /^(?:ADP|ADV|PUNCT|TIME|CCONJ)$/.test(after.tag);
    return token.lower.endsWith("ed") && (before?.tag === "NOUN" || before?.tag === "FIGURE") && behind;
  }
  if (token.tag !== "NOUN") return false;
  // "shot down"
  if (after && PARTICLES.has(after.lower) && /(?:ed|t|n|g)$/.test(token.lower))
    return before?.tag !== "DET" && before?.tag !== "ADJ";
  // "Norway claims the number", "The complaint, handed in at noon, lists 212 stations"
  if (token.lower.endsWith("s") && after?.tag === "DET" && before?.tag === "PROPN") return true;
  if (token.lower.endsWith("s") && after?.tag === "FIGURE" && before?.text === ",") return true;
  if (before?.tag === "FIGURE" && COVERING.test(token.lower)) return true;
  return before?.tag === "FIGURE" && CROWDS.test(before.lower) && after?.tag === "ADP" && !token.lower.endsWith("s");
}
