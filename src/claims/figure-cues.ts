import type { SpeechCue } from "./saying-cues.ts";
import { PLAIN_CUE } from "./saying-cues.ts";
import { canSpeak, headOf, nounPhraseBefore, subjectBefore } from "./speaker-phrases.ts";
import type { SpeakerPhrase } from "./speaker-phrases.ts";
import { isBreak, type SpeechWord } from "./speech-tokens.ts";
import { REPORT_NOUNS, SAYING_VERBS, SPEAKING_NOUNS } from "./speech-words.ts";

type Words = readonly SpeechWord[];

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Verbs that credit their subject with the figure that follows, and with nothing else: "police saw 900". */
const FIGURE_VERBS = set("saw sees measured measures registered registers logged logs listed lists gave gives");
/** The same with a small word between: "the union spoke of 23,500". */
const FIGURE_PHRASES: readonly (readonly [verbs: ReadonlySet<string>, small: string])[] = [
  [set("spoke speaks speaking spoken"), "of"],
  [set("talked talks talking"), "of"],
  [set("reckoned reckons"), "with"],
];
/** "It stood by its total of 13,000": a figure said again. */
const KEEPING: readonly (readonly [verbs: ReadonlySet<string>, small: string])[] = [
  [set("stood stands stand standing"), "by"],
  [set("stuck sticks stick sticking"), "to"],
  [set("kept keeps keep keeping"), "to"],
];
/** Words between a verb and its figure. */
const BEFORE_FIGURE = set(
  "of at about around some only just over nearly almost roughly at least most more fewer than up to as many a an total its their his her the close",
);
/** Words between a verb and its figure, at most. */
const FIGURE_REACH = 6;

const isNumber = (word: SpeechWord | undefined): boolean =>
  word !== undefined && (word.tag === "NUM" || /^\d/u.test(word.text));

/** True where a number follows, hedges and articles between allowed. */
function figureFollows(words: Words, at: number): boolean {
  for (let next = at; next < Math.min(at + FIGURE_REACH, words.length); next += 1) {
    if (isNumber(words[next])) return true;
    if (!BEFORE_FIGURE.has(words[next]?.lower ?? "")) return false;
  }
  return false;
}

/** "Police saw 900", "the union spoke of 23,500", "the prefecture stood by its total of 13,000"; null where no figure is told. */
export function figureVerb(words: Words, at: number): SpeechCue | null {
  const verb = words[at]?.lower ?? "";
  const next = words[at + 1]?.lower ?? "";
  const phrase = FIGURE_PHRASES.some(([verbs, small]) => verbs.has(verb) && next === small);
  const kept =
    KEEPING.some(([verbs, small]) => verbs.has(verb) && next === small) &&
    words.slice(at + 2, at + 6).some((word) => REPORT_NOUNS.has(word.lower));
  const start = phrase || kept ? at + 2 : at + 1;
  if (!kept && !((phrase || FIGURE_VERBS.has(verb)) && figureFollows(words, start))) return null;
  const speaker = subjectBefore(words, at);
  if (speaker === null || !isBody(words, speaker)) return null;
  return {
    ...PLAIN_CUE,
    reach: "forward",
    from: speaker.from,
    to: start,
    speaker,
    verb,
    certainty: "claimed",
  };
}

/** Who counts: people and bodies by their noun, names of more words than one, "it"; not "Oslo saw 84 millimetres". */
function isBody(words: Words, phrase: SpeakerPhrase): boolean {
  const head = headOf(words, phrase);
  if (head === undefined) return false;
  const named = words.slice(phrase.from, phrase.to).filter((word) => word.capital).length > 1;
  // "It stood by its total": not the "it" of "said it saw three".
  return SPEAKING_NOUNS.has(head.lower) || named || (phrase.from === 0 && /^(?:it|they|he|she)$/u.test(head.lower));
}

/** Verbs after which another may give a figure without a verb: "police counted 4,200 demonstrators and unions 12,000". */
const COUNTING = set(
  "put puts counted counts estimated estimates reckoned reckons said says reported reports recorded records listed lists gave gives saw sees measured measures registered registers spoke speaks claimed claims believes according",
);

/** "…, the U.S. Geological Survey at 6.8", "… and unions 12,000": the verb of the figure before is left out. */
export function gapped(words: Words, at: number, cues: readonly SpeechCue[]): SpeechCue | null {
  if (!isNumber(words[at])) return null;
  const before = cues.at(-1);
  if (before === undefined || before.speaker === null || !COUNTING.has(before.verb.split(" ")[0] ?? "")) return null;
  if (!words.slice(before.from, at).some((word) => isNumber(word))) return null;
  let end = at;
  while (end > 0 && BEFORE_FIGURE.has(words[end - 1]?.lower ?? "") && words[end - 1]?.tag !== "DET") end -= 1;
  const speaker = phraseAfterJoin(words, end);
  if (speaker === null || !canSpeak(words, speaker)) return null;
  const head = headOf(words, speaker);
  const withAt = end < at && words[end]?.lower === "at";
  if (head === undefined || !(SPEAKING_NOUNS.has(head.lower) || withAt)) return null;
  let to = at;
  while (to < words.length && !isBreak(words[to])) to += 1;
  return {
    ...PLAIN_CUE,
    reach: "within",
    within: { from: end, to },
    from: speaker.from,
    to: end,
    speaker,
    verb: before.verb,
    certainty: "claimed",
    estimate: SAYING_VERBS.get(before.verb)?.estimate ?? false,
  };
}

/** The noun phrase that ends before `end` and begins behind a comma, a semicolon or "and". */
function phraseAfterJoin(words: Words, end: number): SpeakerPhrase | null {
  const phrase = nounPhraseBefore(words, end);
  if (phrase === null) return null;
  const join = words.findLastIndex((word, at) => at >= phrase.from && at < end && word.tag === "CCONJ");
  const from = join < 0 ? phrase.from : join + 1;
  const opener = words[from - 1];
  const joined = opener !== undefined && (/^[,;]$/u.test(opener.text) || /^(?:and|while|but)$/u.test(opener.lower));
  return joined && from < end ? { from, to: end, beside: null } : null;
}
