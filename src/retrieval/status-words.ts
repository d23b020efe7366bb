import type { Certainty } from "../claims/claim.ts";
import { readPolarity } from "../claims/clause-polarity.ts";
import type { Polarity } from "../claims/clause-polarity.ts";
import { eventFamily, eventFit, isKnownEvent } from "../claims/event-families.ts";
import { thingFamily } from "../claims/families.ts";
import { areOpposites } from "../claims/opposites.ts";
import type { TaggedWord } from "../claims/tag.ts";
import type { AskedPredicate } from "../question/asked-predicate.ts";
import { stem } from "../text/stem.ts";

/** How a word stands to the predicate of a question: `kin` is another word of its family or made of it ("looters" of "looting"), `related` one of a family near it. */
export type WordFit = "same" | "kin" | "related" | "opposite";

/** Shorter stems begin alike by chance. */
const MIN_ROOT = 4;

/** "-er", "-ion", "-ist" and the like, stemmed. */
const MAX_ENDING = 3;

/**
 * How the stem `own` stands to the predicate; null where it has nothing to do with it.
 * @param behind stems of the words behind it
 */
export function fitOfStem(asked: AskedPredicate, own: string, behind: readonly string[] = []): WordFit | null {
  const { key, kind, family } = asked;
  if (own === key) return "same";
  if (areOpposites(own, key)) return "opposite";
  if (kind === "word" && thingFamily(own) === thingFamily(key)) return "kin";
  if (isMadeOf(own, key) || isMadeOf(key, own)) return "kin";
  if (!isKnownEvent(family)) return null;
  const fit = eventFit(family, eventFamily(own, behind));
  return fit === "same" ? "kin" : fit === "related" ? "related" : null;
}

const isMadeOf = (long: string, root: string): boolean =>
  root.length >= MIN_ROOT && long.startsWith(root) && long.length - root.length <= MAX_ENDING;

/** A word that a clause is read at. */
export type Reading = {
  readonly at: number;
  readonly fit: WordFit | "none";
  readonly polarity: Polarity;
  /** True where it says so only of the sentence before: "the company denied it". */
  readonly echo: boolean;
};

/** Words of a phrase at most: "carried out of". */
const REACH = 4;

const CONTENT = /^(?:VERB|NOUN|ADJ|ADV|PROPN)$/;

/** Where the words say the predicate, with what their clause says of it; clauses that say neither are left out. */
export function readKeys(
  words: readonly TaggedWord[],
  asked: AskedPredicate,
  certaintyAt: (word: TaggedWord) => Certainty,
): readonly Reading[] {
  return words.flatMap((word, at) => {
    const behind = words.slice(at + 1, at + 1 + REACH).map((one) => stem(one.text));
    const fit = CONTENT.test(word.tag) ? fitOfStem(asked, stem(word.text), behind) : null;
    const polarity = fit && readPolarity(words, at, certaintyAt(word));
    if (!fit || !polarity) return [];
    const isTurned = (fit === "opposite") !== isCleft(words, at, asked.doers);
    return [{ at, fit, polarity: isTurned ? turned(polarity) : polarity, echo: false }];
  });
}

/** The other of two polarities. */
const turned = (polarity: Polarity): Polarity => (polarity === "affirmed" ? "denied" : "affirmed");

/** "Denied it", "rejects the claim": what was said before is turned. */
const TURNS =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|contradict(?:s|ed)?|ruled?|refut(?:es|ed)) (?:it|this|that|(?:the|his|her|their|these|those) (?:account|accusation|allegation|charge|claim|report|version)s?)(?=[.,;!”"’']|$| (?:again|on|in|at|as|and|but|outright|flatly|saying|late|early)\b)/i;

/** "Insists that it was", "said they had not": what was asked before is so, or not. */
const ELLIPTIC =
  /\b(?:it|they|he|she|we|i|there) (?:was|were|is|are|had|has|have|did|does|do)(n['’]t| not| never)?(?=[.,;!”"’']|$)/i;

/**
 * What a sentence says of the one before it without its words: "Halik rejected this", "the company insists that it was".
 * Null where it says nothing of the kind.
 * @param before what the sentence before says, null where that is not known
 */
export function readEcho(text: string, before: Polarity | null): Polarity | null {
  if (TURNS.test(text)) return turned(before ?? "affirmed");
  const match = ELLIPTIC.exec(text);
  if (!match) return null;
  const isDenied = /\b(?:den(?:y|ies|ied))\b/i.test(text.slice(0, match.index));
  return (match[1] !== undefined) === isDenied ? "affirmed" : "denied";
}

/** Verbs that tell of what is told, not of what happened. */
const TELLING: ReadonlySet<string> = new Set(
  "say tell claim add report repeat insist confirm deny reject dismiss dispute contradict refute reply answer ask write announce state argue"
    .split(" ")
    .map((word) => stem(word)),
);

/** The main word of a sentence: its first verb that is not one of telling, else its last noun, else what is told by; −1 where it has none. */
export function mainWord(words: readonly TaggedWord[]): number {
  const verb = words.findIndex(({ tag, text }) => tag === "VERB" && !TELLING.has(stem(text)));
  const noun = verb >= 0 ? verb : words.findLastIndex(({ tag }) => tag === "NOUN");
  return noun >= 0 ? noun : words.findIndex(({ tag }) => tag === "VERB");
}

/** "It was the mate who rang the bell": nobody else did. False where the words are no such cleft, or name one of `doers`. */
function isCleft(words: readonly TaggedWord[], at: number, doers: readonly string[]): boolean {
  if (doers.length === 0) return false;
  const who = words.findLastIndex(({ text }, i) => i < at && /^(?:who|that|which)$/i.test(text));
  const it = words.findLastIndex(({ text }, i) => i < who && /^(?:it|it['’]s)$/i.test(text));
  if (it < 0 || who - it > MAX_CLEFT || !/^(?:was|is|['’]s)$/i.test(words[it + 1]?.text ?? "")) return false;
  const one = words.slice(it + 2, who);
  return (
    one.some(({ tag }) => tag === "NOUN" || tag === "PROPN") && !one.some(({ text }) => doers.includes(stem(text)))
  );
}

/** Words between "it" and "who" at most. */
const MAX_CLEFT = 16;
