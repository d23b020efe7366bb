import { stem } from "../text/stem.ts";
import { clauseEnd } from "./clause-end.ts";
import { eventFamily } from "./event-families.ts";
import { keyOf, takesPlace } from "./event-key.ts";
import type { NounGroup, Phrases, VerbGroup } from "./phrases.ts";
import type { Token } from "./token.ts";
import { SAYING_VERBS } from "./speech-words.ts";

type Range = { readonly from: number; readonly to: number };

/** What one clause says to happen. Ranges are token numbers, end exclusive. */
export type ClauseEvent = {
  /** Family key of what happens; `end of …` for its end. */
  readonly key: string;
  /** Words that say it: the verb with its auxiliaries, for "there were no talks" up to the noun. */
  readonly words: Range;
  /** Subject to the end of the clause. */
  readonly clause: Range;
  /** Who does it, where that is said. */
  readonly doer: NounGroup | null;
  /** What it is done to, or what begins, or who does what needs no object. */
  readonly theme: NounGroup | null;
  readonly negated: boolean;
  /** `fact` happens or has happened; `future` will; `possible` may, should, is feared. */
  readonly mood: "fact" | "future" | "possible";
  /** True for "the ferry was overloaded": a state, said by an adjective. */
  readonly state: boolean;
};

const NEGATIONS: ReadonlySet<string> = new Set(["not", "n't", "never", "neither", "nor"]);
const NO_WORDS: ReadonlySet<string> = new Set(["no", "none", "nobody", "nothing", "neither"]);
/** "Said that he would meet her" tells what is to come; "would have met" does not. */
const FUTURE: ReadonlySet<string> = new Set(["will", "'ll", "shall", "wo", "would"]);
const POSSIBLE: ReadonlySet<string> = new Set("may might could should can must ought ca".split(" "));
const REFUSALS = new Set("fail refuse decline".split(" ").map((word) => stem(word)));
const DENIALS = new Set("deny reject dismiss dispute refute".split(" ").map((word) => stem(word)));
const MANAGED = new Set(
  "begin began start manage come came continue proceed go went get got".split(" ").map((w) => stem(w)),
);
const DOUBTS: ReadonlySet<string> = new Set(["if", "whether", "unless", "lest"]);

/** Forms of saying verbs that are as often something done. */
const ALSO_DONE: ReadonlySet<string> = new Set(
  (
    "concede concedes conceded conceding admit admits admitted find found show shows showed charge charges charged put count counts counted counting " +
    "record recorded order orders ordered ordering release releases released releasing publish publishes published publishing issue issues issued issuing " +
    "agree agrees agreed post posted accuse accused respond responded pledge pledged promise promised threaten threatened"
  ).split(" "),
);

/** Telling somebody is a deed: "the city was warned", "nobody had warned the city". */
const TELLING: ReadonlySet<string> = new Set(
  "warned informed told promised accused asked dismissed rejected answered".split(" "),
);

function isTold(tokens: readonly Token[], verb: VerbGroup, word: string): boolean {
  const next = tokens[verb.to];
  return TELLING.has(word) && (verb.voice === "passive" || next?.tag === "DET") && next?.lower !== "that";
}

