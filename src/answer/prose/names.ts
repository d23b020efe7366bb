import { findPlaces } from "../../claims/gazetteer.ts";
import { foldName, spellingKey } from "../../text/names.ts";
import { isStopWord, splitIntoWords } from "../../text/words.ts";
import type { Cited } from "./cited.ts";

/** Words that open sentences and are no names. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    "about above according across after all almost although amid among another around as because before between both but despite during each earlier even every " +
    "few following for from he her his how however i in inside it its later many meanwhile more most near nearly neither no nobody none nor not nothing of off on once one only " +
    "other others our out over people several she since some such than that the their there these they this those though through to two three under unless until up we what when where whether which while who why with within without"
  ).split(" "),
);

/** Letters that a name and its adjective share at least: "Zarovia", "Zarovian". */
const ROOT = 5;

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
    const key = spellingKey(foldName(word.text));
    if (
      key.length >= ROOT &&
      [...known].some((one) => one.length >= ROOT && (one.startsWith(key) || key.startsWith(one)))
    )
      return true;
    return inPlaces.some(({ span }) => span.start <= word.span.start && word.span.end <= span.end);
  });
}
