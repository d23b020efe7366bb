import { BEGIN_VERBS, eventFamily } from "../claims/event-families.ts";
import { tagWords } from "../claims/tag.ts";
import { SAYING_VERBS } from "../claims/speech-words.ts";
import { stem } from "../text/stem.ts";
import { isStopWord } from "../text/words.ts";
import { manyMayHaveDone, readThing } from "./asked-doer.ts";
import type { AskedThing } from "./asked-doer.ts";
import type { QuestionPart } from "./question.ts";

/** A question for one name or noun: "Who raised the alarm?", "Where was the epicentre?", "What caused the collapse?" */
export type AskedName = {
  /** How the answer stands to what is asked: it did it, it was done to, it happened there, it caused it, or it is it. */
  readonly slot: "doer" | "done-to" | "place" | "cause" | "being";
  /** What sort of thing fills it, as far as the question word tells. */
  readonly sort: "person" | "place" | "thing" | "any";
  /** Family keys of the words that say what is asked: verbs first, for `being` the noun. */
  readonly keys: readonly string[];
  /** Stem of the noun that names the kind: "which country"; null where none does. */
  readonly noun: string | null;
  /** Family key of the head of what it was done to, or of what happened there; null where the question names no one thing. */
  readonly thing: string | null;
  /** What stands behind a preposition there: "inquiry | into | the fire". */
  readonly behind: AskedThing["behind"];
  /** Where to or where from, in place of where. */
  readonly path: "to" | "from" | null;
};

const NAMING: ReadonlySet<QuestionPart["kind"]> = new Set(["who", "where", "which", "what", "why"]);
const OPENER = /^(?:and|but|so|then|exactly)\s+/i;
const WHO = /^who\b/i;
const WHERE = /^(?:exactly\s+)?where\b/i;
const IN_WHICH =
  /^(?:[Ii]n|[Aa]t|[Oo]n|[Ii]nside|[Nn]ear|[Ff]rom|[Tt]o|[Uu]nder|[Aa]board)\s+(?:which|what)\s+(?<noun>\p{Ll}+)/u;
const WHICH = /^(?:[Ww]hich|[Ww]hat)\s+(?<noun>\p{Ll}+)\b/u;
const CAUSE =
  /^(?:what|which \p{Ll}+)\s+(?:has |had |have |first |really |actually )?(?:caused|triggered|sparked|started|ignited|provoked|led to|set off|brought down|is blamed for|was blamed for|is to blame for|was to blame for|was responsible for)\b|^what (?:is|was) (?:the )?(?:likely |probable |real |actual )?(?:cause|reason|trigger|source|origin)\b|^what (?:is|was|are|were) .+ (?:caused by|blamed on|due to|triggered by|put down to|attributed to)\b/iu;
const WHAT_DID = /^what\s+(?<verb>\p{Ll}+)\b/iu;

/** Nouns that places are asked by. */
const PLACE_NOUNS: ReadonlySet<string> = new Set(
  "city town village place country region district street square station room floor carriage building hotel hospital port airport island province state spot site location venue neighbourhood neighborhood suburb road bridge river valley side part corner".split(
    " ",
  ),
);

/** The slot of a name that a part leaves open; null where it asks for none, for several, or for who said something. */
export function readAskedName(part: QuestionPart): AskedName | null {
  const slot = readSlotOfName(part);
  return slot && { ...slot, ...thingOf(part, slot), path: pathOf(part.text) };
}

/** Keys of what is said to be somewhere: the words before the first preposition. */
function subjectTerms(part: QuestionPart, text: string): readonly string[] {
  const end = text.search(/(?<=\w) (?:during|with|of|at|after|before|while|when|in|on|for|by)\b/);
  const own = end < 0 ? text : text.slice(0, end);
  return part.terms.flatMap(({ word }) => (own.includes(word) ? [askedKey(word)] : []));
}

const FROM = /\bfrom\b|\bfired\b|\b(?:come|came|launched|escaped?|set out)\b/i;
const TO =
  /\b(?:taken?|took|moved?|brought|sent|go|goes|going|gone|went|fled|flee|headed|heading|transferred|travell?(?:ed|ing)?|fly|flew|flown|evacuated|lead|led|to)\s*[?.!]*$/i;

const pathOf = (text: string): AskedName["path"] => (FROM.test(text) ? "from" : TO.test(text) ? "to" : null);

/** The last noun before the first preposition, names left out: "freight train", "the first bag | of cash". */
function thingOf(
  part: QuestionPart,
  { slot, keys }: Omit<AskedName, "thing" | "behind" | "path">,
): Pick<AskedName, "thing" | "behind"> {
  if (slot !== "doer") return NO_THING;
  const words = tagWords(part.text);
  const verb = words.findIndex(({ text }) => keys.includes(askedKey(text)));
  if (verb < 0) return NO_THING;
  const rest = words.slice(verb + 1);
  const end = rest.findIndex(({ tag, text }) => tag === "ADP" || tag === "PUNCT" || tag === "SCONJ" || text === "when");
  const head = rest.slice(0, end < 0 ? rest.length : end).findLast(({ tag }) => tag === "NOUN" || tag === "PROPN");
  return {
    thing: head && /^\p{Ll}/u.test(head.text) ? askedKey(head.text) : null,
    behind: readThing(part.text.slice(words[verb]?.end ?? 0))?.behind ?? null,
  };
}

const NO_THING = { thing: null, behind: null };

