import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import { expectedKind } from "./expected-kind.ts";
import type { RetrievedPassage, Retrieved } from "./retrieve.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";
import { EVIDENCE_WEIGHTS } from "./weights.ts";

/** What the ranker weighs; all 0–1 but for cosines, −1…1. */
export type EvidenceFeatures = {
  /** Share of the question's content stems that stand in the sentence. */
  readonly share: number;
  /** The same weighed by idf, in the sentence, the title and the sentence before. */
  readonly idfNear: number;
  /** The same weighed by idf, in the passage and the title. */
  readonly idfPassage: number;
  /** Question against "title. sentence". */
  readonly cosine: number;
  /** Question against the passage. */
  readonly passageCosine: number;
  /** 1 where something of the expected kind stands in the sentence that the question did not give. */
  readonly kindPresent: number;
  /** 1 where nothing of it does; both are 0 where the kind expects nothing. */
  readonly kindAbsent: number;
};

/** A sentence that bears on a part of the question. */
export type Evidence = {
  /** Index into the snapshot's records, and into that record's sentences. */
  readonly record: number;
  readonly sentence: number;
  /** The retrieved passage that it was scored in: the best of those that hold it. */
  readonly item: number;
  readonly score: number;
  /** Softmax of the scores over all candidates: how sure the ranker is that this is the sentence to quote. */
  readonly probability: number;
  readonly features: EvidenceFeatures;
};

/**
 * The sentences of the retrieved passages as candidates for a quote: prose, not repeated. Best first, ties in order of the documents.
 * Linear ranker of seven features, fitted on xquad-en (docs/bench.md).
 * @param input.vector unit vector of the question or of this part
 */
export function rankEvidence(input: {
  readonly part: QuestionPart;
  readonly retrieved: Retrieved;
  readonly snapshot: Snapshot;
  readonly vector: Float32Array;
}): readonly Evidence[] {
  const { part, retrieved, snapshot, vector } = input;
  const asked = weighTerms(part, snapshot);
  const best = new Map<number, Evidence>();
  for (const passage of retrieved.passages) {
    const record = snapshot.records[passage.record];
    const bounds = record?.passages[passage.passage];
    if (!record || !bounds) continue;
    const where = passageFeatures({ record, from: bounds.from, to: bounds.to, asked });
    const passageCosine = cosineOf(passage, snapshot, vector);
    for (let sentence = bounds.from; sentence < bounds.to; sentence += 1) {
      const place = record.sentences[sentence];
      if (!place || place.kind === "heading" || place.repeated) continue;
      const facts = sentenceFacts(record, sentence);
      const kind = expectedKind(facts, part);
      const features: EvidenceFeatures = {
        share: where.share[sentence - bounds.from] ?? 0,
        idfNear: where.idfNear[sentence - bounds.from] ?? 0,
        idfPassage: where.idfPassage,
        cosine: dot(snapshot.sentenceVector(passage.record, sentence), vector),
        passageCosine,
        kindPresent: kind === "present" ? 1 : 0,
        kindAbsent: kind === "absent" ? 1 : 0,
      };
      const score = scoreOf(features);
      const key = passage.record * MAX_SENTENCES + sentence;
      if (score > (best.get(key)?.score ?? Number.NEGATIVE_INFINITY)) {
        best.set(key, { record: passage.record, sentence, item: passage.item, score, probability: 0, features });
      }
    }
  }
  return withProbabilities([...best.values()].sort(byScore));
}

/** More sentences than a document may have: a document of 50 MB is refused, and no sentence is shorter than two characters. */
const MAX_SENTENCES = 2 ** 26;

/** A question's terms with how rare they are. */
type Asked = { readonly stems: readonly string[]; readonly idf: readonly number[]; readonly idfSum: number };

/** The distinct stems of a part's terms with their idf in the snapshot. */
function weighTerms(part: QuestionPart, snapshot: Snapshot): Asked {
  const stems = [...new Set(part.terms.map((term) => term.stem))];
  const idf = stems.map((stem) => snapshot.bm25.idf(stem));
  return { stems, idf, idfSum: idf.reduce((sum, value) => sum + value, 0) };
}

/** What of the question stands where in a passage: one number a sentence, and one for the whole. A bit a stem, so at most 31 stems count. */
function passageFeatures(input: { record: DocumentRecord; from: number; to: number; asked: Asked }): {
  readonly share: readonly number[];
  readonly idfNear: readonly number[];
  readonly idfPassage: number;
} {
  const { record, from, to, asked } = input;
  const title = bitsIn(titleFacts(record).stems, asked);
  let before = from > 0 ? bitsIn(sentenceFacts(record, from - 1).stems, asked) : 0;
  let all = title;
  const share: number[] = [];
  const idfNear: number[] = [];
  for (let sentence = from; sentence < to; sentence += 1) {
    const own = bitsIn(sentenceFacts(record, sentence).stems, asked);
    share.push(asked.stems.length === 0 ? 0 : countBits(own) / Math.min(asked.stems.length, MAX_STEMS));
    idfNear.push(idfShare(own | before | title, asked));
    all |= own;
    before = own;
  }
  return { share, idfNear, idfPassage: idfShare(all, asked) };
}

const MAX_STEMS = 31;

function bitsIn(stems: readonly string[], asked: Asked): number {
  let bits = 0;
  const count = Math.min(asked.stems.length, MAX_STEMS);
  for (let i = 0; i < count; i += 1) {
    const stem = asked.stems[i];
    if (stem !== undefined && stems.includes(stem)) bits |= 1 << i;
  }
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function idfShare(bits: number, asked: Asked): number {
  let sum = 0;
  for (let i = 0; i < asked.idf.length && i < MAX_STEMS; i += 1) if ((bits & (1 << i)) !== 0) sum += asked.idf[i] ?? 0;
  return asked.idfSum === 0 ? 0 : sum / asked.idfSum;
}

function cosineOf(passage: RetrievedPassage, snapshot: Snapshot, vector: Float32Array): number {
  return passage.explain.cosine?.score ?? dot(snapshot.passageVector(passage.item), vector);
}

/** Dot product in four sums, which the engine runs side by side. */
function dot(a: Float32Array, b: Float32Array): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = a.length - (a.length % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += (a[i] ?? 0) * (b[i] ?? 0);
    s1 += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    s2 += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    s3 += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  for (let i = whole; i < a.length; i += 1) s0 += (a[i] ?? 0) * (b[i] ?? 0);
  return s0 + s1 + s2 + s3;
}

function scoreOf(features: EvidenceFeatures): number {
  const w = EVIDENCE_WEIGHTS;
  return (
    w.share * features.share +
    w.idfNear * features.idfNear +
    w.idfPassage * features.idfPassage +
    w.cosine * features.cosine +
    w.passageCosine * features.passageCosine +
    w.kindPresent * features.kindPresent +
    w.kindAbsent * features.kindAbsent
  );
}

function byScore(a: Evidence, b: Evidence): number {
  return b.score - a.score || a.record - b.record || a.sentence - b.sentence;
}

function withProbabilities(sorted: readonly Evidence[]): readonly Evidence[] {
  const top = sorted[0]?.score ?? 0;
  const weights = sorted.map((evidence) => Math.exp(evidence.score - top));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sorted.map((evidence, i) => ({ ...evidence, probability: (weights[i] ?? 0) / sum }));
}
