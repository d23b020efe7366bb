import type { Claim, QuantityClaim } from "../claims/claim.ts";
import { verbFamily, actionFit, isKnownThing, thingFit } from "../claims/families.ts";
import type { FamilyFit } from "../claims/families.ts";
import { isHarm } from "../claims/measure.ts";
import { placeContains } from "../claims/gazetteer.ts";
import { periodsOverlap } from "../claims/times.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Target } from "../question/target.ts";
import { heldIn, nearnessTo, stemsAround, stemsOf, weighAskedWords, wordsIn } from "./asked-words.ts";
import type { AskedWords, Held } from "./asked-words.ts";
import { figuresIn, isBare } from "./bare-figures.ts";
import type { Evidence } from "./evidence.ts";
import { FIGURE_BIAS, FIGURE_FEATURES, FIGURE_WEIGHTS } from "./figure-weights.ts";
import type { FigureFeature } from "./figure-weights.ts";
import { traitsOf } from "./figure-traits.ts";
import type { FigureTraits } from "./figure-traits.ts";
import { bearsOut } from "./bears-out.ts";
import { fillsSlot } from "./fill-slots.ts";
import { actionScore, ownerScore, recordScore } from "./match-claims.ts";
import { headScore, isPeople } from "./match-heads.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import { kept } from "./kept.ts";
import type { SentenceReader } from "./kept.ts";
import { sentenceFacts } from "./sentence-facts.ts";
import { chanceBy } from "./logistic.ts";

/** What tells whether a figure fills what is asked; all 0–1 but for cosines and counts. */
export type FigureFeatures = Readonly<Record<FigureFeature, number>>;

/** A figure in the evidence. */
export type FigureCandidate = {
  readonly claim: QuantityClaim;
  readonly evidence: Evidence;
  readonly features: FigureFeatures;
};

/** A figure in the evidence with the chance that it is the one asked for, 0–1, fitted (train/fit-figures.ts). */
export type FigureFit = FigureCandidate & { readonly chance: number };

/** What a figure is asked by, before anything is found. */
export type FigureWanted = {
  readonly part: QuestionPart;
  readonly target: Target;
  readonly snapshot: Snapshot;
  /** What the question states itself. */
  readonly slots: readonly StatedSlot[];
};

/** The same with what was found. */
export type FigureQuestion = FigureWanted & {
  readonly evidence: readonly Evidence[];
  /** What the claim table gives as the answer, empty where it gives none. */
  readonly tabled: ReadonlySet<Claim>;
  /** Default: a reader of this question alone. */
  readonly read?: FigureReader | undefined;
};

/** The features that wait for the question's vector or for what the claim table gives. */
type Late = "cosine" | "behindBest" | "behindScore" | "tabled" | "tabledHistory" | "untabled";

/** A figure of a sentence with what its words tell of its being the one asked for. */
export type FigureReading = { readonly claim: QuantityClaim; readonly features: Omit<FigureFeatures, Late> };

/** Reads the figures of a sentence that are of an amount asked for. */
export type FigureReader = SentenceReader<readonly FigureReading[]>;

/**
 * The figures of the evidence with the chance of each to be the one asked for, best first. Where `matchClaims` wants every slot to
 * fit by the tables, this weighs what speaks for and against, so that words no table knows do not lose a figure.
 */
export function fitFigures(question: FigureQuestion): readonly FigureFit[] {
  return figureCandidates(question)
    .map(({ claim, evidence, features }) => ({ claim, evidence, features, chance: chanceBy(LOGISTIC, features) }))
    .sort((a, b) => b.chance - a.chance);
}