function readSlotOfName(part: QuestionPart): Omit<AskedName, "thing" | "behind" | "path"> | null {
  if (!NAMING.has(part.kind)) return null;
  const text = part.text.trim().replace(OPENER, "");
  const keys = keysOf(part, text);
  if (CAUSE.test(text)) return { slot: "cause", sort: "thing", keys, noun: null };
  if (WHO.test(text)) {
    return asksForMany(text) ? null : { ...slotOf(text, ownKeys(text) ?? keys), sort: "person", noun: null };
  }
  const wide = [...new Set([...keys, ...subjectTerms(part, text)])];
  if (WHERE.test(text)) return { slot: "place", sort: "place", keys: wide, noun: null };
  const within = IN_WHICH.exec(text)?.groups?.["noun"];
  if (within !== undefined) return { slot: "place", sort: "place", keys: wide, noun: stem(within) };
  const noun = WHICH.exec(text)?.groups?.["noun"];
  if (part.kind === "which" && noun !== undefined && !/[^s]s$/.test(noun) && !isStopWord(noun)) {
    if (asksForMany(text)) return null;
    return { ...slotOf(text, keys), sort: PLACE_NOUNS.has(noun) ? "place" : "any", noun: stem(noun) };
  }
  const verb = WHAT_DID.exec(text)?.groups?.["verb"];
  if (part.kind === "what" && verb !== undefined && verb.endsWith("ed") && !SAYING_VERBS.has(verb))
    return { slot: "cause", sort: "thing", keys, noun: null };
  return null;
}

const BEING =
  /^(?:[Ww]ho|[Ww]hich \p{Ll}+|[Ww]hat \p{Ll}+)\s+(?:is|was|are|were|became|becomes|will be|has become)\s+(?:the |its |their |his |her |an? |(?=\p{Lu}))(?<behind>.+)/u;

/** "Who was arrested", "which minister has been dismissed": by the form of the verb; or "whom did they elect". */
const DONE_TO =
  /^(?:[Ww]ho|[Ww]hich \p{Ll}+)\s+(?:is|was|has been|had been|will be|got)\s+(?:\p{Ll}+ly |first |also )?(?:\p{Ll}+(?:ed|en|wn|lt|nt|ught)|shot|hit|hurt|cut|put|held|told|made|found|sworn|chosen|struck|hung|won|led|fed|left|sold)\b|^[Ww]hom\b|^(?:[Ww]ho|[Ww]hich \p{Ll}+) (?:did|does|do|will|has|had) (?:\p{Lu}|the |they |he |she )/u;

/** "Who was the first speaker at …" asks by a noun, "who was the first to speak" by a verb. */
function slotOf(text: string, keys: readonly string[]): Pick<AskedName, "slot" | "keys"> {
  if (DONE_TO.test(text)) return { slot: "done-to", keys };
  const behind = BEING.exec(text)?.groups?.["behind"] ?? "";
  if (behind === "" || /^(?:\p{Ll}+ ){1,2}(?:to|who)\b/u.test(behind)) return { slot: "doer", keys };
  const group =
    behind.split(/ (?:of|at|in|for|on|to|from|behind|with|after|during|when|that|who)\b|[^\p{L} -]/u)[0] ?? "";
  const noun = group.trim().split(" ").at(-1) ?? "";
  return noun === "" || /^\p{Lu}/u.test(noun) ? { slot: "doer", keys } : { slot: "being", keys: [askedKey(noun)] };
}

/** "Who attended", "who were", "who says": many may, or the speaker is asked for. */
function asksForMany(text: string): boolean {
  const words = text.split(/\s+/).map((word) => word.toLowerCase().replaceAll(/[^\p{L}]/gu, ""));
  if (
    /^(?:were|are)$/.test(words[1] ?? "") ||
    /^(?:which|what) (?:\p{Ll}+ ){0,2}\p{Ll}+s (?:were|are|have)\b/iu.test(text)
  )
    return true;
  return (
    words.slice(1, 4).some((word) => SAYING_VERBS.has(word) && !ALSO_DEEDS.has(word)) || manyMayHaveDone(words[1] ?? "")
  );
}

const WHO_DID =
  /^[Ww]ho\s+(?:(?:will|would|is|was|has|had|have|did|been|being|be|then|first|also|really|actually|finally)\s+)*(?<verb>\p{Ll}+)\b/u;

/** Key of the verb right behind "who", whatever the tagger makes of it; null where none stands there. */
function ownKeys(text: string): readonly string[] | null {
  const verb = WHO_DID.exec(text)?.groups?.["verb"];
  return verb === undefined || isStopWord(verb) ? null : [askedKey(verb)];
}

/** Saying, and doing as well. */
const ALSO_DEEDS: ReadonlySet<string> = new Set(
  "ordered order orders called call calls put announced signed".split(" "),
);

/** Stem of the verb of a doer: "speaker" → "speak", "owner" → "own"; of another noun itself. */
export const deedOf = (noun: string): string => stem(noun.toLowerCase().replace(/(?<=\p{L}{3})(?:e?r|or)s?$/u, ""));

/** Family of a word that says what happens; "broke out", "began" and "started" are one. */
export function askedKey(word: string): string {
  const own = stem(word.toLowerCase());
  return BEGIN_VERBS.has(own) ? "begin" : eventFamily(own);
}

function keysOf(part: QuestionPart, text: string): readonly string[] {
  const isTerm = new Set(part.terms.map((term) => term.stem));
  const words = tagWords(text).filter((word) => isTerm.has(stem(word.text)) && !/^\p{Lu}/u.test(word.text));
  const verbs = words.filter(({ tag }) => tag === "VERB");
  const nouns = words.filter(({ tag }) => tag !== "VERB" && tag !== "ADJ" && tag !== "ADV");
  const chosen = verbs.length > 0 ? verbs : nouns.slice(-1);
  return [...new Set(chosen.map((word) => askedKey(word.text)))];
}
