import { stem } from "../text/stem.ts";
import type { Certainty } from "./claim.ts";
import type { TaggedWord } from "./tag.ts";

/** What a clause says of the word that it is read for: that it is so, or that it is not. */
export type Polarity = "affirmed" | "denied";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const stems = (words: string): ReadonlySet<string> => new Set(words.split(" ").map((word) => stem(word)));

const NEGATIONS = set(
  "not no never none neither nor nobody nothing nowhere without cannot n't n’t hardly barely scarcely",
);

/** "Not only", "no doubt", "no fewer than", "not until": they negate nothing. "No longer" and "not yet" tell of another time: nothing is read. */
const NO_NEGATION = set("only just alone merely doubt fewer less more later sooner least until surprise wonder");
const OTHER_TIME = set("longer yet");

/** What may be, will be or is asked is no status. */
const OPEN_MODALS = set("may might could would will should shall can must ought 'll ’ll wo ca");
/** "No evidence that" denies nothing. */
const EVIDENCE = set("evidence sign signs trace proof");
const CONDITIONS = set("if whether unless");
const OPEN_WORDS = set(
  "possible possibly perhaps probably likely unlikely maybe apparently feared fears suspected suspicion suspicions suspects alleged accused accuses accusing accuse charged expected planned planning plans wants wanted threatened threatens threat risk investigating investigate investigated investigates inquiry probe allegation allegations question questions asked asks unclear doubt doubts evidence sign signs trace proof confirm verify unable refused refuses declined declines wondered hypothetical otherwise until drill exercise",
);

/** Verbs that deny what stands behind them; a report or claim may stand between. */
const DENIALS = stems("deny reject dismiss dispute refute rebut contradict rule");
const RULES = stem("rule");

