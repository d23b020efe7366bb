import type { Span } from "../text/span.ts";
import type { Quantity } from "./claim.ts";
import { type Draft, readAt, type SkippedNumber, spanOf } from "./figures/drafts.ts";
import { rateAfter, rateAt, rateBefore } from "./figures/rates.ts";
import { startsNumber } from "./figures/starts.ts";
import {
  changeAround,
  type ChangeEnd,
  isAverage,
  isPartOf,
  pronounWhole,
  recordAround,
  type RecordMark,
} from "./figures/surroundings.ts";
import { at, type Token, tokenize } from "./figures/tokens.ts";

/** A number that a sentence states, with everything that the words around it say of it. Spans point into the text given. */
export type Figure = {
  /** All words of the figure: hedge, currency, number, scale, unit, adjacent rate. */
  readonly span: Span;
  /** The number words with their scale, "2.3 million"; both ends of a range. */
  readonly number: Span;
  /** The unit's words where they stand behind the number, else null. */
  readonly unit: Span | null;
  /** The rate's words, which may stand apart ("about 1,500 soldiers killed daily"), else null. */
  readonly rate: Span | null;
  readonly quantity: Quantity;
  /** Where the counted noun would begin: behind "of the", "more", "-strong"; for "two of the city's four airports" behind "four". */
  readonly headFollows: number;
  /** True for "an estimated 300". */
  readonly estimate: boolean;
  /** True for "an average of 1,354", "averaging 1,500". */
  readonly average: boolean;
  /** "Record 145", "the second highest was 1,630": rank 1 is the highest; null without such words beside it. */
  readonly record: RecordMark | null;
  /** The whole that this is part of: "39 out of 74" (the number words of 74), or a pronoun for it ("62 of which"). */
  readonly ofWhole:
    | { readonly kind: "of"; readonly number: Span }
    | { readonly kind: "of-them"; readonly pronoun: Span }
    | null;
  /** Either end of a change, or its size: "rose by 5 per cent", "from 5 to 7". */
  readonly change: ChangeEnd | null;
  /** "Seven each over A and B": once for every one of what follows. */
  readonly distributive: boolean;
  /** "Another 12", "a further 30", "70 more": beside what was counted before. */
  readonly additional: boolean;
  /** "A 12-nation bloc", "a 50,000-strong force": the number describes another noun. */
  readonly attributive: boolean;
};

/** Everything numeric in a sentence, in order: amounts, and numbers that are none. */
export type Numbers = { readonly figures: readonly Figure[]; readonly skipped: readonly SkippedNumber[] };

const NONE: Numbers = { figures: [], skipped: [] };

/**
 * The figures of one sentence, in order: numbers that count or measure something, with hedge, unit, rate and the rest.
 * Dates, years, times of day, ages, ranks and numbers that are part of names are left out. Pure; about 10 µs a sentence.
 */
export function findFigures(text: string): readonly Figure[] {
  return findNumbers(text).figures;
}

/** The figures of a sentence and beside them the numbers that are none, each with its kind. */
export function findNumbers(text: string): Numbers {
  const tokens = tokenize(text);
  if (!tokens.some(startsNumber)) return NONE;
  const drafts: Draft[] = [];
  const skipped: SkippedNumber[] = [];
  let floor = 0;
  for (let index = 0; index < tokens.length;) {
    const step = readAt(tokens, index, floor);
    if (step === null) {
      index += 1;
      continue;
    }
    if (step.kind === "skipped") skipped.push(step.number);
    else drafts.push(step.draft);
    index = step.to;
    floor = step.to;
  }
  return { figures: drafts.map((draft, order) => finish(tokens, drafts, { draft, order })), skipped };
}

const MORE: ReadonlySet<string> = new Set(["more", "other", "others", "additional", "further", "extra"]);
const ADDED_BEFORE: ReadonlySet<string> = new Set(["another", "additional", "further", "extra"]);
const DETERMINERS: ReadonlySet<string> = new Set("the its his her their our these those all".split(" "));

/** Where the noun begins: behind "of the", "more". */
function headFrom(tokens: readonly Token[], draft: Draft): number {
  let cursor = draft.to;
  if (at(tokens, cursor).lower === "-") cursor += 1;
  if (MORE.has(at(tokens, cursor).lower) && at(tokens, cursor).lower !== "others") cursor += 1;
  const plural = draft.quantity.hedge === "vague" || draft.quantity.dimension === "share";
  const out = at(tokens, cursor).lower === "out" && at(tokens, cursor + 1).lower === "of" ? 1 : 0;
  if (at(tokens, cursor + out).lower !== "of") return cursor;
  const next = cursor + out + 1;
  if (DETERMINERS.has(at(tokens, next).lower)) return next + 1;
  return plural ? next : cursor;
}

