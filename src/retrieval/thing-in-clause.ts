import { eventFamily } from "../claims/event-families.ts";
import { thingFamily } from "../claims/families.ts";
import type { TaggedWord } from "../claims/tag.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { AskedThing } from "../question/asked-doer.ts";
import { stem } from "../text/stem.ts";
import { isStopWord } from "../text/words.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";

/** Sentences that tell what "them" is. */
const REACH = 3;
/** Sentences at the front that say what a document is about. */
const LEAD = 3;

/** What was, and is so no longer, is another's deed. */
const BYGONE = /\b(?:former|formerly|previous|previously|predecessor|until|once|ago|last (?:year|month|season))\b/i;
const UNSURE = /^(?:may|might|could|should|must|can|if|whether)$/i;
const NOT = /^(?:not|n't|never|no|nobody|neither|nor|denied|denies|deny|denying)$/i;

/** True where the clause of a verb says that it was not so, or may not be. @param front first word of the verb with its auxiliaries */
export function isInDoubt(words: readonly TaggedWord[], front: number, verb: number): boolean {
  return words.slice(Math.max(0, front - 3), verb).some(({ text }) => NOT.test(text) || UNSURE.test(text));
}

/** Words that are a question, or tell of what is so no longer. */
export const isBygone = (sentence: string): boolean => BYGONE.test(sentence) || /\?["”’')]*$/.test(sentence);

/** Every name of the question stands at the sentence, in the title or at the front. */
export function holdsNames(record: DocumentRecord, i: number, names: readonly string[]): boolean {
  const last = record.sentences.length - 1;
  const isBetween = (name: string, from: number, to: number): boolean => {
    for (let at = Math.max(0, from); at <= Math.min(last, to); at += 1)
      if (sentenceFacts(record, at).stems.includes(name)) return true;
    return false;
  };
  return names.every(
    (name) =>
      isBetween(name, i - REACH, i + REACH) || titleFacts(record).stems.includes(name) || isBetween(name, 0, LEAD - 1),
  );
}

/** A verb where it stands. */
export type VerbAt = {
  readonly words: readonly TaggedWord[];
  readonly verb: number;
  readonly record: DocumentRecord;
  readonly sentence: number;
};
/** First of the words that belong to a verb: its auxiliaries and adverbs. */
export function frontOf(words: readonly TaggedWord[], verb: number): number {
  let at = verb;
  while (/^(?:AUX|ADV|PART)$/.test(words[at - 1]?.tag ?? "") && !/^['’]s?$/.test(words[at - 1]?.text ?? "")) at -= 1;
  return at;
}

/** "Blaze" and "fire", "vessel" and "ferry" are one word here. */
function familyOfStem(stemmed: string): string {
  const thing = thingFamily(stemmed);
  return thing === stemmed ? eventFamily(stemmed) : thing;
}

/** The same of a word as written. */
export const familyOf = (word: string): string => familyOfStem(stem(word));

const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|last|final|next|opening|only|other|another|new)$/i;

/** True where nothing tells the noun group from what is asked: no other ordinal, no other kind. */
function fits(asked: AskedThing, group: readonly TaggedWord[]): boolean {
  const head = group.findLastIndex(({ text }) => familyOf(text) === familyOfStem(asked.head));
  if (head < 0) return false;
  const own = group
    .slice(0, head)
    .filter(({ text, tag }) => !isStopWord(text) && /^(?:ADJ|NOUN|PROPN|VERB|NUM)$/.test(tag))
    .map(({ text }) => text.toLowerCase());
  const ordinals = own.filter((text) => ORDINAL.test(text)).map((text) => stem(text));
  const askedFor = asked.modifiers.filter((one) => ORDINALS.has(one));
  if (ordinals.some((one) => !askedFor.includes(one)) || askedFor.some((one) => !ordinals.includes(one))) return false;
  const kinds = own.map((text) => familyOf(text));
  const wanted = asked.modifiers.filter((one) => !ORDINALS.has(one)).map((one) => familyOfStem(one));
  return wanted.length === 0 || kinds.length === ordinals.length || wanted.some((one) => kinds.includes(one));
}

const ORDINALS: ReadonlySet<string> = new Set(
  "first second third fourth fifth sixth seventh eighth ninth tenth last final next opening only other another new"
    .split(" ")
    .map((word) => stem(word)),
);

/** How what a clause tells of stands to what is asked. */
type Fit = "whole" | "pronoun" | "none" | "other";

const PRONOUN = /^(?:it|him|her|them|they|he|she)$/i;

/** What stands behind a verb. @param from the word behind it */
export function objectBehind(asked: AskedThing, words: readonly TaggedWord[], from: number): Fit {
  let to = from;
  while (/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|VERB|PART)$/.test(words[to]?.tag ?? "")) to += 1;
  const group = words.slice(from, to);
  if (group.length === 0) return /^(?:PUNCT|ADP|ADV|)$/.test(words[from]?.tag ?? "") ? "none" : "other";
  if (PRONOUN.test(group[0]?.text ?? "") && group.length === 1) return "pronoun";
  return fits(asked, group) && !isBehindOther(asked, words, to) ? "whole" : "other";
}

/** What stands before a verb. @param to first word of the verb with its auxiliaries */
export function objectBefore(asked: AskedThing, words: readonly TaggedWord[], to: number): Fit {
  if (PRONOUN.test(words[to - 1]?.text ?? "")) return "pronoun";
  const head = words.slice(0, to).findLastIndex(({ text }) => familyOf(text) === familyOfStem(asked.head));
  if (head < 0) return "other";
  let from = head;
  while (/^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(words[from - 1]?.tag ?? "")) from -= 1;
  return fits(asked, words.slice(from, head + 1)) && !isBehindOther(asked, words, head + 1) ? "whole" : "other";
}

/** "The inquiry into the fire" where that into the collision is asked. */
export function isBehindOther(
  { behind }: Pick<AskedThing, "behind">,
  words: readonly { readonly text: string }[],
  at: number,
): boolean {
  if (!behind || words[at]?.text.toLowerCase() !== behind.preposition) return false;
  const told = new Set(words.slice(at + 1, at + 6).map(({ text }) => eventFamily(stem(text))));
  return !behind.stems.some((one) => told.has(eventFamily(one)));
}

/** "It" and "them" stand for what is asked where a sentence before, or the same one, names it. */
export function isNamedBefore({ head }: AskedThing, { record, sentence }: VerbAt): boolean {
  const family = familyOfStem(head);
  for (let i = sentence; i >= Math.max(0, sentence - REACH); i -= 1)
    if (sentenceFacts(record, i).stems.some((one) => familyOfStem(one) === family)) return true;
  return false;
}
