import { stem } from "../text/stem.ts";
import type { Counting, Range } from "./counting.ts";
import { groupAt, isMeasuringVerb, subjectOf } from "./counting.ts";
import { clauseEnd } from "./clause-end.ts";
import { actionFamily, isKnownAction, isNeutral, phraseFamily } from "./families.ts";
import type { NounGroup, Phrases, Token, VerbGroup } from "./phrases.ts";

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

/** Finds what happens to the group of tokens that counts something. */
export function findHappening(phrases: Phrases, counting: Counting, at: number): Happening {
  const { group } = counting;
  // What is done to "a 400-strong group" says nothing of its size.
  if (counting.kind === "noun" && counting.via === "strong") return NO_HAPPENING;
  const named = headAction(phrases, counting);
  const direct = verbEndingAt(phrases, group.from);
  const ahead = verbAhead(phrases, group.to);
  if (counting.kind === "people") {
    const word = phrases.tokens.slice(group.from, group.to + 4);
    const own = peopleActions(word);
    if (own.length > 0)
      return {
        ...fromVerbOrNothing(phrases, direct),
        ...actionsOf(own, phrases, group),
        agent: agentOf(phrases, direct ?? ahead),
      };
  }
  const measuring = counting.kind === "noun" && counting.via === "subject";
  if (named && (measuring || !ahead || ahead.main.length === 0 || isMeasuring(phrases, ahead))) {
    return { ...named, agent: named.agent ?? (direct ? agentOf(phrases, direct) : null) };
  }
  // "shot down 70 drones launched by X": what stands before wins, unless the figure is plainly the subject of a passive.
  const measured =
    direct !== undefined && ahead !== undefined && ahead.from - group.to <= 1 && isMeasuring(phrases, direct);
  if (direct && direct.main.length > 0 && !measured && !(ahead?.voice === "passive" && ahead.from - group.to <= 1)) {
    return fromVerb(phrases, direct, "object");
  }
  if (ahead && ahead.main.length > 0) {
    const happening = fromVerb(phrases, ahead, "subject");
    return ahead.voice === "ing" ? { ...happening, sender: withSubject(phrases, group) } : happening;
  }
  if (ahead && ahead.main.length === 0) {
    const state = predicateState(phrases, ahead);
    if (state) return state;
  }
  // "28 villages were under control": it only says that it is so.
  if (ahead && named === null && !direct)
    return { ...NO_HAPPENING, rest: { from: ahead.to, to: clauseEnd(phrases, ahead.to) } };
  const nominal = nounAction(phrases, group.from);
  if (nominal) return { ...nominal, agent: withSubject(phrases, nominal.range ?? group) ?? nominal.agent };
  if (named) return named;
  if (phrases.tokens[group.from - 1]?.tag === "ADP")
    return { ...NO_HAPPENING, agent: withSubject(phrases, bodyBefore(phrases, group)) };
  const clause = clauseVerb(phrases, at);
  return clause ? fromVerb(phrases, clause, "object") : NO_HAPPENING;
}

const isLinking = (phrases: Phrases, verb: VerbGroup): boolean =>
  /^(?:remain|stay|becom|left|went|go|fell|lay)/.test(phrases.tokens[verb.main[0] ?? -1]?.lower ?? "");

/** "Some 5,200 people are homeless": the adjective says what befell them. */
function predicateState(phrases: Phrases, verb: VerbGroup): Happening | null {
  const word = phrases.tokens[verb.to];
  const action = word && (word.tag === "ADJ" || word.tag === "ADV") ? actionFamily([stem(word.lower)]) : "";
  if (!word || !isKnownAction(action)) return null;
  return {
    ...NO_HAPPENING,
    action,
    actions: [action],
    written: word.text,
    range: { from: verb.from, to: verb.to + 1 },
    rest: { from: verb.to + 1, to: clauseEnd(phrases, verb.to) },
  };
}

