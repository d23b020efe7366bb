import { eventFit } from "../claims/event-families.ts";
import type { VerbGroup } from "../claims/phrases.ts";
import type { Token } from "../claims/token.ts";
import { askedKey, deedOf } from "../question/asked-name.ts";
import type { AskedName } from "../question/asked-name.ts";
import { stem } from "../text/stem.ts";
import type { NameCandidate, NamedSentence } from "./name-candidates.ts";
import { isBehindOther } from "./thing-in-clause.ts";
import { causeNearness, effectNearness } from "./name-causes.ts";
import { doerNearness, isCleft, objectNearness, subjectNearness } from "./verb-nearness.ts";

/** How a name stands to what is asked, in its own clause; all 0–1. */
export type NameRole = {
  /** It stands where the answer stands: subject of what was done, behind "by", "caused by", "in". The nearer, the more. */
  readonly role: number;
  /** It stands on the other side: what was done to. */
  readonly wrongRole: number;
  /** It is the subject of another verb. */
  readonly otherRole: number;
  /** "It was X who". */
  readonly cleft: number;
  /** Behind a preposition that is none of the answer's. */
  readonly oblique: number;
  /** "Not X". */
  readonly negated: number;
};

/** Reads how a candidate stands to what is asked. */
export function roleOf(asked: AskedName, candidate: NameCandidate, sentence: NamedSentence): NameRole {
  const { phrases } = sentence;
  const { tokens, verbs } = phrases;
  const matched = verbs.filter((verb) => saysAsked(asked, verb, tokens));
  const other = verbs.filter((verb) => verb.main.length > 0 && !matched.includes(verb));
  const before = tokens[candidate.from - 1];
  const cleft = isCleft(tokens, candidate) ? 1 : 0;
  const ahead = tokens.slice(Math.max(0, candidate.from - NEGATION_REACH), candidate.from);
  // "Not X but Y": a denial ends where "but" begins.
  const own = ahead.slice(ahead.findLastIndex(({ lower }) => lower === "but") + 1);
  const told = matched.flatMap((verb) => tokens.slice(verb.from - 1, verb.to));
  const negated = [...own, ...told].some(({ lower }) => NOT.test(lower)) ? 1 : 0;
  const bySubject = Math.max(0, ...other.map((verb) => subjectNearness(verb, candidate, phrases)));
  const { role: ownRole, wrongRole } = bySlot(asked, candidate, { sentence, matched });
  const role = Math.max(ownRole, hostRole(asked, candidate, { sentence, matched }));
  return {
    role: Math.max(role, cleft > 0 && matched.some((verb) => !isToOther(asked, verb, sentence)) ? 1 : 0),
    wrongRole: role < SURE_ROLE ? wrongRole : 0,
    otherRole: bySubject,
    cleft,
    oblique: role < 1 && before?.tag === "ADP" ? 1 : 0,
    negated,
  };
}

/** From this on a name stands where the answer does, and not on the other side as well. */
const SURE_ROLE = 0.5;

