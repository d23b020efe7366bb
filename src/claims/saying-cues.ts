import type { Certainty } from "./claim.ts";
import {
  canSpeak,
  headOf,
  nounPhraseAfter,
  nounPhraseBefore,
  type SpeakerPhrase,
  subjectBefore,
} from "./speaker-phrases.ts";
import { isBreak, isQuoteMark, type SpeechWord } from "./speech-tokens.ts";
import {
  ADJUNCT_OPENERS,
  CLAUSE_VERBS,
  DOUBTFUL_FORMS,
  ESTIMATE_NOUNS,
  NOT_SUBJECT,
  OF_VERBS,
  REPORT_NOUNS,
  SAYING_PARTICIPLES,
  SAYING_VERBS,
  TELLING,
  VAGUE_REPORTS,
} from "./speech-words.ts";

/** One place in a sentence that credits somebody; all numbers are word indexes, ends excluded. */
export type SpeechCue = {
  /** Which way the credited words lie: behind it, before it, on both sides, or named in `within`. */
  readonly reach: "forward" | "back" | "clause" | "within";
  readonly from: number;
  readonly to: number;
  readonly within: { readonly from: number; readonly to: number } | null;
  /** Null where nobody is named ("reportedly"). */
  readonly speaker: SpeakerPhrase | null;
  /** True where the speaker is that of the words before ("…, adding that"). */
  readonly implied: boolean;
  /** The outlet that passes it on ("the Times reported, citing officials"). */
  readonly via: SpeakerPhrase | null;
  /** True for "Citing X, …" at the start, which another cue completes. */
  readonly opensCiting: boolean;
  readonly verb: string;
  readonly certainty: Certainty;
  readonly estimate: boolean;
};

type Words = readonly SpeechWord[];

/** What most cues have in common. */
export const PLAIN_CUE = { within: null, implied: false, via: null, opensCiting: false, estimate: false } as const;

/** The cue of a saying verb at word `at` ("X said that", "…, X said on Monday", "said X", "with X acknowledging"); null where it credits nobody. */
export function sayingVerb(words: Words, at: number, cues: readonly SpeechCue[]): SpeechCue | null {
  const word = words[at];
  const verb = SAYING_VERBS.get(word?.lower ?? "");
  if (word === undefined || verb === undefined || word.lower === "according") return null;
  if (negated(words, at)) return null;
  const isOf = OF_VERBS.has(word.lower);
  if (isOf && words[at + 1]?.lower !== "of") return null;
  const { certainty, estimate } = verb;
  const detail = { ...PLAIN_CUE, verb: word.lower, certainty, estimate };
  if (word.lower.endsWith("ing") && !/^(?:is|are|was|were|be|been|am)$/u.test(words[at - 1]?.lower ?? ""))
    return participle(words, at, { cues, detail });
  const inverted = invertedSubject(words, at);
  if (inverted !== null)
    return {
      ...detail,
      reach: "back",
      from: at,
      to: inverted.beside?.to ?? adjunctEnd(words, inverted.to),
      speaker: inverted,
    };
  const own = subjectBefore(words, at);
  const subject = antecedent(words, own);
  if (own === null || subject === null) return null;
  if (
    words[at - 1]?.tag === "AUX" &&
    /^(?:was|were|is|are|been|be|being)$/u.test(words[at - 1]?.lower ?? "") &&
    !word.lower.endsWith("ing")
  )
    return null;
  // "according to the commission, which put turnout at": the cue of the commission before ends where this one begins.
  const from = own.from;
  // "three more than it had first reported" tells how far two figures lie apart, not who gives them.
  if (words[from - 1]?.lower === "than") return null;
  const { speaker, estimate: fromEstimate } = unwrapReport(words, subject);
  const after = TELLING.has(word.lower) ? pastListener(words, at + 1) : at + (isOf ? 2 : 1);
  const vague =
    VAGUE_REPORTS.has(headOf(words, subject)?.lower ?? "") &&
    !words.slice(subject.from, subject.to).some((each) => each.tag === "PROPN" && each.start > 0);
  if (CLAUSE_VERBS.has(word.lower) && words[at + 1]?.tag === "ADP" && words[at + 1]?.lower !== "that") return null;
  const said = {
    ...detail,
    from,
    speaker: vague ? null : speaker,
    estimate: estimate || fromEstimate,
    certainty: vague ? ("reported" as const) : certainty,
  };
  if (isTrailing(words, from, after)) return { ...said, reach: "back", to: adjunctEnd(words, after) };
  const start = startOfSaid(words, after);
  if (DOUBTFUL_FORMS.has(word.lower) || CLAUSE_VERBS.has(word.lower)) {
    // A noun is not followed by an article, a number or a pronoun: "officials estimate the damage at" holds a verb.
    const object = /^(?:DET|NUM|PRON)$/u.test(words[at + 1]?.tag ?? "");
    const clause = words[start - 1]?.lower === "that" || followsClause(words, start) || isQuoteMark(words[start]);
    if (!clause && (CLAUSE_VERBS.has(word.lower) || (word.tag !== "VERB" && !object))) return null;
  }
  return { ...said, reach: "forward", to: start };
}

