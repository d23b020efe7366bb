import { spellingKey } from "../text/names.ts";

/** Whether a name of the question and the words of a text name the same; both as stems. */
export type NameEquality = (name: string, word: string) => boolean;

/** A name is there if its last word is (people are called by it), most of its words are, or its initials are ("U.S."). */
export function isNamed(stems: readonly string[], has: (stem: string) => boolean): boolean {
  const found = stems.filter((stem) => has(stem)).length;
  const last = stems.at(-1);
  const initials = stems.map((stem) => stem.charAt(0)).join("");
  return found * 2 > stems.length || (last !== undefined && has(last)) || (tellInitials(initials) && has(initials));
}

/** Two letters stand for too many things to name one: all but the best known. */
const SHORT_INITIALS: ReadonlySet<string> = new Set(["us", "uk", "un", "eu", "nz", "la", "ny"]);

/** True where the initials of a name may stand for it. */
export const tellInitials = (initials: string): boolean => initials.length > 2 || SHORT_INITIALS.has(initials);

/** Spellings by different systems of transliteration are one name, and so are a country and its adjective ("German" and "Germany"). */
export function isSameName(name: string, word: string): boolean {
  if (name.charCodeAt(0) !== word.charCodeAt(0)) return false;
  const [short, long] = name.length < word.length ? [name, word] : [word, name];
  if (short.length >= MIN_ROOT && long.startsWith(short) && ADJECTIVE_ENDINGS.has(long.slice(short.length)))
    return true;
  return spellingKey(name) === spellingKey(word);
}

/** What a stemmed adjective has more than the stemmed name; "a" is none: Ivanova is another person than Ivanov. */
const ADJECTIVE_ENDINGS: ReadonlySet<string> = new Set(["i", "n", "an", "ian", "ese", "es", "ish", "er", "ic"]);
const MIN_ROOT = 4;
