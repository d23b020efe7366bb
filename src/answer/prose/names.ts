import { findPlaces } from "../../claims/gazetteer.ts";
import { foldName, spellingKey } from "../../text/names.ts";
import { isStopWord, splitIntoWords } from "../../text/words.ts";
import type { Cited } from "./cited.ts";

/** Words that open sentences and are no names. */
const OPENERS: ReadonlySet<string> = new Set(
  "according although both but he her his however i in it its meanwhile on one other others she since some that the their there these they this those two when while who".split(
    " ",
  ),
);

/** True where every word with a capital is one of the quotes, their speakers or their sources, in whatever spelling; a place may be named by its adjective. */
export function namesStand(text: string, cited: readonly Cited[]): boolean {
  const known = new Set(cited.flatMap(({ words }) => words.map((word) => spellingKey(foldName(word)))));
  const places = new Set(cited.flatMap((one) => findPlaces(one.words.join(" ")).map(({ id }) => id)));
  const inPlaces = findPlaces(text).filter(({ id }) => places.has(id));
  return splitIntoWords(text).every((word, at) => {
    if (!/^\p{Lu}/u.test(word.text)) return true;
    if (at === 0 && (isStopWord(word.text) || OPENERS.has(word.text.toLowerCase()))) return true;
    if (known.has(spellingKey(foldName(word.text)))) return true;
    // "Officials": a common noun that opens the sentence is for the words to support.
    if (at === 0 && cited.some(({ stems }) => stems.has(word.stem))) return true;
    return inPlaces.some(({ span }) => span.start <= word.span.start && word.span.end <= span.end);
  });
}
