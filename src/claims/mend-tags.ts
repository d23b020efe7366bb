import type { Token } from "./token.ts";
import { HAVE_FORMS, PARTICLES } from "./verb-words.ts";

/** Numbers that stand for a crowd, and so may be a subject by themselves: "Hundreds queue for bread". */
const CROWDS = /(?:dozens|scores|hundreds|thousands|millions|many)$/;

/** Verbs that say what a figure takes in: "the figure of 540 covers regional trains". */
const COVERING = /^(?:covers|includes|excludes|counts|leaves|omits|refers|relates|applies|takes|adds|contains)$/;

/** Past tenses that are taken for nouns: "another 120 left their homes". */
const NEVER_NOUNS: ReadonlySet<string> = new Set(
  "left fled died won lost went took drew met fell rose met sank".split(" "),
);

/** Verbs that are as often nouns: they are verbs between a plural and an article. */
const ALSO_VERBS: ReadonlySet<string> = new Set(
  "demand want need plan claim offer face fear back support protest strike march vote hope ask estimate report count record".split(
    " ",
  ),
);

const MODALS = /^(?:would|will|could|can|may|might|must|should|shall|'ll|'d)$/;

type Around = { readonly before: Token | undefined; readonly after: Token | undefined };

/** Mends the tags that the tagger is known to get wrong. */
export function mendTags(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const around = { before: tokens[at - 1], after: tokens[at + 1] };
    // "soldiers killed or wounded"
    const joined = around.before?.tag === "CCONJ" && token.tag === "ADJ" && token.lower.endsWith("ed");
    const first = tokens[at - 2];
    if (joined && first && first.tag === "ADJ" && isVerb(first, { before: tokens[at - 3], after: around.before }))
      return { ...token, tag: "VERB" };
    return isVerb(token, around) ? { ...token, tag: "VERB" } : token;
  });
}

function isVerb(token: Token, { before, after }: Around): boolean {
  // "it would close 14 routes"
  const governed = token.tag === "ADJ" || token.tag === "NOUN" || token.tag === "ADV";
  if (governed && MODALS.test(before?.lower ?? "") && after && /^(?:DET|FIGURE|PRON)$/.test(after.tag))
    return !/^(?:not|only|also|just|soon|then|still|now|never)$/.test(token.lower);
  if (token.tag === "ADJ") {
    // "31 people drowned off the coast"
    const behind = after === undefined || /^(?:ADP|ADV|PUNCT|TIME|CCONJ)$/.test(after.tag);
    const perfect = HAVE_FORMS.has(before?.lower ?? "");
    return token.lower.endsWith("ed") && (before?.tag === "NOUN" || before?.tag === "FIGURE" || perfect) && behind;
  }
  if (token.tag !== "NOUN") return false;
  // "Some 900 people work there"
  if (
    before?.lower === "people" &&
    after &&
    /^(?:ADV|ADP|PUNCT|TIME|PRON)$/.test(after.tag) &&
    !token.lower.endsWith("s")
  )
    return true;
  const determined = before?.tag === "DET" || before?.tag === "ADJ" || before?.tag === "ADP";
  if (NEVER_NOUNS.has(token.lower) && !determined) return true;
  // "The strikers demand a rise"
  const plural = before !== undefined && /[^s]s$/.test(before.lower);
  const verb = plural ? token.lower : token.lower.replace(/s$/, "");
  const agrees = plural || token.lower.endsWith("s");
  if (
    (before?.tag === "NOUN" || (before?.tag === "PROPN" && plural)) &&
    agrees &&
    ALSO_VERBS.has(verb) &&
    after?.tag === "DET"
  )
    return true;
  // "The strike costs the region"
  if (/^costs?$/.test(token.lower) && before?.tag === "NOUN" && after?.tag === "DET") return true;
  // "shot down"
  if (after && PARTICLES.has(after.lower) && /(?:ed|t|n|g)$/.test(token.lower))
    return before?.tag !== "DET" && before?.tag !== "ADJ";
  // "Norway claims the number", "The complaint, handed in at noon, lists 212 stations"
  if (token.lower.endsWith("s") && after?.tag === "DET" && before?.tag === "PROPN") return true;
  if (token.lower.endsWith("s") && after?.tag === "FIGURE" && before?.text === ",") return true;
  if (before?.tag === "FIGURE" && COVERING.test(token.lower)) return true;
  return before?.tag === "FIGURE" && CROWDS.test(before.lower) && after?.tag === "ADP" && !token.lower.endsWith("s");
}
