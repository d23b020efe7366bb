import type { Period } from "../claims/claim.ts";
import { findCounting, thingAt } from "../claims/counting.ts";
import { groupAt, subjectOf } from "../claims/subject.ts";
import { actionFamily, isNeutral, ownersAreAgents, phraseFamily } from "../claims/families.ts";
import { countryOf, findPlaces } from "../claims/gazetteer.ts";
import { isHarm } from "../claims/measure.ts";
import { NOUN_ACTIONS } from "../claims/happening.ts";
import { findPhrases, mergeMarks } from "../claims/phrases.ts";
import type { Mark, NounGroup, Phrases, VerbGroup } from "../claims/phrases.ts";
import { tagWords } from "../claims/tag.ts";
import { findTimes } from "../claims/times.ts";
import { TARGET_PREPOSITIONS } from "../claims/verb-words.ts";
import { stem } from "../text/stem.ts";
import { findOpener, findStated } from "./find-opener.ts";
import type { Opener } from "./find-opener.ts";
import { RATE_WORDS, RECORD_WORDS, WHOLE_WORDS } from "./measure-words.ts";
import { mendQuestion } from "./mend-question.ts";
import type { QuestionPart } from "./question.ts";

/** What figure a question asks for: the same slots that a quantity claim fills. Empty lists and nulls ask for nothing. */
export type Target = {
  /** Family key of the thing counted, null where the question names none ("How many were killed?"). */
  readonly head: string | null;
  readonly headWritten: string;
  readonly modifiers: readonly string[];
  readonly owners: readonly string[];
  /** Family key; null where only "are", "have" and the like are asked. */
  readonly action: string | null;
  readonly actions: readonly string[];
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  readonly places: readonly string[];
  readonly period: Period | null;
  readonly per: string | null;
  /** "in all", "so far", "in total": a running total or the whole is meant. */
  readonly whole: "whole" | "any";
  /** `highest`: the figure of the worst day or the like, not any day's. */
  readonly record: "highest" | "any";
  /** Dimensions that the opener admits ("how long" → length, duration); empty where any will do. */
  readonly dimensions: readonly string[];
};

/** Reads the target of a question that wants a figure; null where it does not open like one. */
export function findTarget(part: QuestionPart, published: string | null): Target | null {
  const text = withCapitals(part);
  const opener = findOpener(text) ?? (part.kind === "whether" ? findStated(text) : null);
  if (!opener) return null;
  const times = findTimes(text, { published, previous: null });
  const marks: Mark[] = [
    { span: { start: opener.start, end: opener.end }, kind: "figure", index: 0 },
    ...times
      .filter((time) => time.span.start >= opener.end)
      .map((time, index): Mark => ({ span: time.span, kind: "time", index })),
  ];
  const tokens = mendQuestion(mergeMarks(tagWords(text), marks, text));
  const phrases = findPhrases(tokens);
  const at = tokens.findIndex((token) => token.tag === "FIGURE");
  if (at < 0) return null;
  const target = readTarget(phrases, at, { opener, period: times[0]?.period ?? null, text });
  // "Did it happen at 48 Mill Lane?" asks for no count.
  return opener.kind === "stated" && !target.isOwn ? null : target.asked;
}

/**
 * Fills what the second part of a question leaves out from the first: "How many drones did Norway launch, and how many were
 * shot down?" asks of Norway's drones.
 */
export function completeTarget(target: Target, before: Target): Target {
  if (target.head !== null && target.head !== before.head) return target;
  const owned = before.owners.length > 0 ? before.owners : ownersAreAgents(before.action) ? before.agents : [];
  return {
    ...target,
    head: before.head,
    headWritten: target.headWritten === "" ? before.headWritten : target.headWritten,
    modifiers: target.modifiers.length > 0 ? target.modifiers : before.modifiers,
    owners: target.owners.length > 0 ? target.owners : owned,
    period: target.period ?? before.period,
  };
}

/** Names get their capitals, for places are read by them: "troops in kursk" → "troops in Kursk". Lengths stay. */
export function withCapitals(part: QuestionPart): string {
  let { text } = part;
  for (const { written } of part.names) {
    const capitals = written.replaceAll(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) =>
      letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter,
    );
    text = text.replaceAll(written, capitals);
  }
  return text;
}

