import { canSpeak, nounPhraseAfter, nounPhraseBefore } from "./speaker-phrases.ts";
import { adjunctEnd, PLAIN_CUE, sayingVerb, type SpeechCue, unwrapReport } from "./saying-cues.ts";
import { figureVerb, gapped } from "./figure-cues.ts";
import { isBreak, type SpeechSentence, type SpeechWord } from "./speech-tokens.ts";

type Words = readonly SpeechWord[];
import {
  CITING,
  CREDITING_PHRASES,
  ESTIMATE_NOUNS,
  HEARSAY_PARTICIPLES,
  HEARSAY_WORDS,
  MEDIA_NOUNS,
  REPORT_NOUNS,
  REPORTING_PARTICIPLES,
  SAYING_VERBS,
  SPEAKING_NOUNS,
} from "./speech-words.ts";

/** A sentence that credits more often is no prose: the rest of it is not read, for each credit is looked at beside the others. */
const MAX_CUES = 40;

/** Every place of a sentence that credits somebody, in order. What is said inside quotation marks credits nobody. */
export function findCues(sentence: SpeechSentence): readonly SpeechCue[] {
  const { words } = sentence;
  const cues: SpeechCue[] = [];
  const taken = (at: number): boolean => cues.some((cue) => cue.from <= at && at < cue.to);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || taken(at)) continue;
    const cue =
      creditingPhrase(words, at) ??
      byCount(words, at) ??
      citing(words, at, cues) ??
      figureVerb(words, at) ??
      sayingVerb(words, at, cues) ??
      passive(words, at) ??
      reportNoun(words, at) ??
      gapped(words, at, cues) ??
      hearsay(words, at);
    if (cue === null) continue;
    if (cues.length === MAX_CUES) break;
    for (const other of cues.filter((each) => each.from < cue.to && cue.from < each.to))
      cues.splice(cues.indexOf(other), 1);
    cues.push(cue);
  }
  return mergeCiting(cues.sort((a, b) => a.from - b.from));
}

/** "Citing X, the Times reported that": one cue, whose speaker is X. */
function mergeCiting(cues: readonly SpeechCue[]): readonly SpeechCue[] {
  const [first, second] = cues;
  if (first === undefined || second === undefined || !first.opensCiting || second.reach !== "forward") return cues;
  return [{ ...second, speaker: first.speaker, via: second.speaker, verb: "according to" }, ...cues.slice(2)];
}

/** "according to X", "in the words of X": before what it credits if it opens the sentence or a clause, else behind it. */
function creditingPhrase(words: Words, at: number): SpeechCue | null {
  const phrase = CREDITING_PHRASES.find((row) => row.every((word, offset) => words[at + offset]?.lower === word));
  if (phrase === undefined) return null;
  const start = at + phrase.length;
  const credited = nounPhraseAfter(words, start);
  if (credited === null) return null;
  const { speaker, estimate, to } = unwrapReport(words, credited);
  const beside = besideName(words, to);
  const certainty = words.slice(speaker.from, speaker.to).some((word) => MEDIA_NOUNS.has(word.lower))
    ? "reported"
    : "claimed";
  return {
    ...PLAIN_CUE,
    reach: opens(words, at) ? "forward" : "back",
    from: at,
    to: beside?.to ?? adjunctEnd(words, to),
    speaker: { ...speaker, beside },
    verb: "according to",
    certainty,
    estimate,
  };
}

/** "according to the minister, Ann Doe, …": the name between the commas. */
function besideName(words: Words, comma: number): { readonly from: number; readonly to: number } | null {
  const name = words[comma]?.text === "," ? nounPhraseAfter(words, comma + 1) : null;
  if (name === null || !/^[,.;]?$/u.test(words[name.to]?.text ?? "") || !canSpeak(words, name)) return null;
  return words
    .slice(name.from, name.to)
    .every((word) => word.capital || word.tag === "DET" || word.tag === "NOUN" || word.tag === "ADP")
    ? { from: name.from, to: name.to }
    : null;
}

/** True where word `at` opens the sentence, or the part behind a semicolon or a joining word. */
function opens(words: Words, at: number): boolean {
  const before = words[at - 1];
  return (
    before === undefined ||
    before.text === ";" ||
    (before.tag === "CCONJ" && isBreak(words[at - 2])) ||
    /^(?:but|and|while)$/u.test(before.lower)
  );
}

const COUNT_NOUNS: ReadonlySet<string> = new Set(
  "count counts tally estimate estimates reckoning account words telling".split(" "),
);
/** Those that follow a speaker without a genitive: "by the police count". */
const BARE_COUNT_NOUNS: ReadonlySet<string> = new Set(["count", "tally", "estimate", "reckoning"]);

