import { actionFamily, isKnownAction, thingFamily } from "../claims/families.ts";
import { stem } from "../text/stem.ts";
import type { Token } from "../claims/token.ts";

/** True for a word that a table knows as a thing, and none as a deed. */
function isThing(word: string): boolean {
  const stemmed = stem(word);
  return thingFamily(stemmed) !== stemmed && !isKnownAction(actionFamily([stemmed]));
}

const DO_FORMS = /^(?:did|does|do)$/;

/** Words at which the object of a verb is over. */
const ENDS: ReadonlySet<string> = new Set(["ADP", "PUNCT", "SCONJ", "CCONJ", "TIME", "FIGURE", "ADV"]);

/**
 * Gives a question back the nouns and verbs that the tagger took for something else: after "did" and a subject comes a verb ("How many
 * streets did the council name in its letter?").
 */
export function mendQuestion(tagged: readonly Token[]): readonly Token[] {
  // "The town's contingent in the north": what is possessed is a noun.
  const tokens = tagged.map((token, at) => {
    // "How many people in all were held": the word behind "how many" is the thing.
    if (token.tag === "VERB" && tagged[at - 1]?.tag === "FIGURE" && isThing(token.lower))
      return { ...token, tag: "NOUN" as const };
    const after = tagged[at + 1]?.tag;
    const possessed = /^(?:['’]s?|s['’])$|\p{L}['’]s?$/u.test(tagged[at - 1]?.lower ?? "");
    const ends = after === undefined || after === "ADP" || after === "PUNCT" || after === "AUX" || after === "VERB";
    return token.tag === "ADJ" && possessed && ends ? { ...token, tag: "NOUN" as const } : token;
  });
  const auxiliary = tokens.findIndex((token) => DO_FORMS.test(token.lower));
  if (auxiliary < 0 || tokens.slice(auxiliary + 1).some((token) => token.tag === "VERB")) return tokens;
  const rest = tokens.slice(auxiliary + 1);
  const length = rest.findIndex((token) => ENDS.has(token.tag));
  const last = auxiliary + (length < 0 ? rest.length : length);
  const verb = tokens[last];
  // "Did it" has no verb to mend.
  if (!verb || last < auxiliary + 2 || verb.tag !== "NOUN" || verb.text !== verb.lower) return tokens;
  return tokens.with(last, { ...verb, tag: "VERB" });
}
