import { TITLES } from "../text/name-words.ts";
import { foldName } from "../text/names.ts";
import { BODY_WORDS, PLAIN_ROLES } from "./body-words.ts";
import { REPORT_NOUNS, SPEAKING_NOUNS } from "./speech-words.ts";

/** Articles and counts before what somebody is. */
export const LEADING =
  /^(?:the|a|an|some|several|many|two|three|four|five|one|both|his|her|its|their|another|other|new|latest|recent|senior|top|local|former)\s+/iu;

const BODY_NOUN = [...BODY_WORDS].join("|");
/** "Institute of Seismology", "Union of Transport Workers": bodies, whatever name stands behind "of". */
export const BODY_OF = new RegExp(`^(?:\\p{L}+ )?(?:${BODY_NOUN}) (?:of|for) `, "iu");
/** "… in Bishkek": where a body sits is no part of its name. */
export const SEATED = / (?:in|at) \p{Lu}[\p{L} '’-]*$/u;

/** Words that only count or rank nameless people. */
const QUANTIFIERS =
  /^(?:new|latest|some|several|various|numerous|multiple|many|senior|other|one|two|three|four|five|unnamed|anonymous)$/u;

/** "Example Ministry figures", "two senior officials" → what the body or the people are, folded. A capital makes a word part of a name. */
export function withoutReportWords(written: string): string {
  const words = written.split(/\s+/u).filter((word) => !(REPORT_NOUNS.has(foldName(word)) && /^\p{Ll}/u.test(word)));
  return foldName(words.join(" ").replace(LEADING, ""))
    .split(" ")
    .filter((word) => !QUANTIFIERS.test(word))
    .join(" ");
}

/** "two sources familiar with the matter" → "source", "health officials" → "health-official": of nameless people only what they are counts. */
export function roleKey(words: string): string {
  // "institute of seismology" and "seismology institute" are one.
  const [, body, of] = OF_BODY.exec(words) ?? [];
  if (body !== undefined && of !== undefined && BODY_WORDS.has(body.split(" ").at(-1) ?? ""))
    return roleKey(`${of} ${body}`);
  const [head = "", next = ""] = words.split(/ (?=familiar|close|with|who|in|at|from|briefed|near|that)/u);
  const kept = next !== "" && PLAIN_ROLES.has(singular(head)) ? head : words;
  return kept
    .split(" ")
    .map((word) => singular(word))
    .join("-");
}

const OF_BODY = /^((?:[^ ]+ )?[^ ]+) (?:of|for)(?: the)? ([^ ]+(?: [^ ]+){0,6})$/u;

/** Only nouns for people and bodies lose their plural: names that end in s keep it. */
function singular(word: string): string {
  const one = withoutPlural(word);
  return SPEAKING_NOUNS.has(one) ? one : word;
}

function withoutPlural(word: string): string {
  if (word.length < 5 || /(?:ss|us|is)$/u.test(word)) return word;
  if (/(?:ss|sh|ch|x)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/u, "");
}

/** One unnamed person who could be named next: "defense minister", but no official and no body. */
export function isOneOffice(bare: string): boolean {
  const words = bare.split(" ");
  const head = words.includes("of") ? (words[words.indexOf("of") - 1] ?? "") : (words.at(-1) ?? "");
  return (
    (TITLES.has(head) &&
      !PLAIN_ROLES.has(head) &&
      !head.endsWith("s") &&
      !/^(?:staff|police|home|health|defense|defence|justice|finance|interior|fire|house)$/u.test(head)) ||
    /(?:commander|chief|minister|secretary|president|governor|mayor|chairman|director)$/u.test(head)
  );
}
