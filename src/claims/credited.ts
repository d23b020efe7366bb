import type { Span } from "../text/span.ts";
import type { SpeechCue } from "./saying-cues.ts";
import { isBreak, isQuoteMark, type SpeechSentence, spanOf, type SpeechWord } from "./speech-tokens.ts";
import { CLAUSE_OPENERS } from "./speech-words.ts";

/** A cue with what it credits, as stretches of the sentence in order, and the words that credit. */
export type Credit = { readonly cue: SpeechCue; readonly credited: readonly Span[]; readonly attribution: Span };

type Words = readonly SpeechWord[];

/** What each cue of a sentence credits. Cues of nobody ("reportedly") inside what somebody says are dropped: that speaker stands. */
export function creditsOf(sentence: SpeechSentence, cues: readonly SpeechCue[]): readonly Credit[] {
  const { words } = sentence;
  const bounds = boundariesOf(words, cues);
  const credits = cues.map((cue) => ({
    cue,
    credited: rangesOf(words, cue, { cues, bounds })
      .map((range) => trimmed(words, range))
      .filter((span) => span.end > span.start),
    attribution: spanOf(words, cue.from, cue.to),
  }));
  return credits.filter(
    (credit) =>
      credit.credited.length > 0 &&
      !credits.some((other) => other !== credit && other.cue.speaker !== null && isNested(other, credit)),
  );
}

/** Words at which another clause begins, which another may speak: "; …", "while …", ", but …". */
function boundariesOf(words: Words, cues: readonly SpeechCue[]): readonly number[] {
  const bounds: number[] = [];
  for (const [at, word] of words.entries()) {
    if (word.quoted || at === 0) continue;
    if (word.text === ";") bounds.push(at + 1);
    else if (
      CLAUSE_OPENERS.has(word.lower) &&
      (isBreak(words[at - 1]) || word.tag === "SCONJ" || word.lower === "while")
    )
      bounds.push(at);
    else if (word.lower === "and" && (words[at - 1]?.text === "," || cues.some((cue) => cue.from === at + 1)))
      bounds.push(at);
  }
  return bounds;
}

type Range = { readonly from: number; readonly to: number };
type Around = { readonly cues: readonly SpeechCue[]; readonly bounds: readonly number[] };

function rangesOf(words: Words, cue: SpeechCue, around: Around): readonly Range[] {
  switch (cue.reach) {
    case "within":
      return cue.within === null ? [] : [cue.within];
    case "forward":
      return [{ from: skipApposition(words, cue), to: forwardLimit(words, cue, around) }];
    case "back":
      return [{ from: backLimit(words, cue, around), to: cue.from }, ...goingOn(words, cue, around)];
    case "clause":
      return [
        { from: backLimit(words, cue, around), to: cue.from },
        { from: cue.to, to: forwardLimit(words, cue, around) },
      ];
  }
}

/** "According to X, the minister, 20 died": what is said begins behind the comma that closes the apposition. */
function skipApposition(words: Words, cue: SpeechCue): number {
  let at = cue.to;
  if (words[at]?.text !== ",") return at;
  at += 1;
  const close = words.findIndex((word, index) => index > at && word.text === ",");
  const inner = close < 0 ? [] : words.slice(at, close);
  const apposed =
    inner.length > 0 &&
    inner.length < 10 &&
    !inner.some((word) => word.tag === "VERB" || word.tag === "AUX" || word.tag === "NUM");
  return cue.verb === "according to" && apposed && (inner[0]?.tag === "DET" || inner.every((word) => word.capital))
    ? close + 1
    : at;
}

function forwardLimit(words: Words, cue: SpeechCue, { cues, bounds }: Around): number {
  const trailing = cues.find((other) => other.from > cue.to && other.reach === "back" && other.verb === "according to");
  const stop = bounds.find(
    (bound) =>
      bound > cue.to && speaks(words, { from: bound, to: bounds.find((next) => next > bound) ?? words.length }, cues),
  );
  return Math.min(stop ?? words.length, trailing?.from ?? words.length);
}

function backLimit(words: Words, cue: SpeechCue, { cues, bounds }: Around): number {
  // "…; seven of them, the prefecture says, were injured": only the clause that goes on behind is said.
  if (
    words[cue.to]?.text === "," &&
    words[cue.from - 1]?.text === "," &&
    /^(?:AUX|VERB)$/u.test(words[cue.to + 1]?.tag ?? "")
  ) {
    const semicolon = words.findLastIndex((word, at) => at < cue.from && word.text === ";");
    if (semicolon >= 0) return semicolon + 1;
  }
  const start = bounds.findLast(
    (bound) =>
      bound <= cue.from && cues.some((other) => other !== cue && other.from < bound && other.reach !== "within"),
  );
  const other = cues.findLast(
    (each) => each !== cue && each.to <= cue.from && each.reach !== "within" && each.speaker !== null,
  );
  return start ?? (other !== undefined && other.reach === "back" ? other.to : 0);
}

/** "A, X said, and B": what goes on behind the speaker is also said, unless the words there turn to something else. */
function goingOn(words: Words, cue: SpeechCue, around: Around): readonly Range[] {
  let at = cue.to;
  while (isBreak(words[at]) && at < words.length) at += 1;
  const next = words[at];
  if (next === undefined || (CLAUSE_OPENERS.has(next.lower) && !next.quoted)) return [];
  if (/^(?:without|citing|after|despite|following|as|in|speaking|when|before|ahead)$/u.test(next.lower) && !next.quoted)
    return [];
  if (
    cue.verb === "according to" &&
    !next.quoted &&
    next.lower !== "and" &&
    next.lower !== "with" &&
    next.lower !== "which"
  )
    return [];
  return [{ from: at, to: forwardLimit(words, { ...cue, to: at }, around) }];
}

/** True where somebody else is credited inside the range, or it says that nothing could be verified. */
function speaks(words: Words, range: Range, cues: readonly SpeechCue[]): boolean {
  if (cues.some((cue) => cue.from >= range.from && cue.from < range.to && !cue.implied)) return true;
  return words
    .slice(range.from, range.to)
    .some((word) => /^(?:verified|verify|corroborated|unverified|evidence|unclear)$/u.test(word.lower));
}

function trimmed(words: Words, range: Range): Span {
  let { from, to } = range;
  while (from < to && isBreak(words[from]) && !isQuoteMark(words[from])) from += 1;
  while (from < to && /^(?:that|while|and|but)$/u.test(words[from]?.lower ?? "")) from += 1;
  while (to > from && isBreak(words[to - 1]) && !isQuoteMark(words[to - 1])) to -= 1;
  while (to > from && /^(?:and|but|while|as|with)$/u.test(words[to - 1]?.lower ?? "")) to -= 1;
  return from < to ? spanOf(words, from, to) : { start: 0, end: 0 };
}

/** "X said that A, according to Y": Y's part lies in what X says, so X stands; nobody's hearsay inside a statement likewise. */
function isNested(outer: Credit, inner: Credit): boolean {
  const held = outer.credited.some(
    (span) => span.start <= inner.attribution.start && inner.attribution.end <= span.end,
  );
  if (held && inner.cue.speaker === null) return true;
  const { cue } = inner;
  return (
    cue.verb === "according to" &&
    cue.reach === "back" &&
    outer.cue.reach === "forward" &&
    outer.attribution.end <= inner.attribution.start &&
    sameStretch(outer, inner)
  );
}

const sameStretch = (outer: Credit, inner: Credit): boolean => {
  const last = outer.credited.at(-1);
  return last !== undefined && inner.credited.some((span) => span.start <= last.start && last.end <= span.end + 1);
};
