import {
  DATA_NOUNS,
  BETWEEN_SUBJECT_AND_VERB,
  NO_PERSONS,
  NOT_SUBJECT,
  OUTLETS,
  PERSON_ENDING,
  REPORT_NOUNS,
  SPEAKING_NOUNS,
  SPEAKING_REPORTS,
} from "./speech-words.ts";
import { isBreak, type SpeechWord } from "./speech-tokens.ts";

/** A noun phrase that may name who speaks: words `from` up to `to`, and a second name beside it ("the mayor, Ann Lee"). */
export type SpeakerPhrase = {
  readonly from: number;
  readonly to: number;
  readonly beside: { readonly from: number; readonly to: number } | null;
};

const PRONOUNS: ReadonlySet<string> = new Set(["he", "she", "they", "it", "who", "which", "both"]);
/** Prepositions inside the names of people and bodies: "the head of the agency", "sources close to the talks". */
const INNER = new Set(["of", "for", "with", "in", "at", "to", "from", "on"]);
const CLOSENESS = new Set(["familiar", "close", "briefed", "involved", "based"]);
/** Words that an apposition between subject and verb is looked for in; longer ones are clauses. */
const LONGEST_APPOSITION = 14;

/** The phrase that ends before word `verb` as its subject, or null where what stands there cannot speak. */
export function subjectBefore(words: readonly SpeechWord[], verb: number): SpeakerPhrase | null {
  let end = skipBack(words, verb);
  if (words[end - 1]?.text === "," && end > 1) {
    const open = openingComma(words, end - 1);
    if (open === null) return null;
    const outer = nounPhraseBefore(words, open);
    const inner = nounPhraseBefore(words, end - 1);
    if (outer !== null && canSpeak(words, outer)) {
      const beside =
        inner !== null && inner.from === open + 1 && isNameOrOffice(words, inner)
          ? { from: inner.from, to: inner.to }
          : null;
      return { from: outer.from, to: outer.to, beside };
    }
    return null;
  }
  const nearest = nounPhraseBefore(words, end);
  const phrase = nearest === null ? null : (withoutRelative(words, nearest) ?? nearest);
  if (phrase === null || !canSpeak(words, phrase)) return null;
  const comma = phrase.from - 1;
  // "the mayor of the city, Ann Lee said": the name belongs to the office before the comma only with a second comma, so it stands alone.
  return comma >= 0 && words[comma]?.text === "," ? { ...phrase, beside: null } : phrase;
}

/** "a study published in Nature" → the study; null where no participle stands before the phrase. */
function withoutRelative(words: readonly SpeechWord[], phrase: SpeakerPhrase): SpeakerPhrase | null {
  const verb = words[phrase.from - 2];
  if (words[phrase.from - 1]?.tag !== "ADP" || verb?.tag !== "VERB" || !/(?:ed|en|done|led)$/u.test(verb.lower))
    return null;
  const outer = nounPhraseBefore(words, phrase.from - 2);
  return outer !== null && canSpeak(words, outer) ? outer : null;
}

/** Skips what stands between subject and verb: auxiliaries, adverbs, a date, "in a statement". */
function skipBack(words: readonly SpeechWord[], verb: number): number {
  let end = verb;
  for (;;) {
    const word = words[end - 1];
    if (word === undefined) return end;
    if (
      word.tag === "AUX" ||
      BETWEEN_SUBJECT_AND_VERB.has(word.lower) ||
      (word.tag === "ADV" && word.lower !== "there")
    ) {
      end -= 1;
      continue;
    }
    const date = dateStart(words, end);
    if (date === null) return end;
    end = date;
  }
}

/** Where "on November 9", "on Monday" or a bare "Monday" that ends before `end` begins; null where there is none. */
function dateStart(words: readonly SpeechWord[], end: number): number | null {
  let at = end;
  while (at > 0 && isDateWord(words[at - 1])) at -= 1;
  if (at === end) return null;
  if (words[at - 1]?.tag === "ADP" || words[at - 1]?.lower === "on") return at - 1;
  return NOT_SUBJECT.has(words[at]?.lower ?? "") ? at : null;
}