/** The figures of the evidence that are of an amount asked for, with their features, in order of the evidence. */
export function figureCandidates(question: FigureQuestion): readonly FigureCandidate[] {
  const { evidence, snapshot, tabled, read = figureReader(question) } = question;
  const best = {
    cosine: Math.max(...evidence.map((one) => one.features.cosine)),
    score: Math.max(...evidence.map(({ score }) => score)),
  };
  return evidence.flatMap((one) => {
    const record = snapshot.records[one.record];
    if (!record || best.score - one.score > OUT_OF_REACH) return [];
    const { cosine } = one.features;
    return read(record, one.sentence).map(({ claim, features }) => ({
      claim,
      evidence: one,
      features: {
        ...features,
        cosine,
        behindBest: best.cosine - cosine,
        behindScore: Math.min(MAX_BEHIND, best.score - one.score),
        tabled: tabled.has(claim) && features.history === 0 ? 1 : 0,
        tabledHistory: tabled.has(claim) && features.history === 1 ? 1 : 0,
        untabled: tabled.size > 0 && !tabled.has(claim) ? 1 : 0,
      },
    }));
  });
}

/** A reader of figures for one question; it reads each sentence once. */
export function figureReader(question: FigureWanted): FigureReader {
  const { target, slots } = question;
  const asked = readAsked(question);
  return kept((record, sentence) => {
    const figures = figuresIn(record, sentence);
    const fitting = figures.filter((claim) => isOfAmount(target, claim));
    if (fitting.length === 0) return [];
    const { stems } = sentenceFacts(record, sentence);
    const near = heldIn([...stems, ...stemsAround(record, sentence)], asked);
    const borne = slots.every((slot) => fillsSlot(slot, { record, sentence }));
    const scene = { record, figures, sentence: heldIn(stems, asked), near, borne };
    return fitting.map((claim) => ({ claim, features: featuresOf(claim, asked, scene) }));
  });
}

const LOGISTIC = { names: FIGURE_FEATURES, weights: FIGURE_WEIGHTS, bias: FIGURE_BIAS };

const PROPORTIONS: ReadonlySet<string> = new Set(["share", "percent"]);

function isOfAmount({ dimensions }: Target, { quantity: { dimension } }: QuantityClaim): boolean {
  if (dimensions.length === 0) return dimension !== "score";
  return dimensions.some((one) => one === dimension || (PROPORTIONS.has(one) && PROPORTIONS.has(dimension)));
}

/** What is asked, with its words weighed. */
type Asked = AskedWords & {
  readonly target: Target;
  readonly question: FigureWanted;
  /** Stem of the noun that is counted, "" where the question has none. */
  readonly noun: string;
};

function readAsked(question: FigureWanted): Asked {
  const { part, target, snapshot } = question;
  const noun = stemsOf(target.headWritten).at(-1) ?? "";
  return { ...weighAskedWords(part, snapshot), target, question, noun };
}

type Scene = {
  readonly record: DocumentRecord;
  /** All figures of the sentence. */
  readonly figures: readonly QuantityClaim[];
  /** How much of what is asked the sentence holds, alone and with what stands around it. */
  readonly sentence: Held;
  readonly near: Held;
  /** It bears out all that the question states. */
  readonly borne: boolean;
};

