import { eventFamily, LIGHT_VERBS } from "../claims/event-families.ts";
import { tagWords } from "../claims/tag.ts";
import type { TaggedWord } from "../claims/tag.ts";
import { stem } from "../text/stem.ts";
import { isStopWord } from "../text/words.ts";
import { predicateIn } from "./asked-event.ts";
import type { QuestionPart } from "./question.ts";
import { withCapitals } from "./target.ts";

/** The word of a whether question that is to be affirmed or denied, with what it is said of. */
export type AskedPredicate = {
  /** Its stem. */
  readonly key: string;
  /** What it is a word for, with what stands behind it: "carried out of" is removing. */
  readonly family: string;
  /** `word`: only the same word says it ("arson", "red"); `verb`: another verb of its family does too. */
  readonly kind: "word" | "verb";
  /** Stems of the nouns, names and modifiers of the question besides. */
  readonly about: readonly string[];
  /** Those of them that only say when and where: "at the junction", "before the crash". */
  readonly adjuncts: readonly string[];
  /** Stems of who is asked to have done it ("did the driver brake", "was he braking"); none where it is done to somebody. */
  readonly doers: readonly string[];
};

const OPENER = /^(?:(?:and|so|but|then|really)[ ,]+)*(?:is it true that|was it true that|is it the case that)?\s*/i;

