import type { Range } from "./counting-shape.ts";
import { groupAt, subjectOf } from "./subject.ts";
import type { NounGroup, Phrases, VerbGroup } from "./phrases.ts";
import type { Token } from "./token.ts";

/** "X acts, with a force of 50,000", "with the loss of 300": what stands behind "with" is the subject's. */
export function withSubject(phrases: Phrases, range: Range): NounGroup | null {
  if (phrases.tokens[range.from - 1]?.lower !== "with") return null;
  const verb = phrases.verbs.findLast(
    (group) => group.to < range.from && group.main.length > 0 && group.voice !== "ing",
  );
  return verb ? (subjectOf(phrases, firstVerb(phrases, verb)) ?? null) : null;
}

/** "is preparing to launch": the verb that has the subject. */
function firstVerb(phrases: Phrases, verb: VerbGroup): VerbGroup {
  if (phrases.tokens[verb.from - 1]?.lower !== "to") return verb;
  const before = phrases.verbs.findLast((group) => group.to <= verb.from - 1 && verb.from - group.to <= 2);
  return before ? firstVerb(phrases, before) : verb;
}

/** "a force of 50,000 soldiers" as a whole. */
export function bodyBefore(phrases: Phrases, group: Range): Range {
  const outer = phrases.tokens[group.from - 1]?.lower === "of" ? groupAt(phrases, group.from - 2) : undefined;
  return outer ? { from: outer.from, to: group.to } : group;
}

/** The verb group that ends where the counted group begins, with articles and "an average of" between. */
export function verbEndingAt(phrases: Phrases, from: number): VerbGroup | undefined {
  let end = from;
  while (end > 0 && isFiller(phrases.tokens[end - 1])) end -= 1;
  return phrases.verbs.find((verb) => verb.to === end && verb.main.length > 0);
}

const isFiller = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tag === "DET" ||
    /^(?:average|total|of|record|further|another|reported|likely|about|some|only|just|also|as|many|its|their|an|a|the)$/.test(
      token.lower,
    ));

/** The verb whose subject the group is: prepositional groups, asides and adverbs between are passed over. */
export function verbAhead(phrases: Phrases, to: number): VerbGroup | undefined {
  const { tokens } = phrases;
  let at = to;
  while (at < tokens.length) {
    const verb = phrases.verbs.find((group) => group.from === at);
    if (verb) return verb;
    const token = tokens[at];
    if (!token) return undefined;
    if (
      token.tag === "ADV" ||
      /^(?:who|which|that|either|both|more|others|each|are|were)$/.test(token.lower) ||
      token.tag === "TIME"
    ) {
      at += 1;
      continue;
    }
    if (token.tag === "ADP") {
      const inner = groupAt(phrases, at + 1);
      at = inner ? inner.to : at + 1;
      // "residents of Orléans and Tours were evacuated"
      const second = tokens[at]?.lower === "and" ? groupAt(phrases, at + 1) : undefined;
      if (inner && second && phrases.verbs.some((group) => group.from === second.to)) at = second.to;
      continue;
    }
    const aside = token.text === "," ? asideEnd(phrases, at) : -1;
    if (aside > 0) {
      at = aside;
      continue;
    }
    return undefined;
  }
  return undefined;
}

/** Words of ", the ministry says," at most. */
const SAID_REACH = 8;

/** "seven of them, the prefecture says, were injured": behind the aside, whose verb only credits; −1 where none stands there. */
function saidAsideEnd(phrases: Phrases, comma: number): number {
  const { tokens } = phrases;
  const close = tokens.findIndex((token, at) => at > comma && at <= comma + SAID_REACH && token.text === ",");
  if (close < 0 || !phrases.verbs.some((group) => group.from === close + 1)) return -1;
  const inside = tokens.slice(comma + 1, close);
  const credits = inside.some((token) => token.tag === "VERB") && !inside.some((token) => token.tag === "FIGURE");
  const event = phrases.verbs.some((group) => group.from > comma && group.to <= close && group.main.length > 0);
  return credits && !event ? close + 1 : -1;
}

/** `, including a boy and four teenagers,` → the token after its second comma; −1 where there is no such aside. */
function asideEnd(phrases: Phrases, comma: number): number {
  const { tokens } = phrases;
  const said = saidAsideEnd(phrases, comma);
  if (said > 0) return said;
  if (!/^(?:including|among|most|some|many)$/.test(tokens[comma + 1]?.lower ?? "")) return -1;
  for (let at = comma + 2; at < tokens.length; at += 1) {
    if (tokens[at]?.text === "," && phrases.verbs.some((group) => group.from === at + 1)) return at + 1;
    if (phrases.verbs.some((group) => group.from === at && group.main.length > 0)) return -1;
  }
  return -1;
}

/** The nearest verb before a token in its clause. */
export function clauseVerb(phrases: Phrases, at: number): VerbGroup | undefined {
  const verb = phrases.verbs.findLast((group) => group.to <= at);
  // "Led by a judge, the mission had 118 observers": what it had says only that it is so.
  if (!verb || verb.main.length === 0) return undefined;
  for (let i = verb.to; i < at; i += 1) if (/^[;:.]$/.test(phrases.tokens[i]?.text ?? "")) return undefined;
  return verb;
}
