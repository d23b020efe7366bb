import { AT } from "./features.ts";
import { findMentions } from "./mentions.ts";
import type { DocumentMentions, Mention } from "./mentions.ts";
import { saysSame } from "./same-value.ts";
import type { Slot } from "./slot.ts";
import { ALONE, DISPUTED, TOGETHER } from "./weights.ts";

/** A value that one document may give, under the best of its mentions there. */
export type DocumentValue = {
  readonly mention: Mention;
  /** Chance that this is what the document answers, by itself and beside what the other documents say; 0–1. */
  readonly alone: number;
  readonly together: number;
  /** 0–1: the same words stand around another value in another document. */
  readonly contrast: number;
};

/** What one document answers. `none` and its values add up to 1 at most. */
export type DocumentAnswer = {
  readonly record: number;
  readonly noneAlone: number;
  readonly none: number;
  /** Likeliest by itself first. */
  readonly values: readonly DocumentValue[];
};

/** A value with the documents that give it. */
export type ValueSupport = {
  /** One for each document, the likeliest first. */
  readonly held: readonly { readonly record: number; readonly value: DocumentValue }[];
  /** The best chance among the documents, beside the others and by itself. */
  readonly together: number;
  readonly alone: number;
  readonly contrast: number;
};

/** The answers that documents give to an open slot. */
export type RankedFillers = {
  readonly slot: Slot;
  readonly documents: readonly DocumentAnswer[];
  /** Likeliest first. */
  readonly values: readonly ValueSupport[];
  /** Fitted log-odds that the documents answer differently; it knows how many documents there are. */
  readonly disputed: number;
};

/** Values of one document that are looked at: the rest have no chance. */
const MAX_VALUES = 16;

/** A mention less likely than this adds nothing to what its document says. */
const LEAST_MENTION = 0.001;

/**
 * What each retrieved document gives for the slot that a part leaves open. Two passes of fitted conditional logits: each document by itself, with
 * "none" as one more outcome, then beside what the others say.
 */
export function rankFillers(input: Parameters<typeof findMentions>[0]): RankedFillers {
  const { documents, values, features } = rankBy(findMentions(input), { alone: ALONE, together: TOGETHER });
  return { slot: input.slot, documents, values, disputed: weigh(features, DISPUTED) };
}

/** Both passes by given weights, with the row that tells whether the documents answer differently, in the order of `DISPUTED`. Exported for fitting. */
export function rankBy(
  found: readonly DocumentMentions[],
  by: { readonly alone: readonly number[]; readonly together: readonly number[] },
): Pick<RankedFillers, "documents" | "values"> & { readonly features: readonly number[] } {
  const alone = found.map((document) => answerAlone(document, by.alone));
  const documents = alone.map((document, at) => answerTogether(document, featuresTogether(alone, at), by.together));
  const values = gatherValues(documents);
  return { documents, values, features: disputeFeatures(values, documents.length) };
}

/** Σ of a row by its weights. */
function weigh(row: ArrayLike<number>, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += (row[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}

function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}

/** One document by itself: chances of its mentions, those that say the same put together. */
export type AnswerAlone = {
  readonly record: number;
  readonly none: number;
  readonly values: readonly { readonly mention: Mention; readonly alone: number }[];
};

/** Pass one. Exported for fitting. */
export function answerAlone(document: DocumentMentions, by: readonly number[]): AnswerAlone {
  const { mentions, none, record } = document;
  const chances = softmax([...mentions.map(({ row }) => weigh(row, by)), weigh(none, by)]);
  const likely = [...mentions.keys()].filter((at) => (chances[at] ?? 0) >= LEAST_MENTION);
  const order = likely.sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0) || a - b);
  const values: { mention: Mention; alone: number; best: number }[] = [];
  for (const at of order) {
    const mention = mentions[at];
    const chance = chances[at] ?? 0;
    if (!mention) continue;
    const same = values.find((value) => saysSame(value.mention.filler, mention.filler));
    if (!same) {
      if (values.length < MAX_VALUES) values.push({ mention, alone: chance, best: chance });
      continue;
    }
    same.alone += chance;
    if (chance > same.best * FULLER && isFuller(mention, same.mention)) same.mention = mention;
  }
  values.sort((a, b) => b.alone - a.alone);
  return { record, none: chances.at(-1) ?? 1, values };
}

/** A fuller date stands for a value where it is at least this share as likely as the best mention. */
const FULLER = 0.3;

function isFuller(a: Mention, b: Mention): boolean {
  return knownParts(a) > knownParts(b);
}

function knownParts({ filler }: Mention): number {
  return filler.form === "date" ? filler.parts.filter((part) => part !== "").length : 0;
}

/** Keeps the logarithm of a chance finite. */
const FLOOR = 0.002;