/** "Ann Doe, who said": who it is stands before. */
function antecedent(words: Words, subject: SpeakerPhrase | null): SpeakerPhrase | null {
  if (subject === null || !/^(?:who|which)$/u.test(words[subject.from]?.lower ?? "")) return subject;
  const before = nounPhraseBefore(words, words[subject.from - 1]?.text === "," ? subject.from - 1 : subject.from);
  return before !== null && canSpeak(words, before) ? before : null;
}

const negated = (words: Words, at: number): boolean =>
  [1, 2, 3].some(
    (back) =>
      /^(?:not|n't|n’t|never|without|declined|refused|to)$/u.test(words[at - back]?.lower ?? "") &&
      !isBreak(words[at - 1]),
  ) && !/^(?:said|told)$/u.test(words[at]?.lower ?? "");

/** "…," said X. */
function invertedSubject(words: Words, at: number): SpeakerPhrase | null {
  const before = words[at - 1];
  if (before === undefined || !(before.text === "," || isQuoteMark(before) || /^[–—]$/u.test(before.text))) return null;
  const subject = nounPhraseAfter(words, at + 1);
  if (subject === null || !canSpeak(words, subject)) return null;
  const next = words[subject.to];
  if (next !== undefined && !isBreak(next) && !ADJUNCT_OPENERS.has(next.lower) && next.lower !== "who") return null;
  if (next?.text !== ",") return subject;
  const beside = nounPhraseAfter(words, subject.to + 1);
  const closed =
    beside !== null && isBreak(words[beside.to]) && canSpeak(words, beside) && words[subject.to + 1]?.tag !== "VERB";
  return closed && beside !== null
    ? { ...subject, beside: { from: beside.from, to: beside.to }, to: subject.to }
    : subject;
}

/** "with X acknowledging that", "…, adding that". */
function participle(
  words: Words,
  at: number,
  how: { cues: readonly SpeechCue[]; detail: Omit<SpeechCue, "reach" | "from" | "to" | "speaker"> },
): SpeechCue | null {
  const start = startOfSaid(words, at + 1);
  const said =
    words[start - 1]?.lower === "that" ||
    followsClause(words, start) ||
    isQuoteMark(words[start]) ||
    words[start]?.text === ",";
  const subject = nounPhraseBefore(words, at);
  if (subject !== null && words[subject.from - 1]?.lower === "with" && canSpeak(words, subject))
    return said || words[at + 1]?.tag === "DET"
      ? { ...how.detail, reach: "forward", from: subject.from, to: start, speaker: subject }
      : null;
  if (!SAYING_PARTICIPLES.has(words[at]?.lower ?? "") || !said) return null;
  if (!(isBreak(words[at - 1]) || words[at - 1]?.lower === "and" || words[at - 1]?.tag === "ADV")) return null;
  const main = how.cues.findLast((cue) => cue.speaker !== null || cue.implied);
  if (main !== undefined)
    return {
      ...how.detail,
      reach: "forward",
      from: at,
      to: start,
      speaker: main.speaker,
      implied: main.implied,
      via: main.via,
    };
  const first = nounPhraseAfter(words, words[0]?.lower === "in" || words[0]?.lower === "on" ? -1 : 0);
  return first !== null && canSpeak(words, first)
    ? { ...how.detail, reach: "forward", from: at, to: start, speaker: first }
    : null;
}

/** Behind the one who is told: "told the Times", "told reporters in Oslo". */
function pastListener(words: Words, at: number): number {
  const next = words[at];
  if (next === undefined || isBreak(next) || next.lower === "that" || NOT_SUBJECT.has(next.lower) || next.tag === "ADP")
    return at;
  if (/^(?:me|him|her|them|us|you)$/u.test(next.lower)) return at + 1;
  const listener = nounPhraseAfter(words, at);
  if (listener === null) return at;
  const verb = words[listener.to];
  const clause = verb !== undefined && (verb.tag === "AUX" || verb.tag === "VERB");
  if (!clause) return listener.to;
  const cut = words.findIndex(
    (word, index) =>
      index > at &&
      index < listener.to &&
      (word.tag === "DET" || word.tag === "NUM" || word.tag === "PRON" || (word.capital && !words[index - 1]?.capital)),
  );
  return cut > at ? cut : listener.to;
}

/** Skips an adjunct and "that" behind a saying verb: where what is said begins. */
function startOfSaid(words: Words, at: number): number {
  for (let to = at; to < words.length; to += 1) {
    const word = words[to];
    if (word === undefined) break;
    if (word.lower === "that" && (to === at || ADJUNCT_OPENERS.has(words[at]?.lower ?? ""))) return to + 1;
    if (isBreak(word) || (to === at && !ADJUNCT_OPENERS.has(word.lower)) || (word.tag === "VERB" && to > at + 1)) break;
  }
  let start = at;
  const stop = words.findIndex((word, index) => index >= at && isBreak(word));
  if (
    stop > at &&
    words[stop]?.text === "," &&
    isQuoteMark(words[stop + 1]) &&
    ADJUNCT_OPENERS.has(words[at]?.lower ?? "")
  )
    start = stop;
  while (words[start] !== undefined && /^[,:]$/u.test(words[start]?.text ?? "")) start += 1;
  return words[start]?.lower === "that" ? start + 1 : start;
}

/** True where a subject and a verb stand at `at`, before the next break. */
function followsClause(words: Words, at: number): boolean {
  for (let to = at + 1; to < words.length; to += 1) {
    const word = words[to];
    if (word === undefined || /^[,.;:]$/u.test(word.text)) return false;
    if (
      word.tag === "AUX" ||
      (word.tag === "VERB" && !/^(?:including|killed|wounded)$/u.test(word.lower) && words[to - 1]?.lower !== "to")
    )
      return true;
  }
  return false;
}

/** "A, X said on Monday.": something stands before, and behind the verb there is no more than an adjunct. */
function isTrailing(words: Words, subject: number, after: number): boolean {
  const before = words[subject - 1];
  if (before === undefined || !(before.text === "," || isQuoteMark(before) || /^[–—]$/u.test(before.text)))
    return false;
  const quoteBefore = isQuoteMark(before) || isQuoteMark(words[subject - 2]);
  const fronted = /^(?:ADP|ADV|SCONJ|CCONJ)$/u.test(words[0]?.tag ?? "") || words[0]?.lower.endsWith("ing") === true;
  const finite =
    (!fronted && subject > 6) ||
    words
      .slice(0, subject - 1)
      .some((word) => word.tag === "AUX" || (word.tag === "VERB" && !word.lower.endsWith("ing")));
  if (!finite && !quoteBefore) return false;
  const next = words[after];
  if (next === undefined) return true;
  if (isQuoteMark(next) || next.text === ":") return false;
  // "17 had failed to open, the commission said, "none of them by design"": the quotation goes on.
  if (isBreak(next)) return quoteBefore || !isQuoteMark(words[after + 1]) || words[subject - 2]?.quoted !== true;
  if (!ADJUNCT_OPENERS.has(next.lower) && next.tag !== "ADV") return false;
  if (next.lower === "to" && words[after + 1]?.tag !== "DET" && words[after + 1]?.capital !== true) return false;
  for (let to = after; to < words.length; to += 1) {
    if (words[to]?.lower === "that") return false;
    if (isBreak(words[to])) return true;
  }
  return true;
}

/** Where the adjunct behind a verb or a name ends: the next break. */
export function adjunctEnd(words: Words, at: number): number {
  let to = at;
  while (to < words.length && !isBreak(words[to]) && !(words[to]?.lower === "and" || words[to]?.lower === "but"))
    to += 1;
  return to;
}

/** "an estimate by X" → X; "a new U.S. assessment", "Example Ministry figures" keep the phrase. */
export function unwrapReport(
  words: Words,
  phrase: SpeakerPhrase,
): { speaker: SpeakerPhrase; estimate: boolean; to: number } {
  const head = headOf(words, phrase);
  const estimate = ESTIMATE_NOUNS.has(head?.lower ?? "");
  if (head === undefined || !REPORT_NOUNS.has(head.lower)) return { speaker: phrase, estimate, to: phrase.to };
  const after = words.indexOf(head) + 1;
  if (/^(?:by|from|of)$/u.test(words[after]?.lower ?? "")) {
    const inner = nounPhraseAfter(words, after + 1);
    if (inner !== null && canSpeak(words, inner)) return { speaker: inner, estimate, to: inner.to };
  }
  return { speaker: phrase, estimate, to: phrase.to };
}
