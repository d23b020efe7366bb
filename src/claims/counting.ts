import { stem } from "../text/stem.ts";
import type { Dimension } from "./claim.ts";
import { thingFamily } from "./families.ts";
import type { NounGroup, Phrases, Token, VerbGroup } from "./phrases.ts";
import { groupAt, subjectOf } from "./subject.ts";
import { BODY_NOUNS, FIGURE_NOUNS, MEASURING_VERBS } from "./verb-words.ts";

/** What a figure counts, as far as its own sentence says. Bounds are token numbers, end exclusive. */
export type Counting =
  /** A noun of its own: "70 Ukrainian drones", "39 out of 74 drones", "a toll of 12". */
  | {
      readonly kind: "noun";
      readonly group: Range;
      readonly head: number;
      readonly via: "own" | "of" | "subject" | "before" | "strong";
    }
  /** No noun, but something that happens to people: "five were killed", "41,980 killed and wounded", "12 dead". */
  | { readonly kind: "people"; readonly group: Range }
  /** The noun stands with an earlier figure: "62 of which", "14 over Bryansk", "30 others", "a total of 6". */
  | {
      readonly kind: "earlier";
      readonly group: Range;
      readonly why: "of-which" | "including" | "list" | "others" | "generic";
    };

export type Range = { readonly from: number; readonly to: number };

const PEOPLE_WORDS: ReadonlySet<string> = new Set(
  "killed dead injured wounded hurt missing arrested detained hospitalised hospitalized displaced homeless evacuated rescued captured died".split(
    " ",
  ),
);
const OTHERS: ReadonlySet<string> = new Set(["others", "more", "other"]);

/** Finds what the figure at token `at` counts. */
export function findCounting(phrases: Phrases, at: number, dimension: Dimension = "count"): Counting {
  const { tokens } = phrases;
  const group = groupAt(phrases, at);
  const after = tokens[at + 1];

  if ((tokens[at]?.lower ?? "").endsWith("-strong") || after?.lower === "strong" || after?.lower === "-strong") {
    const body = phrases.nouns.find((noun) => noun.from <= at + 3 && noun.to > at + 1 && noun.head > at);
    if (body) return { kind: "noun", group: { from: at, to: body.to }, head: body.head, via: "strong" };
  }
  if (group && group.head > at && !OTHERS.has(tokens[group.head]?.lower ?? "")) {
    if (PEOPLE_WORDS.has(tokens[group.head]?.lower ?? ""))
      return { kind: "people", group: { from: at, to: group.head + 1 } };
    return (
      ofInside(phrases, group, at) ?? {
        kind: "noun",
        group: { from: group.from, to: group.to },
        head: group.head,
        via: "own",
      }
    );
  }
  const whole = ofGroup(phrases, at);
  if (whole) return whole;
  if (after && OTHERS.has(after.lower)) {
    return { kind: "earlier", group: { from: at, to: at + 2 }, why: "others" };
  }
  if (dimension !== "count") {
    const named = nounBehind(phrases, at);
    if (named) return named;
  } else if (after && (PEOPLE_WORDS.has(after.lower) || isPassivePeople(phrases, at))) {
    return { kind: "people", group: { from: at, to: at + 1 } };
  }
  const before = nounBefore(phrases, at);
  if (before) return before;
  const subject = subjectOfMeasure(phrases, at);
  if (subject) return subject;
  const including =
    /^(?:including|among|includes|include)$/.test(tokens[at - 1]?.lower ?? "") || tokens[at - 2]?.lower === "among";
  return {
    kind: "earlier",
    group: { from: at, to: at + 1 },
    why: including ? "including" : isGeneric(phrases, at) ? "generic" : "list",
  };
}

/** "six of the victims": the head is a figure noun or share word and an "of" group follows it. */
function ofInside(phrases: Phrases, group: NounGroup, at: number): Counting | null {
  const { tokens } = phrases;
  if (!FIGURE_NOUNS.has(stemless(tokens[group.head])) && !BODY_NOUNS.has(tokens[group.head]?.lower ?? "")) return null;
  if (tokens[group.to]?.lower !== "of") return null;
  const inner = groupAt(phrases, group.to + 1);
  return inner && inner.head >= 0
    ? { kind: "noun", group: { from: at, to: inner.to }, head: inner.head, via: "of" }
    : null;
}

/** "$45 million in the quarter" says when, not what of. */
const TIME_NOUN =
  /^(?:quarter|year|half|month|week|day|period|season|trading|total|all|cash|today|decade|session|future)s?$/;