/** Pass two: rows of the values of one document, then that of giving none, in the order of `TOGETHER`. Exported for fitting. */
export function featuresTogether(documents: readonly AnswerAlone[], at: number): readonly (readonly number[])[] {
  const document = documents[at];
  if (!document) return [];
  const others = documents.filter((_, i) => i !== at);
  const rows = document.values.map(({ mention, alone }) => {
    let sum = 0;
    let most = 0;
    let contrast = 0;
    for (const other of others) {
      let here = 0;
      for (const value of other.values) {
        if (saysSame(mention.filler, value.mention.filler)) here += value.alone;
        else contrast = Math.max(contrast, contrastOf(mention, value.mention));
      }
      sum += here;
      most = Math.max(most, here);
    }
    return [Math.log(alone + FLOOR), others.length > 0 ? sum / others.length : 0, most, contrast, 0, 0, 0];
  });
  const silent = others.length > 0 ? others.reduce((sum, { none }) => sum + none, 0) / others.length : 0.5;
  return [...rows, [0, 0, 0, 0, 1, silent, Math.log(document.none + FLOOR)]];
}

/** Words compared on each side of two values. */
const SIDE = 3;

/** 0–1: how many of the words right before and right after two different values are the same; one shared word tells nothing. */
function contrastOf(a: Mention, b: Mention): number {
  if (a.filler.form !== b.filler.form) return 0;
  let same = 0;
  for (let i = 1; i <= SIDE; i += 1) {
    const word = a.stems[a.filler.from - i];
    if (word === undefined || word !== b.stems[b.filler.from - i]) break;
    same += 1;
  }
  for (let i = 0; i < SIDE; i += 1) {
    const word = a.stems[a.filler.to + i];
    if (word === undefined || word !== b.stems[b.filler.to + i]) break;
    same += 1;
  }
  // Words of another matter ("came from") are the same everywhere.
  const asked = Math.min(a.row[AT.filled] ?? 0, b.row[AT.filled] ?? 0);
  return asked * Math.min(1, Math.max(0, same - 1) / 3);
}

function answerTogether(
  document: AnswerAlone,
  rows: readonly (readonly number[])[],
  by: readonly number[],
): DocumentAnswer {
  const chances = softmax(rows.map((row) => weigh(row, by)));
  const { record, none, values } = document;
  return {
    record,
    noneAlone: none,
    none: chances.at(-1) ?? 1,
    values: values.map((value, i) => ({
      mention: value.mention,
      alone: value.alone,
      together: chances[i] ?? 0,
      contrast: rows[i]?.[3] ?? 0,
    })),
  };
}

/** A value that no document gives with this chance is none. */
const LEAST = 0.02;

function gatherValues(documents: readonly DocumentAnswer[]): readonly ValueSupport[] {
  const all = documents
    .flatMap(({ record, values }) => values.map((value) => ({ record, value })))
    .filter(({ value }) => value.together >= LEAST)
    .sort(
      (a, b) =>
        b.value.together - a.value.together ||
        a.record - b.record ||
        a.value.mention.sentence - b.value.mention.sentence,
    );
  const groups: { record: number; value: DocumentValue }[][] = [];
  for (const one of all) {
    const group = groups.find(([first]) => first && saysSame(first.value.mention.filler, one.value.mention.filler));
    if (!group) groups.push([one]);
    else if (!group.some(({ record }) => record === one.record)) group.push(one);
  }
  return groups.map((held) => ({
    held,
    together: Math.max(...held.map(({ value }) => value.together)),
    alone: Math.max(...held.map(({ value }) => value.alone)),
    contrast: Math.max(...held.map(({ value }) => value.contrast)),
  }));
}

/** What tells whether the documents answer differently, in the order of `DISPUTED`. */
function disputeFeatures(values: readonly ValueSupport[], documents: number): readonly number[] {
  const [first, second, third] = values;
  return [
    1,
    logOdds(first?.together),
    logOdds(second?.together),
    logOdds(second?.alone),
    Math.log(Math.max(1, documents)),
    second?.contrast ?? 0,
    first?.contrast ?? 0,
    logOdds(third?.together),
    filledOf(second),
    fitsSort(second),
  ];
}

/** How much of what is asked the sentence of a value says; 0–1. */
function filledOf(value: ValueSupport | undefined): number {
  return value?.held[0]?.value.mention.row[AT.filled] ?? 0;
}

/** 1 where a value is of the kind or sort that is asked. */
function fitsSort(value: ValueSupport | undefined): number {
  const mention = value?.held[0]?.value.mention;
  if (!mention) return 0;
  const { form } = mention.filler;
  if (form === "date" || form === "number") return 1;
  return SORTED.some((at) => (mention.row[at] ?? 0) > 0) ? 1 : 0;
}

const SORTED: readonly number[] = [AT.kindMatch, AT.personMatch, AT.placeMatch, AT.bodyMatch];

const EDGE = 0.01;

function logOdds(chance: number | undefined): number {
  const p = chance ?? 0;
  return Math.log((p + EDGE) / (1 + EDGE - p));
}
