import type { DocumentRecord } from "../../index/record.ts";
import type { Snapshot } from "../../index/snapshot.ts";
import type { QuestionPart } from "../../question/question.ts";
import type { Retrieved } from "../retrieve.ts";
import { titleFacts } from "../sentence-facts.ts";
import { filledBy, namesHeld, shareOf, sharesIn, weighAsked } from "./asked.ts";
import type { Asked } from "./asked.ts";
import { describe } from "./describe.ts";
import { AT, FEATURES } from "./features.ts";
import type { Filler } from "./filler.ts";
import { sentenceFillers } from "./sentence-fillers.ts";
import type { Slot } from "./slot.ts";

/** A filler where it stands, with its row of features. */
export type Mention = {
  readonly record: number;
  readonly sentence: number;
  readonly filler: Filler;
  readonly stems: readonly string[];
  readonly row: Float64Array;
};

/** The mentions of one document, and the row of the outcome that it gives none. */
export type DocumentMentions = {
  readonly record: number;
  readonly mentions: readonly Mention[];
  readonly none: Float64Array;
};

/** Sentences of one document that are searched; of a longer one those of the retrieved passages only. */
const MAX_SENTENCES = 40;

/** Every filler of the asked form in the retrieved documents, with its features; documents in the order in which they were retrieved. */
export function findMentions(input: {
  readonly part: QuestionPart;
  readonly slot: Slot;
  readonly retrieved: Retrieved;
  readonly snapshot: Snapshot;
  readonly vector: Float32Array;
}): readonly DocumentMentions[] {
  const { part, slot, retrieved, snapshot, vector } = input;
  const asked = weighAsked(part, slot, snapshot);
  const places = new Map<number, Set<number>>();
  for (const { record: at, passage } of retrieved.passages) {
    const record = snapshot.records[at];
    const bounds = record?.passages[passage];
    if (!record || !bounds) continue;
    const known = places.get(at) ?? new Set<number>();
    places.set(at, known);
    const whole = record.sentences.length <= MAX_SENTENCES;
    for (let i = whole ? 0 : bounds.from; i < (whole ? record.sentences.length : bounds.to); i += 1) known.add(i);
  }
  return [...places].map(([at, sentences]) => readDocument(at, sentences, { asked, slot, snapshot, vector }));
}

type Means = { readonly asked: Asked; readonly slot: Slot; readonly snapshot: Snapshot; readonly vector: Float32Array };

function readDocument(at: number, sentences: ReadonlySet<number>, means: Means): DocumentMentions {
  const { asked, slot, snapshot, vector } = means;
  const record = snapshot.records[at];
  const none = new Float64Array(FEATURES.length);
  if (!record) return { record: at, mentions: [], none };
  const cosines = new Map<number, number>();
  let best = -1;
  for (const sentence of sentences) {
    const cosine = dot(snapshot.sentenceVector(at, sentence), vector);
    cosines.set(sentence, cosine);
    if (cosine > best) best = cosine;
  }
  const mentions: Mention[] = [];
  const counts = new Map<string, number>();
  const title = sharesIn(titleFacts(record).stems, asked);
  const opening = title.bits | sharesIn(sentenceFillers(record, firstProse(record)).stems, asked).bits;
  let seen = title.bits;
  let bestFilled = 0;
  let bestNear = 0;
  let bestShare = 0;
  for (const sentence of [...sentences].sort((a, b) => a - b)) {
    const read = sentenceFillers(record, sentence);
    if (read.stems.length === 0) continue;
    const own = sharesIn(read.stems, asked);
    const before = sentence > 0 ? sharesIn(sentenceFillers(record, sentence - 1).stems, asked).bits : 0;
    const context = shareOf(own.bits | before | title.bits, asked);
    seen |= own.bits;
    const share = shareOf(own.bits, asked);
    const filled = filledBy(read.stems, { own: own.bits, around: before | opening, asked, slot });
    if (filled > bestFilled) bestFilled = filled;
    if (share > bestShare) bestShare = share;
    const scene = { read, places: own.places, asked, slot };
    for (const filler of read.fillers) {
      if (!slot.forms.includes(filler.form)) continue;
      const row = new Float64Array(FEATURES.length);
      describe(row, filler, scene);
      const cosine = cosines.get(sentence) ?? 0;
      row[AT.cosine] = cosine;
      row[AT.cosineGap] = best - cosine;
      row[AT.share] = share;
      row[AT.context] = context;
      row[AT.filled] = filled;
      row[AT.early] = 1 / (1 + sentence);
      const near = row[AT.near] ?? 0;
      if (near > bestNear) bestNear = near;
      counts.set(filler.key, (counts.get(filler.key) ?? 0) + 1);
      mentions.push({ record: at, sentence, filler, stems: read.stems, row });
    }
  }
  for (const { filler, row } of mentions) row[AT.often] = Math.log(counts.get(filler.key) ?? 1);
  none[AT.none] = 1;
  none[AT.noneCosine] = best;
  none[AT.noneShare] = shareOf(seen, asked);
  none[AT.noneNear] = bestNear;
  none[AT.noneName] = namesHeld(seen, asked);
  none[AT.noneFilled] = bestFilled;
  return { record: at, mentions, none };
}

function firstProse(record: DocumentRecord): number {
  return Math.max(
    0,
    record.sentences.findIndex((sentence) => sentence.kind !== "heading" && !sentence.repeated),
  );
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
