import { placeIdOf } from "../claims/gazetteer.ts";
import type { TaggedWord } from "../claims/tag.ts";
import type { DocumentRecord } from "../index/record.ts";
import { happeningKey } from "../question/asked-place.ts";
import type { AskedPlace } from "../question/asked-place.ts";
import { isCalendarName } from "../question/numbers.ts";
import { slice } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { isStopWord } from "../text/words.ts";
import { sentenceFacts } from "./sentence-facts.ts";
import { taggedIn } from "./sentence-tags.ts";
import { familyOf, frontOf, holdsNames, isBygone, isInDoubt, isNamedBefore, objectBefore } from "./thing-in-clause.ts";
import type { VerbAt } from "./thing-in-clause.ts";

/** A place that a sentence gives for what happened. */
export type FoundScene = {
  readonly record: number;
  readonly sentence: number;
  /** The place without its preposition, in UTF-16 units of its sentence. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Stems of the whole phrase, "quarry at Riera Seca". */
  readonly stems: readonly string[];
  /** What sort of place it is: only two of one sort can be rivals. `site` is a building or ground, `room` a part of one, `order` one in a row ("second", "front"). */
  readonly sort: "name" | "site" | "room" | "order" | "wide";
  readonly id: string;
};

const IN = /^(?:in|at|near|beside|outside|inside|on|behind|under|aboard)$/i;
const JOIN = /^(?:of|at|in|near|outside|on)$/i;

/** Places that hold others, and words that only say whereabouts. */
export const WIDE = new Set(
  "district region area part north south east west city town village province country county outskirts side end suburb centre center island coast edge middle heart neighbourhood neighborhood state zone sector territory valley mountain hill border municipality front place spot site scene way time morning evening night day hour minute"
    .split(" ")
    .map((word) => stem(word)),
);

/** Parts of buildings and vessels: one of them and a building are no rivals. */
export const ROOMS = new Set(
  "room kitchen cabin basement cellar attic roof loft floor storey boiler corridor hallway lobby ward office apartment flat carriage wagon compartment deck hold cockpit garage shed stairwell staircase balcony bedroom bathroom laboratory classroom engine stand block wing section entrance exit gate tunnel platform"
    .split(" ")
    .map((word) => stem(word)),
);

const ROW =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)?|front|rear|last|left|right|upper|lower|middle|northern|southern|eastern|western)$/i;

/** The places that a document gives for the event asked for, by the clauses of its sentences, in order. */
export function findScenes(
  asked: AskedPlace,
  at: number,
  record: DocumentRecord,
  names: readonly string[],
): readonly FoundScene[] {
  const found: FoundScene[] = [];
  for (let i = 0; i < record.sentences.length; i += 1) {
    const sentence = record.sentences[i];
    if (!sentence || sentence.kind === "heading" || sentence.repeated) continue;
    // With "which carriage" the noun itself must stand there.
    const { stems } = sentenceFacts(record, i);
    if (asked.noun !== null ? !stems.includes(asked.noun) : !stems.some((one) => happeningKey(one) === asked.key))
      continue;
    if (!holdsNames(record, i, names)) continue;
    const text = slice(record.document.text, sentence.span);
    if (isBygone(text)) continue;
    const words = taggedIn(record, i);
    for (let v = 0; v < words.length; v += 1) {
      const scene = readScene(asked, { words, verb: v, record, sentence: i }, text);
      if (scene) found.push({ record: at, sentence: i, ...scene });
    }
  }
  return found;
}

type Scene = Omit<FoundScene, "record" | "sentence">;

function readScene(asked: AskedPlace, place: VerbAt, text: string): Scene | null {
  const { words, verb } = place;
  const word = words[verb];
  if (!word || !/^(?:VERB|AUX)$/.test(word.tag)) return null;
  const copula = asked.noun !== null && /^(?:was|were|is|are)$/i.test(word.text) && words[verb + 1]?.tag === "ADP";
  if (!copula && happeningKey(word.text) !== asked.key) return null;
  const front = frontOf(words, verb);
  if (isInDoubt(words, front, verb) || /^(?:not|n't|never)$/i.test(words[verb + 1]?.text ?? "")) return null;
  const subject = objectBefore(asked.subject, words, front);
  if (subject === "other" || (subject === "pronoun" && !isNamedBefore(asked.subject, place))) return null;
  // The subject stands in the same clause, right before its verb or behind a relative "that".
  if (subject === "whole" && !isNear(asked.subject.head, words, front)) return null;
  return phraseBehind(asked, words, { from: verb + 1, text });
}

/** Words between a subject and its verb at most. */
const NEAR = 4;

const isNear = (head: string, words: readonly TaggedWord[], front: number): boolean =>
  words.slice(Math.max(0, front - NEAR), front).some(({ text }) => familyOf(text) === familyOf(head));

/** The first phrase of place behind a verb and before its clause ends; times are passed over. */
function phraseBehind(
  asked: AskedPlace,
  words: readonly TaggedWord[],
  { from, text }: { from: number; text: string },
): Scene | null {
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (!word || /^[;:,!?]$/.test(word.text) || /^(?:SCONJ|CCONJ)$/.test(word.tag)) return null;
    if (at > from && word.tag === "VERB") return null;
    if (!IN.test(word.text)) continue;
    const to = groupEnd(words, at + 1);
    const own = words.slice(at + 1, to).filter(({ tag }) => tag !== "DET");
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last || isTime(own)) continue;
    const sort = sortOf(asked, own);
    if (sort === null) continue;
    let end = to;
    while (JOIN.test(words[end]?.text ?? "")) {
      const next = groupEnd(words, end + 1);
      if (next === end + 1 || isTime(words.slice(end + 1, next))) break;
      end = next;
    }
    const all = words.slice(at + 1, end).filter(({ tag, text: written }) => tag !== "DET" && !isStopWord(written));
    const written = text.slice(first.start, last.end);
    return {
      start: first.start,
      end: last.end,
      written,
      stems: all.map((one) => stem(one.text)),
      sort,
      id: placeIdOf(written),
    };
  }
  return null;
}

function groupEnd(words: readonly TaggedWord[], from: number): number {
  let to = from;
  while (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(words[to]?.tag ?? "")) to += 1;
  return to;
}

const isTime = (group: readonly TaggedWord[]): boolean =>
  group.some(
    ({ text }) =>
      isCalendarName(text.toLowerCase()) ||
      /^(?:[ap]\.?m\.?|noon|midnight|dawn|dusk|o'clock|weekend|week|month|year)$/i.test(text),
  ) || group.every(({ text }) => /^[\d.:,]+$/.test(text));

function sortOf({ noun }: AskedPlace, group: readonly TaggedWord[]): FoundScene["sort"] | null {
  const head = group.at(-1);
  if (!head) return null;
  const named = group.some(({ text }) => /^\p{Lu}/u.test(text));
  if (noun !== null) {
    if (stem(head.text) !== noun) return null;
    return group.some(({ text }) => ROW.test(text)) ? "order" : named ? "name" : "wide";
  }
  if (group.every(({ text }) => /^\p{Lu}/u.test(text))) return "name";
  if (head.tag !== "NOUN" || WIDE.has(stem(head.text)) || /^\p{Lu}/u.test(head.text)) return "wide";
  return ROOMS.has(stem(head.text)) ? "room" : "site";
}