function isAdded(tokens: readonly Token[], draft: Draft): boolean {
  for (let cursor = draft.from - 1; cursor < draft.numberFrom; cursor += 1)
    if (ADDED_BEFORE.has(at(tokens, cursor).lower)) return true;
  const next = at(tokens, draft.to).lower;
  return MORE.has(next) && at(tokens, draft.to + 1).lower !== "than";
}

function isDistributive(tokens: readonly Token[], to: number): boolean {
  const word = at(tokens, to).lower;
  return word === "apiece" || (word === "each" && rateAt(tokens, to) === null);
}

/** "A 12-nation bloc": a hyphen ties the number to the word behind it. */
function isAttributive(tokens: readonly Token[], draft: Draft): boolean {
  const hyphen = at(tokens, draft.numberTo);
  return hyphen.lower === "-" && hyphen.glued && at(tokens, draft.numberTo + 1).glued;
}

function finish(
  tokens: readonly Token[],
  drafts: readonly Draft[],
  read: { readonly draft: Draft; readonly order: number },
): Figure {
  const { draft, order } = read;
  const previous = drafts[order - 1];
  const next = drafts[order + 1];
  const ceiling = next === undefined ? tokens.length : next.from;
  const whole =
    next !== undefined &&
    isWholeOf(draft.quantity, next.quantity) &&
    !isAttributive(tokens, next) &&
    isPartOf(tokens, draft.to, next.from)
      ? next
      : null;
  const pronoun = whole === null ? pronounWhole(tokens, draft.to) : null;
  const rated = draft.rate === null && canRate(draft.quantity);
  const apart = rated
    ? (rateAfter(tokens, draft.to, ceiling) ?? rateBefore(tokens, draft.from, previous?.to ?? 0))
    : null;
  const rate = draft.rate ?? apart;
  const { dimension } = draft.quantity;
  const proportion = dimension === "percent" || dimension === "percentage-points" || dimension === "share";
  const headToken = whole === null ? headFrom(tokens, draft) : headFrom(tokens, whole);
  return {
    span: spanOf(tokens, draft.from, draft.to),
    number: spanOf(tokens, draft.numberFrom, draft.numberTo),
    unit: draft.unit,
    rate: rate === null ? null : spanOf(tokens, rate.from, rate.to),
    quantity: apart === null ? draft.quantity : { ...draft.quantity, per: apart.per },
    headFollows: headToken < tokens.length ? at(tokens, headToken).start : at(tokens, tokens.length - 1).end,
    estimate: draft.estimate,
    average: isAverage(tokens, draft.from, draft.coreTo),
    record: draft.amount === null ? null : recordAround(tokens, draft.from, draft.coreTo),
    ofWhole:
      whole !== null
        ? { kind: "of", number: spanOf(tokens, whole.numberFrom, whole.numberTo) }
        : pronoun === null
          ? null
          : { kind: "of-them", pronoun },
    change: changeAround(tokens, { from: draft.from, to: draft.coreTo, kind: proportion ? "proportion" : "other" }),
    distributive: isDistributive(tokens, draft.to),
    additional: isAdded(tokens, draft),
    attributive: isAttributive(tokens, draft),
  };
}

/** Whether a quantity may be part of another: things of things, a share of things, or amounts in one unit. "4,000 tonnes of wheat worth $1m" is none. */
function isWholeOf(part: Quantity, whole: Quantity): boolean {
  if (part.unit === whole.unit && part.dimension === whole.dimension) return true;
  const share = part.dimension === "share" || part.dimension === "percent";
  return share && whole.dimension !== "share" && whole.dimension !== "percent" && whole.dimension !== "score";
}

/** Whether a rate that stands apart may belong to a quantity: counts, money, weights and the like, not times, scores or temperatures. */
function canRate(quantity: Quantity): boolean {
  switch (quantity.dimension) {
    case "count":
    case "money":
    case "mass":
    case "volume":
    case "energy":
    case "area":
      return quantity.per === null;
    case "percent":
    case "percentage-points":
    case "share":
    case "length":
    case "temperature":
    case "speed":
    case "duration":
    case "power":
    case "data":
    case "magnitude":
    case "score":
      return false;
  }
}