/** "It is not true that", "there is no truth in": as much as a denial. */
const UNTRUE =
  /\b(?:(?:not|n['’]t|hardly|simply not) (?:true|correct|right|the case)|no truth|untrue|false|a lie|nonsense|wrong)\b[^;.]{0,60}$/i;

/** "The report that it was red is false". */
const IS_FALSE =
  /^[^;.,?!]{0,80}\b(?:is|was|are|were) (?:simply |completely |plainly |just )?(?:false|untrue|a lie|lies|nonsense|baseless|unfounded|fabricated|not true|n['’]t true)\b/i;

/** Between a negation and the word they make another clause. */
const SUBORDINATORS = set(
  "that whether if because when after before who which what how why where although though while as since but than",
);

/** What stands behind them is a clause of its own. */
const RELATIVES = set("that which who");

const isMark = ({ text }: TaggedWord): boolean => /^[;:.!?—–“”"]$|^--$/.test(text);

/**
 * How the clause round the word at `at` stands to it; null where it says neither: what may be, is asked, planned or only
 * named, and what a negation in another clause leaves open. `certainty` is that of the credit that covers the word:
 * whoever denies what is negated affirms it.
 * @param words of the whole sentence
 */
export function readPolarity(words: readonly TaggedWord[], at: number, certainty: Certainty): Polarity | null {
  const key = words[at];
  if (!key) return null;
  const from = behindJoint(words, at);
  const left = words.slice(from, at);
  const right = words.slice(at + 1);
  if (isAsked(right)) return null;
  const lower = left.map(({ text }) => text.toLowerCase());
  if (lower.some((word) => CONDITIONS.has(word))) return null;
  const own = left.slice(1 + left.findLastIndex(({ text }) => RELATIVES.has(text.toLowerCase())));
  if (own.some(({ text }) => OPEN_MODALS.has(text === "May" ? "" : text.toLowerCase()))) return null;
  if (chainOf(key, right).some((word) => OPEN_MODALS.has(word))) return null;
  const near = lower.slice(-6);
  if (near.some((word, i) => OPEN_WORDS.has(word) && near[i - 1] !== "no")) return null;
  if (near.some((word, i) => EVIDENCE.has(word) && near[i - 1] === "no")) return null;
  const flips = [denies(words, { from, at }, certainty)];
  const before = left.map(({ text }) => text).join(" ");
  const after = right.map(({ text }) => text).join(" ");
  const untrue = UNTRUE.test(before) && /\b(?:that|of|in|to)\b/i.test(before);
  flips.push(untrue ? "denied" : "affirmed", IS_FALSE.test(after) && lower.includes("that") ? "denied" : "affirmed");
  if (untrue && lower.slice(lower.lastIndexOf("that") + 1).some((word) => NEGATIONS.has(word))) return null;
  if (!untrue) {
    if (goal(left) === null) return null;
    flips.push(goal(left), negation([...lower, ...chainOf(key, right)]), ofNothing(key, right));
  }
  if (flips.includes(null)) return null;
  return flips.filter((flip) => flip === "denied").length % 2 === 1 ? "denied" : "affirmed";
}

/** "Conceded nothing", "sold no ticket". */
function ofNothing({ tag }: TaggedWord, right: readonly TaggedWord[]): Polarity {
  const [first, second] = right;
  const isNothing = tag === "VERB" && /^(?:nothing|nobody|none|no)$/i.test(first?.text ?? "");
  return isNothing && !NO_NEGATION.has(second?.text.toLowerCase() ?? "") ? "denied" : "affirmed";
}

/** Of a noun the verb behind it: "the brake had not been applied". */
function chainOf({ tag }: TaggedWord, right: readonly TaggedWord[]): readonly string[] {
  if (tag !== "NOUN" && tag !== "PROPN") return [];
  const end = right.findIndex(
    (word) => !/^(?:AUX|ADV|PART)$/.test(word.tag) && !NEGATIONS.has(word.text.toLowerCase()),
  );
  return right.slice(0, Math.max(0, end)).map(({ text }) => text.toLowerCase());
}

/** The words of the clause round a word with those that credit it: from its beginning, or an "and" with a subject behind, to the next mark. */
export function clauseAround(words: readonly TaggedWord[], at: number): readonly TaggedWord[] {
  const end = words.findIndex(
    (word, i) => i > at && (isMark(word) || word.text === "," || (isJoint(words, i) && hasVerb(words.slice(i)))),
  );
  return words.slice(behindJoint(words, at), end < 0 ? words.length : end);
}

/** The same without the words that credit it: "the keeper says that …". */
export function saidAround(words: readonly TaggedWord[], at: number): readonly TaggedWord[] {
  const clause = clauseAround(words, at);
  const here = clause.findIndex((word) => word === words[at]);
  return clause.slice(1 + clause.slice(0, here).findLastIndex(({ text }) => RELATIVES.has(text.toLowerCase())));
}

/** Where the clause begins, an "and" with a subject behind it minded, unless somebody says or denies both. */
function behindJoint(words: readonly TaggedWord[], at: number): number {
  const start = clauseStart(words, at);
  const joint = words.findLastIndex((_, i) => i > start && i < at && isJoint(words, i));
  if (joint < 0) return start;
  const before = words.slice(start, joint);
  const isTold = before.some(({ text }) => RELATIVES.has(text.toLowerCase()) || DENIALS.has(stem(text)));
  return hasVerb(before) && !isTold ? joint + 1 : start;
}

const hasVerb = (words: readonly TaggedWord[]): boolean => words.some(({ tag }) => tag === "VERB" || tag === "AUX");

/** An "and" with a subject of its own behind it. */
const isJoint = (words: readonly TaggedWord[], i: number): boolean =>
  words[i]?.text.toLowerCase() === "and" &&
  (/^(?:DET|PRON|PROPN)$/.test(words[i + 1]?.tag ?? "") || words[i + 1]?.text === "there");

/** Where the clause of a word begins: behind a mark, or behind "and", "but" that a comma parts. */
function clauseStart(words: readonly TaggedWord[], at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = words[i];
    if (!word) break;
    if (isMark(word)) return i + 1;
    const lower = word.text.toLowerCase();
    // "He contradicts the company, which says that …".
    const isRelative = (lower === "which" || lower === "who") && words[i - 1]?.text === ",";
    if (isRelative && !words.slice(i, at).some(({ text }) => text === ",")) return i + 1;
    if (lower === "but" || ((lower === "and" || lower === "while") && words[i - 1]?.text === ",")) return i + 1;
  }
  return 0;
}

/** A question tells nothing. */
const isAsked = (right: readonly TaggedWord[]): boolean => right.find(({ text }) => /^[.!?]$/.test(text))?.text === "?";

/** "Failed to send" denies, "wanted to send" says neither. */
function goal(left: readonly TaggedWord[]): Polarity | null {
  const last = left.findLastIndex(({ tag }) => tag !== "ADV");
  if (left[last]?.text.toLowerCase() === "be") return goal(left.slice(0, last));
  if (left[last]?.text.toLowerCase() !== "to" || left[last]?.tag !== "PART") return "affirmed";
  return /^fail/i.test(left[last - 1]?.text ?? "") ? "denied" : null;
}

/** Negations before the word, in its own clause. */
function negation(left: readonly string[]): Polarity | null {
  let negated: Polarity = "affirmed";
  for (const [i, word] of left.entries()) {
    if (!NEGATIONS.has(word)) continue;
    const next = left[i + 1] ?? "";
    if (OTHER_TIME.has(next)) return null;
    if (NO_NEGATION.has(next)) continue;
    const between = left.slice(i + 1);
    // "He is not convinced and insists that …": another verb's.
    const and = between.indexOf("and");
    if (and >= 0 && between.indexOf("that") > and) continue;
    if (between.some((other) => SUBORDINATORS.has(other))) return null;
    // "Nobody was hurt and the road was closed": which of the two is negated?
    if (between.includes("and") || between.includes(",")) return null;
    negated = negated === "affirmed" ? "denied" : "affirmed";
  }
  return negated;
}

/** Whether somebody denies the clause: by a verb before it, or as its credit says. Null where the denial is itself negated. */
function denies(
  words: readonly TaggedWord[],
  { from, at }: { readonly from: number; readonly at: number },
  certainty: Certainty,
): Polarity | null {
  const isDenial = (word: TaggedWord, i: number): boolean => {
    const own = stem(word.text);
    if (i === at || word.tag === "NOUN" || !DENIALS.has(own)) return false;
    return own !== RULES || words[i + 1]?.text === "out";
  };
  const here = words.findIndex((word, i) => i >= from && i < at && isDenial(word, i));
  if (here >= 0) {
    const negated = words.slice(Math.max(from, here - 3), here).some(({ text }) => NEGATIONS.has(text.toLowerCase()));
    return negated ? null : "denied";
  }
  if (certainty !== "denied") return "affirmed";
  // The denial of another clause ("…, the panel found, and it rejected the request") is none of this one.
  const there = words.findIndex(isDenial);
  if (there < 0) return "denied";
  // "He denied this: 'Nothing has been sent.'"
  if (words.slice(there, from).some(({ text }) => text === ":")) return "affirmed";
  return there > at && clauseStart(words, there) > at ? "affirmed" : "denied";
}
