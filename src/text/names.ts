import anyAscii from "any-ascii";
import { doubleMetaphone } from "double-metaphone";
import { distance } from "fastest-levenshtein";

import {
  FAMILY_FIRST,
  FAMILY_OR_GIVEN,
  GIVEN_VARIANTS,
  PARTICLES,
  POST_NOMINALS,
  SYLLABLES,
  TITLES,
  VOWEL_SWAPS,
} from "./name-words.ts";

/** ASCII text needs no transliteration, and nearly all names in English news are. */
const ASCII = /^[ -~]*$/u;

/**
 * A name without its case, accents, script and punctuation: "Côte d'Ivoire" → "cote divoire", "U.S." → "us", "Rostov-on-Don's" → "rostov on don".
 * Possessive endings go; hyphens and slashes become spaces. Other scripts are written in Latin letters (any-ascii). Empty for text without letters.
 */
export function foldName(name: string): string {
  const latin = ASCII.test(name) ? name : anyAscii(name.replaceAll(/[’‘ʼʹ`´]/gu, "'"));
  return latin
    .toLowerCase()
    .replace(/'s?$/u, "")
    .replaceAll(/['".]/gu, "")
    .replaceAll(/[^a-z0-9&]+/gu, " ")
    .trim();
}

const VOWELS = new Set("aeiou");

/**
 * Key under which spellings of one name by different systems of transliteration meet: "Zelensky", "Zelenskyy", "Zelenskiy" → "zelenski";
 * "Mykolaiv", "Mykolayiv", "Mikolayiv" → "mikolaiv"; "Zaporizhzhia", "Zaporizhzhya" → "zaporizia". General rules, no list of names.
 * @param folded a name as `foldName` gives it
 */
export function spellingKey(folded: string): string {
  let key = "";
  for (let at = 0; at < folded.length; at += 1) {
    let letter = folded.charAt(at);
    const next = folded.charAt(at + 1);
    if (letter === "h" && (key.endsWith("z") || (key.endsWith("k") && VOWELS.has(next)))) continue;
    if (letter === "y" || letter === "j") letter = letter === "j" && at === 0 ? "j" : "i";
    if (letter === "w") letter = "v";
    if (letter === "p" && next === "h") {
      letter = "f";
      at += 1;
    }
    if (key.endsWith(letter) && letter !== " ") continue;
    key += letter;
  }
  return key;
}

const VARIANTS: readonly ReadonlySet<string>[] = GIVEN_VARIANTS.map(
  (row) => new Set(row.split(" ").map((name) => spellingKey(name))),
);

/** A personal name taken apart; all parts are spelling keys. */
type Parts = { readonly given: readonly string[]; readonly surname: string };

/**
 * Key of a personal name, equal for variants in spelling, with or without title and given names: "President Volodymyr Zelenskyy", "Zelensky" →
 * "zelenski". It is the surname's spelling key, so bearers of one surname share it: compare given names with `sameName`. Titles alone give "".
 */
export function nameKey(name: string): string {
  return partsOf(name).surname;
}

/**
 * True where two written names may be one person: the same surname up to transliteration ("Zelensky", "Zelenskiy"; "Mohammed", "Muhammad") and given
 * names that do not contradict (equal, an initial, a known variant, or left out). "Ivanov" and "Ivanova", "Johnson" and "Johnston",
 * "John Smith" and "Jane Smith" are different. Symmetric and reflexive, not transitive: "Smith" fits both Smiths.
 */
export function sameName(a: string, b: string): boolean {
  const left = partsOf(a);
  const right = partsOf(b);
  if (left.surname === "" || right.surname === "") return foldName(a) === foldName(b);
  if (!sameSurname(left.surname, right.surname)) return false;
  const [first, second] = [left.given[0], right.given[0]];
  return first === undefined || second === undefined || sameGiven(first, second);
}

/** A name without the titles and offices in front of it and the letters behind: "Gen. John Doe Jr." → "John Doe". Keeps case and spelling. */
export function withoutTitles(name: string): string {
  const words = name.trim().split(/\s+/u);
  let from = 0;
  while (from < words.length - 1 && isTitle(words[from] ?? "")) from += 1;
  let to = words.length;
  while (to - 1 > from && POST_NOMINALS.has(foldName(words[to - 1] ?? ""))) to -= 1;
  return words.slice(from, to).join(" ").replace(/,$/u, "");
}

const isTitle = (word: string): boolean =>
  foldName(word)
    .split(" ")
    .every((part) => TITLES.has(part));

function partsOf(name: string): Parts {
  const bare = withoutTitles(name);
  const words = foldName(bare)
    .split(" ")
    .filter((word) => !PARTICLES.has(word));
  if (words.length === 1 && TITLES.has(words[0] ?? "")) return { given: [], surname: "" };
  const [first = "", ...others] = words;
  const familyFirst = isFamilyFirst(bare, first, others);
  const surname = familyFirst ? first : (words.at(-1) ?? "");
  const given = familyFirst ? others : words.slice(0, -1);
  return { given: given.map((word) => spellingKey(word)), surname: spellingKey(surname) };
}

/** "Xi Jinping", "Kim Jong Un": East Asian family names stand first; those that are also given names ("Kim Clark") need more than one syllable behind. */
function isFamilyFirst(written: string, first: string, others: readonly string[]): boolean {
  if (others.length === 0 || others.length > 2 || !others.every((word) => SYLLABLES.test(word))) return false;
  return FAMILY_FIRST.has(first) || (FAMILY_OR_GIVEN.has(first) && (others.length === 2 || written.includes("-")));
}

function sameSurname(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length !== b.length || a.length < 5 || a.at(-1) !== b.at(-1)) return false;
  let swaps = 0;
  for (let at = 0; at < a.length; at += 1) {
    const pair = `${a.charAt(at)}${b.charAt(at)}`;
    if (a.charAt(at) === b.charAt(at)) continue;
    if (!VOWEL_SWAPS.has(pair)) return false;
    swaps += 1;
  }
  return swaps <= 2 && doubleMetaphone(a)[0] === doubleMetaphone(b)[0];
}

function sameGiven(a: string, b: string): boolean {
  if (a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))) return true;
  if (VARIANTS.some((row) => row.has(a) && row.has(b))) return true;
  return (
    a.length > 3 &&
    b.length > 3 &&
    a.charAt(0) === b.charAt(0) &&
    distance(a, b) === 1 &&
    doubleMetaphone(a)[0] === doubleMetaphone(b)[0] &&
    a.at(-1) === b.at(-1)
  );
}
