import type { QuantityClaim } from "../claims/claim.ts";
import { actionFit, thingFit } from "../claims/families.ts";
import type { FigureFit } from "../retrieval/figure-fit.ts";
import { comparable } from "./comparable.ts";
import type { Refusal } from "./comparable.ts";
import { overlap } from "./intervals.ts";
import { commonPer, intervalAs } from "./rates.ts";
import { RIVAL_BIAS, RIVAL_FEATURES, RIVAL_WEIGHTS } from "./rival-weights.ts";
import type { RivalFeature } from "./rival-weights.ts";
import { sameSpeaker } from "./voices.ts";
import type { World } from "./world.ts";
import { chanceBy } from "../retrieval/logistic.ts";

/** What tells whether two figures both fill what is asked. */
export type RivalFeatures = Readonly<Record<RivalFeature, number>>;

/** What two figures are weighed in. */
export type RivalScene = {
  readonly world: World;
  /** All figures of the evidence, for what else their documents give. */
  readonly fits: readonly FigureFit[];
};

const LOGISTIC = { names: RIVAL_FEATURES, weights: RIVAL_WEIGHTS, bias: RIVAL_BIAS };

/** The chance that `other` is told of the very thing that `best` is told of, 0–1, fitted (train/fit-figures.ts). */
export function rivalChance(best: FigureFit, other: FigureFit, scene: RivalScene): number {
  return chanceBy(LOGISTIC, rivalFeatures(best, other, scene));
}

/** True where two figures of one unit may be one number. */
export function agree(a: QuantityClaim, b: QuantityClaim): boolean {
  const per = commonPer(a, b);
  return overlap(intervalAs(a, per), intervalAs(b, per));
}

/** True where two figures are of one unit; the only ones that can be rivals. */
export function sameUnit({ quantity: a }: QuantityClaim, { quantity: b }: QuantityClaim): boolean {
  if (PROPORTIONS.has(a.dimension) && PROPORTIONS.has(b.dimension)) return true;
  return a.dimension === b.dimension && (a.dimension === "count" || a.unit === b.unit);
}

const PROPORTIONS: ReadonlySet<string> = new Set(["share", "percent"]);

/** Smaller numbers meet by chance. */
const TELLING = 13;

/** True where one document in one voice gives two numbers: then they are of two things, unless one is said to be the earlier of the two. */
function isToldBeside(a: QuantityClaim, b: QuantityClaim, world: World): boolean {
  if (a.document !== b.document || agree(a, b) || a.revised || b.revised) return false;
  if (isChange(a, b, world)) return false;
  const isOtherVoice = a.speaker !== null && b.speaker !== null && !sameSpeaker(a, b);
  return !isOtherVoice && comparable(a, b, world).kind === "not";
}

/** "Seven, up from five"; of two sentences, one that says that it has changed. */
function isChange(a: QuantityClaim, b: QuantityClaim, { contextOf }: World): boolean {
  if (!contextOf) return false;
  const [first, second] = [contextOf(a), contextOf(b)];
  if (first.earlier || second.earlier) return true;
  return a.sentence !== b.sentence && (first.changes || second.changes);
}

/**
 * True where `other` is told of something else than `best`: in the words of the document of `best` itself, which gives the number of
 * `other` beside its own, or as one of two that its sentence gives and that add up to `best`.
 */
export function isToldApart(best: QuantityClaim, other: QuantityClaim, { world, fits }: RivalScene): boolean {
  if (isToldBeside(best, other, world)) return true;
  return fits.some(({ claim }) => {
    if (claim === best || claim === other || !sameUnit(claim, other)) return false;
    if (claim.document === other.document && claim.sentence === other.sentence)
      return !agree(best, other) && sizeOf(claim) + sizeOf(other) === sizeOf(best);
    const isIn = claim.document === best.document && claim.sentence === best.sentence;
    return isIn && agree(claim, other) && isToldBeside(best, claim, world);
  });
}