/** What the clauses of a sentence say to happen, in order; verbs that only credit are no events. */
export function readClauseEvents(phrases: Phrases): readonly ClauseEvent[] {
  const { tokens, verbs } = phrases;
  if (/^\?["”’')]*$/.test(tokens.at(-1)?.text ?? "")) return [];
  return verbs.flatMap((verb, at) => readOne(phrases, verb, verbs[at - 1]) ?? []);
}

function readOne(phrases: Phrases, verb: VerbGroup, before: VerbGroup | undefined): ClauseEvent | null {
  const { tokens } = phrases;
  if (verb.main.length === 0) return readBeing(phrases, verb);
  const main = verb.main.at(-1) ?? verb.from;
  const word = tokens[main]?.lower ?? "";
  // "Orto-Chat": a name in mid-sentence is no verb.
  if (main > 0 && /^\p{Lu}/u.test(tokens[main]?.text ?? "") && tokens[main - 1]?.text === "-") return null;
  if (SAYING_VERBS.has(word) && !ALSO_DONE.has(word) && !isTold(tokens, verb, word)) return null;
  const own = stem(word);
  if ((REFUSALS.has(own) && tokens[verb.to]?.lower === "to") || (MANAGED.has(own) && leadsOn(tokens, verb)))
    return null;
  const control =
    before && before.to >= verb.from - 1 && before.main.length > 0 ? controlOf(phrases, before, verb) : null;
  const infinitive = tokens[verb.from - 1]?.lower === "to" && !(verb.voice === "ing");
  const reach = control === null ? verb : { ...verb, from: control.from };
  const subject = subjectOf(phrases, reach);
  // "drones launched by X": a participle that tells which, behind its noun.
  if (verb.voice === "ing" && control === null) return null;
  const end = clauseEnd(phrases, verb.to);
  const object = objectOf(phrases, verb.to, end);
  if (!subject && control === null) return null;
  const passive = verb.voice === "passive" || isReduced(phrases, verb, object);
  const doer = passive ? byGroup(phrases, verb.to, end) : object ? (subject ?? null) : null;
  const theme = passive || takesPlace(phrases, verb) ? (subject ?? null) : (object ?? subject ?? null);
  const key = keyOf(phrases, { verb, own, subject: subject ?? null, object: object ?? null, passive });
  if (key === null) return null;
  const negated = isNegated(phrases, { verb, subject, object }) !== (control?.kind === "negated");
  const without = tokens.slice(verb.to, end).some((token) => token.lower === "without");
  return {
    key,
    words: { from: reach.from, to: verb.to },
    clause: { from: Math.min(subject?.from ?? reach.from, reach.from), to: end },
    doer,
    theme,
    negated,
    // "Nobody travelled without a ticket" denies no journey.
    mood:
      (infinitive && control === null) || (negated && without)
        ? "possible"
        : moodOf(tokens, reach.from, verb.to, subject),
    state: false,
  };
}

/** "refused to concede", "denied having met", "began to leave": the verb before says whether it is so. */
type Control = { readonly from: number; readonly kind: "negated" | "fact" };

function controlOf({ tokens }: Phrases, before: VerbGroup, verb: VerbGroup): Control | null {
  const own = stem(tokens[before.main.at(-1) ?? before.from]?.lower ?? "");
  const to = tokens[verb.from - 1]?.lower === "to";
  const negated = tokens.slice(before.from, before.to).some((token) => NEGATIONS.has(token.lower));
  if (to && REFUSALS.has(own)) return { from: before.from, kind: negated ? "fact" : "negated" };
  const having = verb.voice === "ing" || tokens[verb.from]?.lower === "having" || tokens[verb.from]?.lower === "being";
  if (before.to === verb.from && having && DENIALS.has(own))
    return { from: before.from, kind: negated ? "fact" : "negated" };
  if (MANAGED.has(own) && (to || (before.to === verb.from && having)))
    return { from: before.from, kind: negated ? "negated" : "fact" };
  return null;
}

const leadsOn = (tokens: readonly Token[], verb: VerbGroup): boolean =>
  tokens[verb.to]?.lower === "to" ||
  (tokens[verb.to]?.tag === "VERB" && (tokens[verb.to]?.lower.endsWith("ing") ?? false));

/** "There were no talks", "the ferry was not overloaded". */
function readBeing(phrases: Phrases, verb: VerbGroup): ClauseEvent | null {
  const { tokens } = phrases;
  const end = clauseEnd(phrases, verb.to);
  const there = tokens[verb.from - 1]?.lower === "there";
  if (there) {
    const noun = groupFrom(phrases, verb.to);
    const head = noun && noun.head >= 0 ? tokens[noun.head] : undefined;
    if (!noun || !head || head.tag === "PRON") return null;
    const key = eventFamily(stem(head.lower));
    const words = { from: verb.from - 1, to: noun.to };
    const negated = isNone(tokens, noun) || hasNegation(tokens, verb);
    const mood = moodOf(tokens, verb.from, verb.to, undefined);
    return {
      key,
      words,
      clause: { from: verb.from - 1, to: end },
      doer: null,
      theme: noun,
      negated,
      mood,
      state: false,
    };
  }
  let at = verb.to;
  while (tokens[at]?.tag === "ADV" || tokens[at]?.tag === "PART") at += 1;
  const word = tokens[at];
  const subject = subjectOf(phrases, verb);
  if (word?.tag !== "ADJ" || tokens[at + 1]?.tag === "NOUN" || tokens[at + 1]?.tag === "PROPN" || !subject) return null;
  return {
    key: eventFamily(stem(word.lower)),
    words: { from: verb.from, to: at + 1 },
    clause: { from: subject.from, to: end },
    doer: null,
    theme: subject,
    negated: hasNegation(tokens, { from: verb.from, to: at }) || isNone(tokens, subject),
    mood: moodOf(tokens, verb.from, verb.to, subject),
    state: true,
  };
}

/** The noun group before a verb; adverbs, times and asides between commas passed over, "in Lille clashes broke out" read as it is meant. */
function subjectOf(phrases: Phrases, verb: Range): NounGroup | undefined {
  const { tokens, nouns, verbs } = phrases;
  const last = tokens[verb.from - 1];
  // "Voting began": a verb that stands for a noun.
  if (last?.tag === "VERB" && last.lower.endsWith("ing")) {
    return { from: verb.from - 1, to: verb.from, head: verb.from - 1, figures: [] };
  }
  let fallback: NounGroup | undefined;
  for (let at = nouns.findLastIndex((group) => group.to <= verb.from); at >= 0; at -= 1) {
    const group = nouns[at];
    if (!group) return fallback;
    if (verbs.some((other) => other.main.length > 0 && other.from >= group.to && other.to <= verb.from)) {
      // "the tanker that sank was": the verb between belongs to the subject, if anything before does.
      return fallback;
    }
    let start = group.from - 1;
    while (tokens[start]?.tag === "TIME") start -= 1;
    const prior = tokens[start];
    if (/^(?:which|who|that)$/.test(tokens[group.head]?.lower ?? "") && at > 0) {
      fallback = nouns[at - 1];
      continue;
    }
    // "The game between Rovers and United": the second of two behind a preposition.
    const first = prior?.tag === "CCONJ" ? nouns[at - 1] : undefined;
    if (first && first.to === start && tokens[first.from - 1]?.tag === "ADP") continue;
    if (prior?.tag !== "ADP" && prior?.lower !== "since" && prior?.lower !== "than") {
      if (!isAside(tokens, group, verb)) return group;
      continue;
    }
    // Behind a preposition, right before the verb: a place and the subject in one run of nouns.
    if (fallback === undefined && group.to >= verb.from - 1 && group.to - group.from > 1) fallback = group;
  }
  return fallback;
}

function isAside(tokens: readonly Token[], group: NounGroup, verb: Range): boolean {
  if (tokens[verb.from - 1]?.text !== ",") return false;
  for (let i = group.from - 1; i >= 0; i -= 1) {
    if (tokens[i]?.text === ",") return true;
    if (tokens[i]?.tag === "VERB") return false;
  }
  return false;
}

const groupFrom = (phrases: Phrases, from: number): NounGroup | undefined =>
  phrases.nouns.find(
    (group) => group.from === from || (group.from === from + 1 && phrases.tokens[from]?.tag === "ADV"),
  );

/** The noun group right behind a verb and before any preposition. */
function objectOf(phrases: Phrases, from: number, end: number): NounGroup | undefined {
  const { tokens } = phrases;
  for (let at = from; at < end; at += 1) {
    const group = phrases.nouns.find((one) => one.from === at);
    if (group) return group;
    const tag = tokens[at]?.tag;
    if (tag !== "ADV" && tag !== "TIME" && tag !== "PART") return undefined;
  }
  return undefined;
}

/** "ballot boxes carried out of the school": in a headline or a question, a participle without its "were". */
const isReduced = (phrases: Phrases, verb: VerbGroup, object: NounGroup | undefined): boolean =>
  verb.voice === "participle" && object === undefined && phrases.tokens[verb.to]?.lower === "by";

function byGroup(phrases: Phrases, from: number, end: number): NounGroup | null {
  for (let at = from; at < end; at += 1)
    if (phrases.tokens[at]?.lower === "by") return phrases.nouns.find((group) => group.from === at + 1) ?? null;
  return null;
}

const hasNegation = (tokens: readonly Token[], range: Range): boolean =>
  tokens.slice(range.from, range.to).some((token) => NEGATIONS.has(token.lower));

/** "no talks", "nobody from this house", "nothing". */
const isNone = (tokens: readonly Token[], group: NounGroup): boolean =>
  NO_WORDS.has(tokens[group.from]?.lower ?? "") || NO_WORDS.has(tokens[group.head]?.lower ?? "");

function isNegated(
  { tokens }: Phrases,
  { verb, subject, object }: { verb: VerbGroup; subject: NounGroup | undefined; object: NounGroup | undefined },
): boolean {
  let count = hasNegation(tokens, verb) ? 1 : 0;
  if (tokens[verb.from - 1]?.lower === "never") count += 1;
  if (subject && isNone(tokens, subject)) count += 1;
  if (object && isNone(tokens, object)) count += 1;
  return count % 2 === 1;
}

function moodOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  subject: NounGroup | undefined,
): ClauseEvent["mood"] {
  const words = tokens.slice(from, to).map((token) => token.lower);
  if (words.some((word) => POSSIBLE.has(word)) || (words.includes("would") && words.includes("have")))
    return "possible";
  const opener = tokens[(subject?.from ?? from) - 1]?.lower ?? "";
  if (DOUBTS.has(opener)) return "possible";
  if (words.some((word) => FUTURE.has(word))) return "future";
  return "fact";
}
