import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { askedKey } from "../question/asked-name.ts";
import type { AskedName } from "../question/asked-name.ts";
import type { QuestionPart } from "../question/question.ts";
import { foldName } from "../text/names.ts";
import { stem } from "../text/stem.ts";
import { bitsOf, kindsOf } from "./fillers/word-kinds.ts";
import { WIDE } from "./find-scenes.ts";
import { nearnessTo, stemsAround, weighAskedWords, wordsIn } from "./asked-words.ts";
import type { AskedWords } from "./asked-words.ts";
import type { Evidence } from "./evidence.ts";
import { namesIn } from "./name-candidates.ts";
import type { NameCandidate, NamedSentence, NameSort } from "./name-candidates.ts";
import { roleOf } from "./name-roles.ts";
import { NAME_BIAS, NAME_FEATURES, NAME_WEIGHTS } from "./name-weights.ts";
import type { NameFeature } from "./name-weights.ts";
import { kept } from "./kept.ts";
import type { SentenceReader } from "./kept.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";
import { chanceBy } from "./logistic.ts";

/** What tells whether a name or noun is what is asked for; all 0–1 but for cosines. */
export type NameFeatures = Readonly<Record<NameFeature, number>>;

/** A name or noun of the evidence. */
export type NameInEvidence = {
  readonly name: NameCandidate;
  /** Index into the snapshot's records, and into that record's sentences. */
  readonly record: number;
  readonly sentence: number;
  readonly features: NameFeatures;
};

/** A name or noun of the evidence with the chance that it is what is asked for, 0–1, fitted (train/fit-names.ts). */
export type NameFit = NameInEvidence & { readonly chance: number };

/** What a name is asked by, before anything is found. */
export type NameWanted = { readonly part: QuestionPart; readonly asked: AskedName; readonly snapshot: Snapshot };

/** The same with what was found. */
export type NameQuestion = NameWanted & {
  readonly evidence: readonly Evidence[];
  /** Default: a reader of this question alone. */
  readonly read?: NameReader | undefined;
};

/** A name or noun of a sentence with what its words tell of its being what is asked for; the question's vector tells the rest. */
export type NameReading = {
  readonly name: NameCandidate;
  readonly features: Omit<NameFeatures, "cosine" | "behindBest">;
};

/** Reads the names and nouns of a sentence that may be what is asked for. */
export type NameReader = SentenceReader<readonly NameReading[]>;

/** Sentences of the evidence that are read; what answers stands among the best. */
const MAX_SENTENCES = 30;

/** The names and nouns of the evidence with the chance of each to be what is asked for, best first. */
export function fitNames(question: NameQuestion): readonly NameFit[] {
  return nameCandidates(question)
    .map(({ name, record, sentence, features }) => ({
      name,
      record,
      sentence,
      features,
      chance: chanceBy(LOGISTIC, features),
    }))
    .sort((a, b) => b.chance - a.chance);
}

/** Every name and noun of the evidence with its features, in order of the evidence. */
export function nameCandidates(question: NameQuestion): readonly NameInEvidence[] {
  const { evidence, snapshot, read = nameReader(question) } = question;
  const best = Math.max(...evidence.map((one) => one.features.cosine));
  return evidence.slice(0, MAX_SENTENCES).flatMap((one) => {
    const record = snapshot.records[one.record];
    if (!record) return [];
    const { cosine } = one.features;
    return read(record, one.sentence).map(({ name, features }) => ({
      name,
      record: one.record,
      sentence: one.sentence,
      features: { ...features, cosine, behindBest: best - cosine },
    }));
  });
}

/** A reader of names for one question; it reads each sentence once. */
export function nameReader({ part, asked, snapshot }: NameWanted): NameReader {
  const own = new Set(part.terms.map((term) => term.stem));
  const names = new Set(part.names.flatMap(({ stems }) => stems));
  const keys = new Set([...own].map((one) => askedKey(one)));
  const ranks = part.text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => RANK.test(word));
  const words: Asked = { ...weighAskedWords(part, snapshot), asked, own, ranks, names };
  return kept((record, sentence) => {
    const read = namesIn(record, sentence);
    const said = sentenceFacts(record, sentence).stems;
    const around = [...said, ...stemsAround(record, sentence), ...namesOnTop(record, words)];
    const scene = { record, sentence, read, held: heldByKey(said, words), near: heldByKey(around, words) };
    return read.candidates
      .filter(
        ({ stems, sort }) =>
          !stems.every((word) => own.has(word) || keys.has(askedKey(word))) &&
          !(asked.sort === "place" && sort === "thing" && WIDE.has(stems.at(-1) ?? "")),
      )
      .map((name) => ({ name, features: featuresOf(name, words, scene) }));
  });
}

const LOGISTIC = { names: NAME_FEATURES, weights: NAME_WEIGHTS, bias: NAME_BIAS };

type Asked = AskedWords & {
  readonly asked: AskedName;
  readonly own: ReadonlySet<string>;
  readonly ranks: readonly string[];
  readonly names: ReadonlySet<string>;
};

