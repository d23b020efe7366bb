import { TITLES } from "../text/name-words.ts";
import { foldName } from "../text/names.ts";
import { BODY_WORDS } from "./body-words.ts";
import { OUTLET_ENDINGS, OUTLETS, REPORT_NOUNS, SPEAKING_NOUNS } from "./speech-words.ts";

/** The personal name at the end of a phrase: what follows the last title, office word or place. Empty where there is none. */
export function bareName(written: string, places: readonly string[]): string {
  let rest = written;
  for (const place of places) {
    const at = rest.indexOf(place);
    if (at >= 0 && at + place.length < rest.length) rest = rest.slice(at + place.length).replace(/^['’]s?\s*/u, "");
    else if (at >= 0 && !isSurname(rest.slice(0, at))) return "";
  }
  const words = rest.trim().split(/\s+/u);
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] ?? "";
    const folded = foldName(word);
    const small = /^(?:von|van|der|de|del|da|al|el|bin|la)$/u.test(word);
    if (!small && (!/^\p{Lu}/u.test(word) || isOfficeWord(folded))) break;
    from -= 1;
  }
  return words
    .slice(from)
    .join(" ")
    .replace(/^(?:von|van|der|de|del|da|al|el|bin|la)\s+(?=\p{Ll})/u, "");
}

/** "Elina Salo": a place's name right behind a capitalised word that is no office's is a surname. */
function isSurname(before: string): boolean {
  const word = /(\p{Lu}[\p{L}.'’-]*)\s+$/u.exec(before)?.[1] ?? "";
  return word !== "" && !isOfficeWord(foldName(word));
}

const isOfficeWord = (folded: string): boolean =>
  folded
    .split(" ")
    .every((part) => TITLES.has(part) || SPEAKING_NOUNS.has(part) || REPORT_NOUNS.has(part) || BODY_WORDS.has(part)) ||
  /^(?:the|of|a|an)$/u.test(folded);

/** True where a capitalised name is a body's, not a person's. */
export const hasBodyWord = (name: string): boolean =>
  foldName(name)
    .split(" ")
    .some((word) => BODY_WORDS.has(word) || OUTLET_ENDINGS.has(word) || OUTLETS.has(word));

/** True where a phrase names a paper, broadcaster or agency. */
export function isOutlet(written: string, words: readonly string[]): boolean {
  const last = words.at(-1) ?? "";
  const capital = /\p{Lu}[\p{L}'’]*$/u.test(written);
  return (
    words.some((word) => OUTLETS.has(word)) ||
    (capital && words.length > 1 && OUTLET_ENDINGS.has(last)) ||
    (capital && words.length === 1 && OUTLET_ENDINGS.has(last))
  );
}

/** Key of an outlet: its folded name without what it publishes ("Example Times report"). */
export const outletKey = (folded: string): string =>
  folded
    .split(" ")
    .filter((word) => !REPORT_NOUNS.has(word) && word !== "agency" && word !== "newspaper")
    .join(" ");

/** "Britain's Chief of the Defense Staff" in front of a name: the words back to the last comma, verb or article. */
export function officeBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 80), at);
  const piece =
    /(?:^|[,.;:“"(–—]|\b(?:and|that|but|said|says|by|to|with|from|while|as|when|after|on|including|told)\b)\s*([^,.;:“"(–—]*(?:U\.[KSN]\.|E\.U\.)?[^,.;:“"(–—]*)$/u.exec(
      before,
    )?.[1] ?? "";
  const words = piece
    .trim()
    .replace(/^(?:the|The|A|a|an)\s+/u, "")
    .split(/\s+/u);
  let from = words.length;
  while (from > 0 && words.length - from < 8) {
    const word = words[from - 1] ?? "";
    const folded = foldName(word);
    // "Norwegian trade minister": one small word between a capitalised one and the office belongs to it.
    const inside =
      from < words.length &&
      from > 1 &&
      /^\p{Ll}{4,}$/u.test(word) &&
      !/^(?:that|with|from|when|while|after|told|said|says)$/u.test(word) &&
      /^\p{Lu}/u.test(words[from - 2] ?? "");
    if (
      !(
        inside ||
        isOfficeWord(folded) ||
        /^\p{Lu}/u.test(word) ||
        /^(?:top|regional|foreign|policy|chief|deputy|of|the|defense|defence)$/u.test(folded)
      ) ||
      folded === ""
    )
      break;
    from -= 1;
  }
  const office = words
    .slice(from)
    .join(" ")
    .replace(
      /^(?:(?:of|the|in|on|at|for|when|while|as|after|before|but|and|by|with|from|to|if|although|since)\s+)+/iu,
      "",
    );
  return /\p{L}/u.test(office) &&
    foldName(office)
      .split(" ")
      .some((word) => TITLES.has(word) || SPEAKING_NOUNS.has(word))
    ? office
    : "";
}