/** Two tolls of one harm, whatever else keeps them apart. */
export const tellOneHarm = (a: QuantityClaim, b: QuantityClaim): boolean =>
  a.definition.length > 0 && a.definition.join() === b.definition.join();

/** What tells whether `other` is told of the very thing that `best` is told of; all 0–1 but for `other`, `ratio` and `nounOnly`. */
export function rivalFeatures(best: FigureFit, other: FigureFit, scene: RivalScene): RivalFeatures {
  const { world, fits } = scene;
  const [a, b] = [best.claim, other.claim];
  const seen = comparable(a, b, world);
  const why = seen.kind === "not" ? seen.why : null;
  const refused = (...refusals: readonly Refusal[]): number => (why !== null && refusals.includes(why) ? 1 : 0);
  const agrees = agree(a, b);
  const [one, two] = [sizeOf(a), sizeOf(b)];
  const [deed, otherDeed] = [a.event.action, b.event.action];
  const [noun, otherNoun] = [a.counted.head, b.counted.head];
  const things = noun === "" || otherNoun === "" ? null : thingFit(noun, otherNoun, [deed, otherDeed]);
  const actions = deed === null || otherDeed === null ? null : actionFit(deed, otherDeed, [noun, otherNoun]);
  const history = world.contextOf && world.contextOf(a).history !== world.contextOf(b).history;
  const sameDocument = a.document === b.document;
  return {
    other: logit(other.chance),
    agrees: agrees ? 1 : 0,
    tellingAgrees: agrees && Math.min(one, two) >= TELLING ? 1 : 0,
    otherNoun: things === "different" && Math.min(best.features.thing, other.features.thing) === 0 ? 1 : 0,
    otherAction: actions === "different" ? 1 : 0,
    ratio: agrees ? 0 : Math.min(MAX_RATIO, Math.abs(Math.log((one + 1) / (two + 1)))),
    sameDocument: sameDocument ? 1 : 0,
    sameSentence: sameDocument && a.sentence === b.sentence ? 1 : 0,
    sameSpeaker: sameSpeaker(a, b) ? 1 : 0,
    otherSpeaker: a.speaker !== null && b.speaker !== null && !sameSpeaker(a, b) ? 1 : 0,
    borne: other.features.borne,
    givenApart: agrees || sameDocument ? 0 : Math.max(givenBeside(a, b, fits), givenBeside(b, a, fits)),
    action: refused("action"),
    part: refused("part"),
    rate: refused("rate", "measure", "record"),
    day: refused("day"),
    statedDay: isDayStated(a) && isDayStated(b) ? refused("day") : 0,
    place: refused("place"),
    owner: refused("owner"),
    historyDiffers: history ? 1 : 0,
    nounOnly: best.features.thing - other.features.thing,
    more: Math.max(0, other.features.more - best.features.more),
  };
}

/** Further apart than a factor of e to this power is far apart. */
const MAX_RATIO = 5;

/** How likely the document of `b` gives the number of `a` too, beside its own: then its `b` is of something else. 0–1 of the chance of `b`. */
function givenBeside(a: QuantityClaim, b: QuantityClaim, fits: readonly FigureFit[]): number {
  const own = fits.find(({ claim }) => claim === b)?.chance ?? 1;
  const gives = fits.filter(
    ({ claim }) => claim !== b && claim.document === b.document && sameUnit(claim, a) && agree(claim, a),
  );
  return Math.max(0, ...gives.map(({ chance }) => Math.min(1, chance / own)));
}

const isDayStated = ({ period }: QuantityClaim): boolean => period?.basis === "said" || period?.basis === "pointed-to";

function sizeOf({ quantity: { said } }: QuantityClaim): number {
  return said.low !== null && said.high !== null ? (said.low + said.high) / 2 : (said.low ?? said.high ?? 0);
}

const logit = (chance: number): number => Math.log(Math.max(chance, 1e-4) / Math.max(1 - chance, 1e-4));