const AUXILIARY = /^(?:did|do|does|was|were|is|are|has|have|had|(?:did|do|does|was|were|is|are|has|have|had)n['’]t)$/i;

/** Verbs that carry no more than their object: "use the brake", "be on the phone". */
const LIGHT: ReadonlySet<string> = new Set([
  ...LIGHT_VERBS,
  ..."be been being is was were are use apply employ give put there place".split(" ").map((word) => stem(word)),
]);

/** Whether it was said, found out or wanted is asked otherwise. */
const TOLD: ReadonlySet<string> = new Set(
  "confirm verify verified deny say claim admit announce know believe think want expect verification confirmation"
    .split(" ")
    .map((word) => stem(word)),
);

/** Reads what a whether question asks to be so; null where it asks what may be, what somebody said, or nothing that can be. */
export function readAskedPredicate(part: QuestionPart): AskedPredicate | null {
  if (part.kind !== "whether") return null;
  const words = tagWords(
    withCapitals(part)
      .replace(OPENER, "")
      .replace(/[?\s]+$/, ""),
  );
  if (!AUXILIARY.test(words[0]?.text ?? "") || words.some(({ text }) => text.toLowerCase() === "or")) return null;
  if (words.some((_, at) => isCount(words, at))) return null;
  const rest = words.slice(/^n['’]t$/.test(words[1]?.text ?? "") ? 2 : 1);
  const at = askedIn(rest, { part, auxiliary: words[0]?.text ?? "" });
  const word = rest[at];
  if (!word || isStopWord(word.text)) return null;
  const key = stem(word.text);
  if (TOLD.has(key)) return null;
  const adjuncts = new Set(rest.flatMap((one, i) => (i !== at && isInAdjunct(rest, i) ? [stem(one.text)] : [])));
  return {
    key,
    family: eventFamily(
      key,
      rest.slice(at + 1).map((one) => stem(one.text)),
    ),
    adjuncts: [...adjuncts],
    doers: doersOf(rest, at, words[0]?.text ?? ""),
    kind:
      word.tag === "VERB" ||
      isVerbal(word) ||
      (/^d/i.test(words[0]?.text ?? "") && !rest.some((one) => LIGHT.has(stem(one.text))))
        ? "verb"
        : "word",
    about: [...new Set(part.terms.map((term) => term.stem))].filter((one) => one !== key && !LIGHT.has(one)),
  };
}

function doersOf(rest: readonly TaggedWord[], at: number, auxiliary: string): readonly string[] {
  const isActive = /^(?:d|ha)/i.test(auxiliary)
    ? rest[at - 1]?.text !== "been"
    : (rest[at]?.text ?? "").endsWith("ing");
  const subject = rest.slice(0, Math.min(at, subjectEnd(rest)));
  if (!isActive || !subject.some(isNominal)) return [];
  return subject.filter(({ text }) => !isStopWord(text)).map(({ text }) => stem(text));
}

/** How many of something is asked otherwise; "Hall 4" and "in two" count nothing. */
function isCount(words: readonly TaggedWord[], at: number): boolean {
  if (!/^\d/.test(words[at]?.text ?? "") || /^\p{Lu}/u.test(words[at - 1]?.text ?? "")) return false;
  return /^(?:NOUN|ADJ|PROPN|SYM)$/.test(words[at + 1]?.tag ?? "") && words[at - 1]?.text !== "-";
}

/** Behind a preposition, with no mark between: "at the main junction". */
function isInAdjunct(rest: readonly TaggedWord[], at: number): boolean {
  if (!isNominal(rest[at]) && rest[at]?.tag !== "ADJ") return false;
  return isBehindPreposition(rest, at);
}

function isBehindPreposition(rest: readonly TaggedWord[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(rest[i]?.tag ?? "")) i -= 1;
  return i >= 0 && /^(?:ADP|SCONJ)$/.test(rest[i]?.tag ?? "");
}

/** Participles that are no other words. */
const IRREGULAR: ReadonlySet<string> = new Set(
  "hurt put shut hit cut sent sold paid built bought brought caught taught sought fought spent lent bent hidden stolen broken chosen driven eaten fallen forgotten frozen ridden shaken shown sunk sworn thrown torn woken worn written withdrawn begun".split(
    " ",
  ),
);

const isVerbal = ({ text }: TaggedWord): boolean => /(?:ed|en)$/.test(text) && text.length > 4;

const isNominal = (word: TaggedWord | undefined): boolean => word !== undefined && /^(?:NOUN|PROPN)$/.test(word.tag);

function askedIn(
  rest: readonly TaggedWord[],
  { part, auxiliary }: { readonly part: QuestionPart; readonly auxiliary: string },
): number {
  const isName = ({ text }: TaggedWord): boolean => part.names.some((name) => name.stems.includes(stem(text)));
  const isOpen = (at: number): boolean => at > 0 && !/^(?:DET|ADP|NUM)$/.test(rest[at - 1]?.tag ?? "");
  // "Did the minister promise that …": what follows is what was promised.
  const that = rest.findIndex(({ text }, at) => at > 1 && text.toLowerCase() === "that" && rest[at + 1] !== undefined);
  if (that > 1 && isOpen(that - 1) && /^(?:VERB|NOUN)$/.test(rest[that - 1]?.tag ?? "")) return that - 1;
  const last = lastAsked(rest, auxiliary);
  if (last > 0 && !isName(rest[last] ?? NONE)) return last;
  const subject = subjectEnd(rest);
  // "Was anybody painting": tagged as a noun.
  const isDoing = ({ text }: TaggedWord, at: number): boolean =>
    /^(?:was|were|is|are)/i.test(auxiliary) && text.endsWith("ing") && rest[at - 1]?.tag === "PRON";
  // A participle before its noun is none: "the injured man".
  const verb = rest.findIndex(
    (word, at) =>
      at >= Math.min(subject, 1) &&
      (word.tag === "VERB" || isDoing(word, at)) &&
      isOpen(at) &&
      !isBehindPreposition(rest, at) &&
      !isName(word) &&
      !LIGHT.has(stem(word.text)),
  );
  // "Use tear gas": no verb follows a light one.
  const isObject = LIGHT.has(stem(rest[verb - 1]?.text ?? "")) && isNominal(rest[verb + 1]) && /^d/i.test(auxiliary);
  if (isObject) return headBehind(rest, verb);
  // "Fallen asleep", "gone missing": the state is asked.
  if (
    verb > 0 &&
    COPULAR.has(stem(rest[verb]?.text ?? "")) &&
    rest[verb + 1]?.tag === "ADJ" &&
    !isNominal(rest[verb + 2])
  )
    return verb + 1;
  if (verb > 0 && !(isNominal(rest[verb + 1]) && rest[verb - 1]?.tag === "ADJ")) return verb;
  // "Was an alert sent to …": a participle behind its noun looks like anything.
  const behind = rest.findIndex((word, at) => at > 0 && IRREGULAR.has(word.text.toLowerCase()) && isOpen(at));
  if (behind > 0) return behind;
  // What stands behind a preposition is no verb, whatever it looks like: "from the pump house".
  const tail = rest.findIndex((word, at) => at > 1 && word.tag === "ADP" && isNominal(rest[at - 1]));
  const own = predicateIn(tail < 0 ? rest : rest.slice(0, tail), auxiliary);
  const found = rest[own];
  if (found && !isName(found) && !LIGHT.has(stem(found.text))) return own;
  const light = rest.findIndex(
    (word, at) => at > 0 && LIGHT.has(stem(word.text)) && /^(?:VERB|NOUN|AUX)$/.test(word.tag),
  );
  if (light > 0) {
    const isPhrase = rest[light + 1] === undefined || PARTICLES.has(rest[light + 1]?.text.toLowerCase() ?? "");
    return isPhrase && MOVES.has(stem(rest[light]?.text ?? "")) ? light : headBehind(rest, light + 1);
  }
  const adjective = rest.findLastIndex((word, at) => at > 0 && word.tag === "ADJ" && !isNominal(rest[at + 1]));
  if (adjective > 0) return adjective;
  return headBehind(rest, subject);
}

const NONE: TaggedWord = { start: 0, end: 0, text: "", tag: "X" };

const COPULAR: ReadonlySet<string> = new Set(
  "fall become stay remain turn go keep".split(" ").map((word) => stem(word)),
);

/** "Go off", "come down", "put out": of these the verb is asked, not what stands behind. */
const MOVES: ReadonlySet<string> = new Set("go come get put take give".split(" ").map((word) => stem(word)));
const PARTICLES: ReadonlySet<string> = new Set("off out down up away back over through".split(" "));

/** "Did the engine of the barge fail", "was the video of the crack verified": the last word, where only it can be the verb; −1 else. */
function lastAsked(rest: readonly TaggedWord[], auxiliary: string): number {
  const at = rest.length - 1;
  const [word, before] = [rest[at], rest[at - 1]];
  if (!word || !before || !isNominal(before) || at < 1) return -1;
  const text = word.text.toLowerCase();
  if (/^d/i.test(auxiliary)) {
    const hasVerb = rest.some((one, i) => i < at && (one.tag === "VERB" || LIGHT.has(stem(one.text))));
    const hasPlace = rest.some((one, i) => i < at && one.tag === "ADP" && one.text !== "of");
    return !hasVerb && !hasPlace && isNominal(word) && /^\p{Ll}/u.test(word.text) && !/[^s]s$/.test(text) ? at : -1;
  }
  return isVerbal(word) || IRREGULAR.has(text) ? at : -1;
}

/** One past the subject: "it", "there", or the first noun group. */
function subjectEnd(rest: readonly TaggedWord[]): number {
  if (/^(?:it|there|this|that|he|she|they)$/i.test(rest[0]?.text ?? "")) return 1;
  let at = 0;
  while (/^(?:DET|ADJ|NUM|NOUN|PROPN|PRON)$/.test(rest[at]?.tag ?? "")) {
    if (rest[at]?.tag === "DET" && isNominal(rest[at - 1])) break;
    at += 1;
  }
  return at;
}

/** Index of the head of the first noun group from `from` on, its preposition or article passed over; −1 where none is. */
function headBehind(rest: readonly TaggedWord[], from: number): number {
  const first = rest.findIndex((word, at) => at >= from && isNominal(word));
  if (first < 0) return -1;
  let at = first;
  while (isNominal(rest[at + 1])) at += 1;
  return at;
}
