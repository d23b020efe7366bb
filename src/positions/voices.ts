import type { Claim } from "../claims/claim.ts";

/** "The commission" of one text may be "the Regional Electoral Commission" of another; one official is not another. */
const MANY_OF_A_KIND: ReadonlySet<string> = new Set(
  "official officials source sources expert experts spokesman spokeswoman spokesperson witness witnesses resident residents report reports media statement figures it he she they who mayor governor minister president director chief head".split(
    " ",
  ),
);

/** A key in two: the country that a directory put before it, and the rest as words. */
function wordsOf(key: string): { readonly country: string | null; readonly words: readonly string[] } {
  const [, country, rest] = /^([A-Z]{2}):(.+)$/.exec(key) ?? [];
  return { country: country ?? null, words: (rest ?? key).split("-") };
}

/**
 * True where two keys of speakers may well be one speaker's: they are equal, or one is the other with words or the
 * country left out ("commission", "electoral-commission"; "police", "FR:police").
 */
export function sameVoice(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.country !== null && other.country !== null && one.country !== other.country) return false;
  const [short, long] = one.words.length < other.words.length ? [one.words, other.words] : [other.words, one.words];
  const last = short.at(-1) ?? "";
  if (last !== long.at(-1) || MANY_OF_A_KIND.has(last)) return false;
  return short.every((word) => long.includes(word));
}

/** True where two claims are credited to speakers, and those may well be one. */
export function sameSpeaker(a: Claim, b: Claim): boolean {
  return a.speaker !== null && b.speaker !== null && sameVoice(a.speaker.key, b.speaker.key);
}
