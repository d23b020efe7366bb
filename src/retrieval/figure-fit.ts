import type { QuantityClaim } from "../claims/claim.ts";
import { actionFamily, actionFit, thingFit } from "../claims/families.ts";
import type { FamilyFit } from "../claims/families.ts";
import { placeContains } from "../claims/gazetteer.ts";
import { periodsOverlap } from "../claims/times.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Target } from "../question/target.ts";
import { splitIntoWords } from "../text/words.ts";
import type { Evidence } from "./evidence.ts";
import { FIGURE_BIAS, FIGURE_FEATURES, FIGURE_WEIGHTS } from "./figure-weights.ts";
import type { FigureFeature } from "./figure-weights.ts";
import { sentenceFacts } from "./sentence-facts.ts";

/** What tells whether a figure fills what is asked; all 0–1 but for cosines and counts. */
export type FigureFeatures = Readonly<Record<FigureFeature, number>>;

/** A figure in the evidence. */
export type FigureCandidate = { readonly claim: QuantityClaim; readonly features: FigureFeatures };

/** A figure in the evidence with the chance that it is the one asked for, 0–1, fitted (train/fit-figures.ts). */
export type FigureFit = { readonly claim: QuantityClaim; readonly chance: number };

/** What a figure is asked by. */
export type FigureQuestion = {
  readonly part: QuestionPart;
  readonly target: Target;
  readonly evidence: readonly Evidence[];
  readonly snapshot: Snapshot;
};

/**
 * The figures of the evidence with the chance of each to be the one asked for, best first. Where `matchClaims` wants every slot to
 * fit by the tables, this weighs what speaks for and against, so that words no table knows do not lose a figure.
 */
export function fitFigures(question: FigureQuestion): readonly FigureFit[] {
  return figureCandidates(question)
    .map(({ claim, features }) => ({ claim, chance: chanceOf(features) }))
    .sort((a, b) => b.chance - a.chance);
}

/** The figures of the evidence that are of an amount asked for, with their features, in order of the evidence. */
export function figureCandidates(question: FigureQuestion): readonly FigureCandidate[] {
  const { evidence, snapshot, target } = question;
  const best = Math.max(...evidence.map((one) => one.features.cosine));
  const asked = readAsked(question);
  return evidence.flatMap((one) => {
    const record = snapshot.records[one.record];
    if (!record) return [];
    const figures = figuresOf(record).get(one.sentence) ?? [];
    const fitting = figures.filter((claim) => isOfAmount(target, claim));
    if (fitting.length === 0) return [];
    const scene = { record, evidence: one, best, figures };
    return fitting.map((claim) => ({ claim, features: featuresOf(claim, asked, scene) }));
  });
}

function chanceOf(features: FigureFeatures): number {
  const logit = FIGURE_FEATURES.reduce((sum, name) => sum + FIGURE_WEIGHTS[name] * features[name], FIGURE_BIAS);
  return 1 / (1 + Math.exp(-logit));
}

const FIGURES = new WeakMap<DocumentRecord, ReadonlyMap<number, readonly QuantityClaim[]>>();

/** Quantity claims of a record by sentence; sorted once a record. */
function figuresOf(record: DocumentRecord): ReadonlyMap<number, readonly QuantityClaim[]> {
  const known = FIGURES.get(record);
  if (known) return known;
  const figures = new Map<number, QuantityClaim[]>();
  for (const claim of record.claims) {
    if (claim.kind !== "quantity") continue;
    const same = figures.get(claim.sentence);
    if (same) same.push(claim);
    else figures.set(claim.sentence, [claim]);
  }
  FIGURES.set(record, figures);
  return figures;
}

const PROPORTIONS: ReadonlySet<string> = new Set(["share", "percent"]);

function isOfAmount({ dimensions }: Target, { quantity: { dimension } }: QuantityClaim): boolean {
  if (dimensions.length === 0) return dimension !== "score";
  return dimensions.some((one) => one === dimension || (PROPORTIONS.has(one) && PROPORTIONS.has(dimension)));
}