/** "$45 million in aid", "2 million dollars for repairs": amounts of money and the like say behind them what they are of. */
function nounBehind(phrases: Phrases, at: number): Counting | null {
  const preposition = phrases.tokens[at + 1]?.lower ?? "";
  if (preposition !== "in" && preposition !== "for" && preposition !== "worth") return null;
  const start = phrases.tokens[at + 2]?.lower === "of" ? at + 3 : at + 2;
  const group = groupAt(phrases, start);
  const head = phrases.tokens[group?.head ?? -1];
  if (!group || !head || head.tag === "PROPN" || group.figures.length > 0 || TIME_NOUN.test(head.lower)) return null;
  return { kind: "noun", group: { from: at, to: group.to }, head: group.head, via: "of" };
}

/** "39 out of 74 drones", "two of Moscow's four airports", "62 of which". */
function ofGroup(phrases: Phrases, at: number): Counting | null {
  const { tokens } = phrases;
  let next = at + 1;
  if (tokens[next]?.lower === "out") next += 1;
  if (tokens[next]?.lower !== "of") return null;
  const pointing = tokens[next + 1]?.lower ?? "";
  if (/^(?:which|whom|them|those|these)$/.test(pointing) && groupAt(phrases, next + 1)?.head !== undefined) {
    const inner = groupAt(phrases, next + 1);
    const bare = !inner || inner.to - inner.from === 1;
    if (bare) return { kind: "earlier", group: { from: at, to: next + 2 }, why: "of-which" };
  }
  if (/^(?:which|whom|them)$/.test(pointing))
    return { kind: "earlier", group: { from: at, to: next + 2 }, why: "of-which" };
  const inner = groupAt(phrases, next + 1);
  if (!inner || inner.head < 0) return null;
  return { kind: "noun", group: { from: at, to: inner.to }, head: inner.head, via: "of" };
}

/** "five were killed", "21 injured": what is done is done to people. */
function isPassivePeople(phrases: Phrases, at: number): boolean {
  const verb = phrases.verbs.find((group) => group.from === at + 1);
  if (!verb) return false;
  return verb.main.some((main) => PEOPLE_WORDS.has(phrases.tokens[main]?.lower ?? ""));
}

/** "losses of 700", "a magnitude of 7.8"; a mere figure noun passes on to what it is of, or to the sentence before. */
function nounBefore(phrases: Phrases, at: number): Counting | null {
  const { tokens } = phrases;
  const start = groupAt(phrases, at)?.from ?? at;
  if (tokens[start - 1]?.lower !== "of") return null;
  const outer = groupAt(phrases, start - 2);
  if (!outer || outer.head < 0) return null;
  if (FIGURE_NOUNS.has(stemless(tokens[outer.head]))) {
    const named = modifierThing(tokens, outer);
    return named >= 0 ? { kind: "noun", group: { from: outer.from, to: at + 1 }, head: named, via: "before" } : null;
  }
  return { kind: "noun", group: { from: outer.from, to: at + 1 }, head: outer.head, via: "before" };
}

/** "casualties surpassed 710,660", "the death toll rose to 12", "turnout was 63 percent", "…, estimated at around 11,000". */
function subjectOfMeasure(phrases: Phrases, at: number): Counting | null {
  const swallowed = subjectOfHedge(phrases, at);
  if (swallowed) return swallowed;
  const set = objectOfSetting(phrases, at);
  if (set) return set;
  const verb = verbBefore(phrases, at);
  if (!verb) return null;
  const { tokens } = phrases;
  const verbWords = verb.main.length > 0 ? verb.main.map((main) => tokens[main]) : tokens.slice(verb.from, verb.to);
  const words = verbWords.map((token) => token?.lower ?? "");
  const measuring = words.some((word) => MEASURING_STEMS.has(stem(word)));
  const put =
    words.some((word) => /^(?:estimat|put|count|value|total|number)/.test(word)) && tokens[at - 1]?.lower === "at";
  if (!measuring && !put) return null;
  const subject = put && verb.voice === "active" ? groupAt(phrases, verb.to) : subjectOf(phrases, verb);
  return subject ? countedBy(phrases, at, subject) : null;
}

/** Hedges that are verbs, and so were read as part of the figure: "surpassed 710,660", "estimated at around 11,000". */
const HEDGE_VERB = /^(?:surpass|exceed|top|reach|pass|near|approach|total)/;
const HEDGE_PARTICIPLE = /^(?:estimated|put|valued|counted|reckoned) at\b|^estimated to be\b/;

function subjectOfHedge(phrases: Phrases, at: number): Counting | null {
  const { tokens } = phrases;
  const words = tokens[at]?.lower ?? "";
  if (HEDGE_PARTICIPLE.test(words)) {
    const before = phrases.nouns.findLast((group) => group.to <= at && at - group.to <= 2 && group.head >= 0);
    return before
      ? { kind: "noun", group: { from: before.from, to: before.to }, head: before.head, via: "before" }
      : null;
  }
  if (!HEDGE_VERB.test(words)) return null;
  let from = at;
  while (from > 0 && /^(?:ADV|AUX|VERB)$/.test(tokens[from - 1]?.tag ?? "")) from -= 1;
  const subject = subjectOf(phrases, { from, to: at, main: [], particle: -1, voice: "active" });
  return subject ? countedBy(phrases, at, subject) : null;
}