/** "by the ministry's count", "in the mayor's words". */
function byCount(words: Words, at: number): SpeechCue | null {
  if (!/^(?:by|in|on)$/u.test(words[at]?.lower ?? "")) return null;
  for (let to = at + 1; to < Math.min(at + 10, words.length); to += 1) {
    const word = words[to];
    if (word === undefined || isBreak(word) || word.tag === "VERB") return null;
    // "… and 45,000 by the union's": the noun is left out the second time.
    const elided = /['’]s?$/u.test(word.text) && isBreak(words[to + 1]) && words[at - 1]?.tag === "NUM";
    if (!elided && !COUNT_NOUNS.has(word.lower)) continue;
    const mark = words.findIndex((each, index) => index > at && index <= to && /^['’]s?$/u.test(each.text));
    // "by the police count", but not "in a bank account"
    if (mark < 0 && !elided && (words[at]?.lower !== "by" || !BARE_COUNT_NOUNS.has(word.lower))) return null;
    const speaker = nounPhraseAfter(words.slice(0, mark >= 0 ? mark : elided ? to + 1 : to), at + 1);
    const genitive = SPEAKING_NOUNS.has(word.lower.replace(/['’]s?$/u, ""));
    if (speaker === null || !(canSpeak(words, speaker) || (elided && genitive))) return null;
    const estimate = /estimate|reckoning/u.test(word.lower);
    return {
      ...PLAIN_CUE,
      reach: opens(words, at) ? "forward" : "back",
      from: at,
      to: to + 1,
      speaker,
      verb: "according to",
      certainty: "claimed",
      estimate,
    };
  }
  return null;
}

/** "…, citing X" gives the claim of the cue before (or behind) to X; the outlet is kept as `via`. */
function citing(words: Words, at: number, cues: SpeechCue[]): SpeechCue | null {
  if (!CITING.has(words[at]?.lower ?? "")) return null;
  const cited = nounPhraseAfter(words, at + 1);
  if (cited === null || !canSpeak(words, cited)) return null;
  const reporter = cues.at(-1);
  if (reporter === undefined)
    return {
      ...PLAIN_CUE,
      reach: at === 0 ? "forward" : "back",
      from: at,
      to: cited.to,
      speaker: cited,
      verb: "according to",
      certainty: "claimed",
      opensCiting: at === 0,
    };
  return { ...reporter, to: cited.to, speaker: cited, via: reporter.speaker, implied: false, verb: "according to" };
}

/** "estimated at 20 by X", "a figure released by X"; "was reported", "a reported 20". */
function passive(words: Words, at: number): SpeechCue | null {
  const word = words[at];
  if (word === undefined || !REPORTING_PARTICIPLES.has(word.lower)) return null;
  if (words.slice(Math.max(0, at - 4), at).some((each) => /^(?:not|n't|n’t|never)$/u.test(each.lower))) return null;
  const estimate = SAYING_VERBS.get(word.lower)?.estimate ?? false;
  const certainty = SAYING_VERBS.get(word.lower)?.certainty ?? "claimed";
  for (let by = at + 1; by < Math.min(at + 8, words.length); by += 1) {
    if (isBreak(words[by]) || words[by]?.tag === "AUX") break;
    if (words[by]?.lower !== "by") continue;
    const speaker = nounPhraseAfter(words, by + 1);
    if (speaker === null || !canSpeak(words, speaker)) break;
    const detail = {
      ...PLAIN_CUE,
      from: by === at + 1 ? at : by,
      to: speaker.to,
      speaker,
      verb: word.lower,
      certainty,
      estimate,
    };
    const inside = by > at + 1 && words[at - 1]?.text === ",";
    return inside ? { ...detail, reach: "within", within: { from: at, to: by } } : { ...detail, reach: "clause" };
  }
  if (!HEARSAY_PARTICIPLES.has(word.lower)) return null;
  const before = words[at - 1];
  const article = before?.tag === "DET" && words[at + 1]?.tag === "NUM";
  const auxiliary = before?.tag === "AUX" && /^(?:was|were|is|are|been|be)$/u.test(before.lower);
  return article || auxiliary
    ? { ...PLAIN_CUE, reach: "clause", from: at, to: at + 1, speaker: null, verb: word.lower, certainty: "reported" }
    : null;
}

/** "Ukraine's estimate of 20", "figures from the ministry", "reports that". */
function reportNoun(words: Words, at: number): SpeechCue | null {
  const word = words[at];
  if (word === undefined || !REPORT_NOUNS.has(word.lower)) return null;
  const estimate = ESTIMATE_NOUNS.has(word.lower);
  const detail = { ...PLAIN_CUE, verb: "according to", certainty: "claimed" as const, estimate };
  const next = words[at + 1];
  if (
    /^(?:reports?|claims?|allegations?|rumou?rs)$/u.test(word.lower) &&
    next?.lower === "that" &&
    !SAYING_VERBS.has(words[at - 1]?.lower ?? "")
  )
    return {
      ...detail,
      reach: "forward",
      from: at,
      to: at + 2,
      speaker: null,
      verb: "reported",
      certainty: "reported",
    };
  if (next?.lower === "by" || next?.lower === "from") {
    const speaker = nounPhraseAfter(words, at + 2);
    if (speaker !== null && canSpeak(words, speaker))
      return { ...detail, reach: "clause", from: at + 1, to: speaker.to, speaker };
  }
  let mark = at - 1;
  while (mark > 0 && (words[mark]?.tag === "ADJ" || words[mark]?.tag === "NOUN")) mark -= 1;
  if (!/^['’]s?$/u.test(words[mark]?.text ?? "")) return null;
  const owner = nounPhraseBefore(words, mark);
  if (owner === null || (words[mark - 1]?.capital !== true && !SPEAKING_NOUNS.has(words[mark - 1]?.lower ?? "")))
    return null;
  const end = nextBreak(words, at);
  if (!words.slice(at, end).some((each) => each.tag === "NUM")) return null;
  return { ...detail, reach: "within", from: owner.from, to: at, within: { from: at, to: end }, speaker: owner };
}

function nextBreak(words: Words, at: number): number {
  let to = at;
  while (to < words.length && !(isBreak(words[to]) && words[to]?.text !== "-")) to += 1;
  return to;
}

function hearsay(words: Words, at: number): SpeechCue | null {
  const certainty = HEARSAY_WORDS.get(words[at]?.lower ?? "");
  return certainty === undefined
    ? null
    : { ...PLAIN_CUE, reach: "clause", from: at, to: at + 1, speaker: null, verb: words[at]?.lower ?? "", certainty };
}
