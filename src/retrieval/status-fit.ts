import type { StatusClaim } from "../claims/claim.ts";
import { clauseAround, readPolarity, saidAround } from "../claims/clause-polarity.ts";
import type { Polarity } from "../claims/clause-polarity.ts";
import { eventStems } from "../claims/event-families.ts";
import type { TaggedWord } from "../claims/tag.ts";
import type { Credit, DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { readAskedPredicate } from "../question/asked-predicate.ts";
import type { AskedPredicate } from "../question/asked-predicate.ts";
import type { QuestionPart } from "../question/question.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import type { Evidence } from "./evidence.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";
import { taggedIn } from "./sentence-tags.ts";
import { familiesOf, familyOf, isAnother, isOfAsked, POINTERS } from "./status-scope.ts";
import { STATUS_BIAS, STATUS_FEATURES, STATUS_WEIGHTS } from "./status-weights.ts";
import type { StatusFeature } from "./status-weights.ts";
import { fitOfStem, mainWord, readEcho, readKeys } from "./status-words.ts";
import type { Reading } from "./status-words.ts";
import { chanceBy } from "./logistic.ts";

/** What tells whether a sentence answers a whether question; all 0–1 but for cosines. */
export type StatusFeatures = Readonly<Record<StatusFeature, number>>;

/** A clause of the evidence read as affirming or denying what is asked. */
export type StatusCandidate = { readonly claim: StatusClaim; readonly features: StatusFeatures };

/** The same with the chance that it does tell of what is asked, 0–1, fitted (train/fit-statuses.ts). */
export type StatusFit = { readonly claim: StatusClaim; readonly chance: number };

/** What a status is asked by. */
export type StatusQuestion = {
  readonly part: QuestionPart;
  readonly evidence: readonly Evidence[];
  readonly snapshot: Snapshot;
};

/** Sentences of the evidence that are read for one question at most. */
const MAX_READ = 80;

/** Sentences before one's own that tell what "he" and "it" are. */
const REACH = 3;

/** Sentences at the front of a document that say what it is about. */
const LEAD = [0, 1, 2, 3] as const;

/** Words of a long sentence: longer ones count as this. */
const LONG = 40;

/** The clauses of the evidence that affirm or deny what is asked with the chance that they tell of it, best first, of each sentence one a side. */
export function fitStatuses(question: StatusQuestion): readonly StatusFit[] {
  const fits = statusCandidates(question)
    .map(({ claim, features }) => ({ claim, chance: chanceBy(LOGISTIC, features) }))
    .sort((a, b) => b.chance - a.chance || (a.claim.id < b.claim.id ? -1 : 1));
  const known = new Set<string>();
  return fits.filter(({ claim: { document, sentence, affirmed } }) => {
    const place = `${document} ${sentence} ${affirmed}`;
    return !known.has(place) && known.add(place);
  });
}

const LOGISTIC = { names: STATUS_FEATURES, weights: STATUS_WEIGHTS, bias: STATUS_BIAS };

/** The clauses of the evidence that may affirm or deny what is asked, with their features, in order of the evidence; none where the question asks for no status. */
export function statusCandidates({ part, evidence, snapshot }: StatusQuestion): readonly StatusCandidate[] {
  const asked = readAskedPredicate(part);
  if (!asked) return [];
  const best = Math.max(...evidence.map((one) => one.features.cosine));
  const words = weigh(asked, part, snapshot);
  const read = evidence.slice(0, MAX_READ);
  const cosines = new Map(read.map((one) => [`${one.record} ${one.sentence}`, one.features.cosine]));
  return read.flatMap((one) => {
    const record = snapshot.records[one.record];
    const sentence = record?.sentences[one.sentence];
    if (!record || !sentence || sentence.kind === "heading") return [];
    const tagged = taggedIn(record, one.sentence);
    const scene = { part, asked, words, record, evidence: one, best, tagged, span: sentence.span, cosines };
    return readingsOf(scene).map((reading) => ({
      claim: claimOf(reading, scene),
      features: featuresOf(reading, scene),
    }));
  });
}

/** The words of the question besides its predicate, weighed: heads by what it is said of, adjuncts by when and where. */
type Weighed = {
  readonly heads: readonly { readonly key: string; readonly idf: number }[];
  readonly adjuncts: readonly { readonly key: string; readonly idf: number }[];
  readonly names: readonly string[];
};

/** Who is not known at all is no word of the question. */
const NOBODY: ReadonlySet<string> = new Set(
  "anybody anyone somebody someone anything something any ever still yet".split(" ").map((word) => stem(word)),
);

function weigh(asked: AskedPredicate, part: QuestionPart, snapshot: Snapshot): Weighed {
  const weighed = (own: string): { key: string; idf: number } => ({ key: familyOf(own), idf: snapshot.bm25.idf(own) });
  const own = eventStems(asked.family);
  const about = asked.about.filter((one) => !NOBODY.has(one) && !own.has(one));
  return {
    heads: about.filter((one) => !asked.adjuncts.includes(one)).map(weighed),
    adjuncts: about.filter((one) => asked.adjuncts.includes(one)).map(weighed),
    names: part.names.map(({ stems }) => stems.at(-1) ?? ""),
  };
}

type Scene = {
  readonly part: QuestionPart;
  readonly asked: AskedPredicate;
  readonly words: Weighed;
  readonly record: DocumentRecord;
  readonly evidence: Evidence;
  /** Best cosine of a sentence of the evidence. */
  readonly best: number;
  readonly tagged: readonly TaggedWord[];
  readonly span: Span;
  /** Cosines of the sentences of the evidence, by record and sentence. */
  readonly cosines: ReadonlyMap<string, number>;
};

function readingsOf({ asked, record, evidence, tagged, span }: Scene): readonly Reading[] {
  const creditOf = (word: TaggedWord): Credit | undefined => creditAt(record, evidence.sentence, spanOf(word, span));
  const keys = readKeys(tagged, asked, (word) => creditOf(word)?.certainty ?? "stated");
  const text = slice(record.document.text, span);
  // "It was switched off, the union said; the company denied it." What another clause tells is echoed, not what is asked.
  const isOfOther = keys.length === 0 && text.includes(";");
  const echo = isOfOther ? null : readEcho(text, keys[0]?.polarity ?? polarityBefore(asked, record, evidence.sentence));
  const main = mainWord(tagged);
  const word = tagged[main];
  const echoed: readonly Reading[] = echo && word ? [{ at: main, fit: "none", polarity: echo, echo: true }] : [];
  if (keys.length > 0) return [...keys, ...echoed];
  if (echoed.length > 0) return echoed;
  if (!word || tagged.some(({ text: own }) => fitOfStem(asked, stem(own)) !== null)) return [];
  const polarity = readPolarity(tagged, main, creditOf(word)?.certainty ?? "stated");
  return polarity ? [{ at: main, fit: "none", polarity, echo: false }] : [];
}

/** What the nearest sentence before in the paragraph says of the predicate. */
function polarityBefore(asked: AskedPredicate, record: DocumentRecord, at: number): Polarity | null {
  const own = record.sentences[at]?.paragraph;
  for (let i = at - 1; i >= 0 && i >= at - REACH && record.sentences[i]?.paragraph === own; i -= 1) {
    const span = record.sentences[i]?.span;
    if (!span) break;
    const words = taggedIn(record, i);
    const key = readKeys(words, asked, (word) => creditAt(record, i, spanOf(word, span))?.certainty ?? "stated").at(-1);
    if (key) return key.polarity;
  }
  return null;
}

const spanOf = (word: TaggedWord, sentence: Span): Span => ({
  start: sentence.start + word.start,
  end: sentence.start + word.end,
});

function featuresOf(told: Reading, scene: Scene): StatusFeatures {
  const { part, asked, words, record, evidence, best, tagged } = scene;
  const at = evidence.sentence;
  const clause = saidAround(tagged, told.at);
  const stemsAt = (i: number): readonly string[] => (i < 0 ? [] : sentenceFacts(record, i).stems);
  const inClause = familiesOf(clause.map(({ text }) => stem(text)));
  const own = familiesOf(stemsAt(at));
  const heading = record.sentences[at]?.heading ?? -1;
  const before = Array.from({ length: REACH }, (_, i) => at - 1 - i).flatMap(stemsAt);
  const near = new Set([...own, ...familiesOf([...before, ...stemsAt(heading)])]);
  const whole = new Set([...near, ...familiesOf([...titleFacts(record).stems, ...LEAD.flatMap(stemsAt)])]);
  const beside = [at - 1, at + 1, at - 2].filter((i) => isBeside(record, at, i));
  const holdsKey = (i: number): boolean => stemsAt(i).some((one) => fitOfStem(asked, one) !== null);
  const isDenied = told.polarity === "denied" ? 1 : 0;
  const keyBeside = told.fit === "none" && beside.some(holdsKey) ? 1 : 0;
  const credit = creditAt(record, at, spanOf(tagged[told.at] ?? EMPTY, scene.span));
  const { cosine } = evidence.features;
  const shareOfClause = shareOf(words.heads, inClause);
  const shareNear = shareOf(words.heads, whole);
  return {
    cosine,
    behindBest: best - cosine,
    exact: told.fit === "same" ? 1 : 0,
    kin: told.fit === "kin" ? 1 : 0,
    related: told.fit === "related" ? 1 : 0,
    opposite: told.fit === "opposite" ? 1 : 0,
    wordNear: (told.fit === "none" ? 0 : 1) * shareNear,
    headsAlone: told.fit === "none" ? shareOfClause : 0,
    keyBeside,
    cosineBeside: Math.max(0, ...beside.map((i) => scene.cosines.get(`${evidence.record} ${i}`) ?? 0)),
    echo: told.echo ? 1 : 0,
    shareOfClause,
    shareOfSentence: shareOf(words.heads, own),
    shareNear,
    adjuncts: shareOf(words.adjuncts, own),
    adjunctsNear: shareOf(words.adjuncts, whole),
    namesNear:
      words.names.length === 0
        ? 1
        : words.names.filter((name) => whole.has(familyOf(name))).length / words.names.length,
    pointer: clause.some(({ text }) => POINTERS.test(text)) ? 1 : 0,
    another: isAnother(part, { record, sentence: at, clause }) ? 1 : 0,
    otherSubject: isOfAsked(asked, { part, record, words: tagged, clause: clauseAround(tagged, told.at) }) ? 0 : 1,
    otherModifier: isOtherKind(part, clause) ? 1 : 0,
    denied: isDenied,
    deniedBeside: isDenied * keyBeside,
    quoted: credit?.speaker ? 1 : 0,
    contested: CONTESTED.test(slice(record.document.text, scene.span)) ? 1 : 0,
    length: Math.min(1, tagged.length / LONG),
  };
}

/** Words of somebody who knows that others say otherwise. */
const CONTESTED =
  /\b(?:insist(?:s|ed)?|maintain(?:s|ed)?|never|ever|repeat(?:s|ed)?|again|flatly|did (?:go|get|\w{4,})|whatever|contrary|untrue|false|confirm(?:s|ed)?|reject(?:s|ed)?|den(?:y|ies|ied))\b/i;

/** "Card numbers" are no "passport numbers": the head of a noun group of the question, with another noun before it. */
function isOtherKind({ terms }: QuestionPart, clause: readonly TaggedWord[]): boolean {
  return terms.some((head, i) => {
    const modifier = terms[i - 1];
    if (!modifier || head.span.start - modifier.span.end !== 1) return false;
    const held = clause.findIndex(({ text, tag }) => tag === "NOUN" && stem(text) === head.stem);
    const before = clause[held - 1];
    return before?.tag === "NOUN" && stem(before.text) !== modifier.stem;
  });
}

const EMPTY: TaggedWord = { start: 0, end: 0, text: "", tag: "X" };

const isBeside = (record: DocumentRecord, at: number, other: number): boolean =>
  record.sentences[other] !== undefined && record.sentences[other]?.paragraph === record.sentences[at]?.paragraph;

function shareOf(words: Weighed["heads"], held: ReadonlySet<string>): number {
  const all = words.reduce((sum, { idf }) => sum + idf, 0);
  return all === 0 ? 1 : words.reduce((sum, { key, idf }) => sum + (held.has(key) ? idf : 0), 0) / all;
}

/** Shorter credited words are a fragment, not a quote. */
const MIN_CLAUSE = 30;

function claimOf({ at, polarity }: Reading, { asked, record, evidence, tagged, span }: Scene): StatusClaim {
  const { document } = record;
  const value = spanOf(tagged[at] ?? EMPTY, span);
  const credit = creditAt(record, evidence.sentence, value);
  return {
    kind: "status",
    id: `${document.id}:${value.start}-${value.end}`,
    document: document.id,
    sentence: evidence.sentence,
    span,
    clause: clauseOf(credit, span),
    value,
    counted: { head: asked.key, written: asked.key, modifiers: [], owners: [] },
    event: { action: asked.key, written: slice(document.text, value), agents: [], targets: [] },
    place: null,
    period: null,
    speaker: credit?.speaker ?? null,
    certainty: credit?.certainty === "denied" && polarity === "affirmed" ? "claimed" : (credit?.certainty ?? "stated"),
    estimate: false,
    affirmed: polarity === "affirmed",
  };
}

/** What can be quoted: the credited words, where they are a clause that its speaker does not deny; else the sentence. */
function clauseOf(credit: Credit | undefined, sentence: Span): Span {
  if (!credit || credit.certainty === "denied") return sentence;
  return credit.span.end - credit.span.start >= MIN_CLAUSE ? credit.span : sentence;
}

/** Who is credited with the words at `value`: of credits that lie in one another the shortest. */
function creditAt(record: DocumentRecord, sentence: number, value: Span): Credit | undefined {
  return (record.credits[sentence] ?? [])
    .filter(({ span }) => span.start <= value.start && value.end <= span.end)
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}
