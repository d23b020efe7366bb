import { LIGHT_VERBS } from "../claims/event-families.ts";
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
  /** `word`: only the same word says it ("arson", "red"); `verb`: another verb of its family does too. */
  readonly kind: "word" | "verb";
  /** Stems of the nouns, names and modifiers of the question besides. */
  readonly about: readonly string[];
  /** Those of them that only say when and where: "at the junction", "before the crash". */
  readonly adjuncts: readonly string[];
};

const OPENER = /^(?:(?:and|so|but|then|really)[ ,]+)*(?:is it true that|was it true that|is it the case that)?\s*/i;

const AUXILIARY = /^(?:did|do|does|was|were|is|are|has|have|had|(?:did|do|does|was|were|is|are|has|have|had)n['’]t)$/i;

/** Verbs that carry no more than their object: "use the brake", "be on the phone". */
const LIGHT: ReadonlySet<string> = new Set([
  ...LIGHT_VERBS,
  ..."be been being is was were are use apply employ give put there place".split(" ").map((word) => stem(word)),
]);

/** What people say or find out is asked otherwise. */
const TOLD: ReadonlySet<string> = new Set(
  "confirm verify verified deny say tell claim admit announce report accept agree know believe think want plan expect reject accuse ask demand call verification confirmation"
    .split(" ")
    .map((word) => stem(word)),
);

/** Reads what a whether question asks to be so; null where it asks what may be, what somebody said, or nothing that can be. */
export function readAskedPredicate(part: QuestionPart): AskedPredicate | null {
  if (part.kind !== "whether" || part.numbers.some((number) => /^\d/.test(number))) return null;
  const words = tagWords(
    withCapitals(part)
      .replace(OPENER, "")
      .replace(/[?\s]+$/, ""),
  );
  if (!AUXILIARY.test(words[0]?.text ?? "") || words.some(({ text }) => text.toLowerCase() === "or")) return null;
  const rest = words.slice(/^n['’]t$/.test(words[1]?.text ?? "") ? 2 : 1);
  const at = askedIn(rest, { part, auxiliary: words[0]?.text ?? "" });
  const word = rest[at];
  if (!word || isStopWord(word.text)) return null;
  const key = stem(word.text);
  if (TOLD.has(key)) return null;
  const adjuncts = new Set(rest.flatMap((one, i) => (i !== at && isInAdjunct(rest, i) ? [stem(one.text)] : [])));
  return {
    key,
    adjuncts: [...adjuncts],
    kind:
      word.tag === "VERB" ||
      isVerbal(word) ||
      (/^d/i.test(words[0]?.text ?? "") && !rest.some((one) => LIGHT.has(stem(one.text))))
        ? "verb"
        : "word",
    about: [...new Set(part.terms.map((term) => term.stem))].filter((one) => one !== key && !LIGHT.has(one)),
  };
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
  "sent sold paid built bought brought caught taught sought fought spent lent bent hidden stolen broken chosen driven eaten fallen forgotten frozen ridden shaken shown sunk sworn thrown torn woken worn written withdrawn begun".split(
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
  const subject = subjectEnd(rest);
  // A participle before its noun is none: "the injured man".
  const verb = rest.findIndex(
    (word, at) =>
      at >= Math.min(subject, 1) &&
      word.tag === "VERB" &&
      isOpen(at) &&
      !isBehindPreposition(rest, at) &&
      !isName(word) &&
      !LIGHT.has(stem(word.text)),
  );
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
  if (light > 0) return headBehind(rest, light + 1);
  const adjective = rest.findLastIndex((word, at) => at > 0 && word.tag === "ADJ" && !isNominal(rest[at + 1]));
  if (adjective > 0) return adjective;
  return headBehind(rest, subject);
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
