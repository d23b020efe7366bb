import { stem } from "../text/stem.ts";
import type { Counting } from "./counting-shape.ts";
import type { NounGroup, Phrases, VerbGroup } from "./phrases.ts";
import type { Token } from "./token.ts";
import { groupAt, subjectOf } from "./subject.ts";
import { FIGURE_NOUNS, MEASURING_VERBS, PEOPLE_WORDS } from "./verb-words.ts";

/** "losses of 700", "a magnitude of 7.8"; a mere figure noun passes on to what it is of, or to the sentence before. */
export function nounBefore(phrases: Phrases, at: number): Counting | null {
  const { tokens } = phrases;
  const start = groupAt(phrases, at)?.from ?? at;
  if (tokens[start - 1]?.lower !== "of") return null;
  const outer = groupAt(phrases, start - 2);
  if (!outer || outer.head < 0) return null;
  if (isFigureNoun(tokens[outer.head])) {
    const named = modifierThing(tokens, outer);
    return named >= 0 ? { kind: "noun", group: { from: outer.from, to: at + 1 }, head: named, via: "before" } : null;
  }
  return { kind: "noun", group: { from: outer.from, to: at + 1 }, head: outer.head, via: "before" };
}

/** "casualties surpassed 710,660", "the death toll rose to 12", "turnout was 63 percent", "…, estimated at around 11,000". */
export function subjectOfMeasure(phrases: Phrases, at: number): Counting | null {
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
    words.some((word) => /^(?:estimat|put|count|value|total|number|giv)/.test(word)) &&
    /^(?:at|as)$/.test(tokens[at - 1]?.lower ?? "");
  // "The net loss widened to $210 million": whatever moves to an amount is as large.
  const quoted = /^["“”'‘’]$/.test(tokens[at - 1]?.text ?? "") ? 1 : 0;
  const moves =
    tokens[at - 1 - quoted]?.lower === "to" &&
    verb.to === at - 1 - quoted &&
    verb.voice !== "passive" &&
    verb.voice !== "ing";
  if (!measuring && !put && !moves) return null;
  const subject = put && verb.voice === "active" ? groupAt(phrases, verb.to) : subjectOf(phrases, verb);
  return subject ? countedBy(phrases, { at, subject, via: "subject" }) : null;
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
  return subject ? countedBy(phrases, { at, subject, via: "subject" }) : null;
}

/** Verbs that set a figure: what is counted is their object. */
const SETTING_VERB =
  /^(?:bring|brought|rais|tak|took|push|lift|put|estimat|set|revis|cut|lower|reduc|increas|updat|valu|giv|gave|list|report)/;

/** Words between what is set and its figure, at most: "the number of damaged homes in the district at". */
const SETTING_REACH = 14;

/** "bringing the death toll to 27", "put the crowd at the march at 18,000", "giving its depth as 12 km". */
function objectOfSetting(phrases: Phrases, at: number): Counting | null {
  const { tokens } = phrases;
  const start = groupAt(phrases, at)?.from ?? at;
  if (!/^(?:to|at|as)$/.test(tokens[start - 1]?.lower ?? "")) return null;
  const verb = phrases.verbs.findLast(
    (group) =>
      group.to < start &&
      start - group.to <= SETTING_REACH &&
      group.main.some((main) => SETTING_VERB.test(tokens[main]?.lower ?? "")) &&
      group.voice !== "passive",
  );
  if (!verb) return null;
  // "brings to 1,350 the number of jobs": the object stands behind.
  const behind = verb.to === start - 1 ? groupAt(phrases, at + 1) : undefined;
  if (behind && behind.from === at + 1) return countedBy(phrases, { at, subject: behind, via: "set" });
  // "giving its magnitude as 7.1 and its depth as 12 km": each its own.
  const near = groupAt(phrases, start - 2);
  const joined = near && tokens[near.from - 1]?.lower === "and" && near.head >= 0 ? near : undefined;
  const object = joined ?? groupAt(phrases, verb.to);
  return object && object.to <= start - 1 ? countedBy(phrases, { at, subject: object, via: "set" }) : null;
}

type Measured = { readonly at: number; readonly subject: NounGroup; readonly via: "subject" | "set" };

/** What the subject of a measuring verb, or the object of a setting one, says is counted. */
function countedBy(phrases: Phrases, { at, subject, via }: Measured): Counting | null {
  const { tokens } = phrases;
  if (subject.head < 0) return null;
  const head = tokens[subject.head];
  if (isFigureNoun(head)) {
    const inner = tokens[subject.to]?.lower === "of" ? innerGroup(phrases, subject.to + 1) : undefined;
    if (inner) return { kind: "noun", group: { from: subject.from, to: inner.to }, head: inner.head, via };
    const harmed = peopleWord(tokens, subject);
    if (harmed) return { kind: "people", group: { from: at, to: at + 1 }, words: harmed };
    const named = modifierThing(tokens, subject);
    if (named >= 0) return { kind: "noun", group: { from: subject.from, to: subject.to }, head: named, via };
    return { kind: "earlier", group: { from: at, to: at + 1 }, why: "generic" };
  }
  if (head?.tag === "PRON") return { kind: "earlier", group: { from: at, to: at + 1 }, why: "generic" };
  return { kind: "noun", group: { from: subject.from, to: subject.to }, head: subject.head, via };
}

/** The noun behind "the number of": "damaged homes" may have been read as a verb and its object. */
function innerGroup(phrases: Phrases, from: number): NounGroup | undefined {
  const { tokens } = phrases;
  const own = groupAt(phrases, from);
  if (own && own.head >= 0) return own;
  const participle = phrases.verbs.find((verb) => verb.from === from && verb.voice !== "passive");
  const next = participle && tokens[from]?.lower.endsWith("ed") ? groupAt(phrases, participle.to) : undefined;
  return next && next.head >= 0 ? { ...next, from } : undefined;
}

/** "the number of dead", "the number of those still missing": the adjective stands for people. */
function peopleWord(tokens: readonly Token[], subject: NounGroup): { from: number; to: number } | null {
  if (tokens[subject.to]?.lower !== "of") return null;
  let at = subject.to + 1;
  while (/^(?:the|those|people|confirmed|still|reported)$/.test(tokens[at]?.lower ?? "")) at += 1;
  if (!PEOPLE_WORDS.has(tokens[at]?.lower ?? "")) return null;
  return { from: at, to: at + 1 };
}

/** "the death toll", "the casualty figure": a noun before the figure noun names what is counted. */
function modifierThing(tokens: readonly Token[], group: NounGroup): number {
  const before = group.head - 1;
  const token = tokens[before];
  return before >= group.from && token?.tag === "NOUN" && !isFigureNoun(token) ? before : -1;
}

/** The verb group that ends directly before the figure's group, prepositions and adverbs between allowed. */
function verbBefore(phrases: Phrases, at: number): VerbGroup | undefined {
  const { tokens } = phrases;
  let end = groupAt(phrases, at)?.from ?? at;
  // "rose 8 percent to 2.3 billion": the change stands between.
  const filler = (token: number): boolean =>
    /^(?:to|at|by|from|as|the|a|an|of|average|total|record|now|also|already|just|only|once|more|["“”'‘’])$/.test(
      tokens[token]?.lower ?? "",
    ) ||
    (tokens[token]?.tag === "FIGURE" && tokens[token + 1]?.lower === "to");
  while (end > 0 && filler(end - 1)) end -= 1;
  return phrases.verbs.find((verb) => verb.to === end && verb.from < end);
}

const MEASURING_STEMS: ReadonlySet<string> = new Set([...MEASURING_VERBS].map((verb) => stem(verb)));

/** True for "reached", "rose", "stood at", "was". */
export const isMeasuringVerb = (token: Token | undefined): boolean => MEASURING_STEMS.has(stem(token?.lower ?? ""));

/** True for "number", "toll", "totals": nouns that only say that there is a figure. */
export const isFigureNoun = (token: Token | undefined): boolean =>
  FIGURE_NOUNS.has((token?.lower ?? "").replace(/s$/, ""));
