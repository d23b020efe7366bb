import { escapePattern } from "../text/escape-pattern.ts";
import { BODY_WORDS } from "../claims/body-words.ts";
import { eventFamily, eventFit } from "../claims/event-families.ts";
import { namedPlace } from "../claims/gazetteer.ts";
import type { TaggedWord } from "../claims/tag.ts";
import type { DocumentRecord } from "../index/record.ts";
import { isCalendarName } from "../question/numbers.ts";
import type { AskedDoer } from "../question/asked-doer.ts";
import { foldName, withoutTitles } from "../text/names.ts";
import { slice } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { sentenceFacts } from "./sentence-facts.ts";
import { taggedIn } from "./sentence-tags.ts";
import {
  frontOf,
  holdsNames,
  isBygone,
  isInDoubt,
  isNamedBefore,
  objectBefore,
  objectBehind,
} from "./thing-in-clause.ts";
import type { VerbAt } from "./thing-in-clause.ts";

/** A name that a sentence gives as the doer of a deed. */
export type FoundDoer = {
  readonly record: number;
  readonly sentence: number;
  /** The name in UTF-16 units of its sentence. */
  readonly start: number;
  readonly end: number;
  /** As its document writes it where it is longest, without titles. */
  readonly full: string;
  /** False where the sentence leaves out what the deed was done to: it may bear out another, and proves nothing alone. */
  readonly whole: boolean;
};

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
    if (isBygone(text)) continue;
    const words = taggedIn(record, i);
    for (let v = 0; v < words.length; v += 1) {
      const doer = readDeed(asked, { words, verb: v, record, sentence: i });
      if (!doer) continue;
      const name = text.slice(doer.start, doer.end);
      const full = fullName(record, withoutTitles(name) || name);
      if (isPerson(full, names)) found.push({ record: at, sentence: i, ...doer, full });
    }
  }
  return found;
}

type Doer = { readonly start: number; readonly end: number; readonly whole: boolean };

function readDeed(asked: AskedDoer, place: VerbAt): Doer | null {
  const { words, verb } = place;
  const word = words[verb];
  if (!word || (word.tag !== "VERB" && word.tag !== "NOUN") || /^\p{Lu}/u.test(word.text)) return null;
  if (eventFit(asked.key, eventFamily(stem(word.text))) !== "same") return null;
  const front = frontOf(words, verb);
  if (isInDoubt(words, front, verb)) return null;
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

type Name = { readonly start: number; readonly end: number };

const isCapital = (word: TaggedWord | undefined): boolean =>
  !isCalendarName(word?.text.toLowerCase() ?? "") &&
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
  if (/^(?:before|after|until|since|as|while)$/i.test(before?.text ?? "")) return false;
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
  return (
    new RegExp(`\\p{Lu}[\\p{L}-]+ ${escapePattern(name)}(?![\\p{L}])`, "u").exec(record.document.text)?.[0] ?? name
  );
}

/** A person by all that its words show, and none of whom the question names. */
function isPerson(name: string, asked: readonly string[]): boolean {
  const words = foldName(name).split(" ");
  if (words.some((word) => BODY_WORDS.has(word)) || namedPlace(name) !== null) return false;
  return !words.some((word) => asked.includes(stem(word)));
}