/** Verbs that set a figure: what is counted is their object. */
const SETTING_VERB =
  /^(?:bring|brought|rais|tak|took|push|lift|put|estimat|set|revis|cut|lower|reduc|increas|updat|valu)/;

/** "bringing the death toll to 27", "put the crowd at the march at 18,000". */
function objectOfSetting(phrases: Phrases, at: number): Counting | null {
  const { tokens } = phrases;
  if (tokens[at - 1]?.lower !== "to" && tokens[at - 1]?.lower !== "at") return null;
  const verb = phrases.verbs.findLast((group) => group.to < at && group.main.length > 0);
  if (!verb || !verb.main.some((main) => SETTING_VERB.test(tokens[main]?.lower ?? ""))) return null;
  const object = groupAt(phrases, verb.to);
  return object && object.to <= at - 1 ? countedBy(phrases, at, object) : null;
}

/** What the subject of a measuring verb says is counted. */
function countedBy(phrases: Phrases, at: number, subject: NounGroup): Counting | null {
  const { tokens } = phrases;
  if (subject.head < 0) return null;
  const head = tokens[subject.head];
  if (FIGURE_NOUNS.has(stemless(head))) {
    const inner = tokens[subject.to]?.lower === "of" ? groupAt(phrases, subject.to + 1) : undefined;
    if (inner && inner.head >= 0)
      return { kind: "noun", group: { from: subject.from, to: inner.to }, head: inner.head, via: "subject" };
    const named = modifierThing(tokens, subject);
    if (named >= 0) return { kind: "noun", group: { from: subject.from, to: subject.to }, head: named, via: "subject" };
    return { kind: "earlier", group: { from: at, to: at + 1 }, why: "generic" };
  }
  if (head?.tag === "PRON") return { kind: "earlier", group: { from: at, to: at + 1 }, why: "generic" };
  return { kind: "noun", group: { from: subject.from, to: subject.to }, head: subject.head, via: "subject" };
}

/** "the death toll", "the casualty figure": a noun before the figure noun names what is counted. */
function modifierThing(tokens: readonly Token[], group: NounGroup): number {
  const before = group.head - 1;
  const token = tokens[before];
  return before >= group.from && token?.tag === "NOUN" && !FIGURE_NOUNS.has(stemless(token)) ? before : -1;
}

function isGeneric(phrases: Phrases, at: number): boolean {
  const outer = groupAt(phrases, (groupAt(phrases, at)?.from ?? at) - 2);
  return outer !== undefined && outer.head >= 0 && FIGURE_NOUNS.has(stemless(phrases.tokens[outer.head]));
}

/** The verb group that ends directly before the figure's group, prepositions and adverbs between allowed. */
function verbBefore(phrases: Phrases, at: number): VerbGroup | undefined {
  const { tokens } = phrases;
  let end = groupAt(phrases, at)?.from ?? at;
  // "rose 8 percent to 2.3 billion": the change stands between.
  const filler = (token: number): boolean =>
    /^(?:to|at|by|from|the|a|an|of|average|total|record|now|also|already|just|only)$/.test(
      tokens[token]?.lower ?? "",
    ) ||
    (tokens[token]?.tag === "FIGURE" && tokens[token + 1]?.lower === "to");
  while (end > 0 && filler(end - 1)) end -= 1;
  return phrases.verbs.find((verb) => verb.to === end && verb.from < end);
}

/** Family key of the noun at a token, by the compound that it ends ("police officers") or by itself. */
export function thingAt(tokens: readonly Token[], head: number): string {
  const own = stem(tokens[head]?.lower ?? "");
  const before = tokens[head - 1];
  if (before && (before.tag === "NOUN" || before.tag === "ADJ" || before.tag === "PROPN")) {
    const compound = `${stem(before.lower)} ${own}`;
    const family = thingFamily(compound);
    if (family !== compound) return family;
  }
  return thingFamily(own);
}

const MEASURING_STEMS: ReadonlySet<string> = new Set([...MEASURING_VERBS].map((verb) => stem(verb)));

/** True for "reached", "rose", "stood at", "was". */
export const isMeasuringVerb = (token: Token | undefined): boolean => MEASURING_STEMS.has(stem(token?.lower ?? ""));

const stemless = (token: Token | undefined): string => (token?.lower ?? "").replace(/s$/, "");