function featuresOf(claim: QuantityClaim, asked: Asked, scene: Scene): FigureReading["features"] {
  const { record, figures, sentence, near, borne } = scene;
  const { target } = asked;
  const words = wordsIn(record, claim.sentence);
  const traits = traitsOf(claim, record);
  const clause = heldIn(traits.clause, asked);
  const { action } = claim.event;
  // "How many arrests": who was arrested is counted under any noun.
  const isDeed = action === target.action && (isDeedCounted(target) || isHarmToSome(target, claim));
  const things =
    target.head === null ? null : isDeed ? "same" : thingFit(target.head, claim.counted.head, [action, target.action]);
  const actions =
    target.action === null || action === null
      ? null
      : actionFit(target.action, action, [target.head ?? "", claim.counted.head]);
  const ids = claim.place?.ids ?? [];
  const meets = ids.some((id) => target.places.some((one) => isWithin(one, id) || isWithin(id, one)));
  const history = isOfOtherYear(claim, asked.question.part.text, record);
  const overlap = target.period && claim.period ? periodsOverlap(target.period, claim.period) : "unknown";
  return {
    shareOfClause: clause.share,
    idfOfClause: clause.idf,
    idfOfSentence: sentence.idf,
    idfNear: near.idf,
    thing: degreeOf(things),
    action: degreeOf(actions),
    otherAction: actions === "different" ? 1 : 0,
    nearness: nearnessTo(claim.value.start - claim.span.start, words, asked),
    amountNamed: isAmountNamed(target) ? 1 : 0,
    isPart: claim.partOf === null ? 0 : 1,
    otherPlace: target.places.length > 0 && ids.length > 0 && !meets ? 1 : 0,
    addedPlace: target.places.length === 0 && ids.length > 0 ? 1 : 0,
    samePlace: meets ? 1 : 0,
    otherRate: (claim.quantity.per === null) === (target.per === null) ? 0 : 1,
    otherPeriod: overlap === "no" ? 1 : 0,
    neighbours: Math.min(
      MAX_NEIGHBOURS,
      figures.filter((one) => one !== claim && one.quantity.dimension === claim.quantity.dimension).length,
    ),
    bare: isBare(claim) ? 1 : 0,
    history: history ? 1 : 0,
    allBut: traits.allBut ? 1 : 0,
    nounBehind: nounBehind(traits, asked),
    more: traits.more ? 1 : 0,
    speakerAsked: isAskedOf(traits, asked) ? 1 : 0,
    otherThing: !isDeed && headScore(target, claim) === null ? 1 : 0,
    otherOwner: ownerScore(target, claim) === null ? 1 : 0,
    otherDeed: actionScore(target, claim) === null ? 1 : 0,
    otherRecord: recordScore(target, claim) === null ? 1 : 0,
    borne: borne ? 1 : 0,
    bearsOut: bearsOut(claim, asked.question) ? 1 : 0,
    outOf: traits.outOf ? 1 : 0,
  };
}

/** Who comes to harm under a noun that no table knows ("two miners died") is among the people asked after. */
const isHarmToSome = ({ head, action }: Target, { counted }: QuantityClaim): boolean =>
  head !== null && isPeople(head) && isHarm(action) && counted.head !== "" && !isKnownThing(counted.head);

/** The noun counted is that of the deed: "arrests", "deaths". */
const isDeedCounted = ({ head, action }: Target): boolean =>
  head !== null && action !== null && (head === action || verbFamily(head) === action);

const MAX_NEIGHBOURS = 4;
const MAX_BEHIND = 8;

/** Sentences so far behind the best one are not looked at: nothing that was asked for stood there in any set that was fitted on. */
const OUT_OF_REACH = 10;

/** True where the sentence of a figure names a year before that of its publication, and none that is asked for. */
export function isOfOtherYear(claim: QuantityClaim, asked: string, record: DocumentRecord): boolean {
  const { bygoneYears } = traitsOf(claim, record);
  return bygoneYears.length > 0 && bygoneYears.every((year) => !asked.includes(year));
}

/** 1 where the noun asked for stands next behind the figure, less further on, 0 where it does not. */
function nounBehind({ behind }: FigureTraits, { noun }: Asked): number {
  if (noun === "") return 0;
  const at = behind.indexOf(noun);
  return at < 0 ? 0 : 1 / (1 + at);
}

/** Whom the claim is credited to is named in the question. */
const isAskedOf = ({ speaker }: FigureTraits, { terms }: Asked): boolean =>
  speaker.length > 0 && terms.some((term) => speaker.includes(term.stem));

/** "How fast", "how deep": few figures are of such an amount at all. */
const isAmountNamed = ({ dimensions }: Target): boolean =>
  dimensions.length > 0 && !dimensions.some((one) => COMMON.has(one));

/** Amounts that news is full of. */
const COMMON: ReadonlySet<string> = new Set(["count", "money", "percent", "share", "duration"]);

const degreeOf = (fit: FamilyFit | null): number =>
  fit === "same" ? 1 : fit === "wider" || fit === "narrower" ? KIN : 0;

/** A wider or narrower family is worth this much of the same one. */
const KIN = 0.6;

const isWithin = (outer: string, inner: string): boolean => outer === inner || placeContains(outer, inner);
