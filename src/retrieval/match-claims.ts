import type { QuantityClaim } from "../claims/claim.ts";
import { actionFit, isKnownAction, isNeutral, ownersAreAgents } from "../claims/families.ts";
import { countryOf, placeContains } from "../claims/gazetteer.ts";
import { periodsOverlap } from "../claims/times.ts";
import type { ClaimTable } from "../index/claim-table.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import { isHarm } from "../claims/measure.ts";
import { SAME_HEAD, candidatesFor, headScore, isPeople, isPresent } from "./match-heads.ts";
import { bearsOut } from "./bears-out.ts";
import type { Asked } from "./figure-asked.ts";
import { sentenceFacts } from "./sentence-facts.ts";
import type { Target } from "../question/target.ts";

/** A claim that a question asks for. */
export type Match = {
  readonly claim: QuantityClaim;
  /** The more of the question it fills and the less it adds, the higher. */
  readonly score: number;
  /** Places and times of the question that the claim states too. */
  readonly fills: number;
  /** Participants of the question that the claim names too. */
  readonly participants: number;
  /** True where the thing and the action are those asked for, not merely kin to them. */
  readonly full: boolean;
};

/** Costs and gains of a match, set by hand: only their order matters. */
const WEIGHTS = {
  sameAction: 3,
  likeAction: 0.5,
  owner: 2,
  agent: 2,
  place: 2,
  period: 2,
  per: 2,
  modifier: 1,
  foreign: -1.5,
  partOf: -1,
  extraPlace: -0.5,
  neutral: -0.5,
} as const;

