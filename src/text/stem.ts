import porter2 from "wink-porter2-stemmer";

import { foldText } from "./fold.ts";
import { IRREGULAR_FORMS } from "./irregular-forms.ts";
import { SPELLINGS } from "./spellings.ts";

/** Longer words are no English; the stemmer's rules are quadratic in a word's length. */
const MAX_STEMMED_UNITS = 40;

/** Words remembered before the memory is emptied: more than the vocabulary of 20,000 passages, some megabytes. */
const MAX_REMEMBERED = 100_000;

const remembered = new Map<string, string>();

/** From the stem of a British spelling to that of the American one. */
const AMERICAN: ReadonlyMap<string, string> = new Map(
  SPELLINGS.map(([british, american]): [string, string] => [porter2(british), porter2(american)]).filter(
    ([from, to]) => from !== to,
  ),
);

/**
 * The form under which a word is looked up: folded, possessive dropped, irregular forms brought to their base ("fell" → "fall"), one
 * spelling for British and American, then Snowball English. "U.S." and "US" are one, so are "1,354" and "1354"; letters with
 * accents lose them where that leaves plain ASCII. Words of other scripts are folded only.
 */
export function stem(word: string): string {
  if (word.length > MAX_STEMMED_UNITS) return plainForm(word);
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stemmed = stemAnew(word);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(word, stemmed);
  return stemmed;
}

/** A word folded, without its possessive, accents and the points of an abbreviation: how stop words and name tables know it. */
export function plainForm(word: string): string {
  const folded = withoutPossessive(withoutAccents(foldText(word)));
  if (/^[a-z](?:\.[a-z])+\.?$/u.test(folded)) return folded.replaceAll(".", "");
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(folded) ? folded.replaceAll(",", "") : folded;
}

function stemAnew(word: string): string {
  const plain = plainForm(word);
  if (!/^[a-z']+$/u.test(plain)) return plain;
  const stemmed = porter2(IRREGULAR_FORMS.get(plain) ?? plain);
  return AMERICAN.get(stemmed) ?? stemmed;
}

function withoutPossessive(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2);
  return word.endsWith("'") ? word.slice(0, -1) : word;
}

function withoutAccents(word: string): string {
  if (/^[ -~]*$/u.test(word)) return word;
  const bare = word.length > MAX_STEMMED_UNITS ? word : word.normalize("NFD").replace(/\p{M}/gu, "");
  return /^[ -~]+$/u.test(bare) ? bare : word;
}