/** "X acts, with a force of 50,000", "with the loss of 300": what stands behind "with" is the subject's. */
function withSubject(phrases: Phrases, range: Range): NounGroup | null {
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
function bodyBefore(phrases: Phrases, group: Range): Range {
  const outer = phrases.tokens[group.from - 1]?.lower === "of" ? groupAt(phrases, group.from - 2) : undefined;
  return outer ? { from: outer.from, to: group.to } : group;
}

const isMeasuring = (phrases: Phrases, verb: VerbGroup): boolean => {
  const action = actionFamily(verb.main.map((main) => stem(phrases.tokens[main]?.lower ?? "")));
  return isNeutral(action) || verb.main.some((main) => isMeasuringVerb(phrases.tokens[main]));
};

const fromVerbOrNothing = (phrases: Phrases, verb: VerbGroup | undefined): Happening =>
  verb ? fromVerb(phrases, verb, "object") : NO_HAPPENING;

const PEOPLE_ACTIONS =
  /^(?:killed|dead|injured|wounded|hurt|missing|arrested|detained|displaced|homeless|evacuated|rescued|captured|died)$/;

function peopleActions(tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = [];
  for (const token of tokens) {
    if (PEOPLE_ACTIONS.test(token.lower)) found.push(token);
    else if (found.length > 0 && token.tag !== "CCONJ") break;
  }
  return found;
}

function actionsOf(
  words: readonly Token[],
  phrases: Phrases,
  group: Range,
): Pick<Happening, "action" | "actions" | "written" | "range"> {
  const actions = [...new Set(words.map((word) => actionFamily([stem(word.lower)])))];
  const from = phrases.tokens.findIndex((token) => token === words[0]);
  return {
    action: joinActions(actions),
    actions,
    written: words.map((word) => word.text).join(" "),
    range: { from: Math.max(from, group.from), to: from + words.length },
  };
}

/** "killed and wounded" is one total. */
function joinActions(actions: readonly string[]): string | null {
  if (actions.length <= 1) return actions[0] ?? null;
  return actions.includes("kill") && actions.includes("wound") ? "casualties" : (actions[0] ?? null);
}

/** The head noun may say itself what happened: "six deaths", "707,540 losses", "30 arrests". */
function headAction(phrases: Phrases, counting: Counting): Happening | null {
  if (counting.kind !== "noun") return null;
  const head = phrases.tokens[counting.head];
  if (!head) return null;
  const own = stem(head.lower);
  const action = actionFamily([own]);
  if (!NOUN_ACTIONS.has(action) || !EVENT_NOUN.test(head.lower)) return null;
  return {
    action,
    actions: [action],
    written: head.text,
    range: { from: counting.head, to: counting.head + 1 },
    agent: null,
    rest: null,
  };
}

/** Written out: "hospital" has the stem of a verb that wounds. */
const EVENT_NOUN =
  /^(?:deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|loss(?:es)?|injur(?:y|ies)|arrests?|detentions?|infections?|evacuations?|killings?|murders?|dead|wounded|injured|missing)$/;

/** Families whose noun counts those to whom it happens. */
const NOUN_ACTIONS: ReadonlySet<string> = new Set([
  "kill",
  "wound",
  "casualties",
  "missing",
  "capture",
  "arrest",
  "displace",
  "infect",
]);

/** "the deployment of 3,000 troops", "the loss of around 700,000 troops", "injuries to 30 others". */
function nounAction(phrases: Phrases, from: number): Happening | null {
  const preposition = phrases.tokens[from - 1]?.lower ?? "";
  if (preposition !== "of" && preposition !== "to" && preposition !== "in") return null;
  const outer = groupAt(phrases, from - 2);
  if (!outer || outer.head < 0) return null;
  const head = phrases.tokens[outer.head];
  const own = stem(head?.lower ?? "");
  const action = actionFamily([own]);
  if (!isKnownAction(action)) return null;
  return {
    action,
    actions: [action],
    written: head?.text ?? "",
    range: outer,
    agent: outer,
    rest: { from, to: clauseEnd(phrases, from) },
  };
}

/** The verb group that ends where the counted group begins, with articles and "an average of" between. */
function verbEndingAt(phrases: Phrases, from: number): VerbGroup | undefined {
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
function verbAhead(phrases: Phrases, to: number): VerbGroup | undefined {
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

/** `, including a boy and four teenagers,` → the token after its second comma; −1 where there is no such aside. */
function asideEnd(phrases: Phrases, comma: number): number {
  const { tokens } = phrases;
  if (!/^(?:including|among|most|some|many)$/.test(tokens[comma + 1]?.lower ?? "")) return -1;
  for (let at = comma + 2; at < tokens.length; at += 1) {
    if (tokens[at]?.text === "," && phrases.verbs.some((group) => group.from === at + 1)) return at + 1;
    if (phrases.verbs.some((group) => group.from === at && group.main.length > 0)) return -1;
  }
  return -1;
}

/** The nearest verb before a token in its clause. */
function clauseVerb(phrases: Phrases, at: number): VerbGroup | undefined {
  const verb = phrases.verbs.findLast((group) => group.to <= at && group.main.length > 0);
  if (!verb) return undefined;
  for (let i = verb.to; i < at; i += 1) if (/^[;:.]$/.test(phrases.tokens[i]?.text ?? "")) return undefined;
  return verb;
}

function fromVerb(phrases: Phrases, verb: VerbGroup, role: "object" | "subject"): Happening {
  const { tokens } = phrases;
  const stems = verb.main.map((main) => stem(tokens[main]?.lower ?? ""));
  const next = phrases.verbs.find((group) => group.from === verb.to && group.main.length > 0);
  // "was reported injured", "remain closed": what happens stands in the second verb.
  const passes = isLinking(phrases, verb) || (verb.voice === "passive" && isMeasuring(phrases, verb));
  if (next && passes) return fromVerb(phrases, { ...next, from: verb.from, voice: "passive" }, role);
  const end = clauseEnd(phrases, verb.to);
  const particle = verb.particle >= 0 ? [stem(tokens[verb.particle]?.lower ?? "")] : [];
  const behind = particle.length > 0 ? particle : wordsBehind(tokens, verb.to, end);
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

/** The family of a verb with the words behind it; an unknown verb is its own family. */
const familyOf = (verb: string, behind: readonly string[]): string =>
  phraseFamily([verb, ...behind]) ?? actionFamily([verb]);

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

const agentOf = (phrases: Phrases, verb: VerbGroup | undefined): Range | null => {
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