function readTarget(
  phrases: Phrases,
  at: number,
  asked: { opener: Opener; period: Period | null; text: string },
): { readonly asked: Target; readonly isOwn: boolean } {
  const { tokens } = phrases;
  const group = groupAt(phrases, at);
  const counting = findCounting(phrases, at);
  // "What was the magnitude of the quake": the opener names what is measured.
  const nouned = asked.opener.noun === null && counting.kind === "noun";
  const ownHead = nouned && (counting.via === "own" || counting.via === "of") ? counting.head : -1;
  const stated = asked.opener.kind === "stated";
  const verbs = phrases.verbs.filter((verb) => verb.main.length > 0 && (stated || verb.from > at));
  const verb = verbs.find((one) => !isNeutral(familyOf(phrases, one)) && !isCatenative(phrases, one)) ?? verbs[0];
  const after = group ? group.to : at + 1;
  // "Pyongyang's contingent": the possessor is no thing counted.
  const subjectGroup =
    ownHead < 0
      ? phrases.nouns.find(
          (noun) =>
            noun.from >= after &&
            noun.head >= 0 &&
            tokens[noun.head]?.tag !== "PRON" &&
            !/^(?:['’]s?|s['’])$/.test(tokens[noun.to]?.lower ?? "") &&
            !/['’]s?$/.test(tokens[noun.head]?.lower ?? ""),
        )
      : undefined;
  const head =
    ownHead >= 0
      ? ownHead
      : asked.opener.noun === null && subjectGroup && !isPeopleQuestion(phrases, at)
        ? subjectGroup.head
        : -1;
  const headGroup = head >= 0 ? groupAt(phrases, head) : undefined;
  const passive = verb !== undefined && (verb.voice === "passive" || isInvertedPassive(phrases, verb));
  const agent = verb ? agentGroup(phrases, verb, { after: stated ? 0 : after, passive }) : undefined;
  const headAction = head >= 0 ? actionFamily([stem(tokens[head]?.lower ?? "")]) : "";
  const nounAction = NOUN_ACTIONS.has(headAction) ? headAction : null;
  const family = verb ? familyOf(phrases, verb) : null;
  const acting = family !== null && !isNeutral(family) ? family : null;
  // A noun that the opener names ("turnout", "lead") brings its own verb: "voted", "was ahead".
  const action =
    asked.opener.noun === null
      ? (acting ?? nounAction ?? asked.opener.action ?? stateAsked(phrases, after))
      : asked.opener.action;
  const countries = (range: NounGroup | undefined): readonly string[] =>
    range ? idsIn(asked.text, tokens[range.from]?.start ?? 0, tokens[range.to - 1]?.end ?? 0) : [];
  const possessor = headGroup && phrases.nouns.findLast((noun) => noun.to <= headGroup.from);
  const possessed = /^(?:['’]s?|s['’])$/.test(tokens[(headGroup?.from ?? 0) - 1]?.lower ?? "");
  const named = [
    ...countries(possessed || /['’]s?$/.test(tokens[possessor?.head ?? -1]?.lower ?? "") ? possessor : undefined),
    ...countries(headGroup),
  ];
  const owners = named.length > 0 ? named : idsIn(asked.text, asked.opener.start, asked.opener.end);
  const agents = agent && agent !== headGroup ? countries(agent) : [];
  const places = placesAfter(phrases, asked.text, { from: stated ? 0 : after, agent, headGroup });
  const thing = head >= 0 ? thingAt(tokens, head) : asked.opener.noun;
  const target: Target = {
    // The men whom a country loses are its soldiers.
    head: thing === "man" && isHarm(action) && [...agents, ...owners].length > 0 ? "troop" : thing,
    headWritten: headGroup
      ? asked.text.slice(tokens[Math.max(headGroup.from, at + 1)]?.start ?? 0, tokens[headGroup.to - 1]?.end ?? 0)
      : "",
    modifiers: headGroup ? modifiersOf(phrases, headGroup, asked.text) : [],
    owners,
    action,
    actions: verb ? verb.main.map((main) => actionFamily([stem(tokens[main]?.lower ?? "")])) : [],
    agents,
    targets: places.targets,
    places: places.places,
    period: asked.period,
    per: RATE_WORDS.find((row) => row.pattern.test(asked.text))?.per ?? null,
    whole: WHOLE_WORDS.test(asked.text) ? "whole" : "any",
    record: RECORD_WORDS.test(asked.text) ? "highest" : "any",
    dimensions: asked.opener.dimensions,
  };
  return { asked: target, isOwn: ownHead >= 0 };
}

const isPeopleQuestion = (phrases: Phrases, at: number): boolean =>
  phrases.verbs.some((verb) => verb.from === at + 1 && verb.main.length > 0);

/** "Want to cut", "plans to close": the second verb says what is asked. "Fails to open" is a phrase of its own. */
function isCatenative({ tokens, verbs }: Phrases, verb: VerbGroup): boolean {
  const main = tokens[verb.main.at(-1) ?? -1]?.lower ?? "";
  if (!CATENATIVES.test(main) || tokens[verb.to]?.lower !== "to") return false;
  return verbs.some((one) => one.from === verb.to + 1);
}

const CATENATIVES =
  /^(?:want|plan|intend|expect|hope|try|begin|start|agree|decide|propose|threaten|need|seek)(?:s|ed)?$|^(?:planned|tried|tries|began|decides|decided|sought|going|set|due)$/;

/** Words behind a verb that may make a phrase with it. */
const PHRASE_REACH = 3;

function familyOf(phrases: Phrases, verb: VerbGroup): string {
  const { tokens } = phrases;
  const main = verb.main.map((one) => stem(tokens[one]?.lower ?? ""));
  const particle = verb.particle >= 0 ? [stem(tokens[verb.particle]?.lower ?? "")] : [];
  // "Took part in the march": the object is of the phrase.
  const behind = tokens.slice(verb.to, verb.to + PHRASE_REACH).map((token) => stem(token.lower));
  const families = [...new Set(main.map((one) => phraseFamily([one, ...particle, ...behind]) ?? actionFamily([one])))];
  return families.includes("kill") && families.includes("wound") ? "casualties" : (families[0] ?? "");
}

/** "How many were on board", "How many are homeless": a state after "be" asks as a verb would. */
function stateAsked(phrases: Phrases, after: number): string | null {
  const stems = phrases.tokens.slice(after).map((token) => stem(token.lower));
  for (let at = 0; at < stems.length; at += 1) {
    if (phrases.tokens[after + at]?.tag === "PROPN") continue;
    // "During the march" tells when, not what.
    if (/^(?:the|a|an|this|that|its|their)$/.test(phrases.tokens[after + at - 1]?.lower ?? "")) continue;
    const family = phraseFamily(stems.slice(at, at + 2));
    if (family !== null && !isNeutral(family)) return family;
  }
  return null;
}

/** "were … shot down" with the thing between: an auxiliary "be" opens the clause. */
function isInvertedPassive(phrases: Phrases, verb: VerbGroup): boolean {
  const auxiliary = phrases.verbs.find((one) => one.main.length === 0 && one.to <= verb.from);
  const word = phrases.tokens[(auxiliary?.to ?? 0) - 1]?.lower ?? "";
  return (
    auxiliary !== undefined &&
    /^(?:is|are|was|were|been)$/.test(word) &&
    !phrases.tokens[verb.main[0] ?? 0]?.lower.endsWith("ing")
  );
}

function agentGroup(
  phrases: Phrases,
  verb: VerbGroup,
  how: { after: number; passive: boolean },
): NounGroup | undefined {
  if (how.passive || verb.from <= how.after) {
    const by = phrases.tokens.findIndex((token, i) => i >= verb.to && token.lower === "by");
    return by >= 0 ? groupAt(phrases, by + 1) : undefined;
  }
  const subject = subjectOf(phrases, verb);
  return subject && subject.from >= how.after ? subject : undefined;
}

/** Ids of the countries and other places named in a stretch. */
function idsIn(text: string, start: number, end: number): readonly string[] {
  return [...new Set(findPlaces(text.slice(start, end)).map((place) => countryOf(place.id) ?? place.id))];
}

/** Stems of the words before the head, nationalities and articles left out. */
function modifiersOf(phrases: Phrases, group: NounGroup, text: string): readonly string[] {
  const words = phrases.tokens
    .slice(group.from, group.head)
    .filter((token) => token.tag === "ADJ" || token.tag === "NOUN" || token.tag === "PROPN");
  const places = findPlaces(text.slice(phrases.tokens[group.from]?.start ?? 0, phrases.tokens[group.to - 1]?.end ?? 0));
  const base = phrases.tokens[group.from]?.start ?? 0;
  return words
    .filter((word) => !places.some((place) => word.start < base + place.span.end && base + place.span.start < word.end))
    .map((word) => stem(word.lower));
}

function placesAfter(
  phrases: Phrases,
  text: string,
  how: { from: number; agent: NounGroup | undefined; headGroup: NounGroup | undefined },
): { places: readonly string[]; targets: readonly string[] } {
  const places: string[] = [];
  const targets: string[] = [];
  const credited = /\baccording to\b/i.exec(text)?.index ?? text.length;
  for (const mention of findPlaces(text)) {
    // "Danish control" and "according to Oslo" say nothing of where.
    if (mention.form === "adjective" || mention.form === "demonym" || mention.span.start > credited) continue;
    const token = phrases.tokens.findIndex((one) => one.start <= mention.span.start && mention.span.start < one.end);
    const inside = (group: NounGroup | undefined): boolean =>
      group !== undefined && group.from <= token && token < group.to;
    if (token < how.from || inside(how.agent) || inside(how.headGroup)) continue;
    const group = groupAt(phrases, token);
    const preposition = phrases.tokens[(group?.from ?? token) - 1]?.lower ?? "";
    // "Aboard the Santa Brigida": a ship's name, whatever place it is called after.
    if (/\b(?:on board|aboard|on) the$/i.test(text.slice(0, mention.span.start).trimEnd())) continue;
    // "Sent to fight for Moscow" says for whom.
    if (/^(?:for|than|like|with)$/.test(preposition)) continue;
    if (TARGET_PREPOSITIONS.has(preposition)) targets.push(mention.id);
    else places.push(mention.id);
  }
  return { places, targets };
}
