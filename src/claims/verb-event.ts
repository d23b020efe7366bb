import { stem } from "../text/stem.ts";
import { clauseEnd } from "./clause-end.ts";
import type { Range } from "./counting-shape.ts";
import { isMeasuringVerb } from "./measured-by-verb.ts";
import { groupAt, subjectOf } from "./subject.ts";
import { actionFamily, isNeutral, phraseFamily, verbFamily } from "./families.ts";
import type { NounGroup, Phrases, VerbGroup } from "./phrases.ts";
import type { Token } from "./token.ts";

/** What happens to the thing counted, and who does it, as token ranges of one sentence. */
export type Happening = {
  /** Family key of the verb, null where none tells. */
  readonly action: string | null;
  /** Families of every verb of "killed or wounded". */
  readonly actions: readonly string[];
  readonly written: string;
  /** First and last token of the verb words. */
  readonly range: Range | null;
  /** Who does it. */
  readonly agent: Range | null;
  /** Whose things they are: "X attacked, with 145 drones entering its airspace" are X's. */
  readonly sender?: Range | null;
  /** Words after the verb up to the end of its clause, for targets. */
  readonly rest: Range | null;
};

/** Nothing is said to happen. */
export const NO_HAPPENING: Happening = { action: null, actions: [], written: "", range: null, agent: null, rest: null };

/** "remain", "left", "went": what happens stands in the word behind. */
const isLinking = (phrases: Phrases, verb: VerbGroup): boolean =>
  /^(?:remain|stay|becom|left|went|go|fell|lay)/.test(phrases.tokens[verb.main[0] ?? -1]?.lower ?? "");

/** True for verbs that only say how much there is, or that it is so. */
export const isMeasuring = (phrases: Phrases, verb: VerbGroup): boolean => {
  const action = actionFamily(verb.main.map((main) => stem(phrases.tokens[main]?.lower ?? "")));
  return isNeutral(action) || verb.main.some((main) => isMeasuringVerb(phrases.tokens[main]));
};

export function fromVerb(phrases: Phrases, verb: VerbGroup, role: "object" | "subject"): Happening {
  const { tokens } = phrases;
  const stems = verb.main.map((main) => stem(tokens[main]?.lower ?? ""));
  const next = phrases.verbs.find((group) => group.from === verb.to && group.main.length > 0);
  // "was reported injured", "remain closed": what happens stands in the second verb.
  const passes = isLinking(phrases, verb) || (verb.voice === "passive" && isMeasuring(phrases, verb));
  if (next && passes) return fromVerb(phrases, { ...next, from: verb.from, voice: "passive" }, role);
  const state = verb.voice === "passive" ? stateBehind(phrases, verb) : null;
  if (state !== null) return state;
  const end = clauseEnd(phrases, verb.to);
  const particle = verb.particle >= 0 ? [stem(tokens[verb.particle]?.lower ?? "")] : [];
  const behind = [...particle, ...wordsBehind(tokens, verb.to, end)];
  const actions = [...new Set(stems.map((one) => familyOf(one, behind)))];
  const passive =
    verb.voice === "passive" || (verb.voice === "participle" && role === "subject" && !objectFollows(phrases, verb));
  const subject =
    role === "object" && verb.voice === "passive" ? undefined : subjectOf(phrases, mainVerb(phrases, verb));
  return {
    action: joinActions(actions),
    actions,
    written: tokens
      .slice(verb.main[0] ?? verb.from, verb.to)
      .map((token) => token.text)
      .join(" "),
    range: { from: verb.from, to: verb.to },
    agent: passive ? byAgent(phrases, verb, end) : role === "object" ? (subject ?? null) : null,
    rest: { from: verb.to, to: end },
  };
}

/** "are confirmed dead", "were left homeless", "are feared missing": the adjective says what befell them. */
function stateBehind(phrases: Phrases, verb: VerbGroup): Happening | null {
  const word = phrases.tokens[verb.to];
  if (!word || !/^(?:dead|missing|injured|wounded|hurt|homeless|displaced|trapped|stranded)$/.test(word.lower))
    return null;
  const action = verbFamily(stem(word.lower));
  const rest = { from: verb.to + 1, to: clauseEnd(phrases, verb.to) };
  return {
    ...NO_HAPPENING,
    action,
    actions: [action],
    written: word.text,
    range: { from: verb.from, to: verb.to + 1 },
    rest,
  };
}

/** The family of a verb with the words behind it; an unknown verb is its own family. */
const familyOf = (verb: string, behind: readonly string[]): string =>
  phraseFamily([verb, ...behind]) ?? verbFamily(verb);

/** Words behind a verb that may belong to its phrase ("took into custody"): up to a figure, a time or another verb. */
function wordsBehind(tokens: readonly Token[], from: number, end: number): readonly string[] {
  const words: string[] = [];
  for (const token of tokens.slice(from, Math.min(from + 4, end))) {
    if (token.tag === "FIGURE" || token.tag === "TIME" || token.tag === "VERB" || token.tag === "PUNCT") break;
    words.push(stem(token.lower));
  }
  return words;
}

/** ", sending 145 drones": whoever does what the main clause says does this too. */
function mainVerb(phrases: Phrases, verb: VerbGroup): VerbGroup {
  if (verb.voice !== "ing") return verb;
  return (
    phrases.verbs.findLast((other) => other.to <= verb.from && other.main.length > 0 && other.voice !== "ing") ?? verb
  );
}

/** Who does what a verb says: the subject, or "by …" of a passive. */
export const agentOf = (phrases: Phrases, verb: VerbGroup | undefined): Range | null => {
  if (!verb) return null;
  if (verb.voice === "passive") return byAgent(phrases, verb, clauseEnd(phrases, verb.to));
  return subjectOf(phrases, verb) ?? null;
};

const objectFollows = (phrases: Phrases, verb: VerbGroup): boolean => groupAt(phrases, verb.to) !== undefined;

/** "by Russian air defenses" after a passive. */
function byAgent(phrases: Phrases, verb: VerbGroup, end: number): NounGroup | null {
  for (let at = verb.to; at < end; at += 1)
    if (phrases.tokens[at]?.lower === "by") return groupAt(phrases, at + 1) ?? null;
  return null;
}
/** "killed and wounded" is one total. */
export function joinActions(actions: readonly string[]): string | null {
  if (actions.length <= 1) return actions[0] ?? null;
  return actions.includes("kill") && actions.includes("wound") ? "casualties" : (actions[0] ?? null);
}
