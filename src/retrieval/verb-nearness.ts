import type { Phrases, VerbGroup } from "../claims/phrases.ts";
import type { Token } from "../claims/token.ts";
import type { NameCandidate } from "./name-candidates.ts";

/** Subject of an active verb, "by X" behind a passive, "X was the first to V", "the first to V was X". */
export function doerNearness(verb: VerbGroup, candidate: NameCandidate, phrases: Phrases): number {
  const { tokens, verbs } = phrases;
  if (verb.voice === "passive" || (verb.voice === "participle" && tokens[verb.to]?.lower === "by"))
    return byNearness(verb, candidate, tokens);
  const back = tokens
    .slice(Math.max(0, verb.from - 5), verb.from)
    .map(({ lower }) => lower)
    .join(" ");
  const chosen = /\b(?:first|last|only|one|man|woman|person)(?: \w+)? (?:to|who|that)$/.test(back);
  const copula = chosen ? verbs.find((one) => one.main.length === 0 && one.from >= verb.to) : undefined;
  // "The first to raise it was X."
  if (copula && candidate.from >= copula.to && candidate.from - copula.to <= 2) return 1;
  if (chosen) {
    const being = verbs.findLast((one) => one.to <= verb.from && one.main.length === 0);
    if (being && being.to + 6 >= verb.from) return subjectNearness(being, candidate, phrases);
    const gap = tokens
      .slice(candidate.to, verb.from)
      .map(({ lower }) => lower)
      .join(" ");
    if (/^(?:,|as)? ?(?:the|a) (?:first|last|only|one|man|woman|person)(?: \w+)? (?:to|who|that)$/.test(gap))
      return 0.9;
  }
  return subjectNearness(verb, candidate, phrases);
}

/** A candidate as the subject of a verb: asides between commas, relatives and what stands behind its noun passed over, 0 with another verb or group between. */
export function subjectNearness(verb: VerbGroup, candidate: NameCandidate, { tokens, nouns, verbs }: Phrases): number {
  if (candidate.to > verb.from) return 0;
  let at = verb.from;
  while (at > candidate.to && /^(?:ADV|AUX|PART|TIME)$/.test(tokens[at - 1]?.tag ?? "")) at -= 1;
  while (
    at > candidate.to &&
    /^(?:who|which|that|first|himself|herself|themselves|itself)$/.test(tokens[at - 1]?.lower ?? "")
  )
    at -= 1;
  // "A pipe flooded the room and caused the failure."
  if (tokens[at - 1]?.tag === "CCONJ") {
    const first = verbs.findLast((one) => one.to < at && one.main.length > 0);
    return first ? subjectNearness(first, candidate, { tokens, nouns, verbs }) * JOINED : 0;
  }
  // "X is believed to have set it off."
  const raised = /^(?:to)$/.test(tokens[at - 1]?.lower ?? "")
    ? verbs.find((one) => one.to === at - 1 && isOpinion(one, tokens))
    : undefined;
  if (raised) return subjectNearness(raised, candidate, { tokens, nouns, verbs });
  const comma = tokens[at - 1]?.text === "," && at - 1 >= candidate.to ? at - 1 : -1;
  const before = tokens[candidate.from - 1];
  // "A fault in the pump caused": the pump did not. "X, a driver for Tergon, who handed": nor did Tergon.
  if (before?.tag === "ADP" && !/^(?:before|after|until|since|as|while)$/.test(before.lower)) return 0;
  if (comma >= 0 && isInAside(tokens, candidate, comma)) return 0;
  let end = candidate.to;
  let worth = 1;
  for (;;) {
    if (end === at || end === comma) return worth;
    // "Bojan Sever, at that time a driver, handed": the aside is passed over.
    if (comma >= 0 && tokens[end]?.text === "," && !tokens.slice(end + 1, comma).some(({ text }) => text === ","))
      return worth * 0.9;
    if (!/^(?:of|in|on|at|with|for|from|near|inside|under|aboard|to|between)$/.test(tokens[end]?.lower ?? "")) return 0;
    const next = nouns.find((group) => group.from === end + 1);
    if (!next || next.to > at) return 0;
    end = next.to;
    worth = 0.8;
  }
}

/** The second of two verbs may have another subject. */
const JOINED = 0.9;

const OPINION =
  /^(?:believed|thought|said|reported|alleged|suspected|understood|known|presumed|considered|assumed|reckoned|supposed|accused|seems?|seemed|appears?|appeared)$/;

const isOpinion = ({ main }: VerbGroup, tokens: readonly Token[]): boolean =>
  main.some((at) => OPINION.test(tokens[at]?.lower ?? ""));

/** Inside the words between two commas, and not right behind the first of them. */
function isInAside(tokens: readonly Token[], candidate: NameCandidate, comma: number): boolean {
  const open = tokens.slice(0, candidate.from).findLastIndex(({ text }) => text === ",");
  if (open < 0 || open === candidate.from - 1) return false;
  return !tokens.slice(candidate.to, comma).some(({ text }) => text === ",");
}

/** 1 where a candidate stands right behind a verb. */
export function objectNearness(verb: VerbGroup, candidate: NameCandidate): number {
  return candidate.from === verb.to ? 1 : 0;
}

/** "by X", "by the mayor, X", "on the orders of X" behind a passive. */
function byNearness(verb: VerbGroup, candidate: NameCandidate, tokens: readonly Token[]): number {
  if (candidate.from < verb.to) return 0;
  for (let at = candidate.from - 1; at >= verb.to && at >= candidate.from - 8; at -= 1) {
    const { lower, tag } = tokens[at] ?? { lower: "", tag: "X" };
    if (lower === "by") return candidate.from - 1 === at ? 1 : 0.7;
    if (tag === "VERB" || /^[;:.]$/.test(lower)) return 0;
  }
  return 0;
}

/** "It was X who", "it was a group of X that". */
export const isCleft = (tokens: readonly Token[], candidate: NameCandidate): boolean => {
  const back = tokens
    .slice(Math.max(0, candidate.from - 6), candidate.from)
    .map(({ lower }) => lower)
    .join(" ");
  if (!/\bit (?:was|is|had been|'s)(?: the| a| an)?(?: \w+ of)?$/.test(back)) return false;
  return tokens
    .slice(candidate.to, candidate.to + 14)
    .some(({ lower }) => lower === "who" || lower === "that" || lower === "which");
};
