import type { DocumentRecord } from "../../index/record.ts";
import type { Snapshot } from "../../index/snapshot.ts";
import type { QuestionPart } from "../../question/question.ts";
import type { Retrieved } from "../retrieve.ts";
import { kept } from "../kept.ts";
import type { SentenceReader } from "../kept.ts";
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

/** What fillers are asked by, before anything is found. */
export type FillersWanted = { readonly part: QuestionPart; readonly slot: Slot; readonly snapshot: Snapshot };

/** A filler with its row, in which the features that its document and the question's vector tell are still to be filled. */
type FillerReading = { readonly filler: Filler; readonly row: Float64Array };

/** A sentence with its fillers of the asked form, and how much of what is asked it says. */
type SentenceReading = {
  readonly stems: readonly string[];
  readonly fillers: readonly FillerReading[];
  readonly bits: number;
  readonly filled: number;
};

/** Reads the fillers of the asked form of one sentence. */
export type FillerReader = {
  readonly asked: Asked;
  readonly titleBits: (record: DocumentRecord) => number;
  readonly sentence: SentenceReader<SentenceReading>;
};

/** Every filler of the asked form in the retrieved documents, with its features; documents in the order in which they were retrieved. */
export function findMentions(
  input: FillersWanted & {
    readonly retrieved: Pick<Retrieved, "passages">;
    readonly vector: Float32Array;
    /** Default: a reader of this question alone. */
    readonly read?: FillerReader | undefined;
  },
): readonly DocumentMentions[] {
  const { snapshot, vector, read = fillerReader(input) } = input;
  return [...sentencesOf(input.retrieved.passages, snapshot)].map(([at, sentences]) =>
    readDocument(at, sentences, { snapshot, vector, read }),
  );
}

/** The sentences of each record that are searched, records in the order of the passages. */
export function sentencesOf(
  passages: readonly PassageAddress[],
  snapshot: Snapshot,
): ReadonlyMap<number, ReadonlySet<number>> {
  const places = new Map<number, Set<number>>();
  for (const { record: at, passage } of passages) {
    const record = snapshot.records[at];
    const bounds = record?.passages[passage];
    if (!record || !bounds) continue;
    const known = places.get(at) ?? new Set<number>();
    places.set(at, known);
    const whole = record.sentences.length <= MAX_SENTENCES;
    for (let i = whole ? 0 : bounds.from; i < (whole ? record.sentences.length : bounds.to); i += 1) known.add(i);
  }
  return places;
}

/** Where a passage stands: indexes into the snapshot's records, and into that record's passages. */
type PassageAddress = { readonly record: number; readonly passage: number };

/** A reader of fillers for one question; it reads each sentence once. */
export function fillerReader({ part, slot, snapshot }: FillersWanted): FillerReader {
  const asked = weighAsked(part, slot, snapshot);
  const bitsOf = kept((record, sentence) => sharesIn(sentenceFillers(record, sentence).stems, asked).bits);
  const titleBits = (record: DocumentRecord): number => sharesIn(titleFacts(record).stems, asked).bits;
  const sentence = kept<SentenceReading>((record, at) => {
    const read = sentenceFillers(record, at);
    const { stems } = read;
    const { bits, places } = sharesIn(stems, asked);
    const before = at > 0 ? bitsOf(record, at - 1) : 0;
    const title = titleBits(record);
    const share = shareOf(bits, asked);
    const around = before | title | bitsOf(record, firstProse(record));
    const filled = filledBy(stems, { own: bits, around, asked, slot });
    const context = shareOf(bits | before | title, asked);
    const scene = { read, places, asked, slot };
    const fillers = read.fillers
      .filter(({ form }) => slot.forms.includes(form))
      .map((filler) => {
        const row = new Float64Array(FEATURES.length);
        describe(row, filler, scene);
        row[AT.share] = share;
        row[AT.context] = context;
        row[AT.filled] = filled;
        row[AT.early] = 1 / (1 + at);
        return { filler, row };
      });
    return { stems, fillers, bits, filled };
  });
  return { asked, titleBits, sentence };
}

type Means = { readonly snapshot: Snapshot; readonly vector: Float32Array; readonly read: FillerReader };

function readDocument(at: number, sentences: ReadonlySet<number>, means: Means): DocumentMentions {
  const { snapshot, vector, read } = means;
  const { asked } = read;
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
  let seen = read.titleBits(record);
  let bestFilled = 0;
  let bestNear = 0;
  for (const sentence of [...sentences].sort((a, b) => a - b)) {
    const { stems, fillers, bits, filled } = read.sentence(record, sentence);
    if (stems.length === 0) continue;
    seen |= bits;
    if (filled > bestFilled) bestFilled = filled;
    const cosine = cosines.get(sentence) ?? 0;
    for (const { filler, row } of fillers) {
      row[AT.cosine] = cosine;
      row[AT.cosineGap] = best - cosine;
      const near = row[AT.near] ?? 0;
      if (near > bestNear) bestNear = near;
      counts.set(filler.key, (counts.get(filler.key) ?? 0) + 1);
      mentions.push({ record: at, sentence, filler, stems, row });
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