/** All claims that a target admits, best first, ties by place in the claim table. */
export function matchClaims(target: Target, table: ClaimTable, allow: (document: string) => boolean): readonly Match[] {
  const found: Match[] = [];
  for (const claim of candidatesFor(target, table)) {
    if (claim.kind !== "quantity" || !allow(claim.document)) continue;
    const score = scoreOf(target, claim);
    if (score === null) continue;
    found.push({
      claim,
      score,
      fills: fillsOf(target, claim),
      participants: participantsOf(target, claim),
      full: isFull(target, claim),
    });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** What all of the question's words in the claim's sentence are worth. */
const LIKENESS = 2;

/**
 * Ranks matches anew with how much of the question stands in their sentences. Where some claims name a participant that
 * the question names, those that name none are left out; so are those that do not bear out a name, a quarter or a kind
 * of people that the question asks of.
 */
export function rankMatches(matches: readonly Match[], asked: Asked): readonly Match[] {
  const { part, snapshot } = asked;
  const { owners, agents, targets } = asked.target;
  const named = owners.length + agents.length + targets.length > 0 && matches.some((match) => match.participants > 0);
  const wholes = asked.target.whole === "whole" && asked.target.places.length === 0 && matches.some(isOfNoPart);
  return matches
    .filter((match) => (!named || match.participants > 0) && (!wholes || isOfNoPart(match)))
    .filter((match) => bearsOut(match.claim, asked))
    .map(({ claim, fills, participants, full, score }) => ({
      claim,
      fills,
      participants,
      full,
      score: score + LIKENESS * likeness(claim, part, snapshot),
    }))
    .sort((a, b) => b.score - a.score);
}

/** "How many marched altogether": 15,000 in one town is no answer where some figure names no town. */
const isOfNoPart = ({ claim }: Match): boolean =>
  claim.place === null || claim.place.ids.every((id) => countryOf(id) === id);

function likeness(claim: QuantityClaim, part: QuestionPart, snapshot: Snapshot): number {
  const record = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1];
  if (!record || part.terms.length === 0) return 0;
  const { stems } = sentenceFacts(record, claim.sentence);
  return part.terms.filter((term) => stems.includes(term.stem)).length / part.terms.length;
}

/** How well a claim fills a target; null where some slot of the two contradicts. */
function scoreOf(target: Target, claim: QuantityClaim): number | null {
  let score = claim.partOf === null ? 0 : WEIGHTS.partOf;
  for (const step of STEPS) {
    const points = step(target, claim);
    if (points === null) return null;
    score += points;
  }
  return score;
}

/** Thing and action as asked: a wider or narrower thing, or an action that no table knows, may be another figure. */
function isFull(target: Target, claim: QuantityClaim): boolean {
  const head = headScore(target, claim) ?? 0;
  // "How much rain fell", "what was the lead": the noun that the opener names says it all.
  if (target.headWritten === "" && target.head !== null && target.action === null) return head >= SAME_HEAD;
  const action = actionScore(target, claim) ?? 0;
  return (
    (target.head === null || head >= SAME_HEAD - 1) &&
    (target.action === null ? action > 0 : action === WEIGHTS.sameAction || action === WEIGHTS.likeAction)
  );
}

const fillsOf = (target: Target, claim: QuantityClaim): number =>
  (placeScore(target, claim) === WEIGHTS.place ? 1 : 0) + (periodScore(target, claim) === WEIGHTS.period ? 1 : 0);

const participantsOf = (target: Target, claim: QuantityClaim): number => {
  const asked = [...target.owners, ...target.agents, ...target.targets, ...target.places];
  return meets(asked, [...claim.counted.owners, ...claim.event.agents, ...claim.event.targets]) ? 1 : 0;
};

type Step = (target: Target, claim: QuantityClaim) => number | null;

const dimensionScore: Step = (target, claim) => {
  const { dimension } = claim.quantity;
  if (target.dimensions.length === 0) return dimension === "score" ? null : 0;
  return target.dimensions.includes(dimension) ? 0 : null;
};

/** What it is worth that what is asked befell what is counted; null where something else did. */
export const actionScore: Step = (target, claim) => {
  const asked = target.action;
  const said = claim.event.action;
  if (asked === null) {
    // "How many troops are there" asks for what is present, not for what was lost.
    if (claim.definition.length > 0) return null;
    return claim.measure === "stock" || said === null || isNeutral(said) ? 1 : WEIGHTS.neutral;
  }
  if (said === asked) return definitionFits(target, claim) ? WEIGHTS.sameAction : null;
  if (isHarm(asked) && harmsOf(claim).length > 0) return harmScore(target, claim);
  if (isHarm(asked) && isPeople(target.head ?? "person")) return null;
  // Its sentence may have the verb though the grammar did not find it: `bearsOut` looks.
  if (said === null && !isPresent(claim, asked) && isKnownAction(asked) && claim.quantity.dimension === "count")
    return WEIGHTS.likeAction;
  if (said === null) return claim.measure === "stock" ? 0 : WEIGHTS.neutral;
  const fit = actionFit(asked, said, [target.head ?? "", claim.counted.head]);
  if (fit === "same") return WEIGHTS.sameAction;
  if (fit === "wider" || fit === "narrower") return 1;
  // Of two verbs that no table knows, the rest of the sentence tells: `bearsOut` wants the question's words there.
  if (!isKnownAction(asked) && !isKnownAction(said)) return WEIGHTS.likeAction;
  return isNeutral(said) && claim.quantity.dimension !== "count" ? 0 : null;
};

/** What a toll counts; people who were lost are losses of whatever kind. */
const harmsOf = (claim: QuantityClaim): readonly string[] =>
  claim.definition.length === 0 && claim.event.action === "lose" && isPeople(claim.counted.head)
    ? ["losses"]
    : claim.definition;

/** "lost" asks for losses of any definition; "killed" for the killed alone. */
function harmScore(target: Target, claim: QuantityClaim): number | null {
  const asked = target.action;
  const harms = harmsOf(claim);
  if (asked === "lose" || asked === "casualties")
    return harms.includes("losses") || harms.length > 1 ? WEIGHTS.sameAction : 0;
  return harms.length === 1 && harms[0] === asked ? WEIGHTS.sameAction : null;
}

const definitionFits = (target: Target, claim: QuantityClaim): boolean =>
  target.actions.length < 2 ||
  claim.definition.length === 0 ||
  claim.definition.length > 1 ||
  claim.definition[0] === "losses";

/** What it is worth that what is counted belongs to whom the question asks of; null where it is others'. */
export const ownerScore: Step = (target, claim) => {
  const owned = ownersAreAgents(target.action);
  const owners = target.owners.length > 0 ? target.owners : owned ? target.agents : [];
  const claimOwners = claim.counted.owners;
  let score = 0;
  if (owners.length > 0 && claimOwners.length > 0) {
    if (!meets(owners, claimOwners)) return null;
    score += WEIGHTS.owner;
  } else if (claimOwners.length > 0 && owners.length === 0) score += WEIGHTS.foreign;
  const agents = owned ? [] : target.agents;
  if (agents.length > 0) {
    if (claim.event.agents.length > 0) {
      if (!meets(agents, claim.event.agents)) return null;
      score += WEIGHTS.agent;
    }
    // Nobody shoots down, kills or seizes its own.
    else if (meets(agents, claimOwners)) return null;
  }
  if (target.targets.length > 0 && claim.event.targets.length > 0) {
    if (!meets(target.targets, claim.event.targets)) return null;
    score += WEIGHTS.agent;
  }
  if (target.targets.length > 0 && meets(target.targets, claimOwners)) return null;
  return score;
};

const meets = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) =>
    b.some(
      (other) =>
        one === other ||
        placeContains(one, other) ||
        placeContains(other, one) ||
        (countryOf(one) !== null && countryOf(one) === countryOf(other)),
    ),
  );