type Asked = {
  readonly target: Target;
  readonly terms: readonly { readonly stem: string; readonly family: string; readonly idf: number }[];
  readonly idfSum: number;
  readonly families: ReadonlySet<string>;
};

function readAsked({ part, target, snapshot }: FigureQuestion): Asked {
  const stems = [...new Set(part.terms.map((term) => term.stem))];
  const terms = stems.map((one) => ({ stem: one, family: actionFamily([one]), idf: snapshot.bm25.idf(one) }));
  const idfSum = terms.reduce((sum, { idf }) => sum + idf, 0);
  return { target, terms, idfSum, families: new Set(terms.map(({ family }) => family)) };
}

type Scene = {
  readonly record: DocumentRecord;
  readonly evidence: Evidence;
  /** Best cosine of a sentence of the evidence. */
  readonly best: number;
  /** All figures of the sentence. */
  readonly figures: readonly QuantityClaim[];
};

function featuresOf(claim: QuantityClaim, asked: Asked, { record, evidence, best, figures }: Scene): FigureFeatures {
  const { target } = asked;
  const { text } = record.document;
  const clause = heldIn([...wordsOf(text.slice(claim.clause.start, claim.clause.end)), claim.counted.head], asked);
  const own = sentenceFacts(record, claim.sentence).stems;
  const sentence = heldIn(own, asked);
  const near = heldIn([...own, ...aroundOf(record, claim.sentence)], asked);
  const { cosine } = evidence.features;
  const { action } = claim.event;
  const things = target.head === null ? null : thingFit(target.head, claim.counted.head, [action, target.action]);
  const actions =
    target.action === null || action === null
      ? null
      : actionFit(target.action, action, [target.head ?? "", claim.counted.head]);
  const ids = claim.place?.ids ?? [];
  const meets = ids.some((id) => target.places.some((one) => isWithin(one, id) || isWithin(id, one)));
  const overlap = target.period && claim.period ? periodsOverlap(target.period, claim.period) : "unknown";
  return {
    cosine,
    behindBest: best - cosine,
    shareOfClause: clause.share,
    idfOfClause: clause.idf,
    idfOfSentence: sentence.idf,
    idfNear: near.idf,
    thing: degreeOf(things),
    action: degreeOf(actions),
    otherAction: actions === "different" ? 1 : 0,
    nearness: nearnessOf(claim, asked, text),
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
  };
}

const MAX_NEIGHBOURS = 4;

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

const wordsOf = (text: string): readonly string[] => splitIntoWords(text).map((word) => word.stem);

/** Stems of the sentence before in the paragraph and of the heading. */
function aroundOf(record: DocumentRecord, sentence: number): readonly string[] {
  const own = record.sentences[sentence];
  const before = record.sentences[sentence - 1];
  return [
    ...(before && before.paragraph === own?.paragraph ? sentenceFacts(record, sentence - 1).stems : []),
    ...(own && own.heading !== null ? sentenceFacts(record, own.heading).stems : []),
  ];
}

/** How much of the question words hold, by number and by idf: the word itself or one of its verb's family. */
function heldIn(words: readonly string[], { terms, idfSum }: Asked): { readonly share: number; readonly idf: number } {
  const stems = new Set(words);
  const families = new Set(words.map((word) => actionFamily([word])));
  const held = terms.filter((term) => stems.has(term.stem) || (term.family !== term.stem && families.has(term.family)));
  return {
    share: terms.length === 0 ? 0 : held.length / terms.length,
    idf: idfSum === 0 ? 0 : held.reduce((sum, { idf }) => sum + idf, 0) / idfSum,
  };
}

/** Words from the figure to the nearest word of the question count as far as this. */
const FAR = 15;

function nearnessOf(claim: QuantityClaim, { families }: Asked, text: string): number {
  const words = splitIntoWords(text.slice(claim.span.start, claim.span.end));
  const value = claim.value.start - claim.span.start;
  const at = words.findIndex((word) => word.span.start >= value);
  let distance = FAR;
  for (const [i, word] of words.entries())
    if (families.has(actionFamily([word.stem]))) distance = Math.min(distance, Math.abs(i - at));
  return 1 / (1 + distance);
}
