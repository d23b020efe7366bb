import type { NounGroup, Phrases, VerbGroup } from "./phrases.ts";
import type { Token } from "./token.ts";

/** The noun group that holds a token. */
export function groupAt(phrases: Phrases, at: number): NounGroup | undefined {
  return phrases.nouns.find((group) => group.from <= at && at < group.to);
}

/**
 * The subject of a verb: the noun group before it, prepositional groups and asides between commas passed over.
 * "The attack on the town killed 5" gives "The attack".
 */
export function subjectOf(phrases: Phrases, verb: VerbGroup): NounGroup | undefined {
  const { tokens, nouns } = phrases;
  let index = nouns.findLastIndex((group) => group.to <= verb.from);
  while (index >= 0) {
    const group = nouns[index];
    if (!group) return undefined;
    let start = group.from - 1;
    while (tokens[start]?.tag === "TIME") start -= 1;
    const before = tokens[start];
    const between = phrases.verbs.some(
      (other) => other.main.length > 0 && other.from >= group.to && other.to <= verb.from && other !== verb,
    );
    // "The limit there is 80 km/h"
    const there = tokens[group.head]?.lower === "there" && index > 0;
    const relative = there || (/^(?:which|who|that)$/.test(tokens[group.head]?.lower ?? "") && index > 0);
    // "Earnings before interest and tax came to 131 million": the preposition governs both.
    const outer = before?.lower === "and" ? groupAt(phrases, start - 1) : undefined;
    const joined = outer !== undefined && tokens[outer.from - 1]?.tag === "ADP";
    const governed = joined || before?.tag === "ADP" || before?.lower === "since" || before?.lower === "than";
    if (!relative && !between && !governed && !isOpenAside(tokens, group, verb)) return group;
    if (between && !governed) return group;
    index -= 1;
  }
  return undefined;
}

/** A group between commas just before the verb is an aside: "21 others, including four teenagers, were wounded". */
function isOpenAside(tokens: readonly Token[], group: NounGroup, verb: VerbGroup): boolean {
  const closes = tokens[verb.from - 1]?.text === ",";
  if (!closes) return false;
  for (let i = group.from - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    if (token?.text === ",") return true;
    if (token?.tag === "VERB" && token.lower !== "including") return false;
  }
  return false;
}