const placeScore: Step = (target, claim) => {
  if (target.places.length === 0) return claim.place === null ? 0 : WEIGHTS.extraPlace;
  if (claim.place === null) return meets(target.places, claim.event.targets) ? WEIGHTS.place : 0;
  const ids = claim.place.ids;
  if (target.places.some((asked) => ids.some((id) => id === asked || placeContains(asked, id)))) return WEIGHTS.place;
  return target.places.some((asked) => ids.some((id) => placeContains(id, asked))) ? 0 : null;
};

const periodScore: Step = (target, claim) => {
  if (target.period === null) return 0;
  if (claim.period === null) return 0;
  const overlap = periodsOverlap(target.period, claim.period);
  if (overlap === "no" && claim.period.role === "during") return null;
  return overlap === "yes" ? WEIGHTS.period : overlap === "no" ? -1 : 0;
};

const rateScore: Step = (target, claim) => {
  const said = claim.quantity.per;
  // The record of a day is a day's total.
  if (target.record === "highest") return 0;
  // A total for a month says the same as so many a day in it.
  if (target.per !== null && said === null) return isMonthly(claim) ? 0 : null;
  if (target.per !== null) return said === target.per ? WEIGHTS.per : null;
  if (said !== null) return target.whole === "whole" ? null : -2;
  if (target.whole === "whole") return claim.measure === "running" ? WEIGHTS.per : claim.measure === "stock" ? 0 : -2;
  return 0;
};

/** A total for a stated stretch of more than a week. */
function isMonthly(claim: QuantityClaim): boolean {
  const { period } = claim;
  if (claim.measure !== "total" || period?.role !== "during" || period.from === null || period.to === null)
    return false;
  return (
    period.from.slice(0, 7) !== period.to.slice(0, 7) ||
    Number(period.to.slice(8, 10)) - Number(period.from.slice(8, 10)) > 7
  );
}

/** "What was the deadliest day?" asks for the record alone. */
export const recordScore: Step = (target, claim) => {
  if (target.record === "any") return 0;
  return claim.record?.rank === 1 ? WEIGHTS.per : null;
};

const modifierScore: Step = (target, claim) => {
  let score = 0;
  for (const modifier of target.modifiers) if (claim.counted.modifiers.includes(modifier)) score += WEIGHTS.modifier;
  for (const modifier of claim.counted.modifiers)
    if (!target.modifiers.includes(modifier)) score -= WEIGHTS.modifier / 2;
  return score;
};

/** Those that most claims fail come first. */
const STEPS: readonly Step[] = [
  dimensionScore,
  headScore,
  actionScore,
  ownerScore,
  placeScore,
  periodScore,
  rateScore,
  recordScore,
  modifierScore,
];

/**
 * A weaker fit, for questions whose verb no table knows ("surrender points"): the thing counted is the one asked for and
 * nothing that is known says that something else befell it.
 */
export function mayFill(target: Target, claim: QuantityClaim): boolean {
  if (dimensionScore(target, claim) === null || headScore(target, claim) === null) return false;
  const asked = target.action;
  const said = claim.event.action;
  if (asked === null || asked === said) return true;
  if (said === null) return !isKnownAction(asked) || claim.quantity.dimension !== "count";
  return !isKnownAction(asked) || !isKnownAction(said);
}
