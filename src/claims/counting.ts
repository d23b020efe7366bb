import { stem } from "../text/stem.ts";
import type { Dimension } from "./claim.ts";
import { construed } from "./constructions.ts";
import type { Counting } from "./counting-shape.ts";
import { verbFamily, thingFamily } from "./families.ts";
import { isFigureNoun, nounBefore, subjectOfMeasure } from "./measured-by-verb.ts";
import type { NounGroup, Phrases } from "./phrases.ts";
import type { Token } from "./token.ts";
import { groupAt } from "./subject.ts";
import { BODY_NOUNS, PEOPLE_FAMILIES, PEOPLE_WORDS } from "./verb-words.ts";

const OTHERS: ReadonlySet<string> = new Set(["others", "more", "other"]);

/** Finds what the figure at token `at` counts. */
export function findCounting(phrases: Phrases, at: number, dimension: Dimension = "count"): Counting {
  const { tokens } = phrases;
  const group = groupAt(phrases, at);
  const after = tokens[at + 1];

  const named = construed(phrases, at, dimension);
  if (named) return named;
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
  const rate = dimension === "percent" ? subjectOfMeasure(phrases, at) : null;
  if (rate?.kind === "noun" && RATE_NOUNS.has(tokens[rate.head]?.lower ?? "")) return rate;
  const whole = ofGroup(phrases, at) ?? frontedWhole(phrases, at);
  if (whole) return whole;
  if (after && OTHERS.has(after.lower)) {
    return { kind: "earlier", group: { from: at, to: at + 2 }, why: "others" };
  }
  if (dimension !== "count") {
    const behind = MADE_OF.has(dimension) ? nounBehind(phrases, at) : null;
    if (behind) return behind;
  } else if (after && (PEOPLE_WORDS.has(after.lower) || isPassivePeople(phrases, at))) {
    return { kind: "people", group: { from: at, to: pastInAll(tokens, at + 1) } };
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

/** Amounts that are of something: money in aid, tonnes of wheat. */
const MADE_OF: ReadonlySet<Dimension> = new Set<Dimension>(["money", "mass", "volume", "energy", "area"]);

/** What shares are called: "turnout was 61 percent of the electorate" is of the turnout. */
const RATE_NOUNS: ReadonlySet<string> = new Set(
  "turnout participation rate unemployment inflation support approval attendance occupancy humidity literacy".split(
    " ",
  ),
);

/** Behind "in all", "in total" where they follow a figure: "45 in all were injured". */
function pastInAll(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.lower ?? "";
  if (word === "in" && /^(?:all|total)$/.test(tokens[at + 1]?.lower ?? "")) return at + 2;
  return /^(?:altogether|overall)$/.test(word) ? at + 1 : at;
}

/** "Of the dead, 19 were found", "Of the region's 655 stations 17 had failed": the whole stands at the head of the clause. */
function frontedWhole(phrases: Phrases, at: number): Counting | null {
  const { tokens } = phrases;
  let open = at - 1;
  while (open > 0 && !/^[;:.]$/.test(tokens[open - 1]?.text ?? "")) open -= 1;
  while (/^(?:and|but)$/.test(tokens[open]?.lower ?? "")) open += 1;
  if (tokens[open]?.lower !== "of" || open >= at - 1) return null;
  const word = tokens[open + 1]?.tag === "DET" ? open + 2 : open + 1;
  if (PEOPLE_WORDS.has(tokens[word]?.lower ?? "") && word < at)
    return { kind: "people", group: { from: at, to: at + 1 }, words: { from: word, to: word + 1 }, ofWhole: true };
  const inner = groupAt(phrases, open + 1);
  if (!inner || inner.head < 0 || inner.to > at) return null;
  const [figure] = inner.figures;
  if (figure !== undefined) return { kind: "earlier", group: { from: at, to: at + 1 }, why: "of-which", whole: figure };
  return { kind: "noun", group: { from: at, to: at + 1 }, head: inner.head, via: "whole" };
}

/** "six of the victims": the head is a figure noun or share word and an "of" group follows it. */
function ofInside(phrases: Phrases, group: NounGroup, at: number): Counting | null {
  const { tokens } = phrases;
  if (!isFigureNoun(tokens[group.head]) && !BODY_NOUNS.has(tokens[group.head]?.lower ?? "")) return null;
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
  // "100,000 pesos for each person who died" is no sum of persons.
  if (/^(?:each|every)$/.test(phrases.tokens[at + 2]?.lower ?? "")) return null;
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
  const harmed = pointing === "those" || pointing === "the" ? tokens[next + 2] : undefined;
  if (harmed && PEOPLE_WORDS.has(harmed.lower))
    return {
      kind: "people",
      group: { from: at, to: next + 3 },
      words: { from: next + 2, to: next + 3 },
      ofWhole: true,
    };
  if (/^(?:which|whom|them|those|these)$/.test(pointing) && groupAt(phrases, next + 1)?.head !== undefined) {
    const inner = groupAt(phrases, next + 1);
    const bare = !inner || inner.to - inner.from === 1;
    // "12 of them children"
    if (inner && !bare && tokens[inner.head]?.tag === "NOUN" && tokens[next + 1]?.lower !== "those")
      return { kind: "noun", group: { from: at, to: inner.to }, head: inner.head, via: "of-them" };
    if (bare) return { kind: "earlier", group: { from: at, to: next + 2 }, why: "of-which" };
  }
  if (/^(?:which|whom|them)$/.test(pointing))
    return { kind: "earlier", group: { from: at, to: next + 2 }, why: "of-which" };
  const inner = groupAt(phrases, next + 1);
  if (!inner || inner.head < 0) return null;
  // "all 310 metres of it", "six of us"
  if (tokens[inner.head]?.tag === "PRON") return { kind: "earlier", group: { from: at, to: inner.to }, why: "list" };
  return { kind: "noun", group: { from: at, to: inner.to }, head: inner.head, via: "of" };
}

/** "five were killed", "21 injured": what is done is done to people. */
function isPassivePeople(phrases: Phrases, at: number): boolean {
  const next = pastInAll(phrases.tokens, at + 1);
  const verb = phrases.verbs.find((group) => group.from === next);
  if (!verb) return false;
  const words = verb.main.map((main) => phrases.tokens[main]?.lower ?? "");
  if (words.some((word) => PEOPLE_WORDS.has(word))) return true;
  return verb.voice === "passive" && words.some((word) => PEOPLE_FAMILIES.has(verbFamily(stem(word))));
}

function isGeneric(phrases: Phrases, at: number): boolean {
  const outer = groupAt(phrases, (groupAt(phrases, at)?.from ?? at) - 2);
  return outer !== undefined && outer.head >= 0 && isFigureNoun(phrases.tokens[outer.head]);
}

/** Family key of the noun at a token, by the compound that it ends ("police officers") or by itself. */
export function thingAt(tokens: readonly Token[], head: number): string {
  const own = stem(tokens[head]?.lower ?? "");
  const before = tokens[head - 1];
  if (before && (before.tag === "NOUN" || before.tag === "ADJ" || before.tag === "PROPN" || before.tag === "VERB")) {
    const compound = `${stem(before.lower)} ${own}`;
    const family = thingFamily(compound);
    if (family !== compound) return family;
  }
  return thingFamily(own);
}
