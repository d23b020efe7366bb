import { BODY_WORDS } from "../claims/body-words.ts";
import { eventFamily, eventFit } from "../claims/event-families.ts";
import { thingFamily } from "../claims/families.ts";
import { namedPlace } from "../claims/gazetteer.ts";
import { tagWords } from "../claims/tag.ts";
import type { TaggedWord } from "../claims/tag.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { AskedDoer, AskedThing } from "../question/asked-doer.ts";
import { foldName } from "../text/names.ts";
import { slice } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { isStopWord } from "../text/words.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";

/** A name that a sentence gives as the doer of a deed. */
export type FoundDoer = {
  readonly record: number;
  readonly sentence: number;
  /** The name in UTF-16 units of its sentence. */
  readonly start: number;
  readonly end: number;
  /** As written, and as its document writes it where it is longest. */
  readonly name: string;
  readonly full: string;
  /** False where the sentence leaves out what the deed was done to: it may bear out another, and proves nothing alone. */
  readonly whole: boolean;
};

/** Sentences that tell what "them" is. */
const REACH = 3;
/** Sentences at the front that say what a document is about. */
const LEAD = 3;

/** What was, and is so no longer, is another's deed. */
const BYGONE = /\b(?:former|formerly|previous|previously|predecessor|until|once|ago|last (?:year|month|season))\b/i;
const UNSURE = /^(?:may|might|could|should|must|can|if|whether)$/i;
const NOT = /^(?:not|n't|never|no|nobody|neither|nor|denied|denies|deny|denying)$/i;

/** The persons whom a document gives as doers of the deed asked for, by the clauses of its sentences, in order. */
export function findDoers(
  asked: AskedDoer,
  at: number,
  record: DocumentRecord,
  names: readonly string[],
): readonly FoundDoer[] {
  const found: FoundDoer[] = [];
  for (let i = 0; i < record.sentences.length; i += 1) {
    const sentence = record.sentences[i];
    if (!sentence || sentence.kind === "heading" || sentence.repeated) continue;
    if (!sentenceFacts(record, i).stems.some((one) => eventFit(asked.key, eventFamily(one)) === "same")) continue;
    if (!holdsNames(record, i, names)) continue;
    const text = slice(record.document.text, sentence.span);
    if (BYGONE.test(text) || /\?["”’')]*$/.test(text)) continue;
    const words = tagWords(text);
    for (let v = 0; v < words.length; v += 1) {
      const doer = readDeed(asked, { words, verb: v, record, sentence: i });
      if (!doer) continue;
      const name = text.slice(doer.start, doer.end);
      const full = fullName(record, name);
      if (isPerson(full, names)) found.push({ record: at, sentence: i, ...doer, name, full });
    }
  }
  return found;
}

/** Every name of the question stands at the sentence, in the title or at the front. */
function holdsNames(record: DocumentRecord, i: number, names: readonly string[]): boolean {
  if (names.length === 0) return true;
  const near = new Set([
    ...titleFacts(record).stems,
    ...Array.from({ length: LEAD }, (_, n) => n).flatMap((n) => sentenceFacts(record, n).stems),
    ...Array.from({ length: 2 * REACH + 1 }, (_, n) => i - REACH + n).flatMap((n) =>
      n < 0 ? [] : sentenceFacts(record, n).stems,
    ),
  ]);
  return names.every((name) => near.has(name));
}

type Place = {
  readonly words: readonly TaggedWord[];
  readonly verb: number;
  readonly record: DocumentRecord;
  readonly sentence: number;
};
type Doer = { readonly start: number; readonly end: number; readonly whole: boolean };

function readDeed(asked: AskedDoer, place: Place): Doer | null {
  const { words, verb } = place;
  const word = words[verb];
  if (!word || (word.tag !== "VERB" && word.tag !== "NOUN") || /^\p{Lu}/u.test(word.text)) return null;
  if (eventFit(asked.key, eventFamily(stem(word.text))) !== "same") return null;
  const front = frontOf(words, verb);
  const before = words.slice(Math.max(0, front - 3), verb);
  if (before.some(({ text }) => NOT.test(text) || UNSURE.test(text))) return null;
  const future = words.slice(front, verb).some(({ text }) => /^(?:will|'ll|shall)$/i.test(text));
  if (future !== asked.future) return null;
  const auxiliary = words.slice(front, verb).findLast(({ tag }) => tag === "AUX")?.text ?? "";
  const passive = /^(?:is|are|was|were|been|being|be|got)$/i.test(auxiliary) && !word.text.endsWith("ing");
  const object = passive ? objectBefore(asked.object, words, front) : objectBehind(asked.object, words, verb + 1);
  if (object === "other") return null;
  if (object === "pronoun" && !isNamedBefore(asked.object, place)) return null;
  const name = passive ? nameBehindBy(words, verb) : nameBefore(words, front);
  return name && { ...name, whole: object !== "none" };
}

/** First of the words that belong to a verb: its auxiliaries and adverbs. */
function frontOf(words: readonly TaggedWord[], verb: number): number {
  let at = verb;
  while (/^(?:AUX|ADV|PART)$/.test(words[at - 1]?.tag ?? "") && !/^['’]s?$/.test(words[at - 1]?.text ?? "")) at -= 1;
  return at;
}

const familyOf = (word: string): string => thingFamily(stem(word));

const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|last|final|next|opening|only|other|another|new)$/i;

/** True where nothing tells the noun group from what is asked: no other ordinal, no other kind. */
function fits(asked: AskedThing, group: readonly TaggedWord[]): boolean {
  const head = group.findLastIndex(({ text }) => familyOf(text) === thingFamily(asked.head));
  if (head < 0) return false;
  const own = group
    .slice(0, head)
    .filter(({ text, tag }) => !isStopWord(text) && /^(?:ADJ|NOUN|PROPN|VERB|NUM)$/.test(tag))
    .map(({ text }) => text.toLowerCase());
  const ordinals = own.filter((text) => ORDINAL.test(text)).map((text) => stem(text));
  const askedFor = asked.modifiers.filter((one) => ORDINALS.has(one));
  if (ordinals.some((one) => !askedFor.includes(one)) || askedFor.some((one) => !ordinals.includes(one))) return false;
  const kinds = own.map((text) => familyOf(text));
  const wanted = asked.modifiers.filter((one) => !ORDINALS.has(one)).map((one) => thingFamily(one));
  return wanted.length === 0 || kinds.length === ordinals.length || wanted.some((one) => kinds.includes(one));
}

const ORDINALS: ReadonlySet<string> = new Set(
  "first second third fourth fifth sixth seventh eighth ninth tenth last final next opening only other another new"
    .split(" ")
    .map((word) => stem(word)),
);

type Fit = "whole" | "pronoun" | "none" | "other";

const PRONOUN = /^(?:it|him|her|them|they|he|she)$/i;

function objectBehind(asked: AskedThing, words: readonly TaggedWord[], from: number): Fit {
  let to = from;
  while (/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|VERB|PART)$/.test(words[to]?.tag ?? "")) to += 1;
  const group = words.slice(from, to);
  if (group.length === 0) return /^(?:PUNCT|ADP|ADV|)$/.test(words[from]?.tag ?? "") ? "none" : "other";
  if (PRONOUN.test(group[0]?.text ?? "") && group.length === 1) return "pronoun";
  return fits(asked, group) && !isBehindOther(asked, words, to) ? "whole" : "other";
}

function objectBefore(asked: AskedThing, words: readonly TaggedWord[], to: number): Fit {
  if (PRONOUN.test(words[to - 1]?.text ?? "")) return "pronoun";
  const head = words.slice(0, to).findLastIndex(({ text }) => familyOf(text) === thingFamily(asked.head));
  if (head < 0) return "other";
  let from = head;
  while (/^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(words[from - 1]?.tag ?? "")) from -= 1;
  return fits(asked, words.slice(from, head + 1)) && !isBehindOther(asked, words, head + 1) ? "whole" : "other";
}

/** "The inquiry into the fire" where that into the collision is asked. */
function isBehindOther({ behind }: AskedThing, words: readonly TaggedWord[], at: number): boolean {
  if (!behind || words[at]?.text.toLowerCase() !== behind.preposition) return false;
  const told = new Set(words.slice(at + 1, at + 6).map(({ text }) => eventFamily(stem(text))));
  return !behind.stems.some((one) => told.has(eventFamily(one)));
}

/** "It" and "them" stand for what is asked where a sentence before, or the same one, names it. */
function isNamedBefore({ head }: AskedThing, { record, sentence }: Place): boolean {
  const family = thingFamily(head);
  for (let i = sentence; i >= Math.max(0, sentence - REACH); i -= 1)
    if (sentenceFacts(record, i).stems.some((one) => thingFamily(one) === family)) return true;
  return false;
}

type Name = { readonly start: number; readonly end: number };

const isCapital = (word: TaggedWord | undefined): boolean =>
  /^\p{Lu}[\p{L}'’-]*\p{L}$/u.test(word?.text ?? "") &&
  word?.tag !== "PRON" &&
  word?.tag !== "DET" &&
  word?.tag !== "AUX";
const PARTICLE = /^(?:von|van|der|den|de|del|di|da|dos|das|du|la|le|al|bin|ibn)$/;

/** The run of capitalised words that ends before a word; null where there is none, or it is no subject. */
function runEndingAt(words: readonly TaggedWord[], end: number): { readonly from: number; readonly name: Name } | null {
  let from = end;
  while (
    isCapital(words[from - 1]) ||
    (from < end && PARTICLE.test(words[from - 1]?.text ?? "") && isCapital(words[from - 2]))
  )
    from -= 1;
  const [first, last] = [words[from], words[end - 1]];
  return from < end && first && last ? { from, name: { start: first.start, end: last.end } } : null;
}

/** Whoever stands before the verb, an aside between commas passed over, and a relative "who". */
function nameBefore(words: readonly TaggedWord[], front: number): Name | null {
  let end = front;
  if (/^(?:who|that)$/i.test(words[end - 1]?.text ?? "")) {
    end -= 1;
  } else if (/^(?:he|she)$/i.test(words[end - 1]?.text ?? "")) return onlyName(words.slice(0, end - 1));
  if (words[end - 1]?.text === ",") {
    const own = runEndingAt(words, end - 1);
    // "A trainee, Mira Soll, was driving": the aside is the name.
    if (own && words[own.from - 1]?.text === ",") return isCoordinate(words, own.from) ? null : own.name;
    const open = words.slice(0, end - 1).findLastIndex(({ text }) => text === ",");
    if (open >= 0) end = open;
    else if (words[end]?.text.toLowerCase() === "who") end -= 1;
    else return null;
  }
  const run = runEndingAt(words, end);
  return run && !isCoordinate(words, run.from) ? run.name : null;
}

/** "Police in Lyon arrested", "Anna and Paul Reve": the name is no subject, or not the whole of it. */
function isCoordinate(words: readonly TaggedWord[], from: number): boolean {
  let at = from - 1;
  while (/^(?:NOUN|ADJ|DET|VERB)$/.test(words[at]?.tag ?? "") && words[at]?.tag !== "VERB") at -= 1;
  const before = words[at];
  return before?.tag === "ADP" || /^(?:and|or|with|not|nor|than)$/i.test(before?.text ?? "");
}

function onlyName(words: readonly TaggedWord[]): Name | null {
  const runs: Name[] = [];
  for (let end = words.length; end > 0; end -= 1) {
    const run = isCapital(words[end - 1]) ? runEndingAt(words, end) : null;
    if (!run) continue;
    runs.push(run.name);
    end = run.from + 1;
  }
  return runs.length === 1 ? (runs[0] ?? null) : null;
}

/** "By lifeboat skipper Nuria Besos". */
function nameBehindBy(words: readonly TaggedWord[], verb: number): Name | null {
  for (let by = verb + 1; by < Math.min(verb + 8, words.length); by += 1) {
    const text = words[by]?.text.toLowerCase() ?? "";
    if (/^[;:.,]$/.test(text)) return null;
    if (text !== "by") continue;
    let from = by + 1;
    while (
      from < by + 6 &&
      words[from] &&
      !isCapital(words[from]) &&
      /^(?:DET|ADJ|NOUN|VERB)$/.test(words[from]?.tag ?? "")
    )
      from += 1;
    let to = from;
    while (isCapital(words[to]) || (to > from && PARTICLE.test(words[to]?.text ?? "") && isCapital(words[to + 1])))
      to += 1;
    const [first, last] = [words[from], words[to - 1]];
    const joint = words[to]?.text === "and" && isCapital(words[to + 1]);
    return to > from && first && last && !joint ? { start: first.start, end: last.end } : null;
  }
  return null;
}

/** The longest writing of a name in its document: "Brandt" is "Lukas Brandt". */
function fullName(record: DocumentRecord, name: string): string {
  if (name.includes(" ")) return name;
  const escaped = name.replaceAll(/[^\p{L}\p{N}]/gu, "\\$&");
  return new RegExp(`\\p{Lu}[\\p{L}-]+ ${escaped}(?![\\p{L}])`, "u").exec(record.document.text)?.[0] ?? name;
}

/** A person by all that its words show, and none of whom the question names. */
function isPerson(name: string, asked: readonly string[]): boolean {
  const words = foldName(name).split(" ");
  if (words.some((word) => BODY_WORDS.has(word)) || namedPlace(name) !== null) return false;
  return !words.some((word) => asked.includes(stem(word)));
}