/** Words before a name in which a negation is of it. */
const NEGATION_REACH = 5;
const NOT = /^(?:not|n't|never|nor|neither|no|nobody|nothing|denied|denies|deny|denying|rather|instead)$/;

/** A verb that says what is asked. */
function saysAsked(asked: AskedName, verb: VerbGroup, tokens: readonly Token[]): boolean {
  return verb.main.some((at) => isAskedWord(asked, tokens[at]?.lower ?? ""));
}

function isAskedWord({ keys, slot }: AskedName, word: string): boolean {
  const own = askedKey(word);
  return keys.some(
    (key) =>
      key === own ||
      key === stem(word) ||
      eventFit(key, own) === "same" ||
      (slot === "being" && key.length > 4 && key.startsWith(deedOf(word)) && deedOf(word).length > 3),
  );
}

type Read = { readonly sentence: NamedSentence; readonly matched: readonly VerbGroup[] };

function bySlot(
  asked: AskedName,
  candidate: NameCandidate,
  { sentence, matched }: Read,
): Pick<NameRole, "role" | "wrongRole"> {
  const { phrases } = sentence;
  const wrongRole = Math.max(
    0,
    ...matched.map((verb) =>
      verb.voice === "passive" ? subjectNearness(verb, candidate, phrases) : objectNearness(verb, candidate),
    ),
  );
  switch (asked.slot) {
    case "doer": {
      const did = matched.map(
        (verb) => doerNearness(verb, candidate, phrases) * (isToOther(asked, verb, sentence) ? OTHER_THING : 1),
      );
      return { role: Math.max(nominalNearness(asked, candidate, phrases.tokens), ...did), wrongRole };
    }
    case "done-to":
      return {
        role: wrongRole,
        wrongRole: Math.max(0, ...matched.map((verb) => doerNearness(verb, candidate, phrases))),
      };
    case "cause":
      return { role: causeNearness(candidate, sentence), wrongRole: effectNearness(candidate, sentence) };
    case "place": {
      const places = keyPlaces(asked, phrases.tokens);
      const prep = locatedAt(asked, candidate, phrases.tokens);
      return {
        role: prep < 0 ? 0 : Math.max(0.3, ...places.map((at) => reach(at, prep))),
        wrongRole: prep < 0 ? wrongRole : 0,
      };
    }
    case "being": {
      const beside = keyPlaces(asked, phrases.tokens).map((at) => besideNearness(at, candidate, phrases.tokens));
      return {
        role: Math.max(0, ...beside, ...matched.map((verb) => doerNearness(verb, candidate, phrases))),
        wrongRole: 0,
      };
    }
  }
}

/** "Of Kenya's envoy, Wanjiru Odhiambo": a name stands where the office before it stands. */
function hostRole(asked: AskedName, { from, sort }: NameCandidate, read: Read): number {
  if (sort !== "person" && sort !== "name") return 0;
  if (read.sentence.phrases.tokens[from - 1]?.text !== ",") return 0;
  const host = read.sentence.candidates.find((one) => one.to === from - 1 && one.sort === "people");
  return host ? bySlot(asked, host, read).role : 0;
}

/** 1 right behind, less the more words lie between. */
const reach = (a: number, b: number): number => (b < a ? 0 : 1 / (1 + Math.max(0, b - a - 1) / 3));

/** "On the orders of X", "on orders from its mayor, X", "X's orders": the noun made of the verb. */
function nominalNearness(asked: AskedName, candidate: NameCandidate, tokens: readonly Token[]): number {
  const isDeed = (at: number): boolean => {
    const { tag, lower } = tokens[at] ?? { tag: "X", lower: "" };
    return tag === "NOUN" && (isAskedWord(asked, lower) || WORK.test(lower));
  };
  if (/^['’]s?$/.test(tokens[candidate.to]?.text ?? "") && isDeed(candidate.to + 1)) return NOMINAL;
  for (let at = candidate.from - 1; at > 0 && at > candidate.from - 6; at -= 1) {
    const { lower, tag } = tokens[at] ?? { lower: "", tag: "X" };
    if (/^(?:of|by|from)$/.test(lower)) return isDeed(at - 1) ? NOMINAL : 0;
    if (!/^(?:NOUN|PROPN|DET|PRON|ADJ|PART)$/.test(tag) && lower !== ",") return 0;
  }
  return 0;
}

/** "It was the work of X." */
const WORK = /^(?:work|doing|idea|brainchild|handiwork|initiative|instigation)$/;

/** What was done to another thing is worth this much: "was driving the express" where the freight train is asked about. */
const OTHER_THING = 0.5;

function isToOther(
  { thing, behind }: AskedName,
  verb: VerbGroup,
  { phrases: { tokens, nouns }, candidates }: NamedSentence,
): boolean {
  if (thing === null || verb.voice === "passive") return false;
  const object = nouns.find((group) => group.from === verb.to);
  const head = tokens[object?.head ?? -1];
  if (!object || !head || head.tag === "PRON") return false;
  if (tokens.slice(object.from, object.to).some(({ lower }) => askedKey(lower) === thing))
    return isBehindOther({ behind }, tokens, object.to);
  // "Handed the minister the bag": whom it was given.
  const sort = candidates.find((one) => one.from === object.from)?.sort;
  return sort !== undefined && sort !== "people" && sort !== "person" && sort !== "name";
}

/** A deed told by a noun is worth this much of one told by its verb: the noun may be another's. */
const NOMINAL = 0.8;

const IN = /^(?:in|at|near|beside|outside|inside|on|behind|under|aboard|off|along|around|above|below|between)$/;
const PATHS = { to: /^(?:to|into|towards?)$/, from: /^(?:from|out)$/ } as const;

/** Token of the preposition of place before it, "near the village of" too; −1 where there is none. */
function locatedAt({ path }: AskedName, candidate: NameCandidate, tokens: readonly Token[]): number {
  const at = candidate.from - 1;
  const isIn = (word: string): boolean =>
    IN.test(word) || (path !== null && PATHS[path].test(word)) || (word === "to" && tokens[at - 1]?.lower === "close");
  if (isIn(tokens[at]?.lower ?? "")) return at;
  if (tokens[at]?.lower !== "of") return -1;
  let from = at - 1;
  while (from > at - 4 && /^(?:NOUN|ADJ|DET)$/.test(tokens[from]?.tag ?? "")) from -= 1;
  return isIn(tokens[from]?.lower ?? "") ? from : -1;
}

/** Tokens that say what is asked, of whatever part of speech. */
function keyPlaces(asked: AskedName, tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap(({ lower, tag }, at) =>
    /^(?:VERB|NOUN|PROPN|ADJ)$/.test(tag) && isAskedWord(asked, lower) ? [at] : [],
  );
}

/** "X is the first speaker", "the captain, X", "captain X", "X, the captain". */
function besideNearness(at: number, candidate: NameCandidate, tokens: readonly Token[]): number {
  if (at >= candidate.from && at < candidate.to) return 1;
  const [from, to] = at < candidate.from ? [at + 1, candidate.from] : [candidate.to, at];
  const between = tokens.slice(from, to);
  if (between.length > 9 || between.some(({ tag, text }) => tag === "VERB" || /^[;:.]$/.test(text))) return 0;
  return 1 / (1 + Math.max(0, between.filter(({ tag }) => tag === "NOUN" || tag === "PROPN").length));
}