function isDateWord(word: SpeechWord | undefined): boolean {
  return (
    word !== undefined &&
    (/^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$|^(?:\d{1,2}(?:st|nd|rd|th)?|\d{4})$/u.test(
      word.lower,
    ) ||
      NOT_SUBJECT.has(word.lower))
  );
}

function openingComma(words: readonly SpeechWord[], close: number): number | null {
  for (let at = close - 1; at >= 0 && at >= close - LONGEST_APPOSITION; at -= 1) {
    const text = words[at]?.text ?? "";
    if (text === ",") return at;
    if (/^[.;:!?"“”]$/u.test(text)) return null;
  }
  return null;
}

/** The noun phrase that ends before `end`, however it may be meant; null where there is none. */
export function nounPhraseBefore(words: readonly SpeechWord[], end: number): SpeakerPhrase | null {
  const last = words[end - 1];
  if (last === undefined || last.quoted) return null;
  if (PRONOUNS.has(last.lower)) return { from: end - 1, to: end, beside: null };
  let from = end;
  for (let at = end - 1; at >= 0; at -= 1) {
    const word = words[at];
    const previous = words[at - 1];
    if (word === undefined || word.quoted || isBreak(word)) break;
    if (
      word.tag === "DET" ||
      /^(?:the|a|an|some|several|many|most|two|three|four|his|her|its|their)$/u.test(word.lower)
    ) {
      from = at;
      const inner = previous !== undefined && INNER.has(previous.lower) && nounBefore(words, at - 1);
      if (!inner) break;
      continue;
    }
    if (isNominal(word)) {
      from = at;
      continue;
    }
    if ((INNER.has(word.lower) || CLOSENESS.has(word.lower)) && from > at && nounBefore(words, at)) continue;
    if (
      word.tag === "CCONJ" &&
      from === at + 1 &&
      previous !== undefined &&
      isNominal(previous) &&
      isNominal(words[at + 1] ?? word)
    )
      continue;
    break;
  }
  from = withoutOtherObject(words, from, end);
  while (
    from < end &&
    (NOT_SUBJECT.has(words[from]?.lower ?? "") || /^(?:last|this|next|past)$/u.test(words[from]?.lower ?? ""))
  )
    from += 1;
  return from < end ? { from, to: end, beside: null } : null;
}

/** "in Oslo and the mayor said": what stands before "and" belongs to a preposition or another clause, so the phrase begins behind it. */
function withoutOtherObject(words: readonly SpeechWord[], from: number, end: number): number {
  const and = words.findLastIndex((word, at) => at > from && at < end && word.tag === "CCONJ");
  if (and < 0) return from;
  const owned = words.slice(and, end).some((word) => /^['’]s?$/u.test(word.text));
  const before = words[from - 1];
  const object =
    before !== undefined && (before.tag === "ADP" || before.tag === "VERB") && !nounBefore(words, from - 1);
  return owned || object ? and + 1 : from;
}

function nounBefore(words: readonly SpeechWord[], at: number): boolean {
  const before = words[at - 1];
  if (before === undefined || before.quoted) return false;
  return (
    SPEAKING_NOUNS.has(before.lower) ||
    REPORT_NOUNS.has(before.lower) ||
    CLOSENESS.has(before.lower) ||
    (before.capital && before.tag === "PROPN")
  );
}

const isNominal = (word: SpeechWord): boolean =>
  word.tag === "NOUN" ||
  word.tag === "PROPN" ||
  word.tag === "ADJ" ||
  word.tag === "NUM" ||
  /^['’]s?$/u.test(word.text) ||
  word.text === "-" ||
  (word.capital &&
    word.tag !== "PRON" &&
    word.tag !== "SCONJ" &&
    word.tag !== "ADP" &&
    word.tag !== "ADV" &&
    word.tag !== "CCONJ") ||
  SPEAKING_NOUNS.has(word.lower);

/** The noun phrase that begins at word `at`: up to a verb, a break or a preposition that no name has inside. Null where there is none. */
export function nounPhraseAfter(words: readonly SpeechWord[], at: number): SpeakerPhrase | null {
  let to = at;
  while (to < words.length) {
    const word = words[to];
    if (word?.text === "(" && words[to + 2]?.text === ")" && to > at) {
      to += 3;
      continue;
    }
    if (word === undefined || isBreak(word)) break;
    const previous = words[to - 1];
    const opens = to === at || (previous !== undefined && (INNER.has(previous.lower) || previous.tag === "CCONJ"));
    if (word.tag === "DET" || word.tag === "PRON") {
      if (!opens && to > at) break;
    } else if (word.tag === "CCONJ") {
      const next = words[to + 1];
      if (next === undefined || !(isNominal(next) || next.tag === "DET") || opens) break;
    } else if (INNER.has(word.lower)) {
      if (!nounBefore(words, to) || opens) break;
    } else if (!isNominal(word) && !CLOSENESS.has(word.lower) && !(word.tag === "VERB" && opens && to === at)) break;
    if (dateStart(words, to + 1) === to - 1 && to > at) break;
    to += 1;
  }
  while (
    to > at &&
    (INNER.has(words[to - 1]?.lower ?? "") || words[to - 1]?.tag === "CCONJ" || words[to - 1]?.tag === "DET")
  )
    to -= 1;
  return to > at ? { from: at, to, beside: null } : null;
}

/** True where a phrase can be a speaker: a pronoun, a name, or a noun for people and bodies at its head. */
export function canSpeak(
  words: readonly SpeechWord[],
  phrase: { readonly from: number; readonly to: number },
): boolean {
  const first = words[phrase.from];
  if (/^['’]s?$/u.test(words[phrase.to - 1]?.text ?? "")) return false;
  if (first !== undefined && phrase.to - phrase.from === 1 && PRONOUNS.has(first.lower)) return true;
  const head = headOf(words, phrase);
  if (head === undefined) return false;
  if (DATA_NOUNS.has(head.lower))
    return (
      words.slice(phrase.from, phrase.to - 1).some((word) => word.capital && word.start > 0) ||
      words[phrase.from]?.tag === "PROPN"
    );
  if (SPEAKING_NOUNS.has(head.lower) || SPEAKING_REPORTS.has(head.lower) || OUTLETS.has(head.lower)) return true;
  if (head.tag === "NOUN" && PERSON_ENDING.test(head.lower) && !NO_PERSONS.has(head.lower)) return true;
  return (
    head.capital &&
    head.tag !== "NUM" &&
    !isDateWord(head) &&
    !REPORT_NOUNS.has(head.lower) &&
    !(first === head && first.start === 0 && head.tag !== "PROPN")
  );
}

/** The last word before "of", "for" and the like: "head" in "the head of the agency". */
export function headOf(
  words: readonly SpeechWord[],
  phrase: { readonly from: number; readonly to: number },
): SpeechWord | undefined {
  for (let at = phrase.from + 1; at < phrase.to; at += 1) {
    const lower = words[at]?.lower ?? "";
    if ((INNER.has(lower) || CLOSENESS.has(lower)) && !words[at - 1]?.capital) return words[at - 1];
  }
  const last = words[phrase.to - 1];
  return /^['’]s?$/u.test(last?.text ?? "") ? words[phrase.to - 2] : last;
}

/** True for what may stand beside a name between commas: another name or an office, no time and no figure. */
function isNameOrOffice(words: readonly SpeechWord[], phrase: SpeakerPhrase): boolean {
  const head = headOf(words, phrase);
  return head !== undefined && canSpeak(words, phrase) && !PRONOUNS.has(head.lower);
}
