import { stem } from "../text/stem.ts";
import { clauseEnd } from "./clause-end.ts";
import type { Counting, Range } from "./counting-shape.ts";
import { groupAt, subjectOf } from "./subject.ts";
import { verbFamily, isKnownAction, phraseFamily } from "./families.ts";
import { bodyBefore, clauseVerb, verbAhead, verbEndingAt, withSubject } from "./nearby-verbs.ts";
import type { Phrases, VerbGroup } from "./phrases.ts";
import type { Token } from "./token.ts";
import { ledTo, membersOf, stateBehindNoun } from "./states.ts";
import { SAYING_VERBS } from "./speech-words.ts";
import { agentOf, fromVerb, isMeasuring, joinActions, NO_HAPPENING } from "./verb-event.ts";
import type { Happening } from "./verb-event.ts";

/** Finds what happens to the group of tokens that counts something. */
export function findHappening(phrases: Phrases, counting: Counting, at: number): Happening {
  const { group } = counting;
  // What is done to "a 400-strong group" says nothing of its size.
  if (counting.kind === "noun" && counting.via === "strong") return NO_HAPPENING;
  if (counting.kind === "construed" && counting.action !== undefined) return construedAction(phrases, counting, at);
  const state =
    counting.kind === "construed" ? null : (stateBehindNoun(phrases, counting) ?? membersOf(phrases, counting));
  if (state) return state;
  const named = headAction(phrases, counting);
  const before = verbEndingAt(phrases, group.from);
  // "A clerk said the damage ran to 3 million": saying does nothing to the damage.
  const says = before?.main.some((main) => SAYING_VERBS.has(phrases.tokens[main]?.lower ?? "")) === true;
  // "Rejected ballots numbered 300" has nobody who says.
  const credits = says && before !== undefined && subjectOf(phrases, before) !== undefined;
  const direct = credits && counting.kind === "noun" && counting.via === "subject" ? undefined : before;
  const ahead = verbAhead(phrases, group.to);
  if (counting.kind === "people") {
    const said = counting.words;
    const word = said ? phrases.tokens.slice(said.from, said.to) : phrases.tokens.slice(group.from, group.to + 4);
    const own = peopleActions(word);
    if (own.length > 0)
      return {
        ...fromVerbOrNothing(phrases, direct),
        ...actionsOf(own, phrases, group),
        agent: said ? null : agentOf(phrases, direct ?? ahead),
      };
  }
  if (counting.kind === "noun" && counting.via === "set") return actionOfNoun(phrases, counting, named);
  const measuring = counting.kind === "noun" && counting.via === "subject";
  // "91 deaths among 140 confirmed cases": what stands further on is said of others.
  if (named && ahead && ahead.from - group.to > 1) return { ...named, agent: direct ? agentOf(phrases, direct) : null };
  if (named && (measuring || !ahead || ahead.main.length === 0 || isMeasuring(phrases, ahead))) {
    return { ...named, agent: named.agent ?? (direct ? agentOf(phrases, direct) : null) };
  }
  // "shot down 70 drones launched by X": what stands before wins, unless the figure is plainly the subject of a passive.
  const measured =
    direct !== undefined && ahead !== undefined && ahead.from - group.to <= 1 && isMeasuring(phrases, direct);
  if (direct && direct.main.length > 0 && !measured && !(ahead?.voice === "passive" && ahead.from - group.to <= 1)) {
    return ledTo(phrases, { word: wordOf(phrases, direct), from: group.to }) ?? fromVerb(phrases, direct, "object");
  }
  if (ahead && ahead.main.length > 0) {
    const led = ledTo(phrases, { word: wordOf(phrases, ahead), from: ahead.to });
    if (led) return led;
    const happening = fromVerb(phrases, finite(phrases, ahead), "subject");
    return ahead.voice === "ing" ? { ...happening, sender: withSubject(phrases, group) } : happening;
  }
  if (ahead && ahead.main.length === 0) {
    const predicate = predicateState(phrases, ahead);
    if (predicate) return predicate;
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

/** "A third of the trees planted in May have died": the verb behind the participle has the subject. */
function finite(phrases: Phrases, ahead: VerbGroup): VerbGroup {
  if (ahead.voice !== "participle") return ahead;
  const end = clauseEnd(phrases, ahead.to);
  const next = phrases.verbs.find((verb) => verb.from >= ahead.to && verb.from < end);
  const between = phrases.tokens.slice(ahead.to, next?.from ?? 0);
  const own = between.some((token) => token.text === "," || /^(?:who|which|that|and|as|when|while)$/.test(token.lower));
  const auxiliary = phrases.tokens[next?.from ?? -1]?.tag === "AUX" && (next?.main.length ?? 0) > 0;
  return next && auxiliary && !own && !isMeasuring(phrases, next) ? next : ahead;
}

const wordOf = (phrases: Phrases, verb: VerbGroup): string => phrases.tokens[verb.main[0] ?? verb.from]?.lower ?? "";

/** What a construction does: "12 km deep" nothing, "offered 3 percent" an offer by the subject. */
function construedAction(phrases: Phrases, counting: Extract<Counting, { kind: "construed" }>, at: number): Happening {
  const action = counting.action ?? null;
  const verb = action === null ? undefined : clauseVerb(phrases, at);
  return {
    ...NO_HAPPENING,
    action,
    actions: action === null ? [] : [action],
    range: verb ? { from: verb.from, to: verb.to } : null,
    agent: agentOf(phrases, verb),
  };
}

/** "put the number of damaged homes at 300", "of people killed": whoever sets the figure does none of it, the noun's own words tell. */
function actionOfNoun(
  phrases: Phrases,
  counting: Extract<Counting, { kind: "noun" }>,
  named: Happening | null,
): Happening {
  if (named) return named;
  const { tokens } = phrases;
  let next = counting.head + 1;
  if (/^(?:who|that|which)$/.test(tokens[next]?.lower ?? "")) next += 1;
  const behind = phrases.verbs.find((verb) => verb.from === next && verb.main.length > 0);
  if (behind) return fromVerb(phrases, behind, "subject");
  const relative = reducedRelative(phrases, counting.head);
  if (relative) return relative;
  const before = counting.head - 1;
  const word = tokens[before];
  const head = tokens[counting.head];
  // "the number of late openings"
  const nominal = NOMINAL.test(head?.lower ?? "") ? nominalAction(word, head) : null;
  if (nominal)
    return {
      ...NO_HAPPENING,
      action: nominal,
      actions: [nominal],
      range: { from: counting.head, to: counting.head + 1 },
    };
  const action = word && before >= counting.group.from && /(?:ed|en|ing)$/.test(word.lower) ? stem(word.lower) : "";
  const family = action === "" ? "" : verbFamily(action);
  if (!word || !isKnownAction(family)) return NO_HAPPENING;
  return {
    ...NO_HAPPENING,
    action: family,
    actions: [family],
    written: word.text,
    range: { from: before, to: before + 1 },
    rest: { from: counting.head + 1, to: clauseEnd(phrases, counting.head + 1) },
  };
}

/** Nouns made of verbs: "openings", "cancellations". */
const NOMINAL = /(?:ings?|ions?|ments?|als?|ures?)$/;

function nominalAction(before: Token | undefined, head: Token | undefined): string | null {
  const own = stem(head?.lower ?? "");
  const phrase = before ? phraseFamily([stem(before.lower), own]) : null;
  const alone = verbFamily(own);
  return phrase ?? (isKnownAction(alone) ? alone : null);
}

/** "the number of jobs the company is eliminating": what the clause behind the noun does to it. */
function reducedRelative(phrases: Phrases, head: number): Happening | null {
  const subject = groupAt(phrases, head + 1);
  if (!subject || subject.from !== head + 1 || phrases.tokens[head + 1]?.tag === "FIGURE") return null;
  const verb = phrases.verbs.find((each) => each.from === subject.to && each.main.length > 0);
  return verb ? { ...fromVerb(phrases, verb, "object"), agent: subject } : null;
}

/** "Some 5,200 people are homeless": the adjective says what befell them. */
function predicateState(phrases: Phrases, verb: VerbGroup): Happening | null {
  const word = phrases.tokens[verb.to];
  const action = word && (word.tag === "ADJ" || word.tag === "ADV") ? verbFamily(stem(word.lower)) : "";
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
  const actions = [...new Set(words.map((word) => verbFamily(stem(word.lower))))];
  const from = phrases.tokens.findIndex((token) => token === words[0]);
  return {
    action: joinActions(actions),
    actions,
    written: words.map((word) => word.text).join(" "),
    range: { from: Math.max(from, group.from), to: from + words.length },
  };
}

/** The head noun may say itself what happened: "six deaths", "707,540 losses", "30 arrests". */
function headAction(phrases: Phrases, counting: Counting): Happening | null {
  if (counting.kind !== "noun") return null;
  const head = phrases.tokens[counting.head];
  if (!head) return null;
  const own = stem(head.lower);
  const action = verbFamily(own);
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
export const NOUN_ACTIONS: ReadonlySet<string> = new Set([
  "kill",
  "wound",
  "casualties",
  "missing",
  "capture",
  "arrest",
  "displace",
  "infect",
]);

/** Nouns with the stem of a verb that name a body or a thing: "an assembly of 75 seats". */
const NO_DEED =
  /^(?:assembly|assemblies|board|guard|crowd|post|bill|fleet|group|number|company|book|targets?|forecasts?|goals?|plans?|report|level|store|pack|drafts?|hold|value|price)$/;

/** "the deployment of 3,000 troops", "the loss of around 700,000 troops", "injuries to 30 others". */
function nounAction(phrases: Phrases, from: number): Happening | null {
  const preposition = phrases.tokens[from - 1]?.lower ?? "";
  if (preposition !== "of" && preposition !== "to" && preposition !== "in") return null;
  const outer = groupAt(phrases, from - 2);
  if (!outer || outer.head < 0) return null;
  const head = phrases.tokens[outer.head];
  const own = stem(head?.lower ?? "");
  const action = verbFamily(own);
  if (!isKnownAction(action) || NO_DEED.test(head?.lower ?? "")) return null;
  return {
    action,
    actions: [action],
    written: head?.text ?? "",
    range: outer,
    agent: outer,
    rest: { from, to: clauseEnd(phrases, from) },
  };
}