type Scene = {
  readonly record: DocumentRecord;
  readonly sentence: number;
  readonly read: NamedSentence;
  /** How much of what is asked the sentence holds, alone and with what stands around it; 0–1 by idf. */
  readonly held: number;
  readonly near: number;
};

function featuresOf(candidate: NameCandidate, words: Asked, scene: Scene): NameReading["features"] {
  const { record, sentence, read, held, near } = scene;
  const { asked, own } = words;
  const { role, ...roles } = roleOf(asked, candidate, read);
  const fit = sortFit(asked, candidate.sort);
  return {
    idfNear: near,
    idfWithin: heldByKey(stemsWithin(candidate, read), words),
    thingMissing: lacksThing(candidate, words, read) ? 1 : 0,
    otherRank: hasOtherRank(read, words) ? 1 : 0,
    nearness: nearnessTo(candidate.start, wordsIn(record, sentence), words),
    role,
    rolePart: role * held,
    ...roles,
    speaker: isSpeaker(candidate, record, sentence) ? 1 : 0,
    sortMatch: fit === "match" ? 1 : 0,
    sortNear: fit === "near" ? 1 : 0,
    sortMiss: fit === "miss" ? 1 : 0,
    asked: candidate.stems.filter((one) => own.has(one)).length / candidate.stems.length,
    kindNoun: asked.noun !== null && candidate.stems.includes(asked.noun) ? 1 : 0,
  };
}

/** Sentences at the front that say what a document is about. */
const LEAD = 3;

/** The names of the question that stand in the title or at the front: the text need not repeat them. */
function namesOnTop(record: DocumentRecord, { names }: Asked): readonly string[] {
  if (names.size === 0) return [];
  const lead = Array.from({ length: LEAD }, (_, i) => sentenceFacts(record, i).stems).flat();
  return [...titleFacts(record).stems, ...lead].filter((one) => names.has(one));
}

/** How much of what is asked the stems hold, by idf, 0–1: the word itself, or another of what happens ("blaze", "fire"). */
function heldByKey(stems: readonly string[], { terms, idfSum }: Asked): number {
  const own = new Set(stems);
  const keys = new Set(stems.map((one) => askedKey(one)));
  const held = terms.filter((term) => own.has(term.stem) || keys.has(askedKey(term.stem)));
  return idfSum === 0 ? 0 : held.reduce((sum, { idf }) => sum + idf, 0) / idfSum;
}

/** Words to either side of a candidate that are of its clause, more or less. */
const CLAUSE_REACH = 12;

const stemsWithin = ({ from, to }: NameCandidate, { phrases: { tokens } }: NamedSentence): readonly string[] =>
  tokens.slice(Math.max(0, from - CLAUSE_REACH), to + CLAUSE_REACH).map(({ lower }) => stem(lower));

/** Neither the thing asked about stands near the name, nor a pronoun that may mean it. */
function lacksThing(candidate: NameCandidate, { asked }: Asked, read: NamedSentence): boolean {
  if (asked.thing === null) return false;
  const { tokens } = read.phrases;
  const near = tokens.slice(Math.max(0, candidate.from - CLAUSE_REACH), candidate.to + CLAUSE_REACH);
  return !near.some(({ lower }) => /^(?:it|him|her|them|this|that)$/.test(lower) || askedKey(lower) === asked.thing);
}

const RANK = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|next|previous)$/;

/** "The second goal" where the third is asked for. */
function hasOtherRank({ phrases: { tokens } }: NamedSentence, { ranks }: Asked): boolean {
  const told = tokens.flatMap(({ lower }) => (RANK.test(lower) ? [lower] : []));
  return ranks.length > 0 && told.length > 0 && !told.some((rank) => ranks.includes(rank));
}

type SortFit = "match" | "near" | "miss";

const FITS: Readonly<Record<AskedName["sort"], Readonly<Record<NameSort, SortFit>>>> = {
  person: { person: "match", name: "match", body: "near", people: "near", place: "miss", thing: "miss" },
  place: { place: "match", name: "match", thing: "near", body: "near", person: "miss", people: "miss" },
  thing: { thing: "match", name: "near", body: "near", place: "miss", person: "miss", people: "near" },
  any: { person: "near", name: "match", body: "match", place: "match", thing: "near", people: "near" },
};

/** "Which minister" asks for a person. */
const sortFit = ({ sort, noun }: AskedName, own: NameSort): SortFit =>
  FITS[sort === "any" && noun !== null && (kindsOf(noun) & PERSON) !== 0 ? "person" : sort][own];

const PERSON = bitsOf("occupation relative");

/** The one whom the sentence credits, outside of what is credited. */
function isSpeaker(candidate: NameCandidate, { credits, sentences }: DocumentRecord, sentence: number): boolean {
  const start = (sentences[sentence]?.span.start ?? 0) + candidate.start;
  const last = foldName(candidate.written).split(" ").at(-1) ?? "";
  return (credits[sentence] ?? []).some(
    ({ span, speaker }) =>
      speaker !== null && (start < span.start || start >= span.end) && foldName(speaker.name).split(" ").includes(last),
  );
}
