import type { StatusClaim } from "../claims/claim.ts";
import { clauseAround, readPolarity, saidAround } from "../claims/clause-polarity.ts";
import { eventFamily, isKnownEvent } from "../claims/event-families.ts";
import { thingFamily } from "../claims/families.ts";
import { areOpposites } from "../claims/opposites.ts";
import { tagWords } from "../claims/tag.ts";
import type { TaggedWord } from "../claims/tag.ts";
import { findTimes, periodsOverlap } from "../claims/times.ts";
import type { Credit, DocumentRecord } from "../index/record.ts";
import { readAskedPredicate } from "../question/asked-predicate.ts";
import type { AskedPredicate } from "../question/asked-predicate.ts";
import type { QuestionPart } from "../question/question.ts";
import type { EventMatch } from "../retrieval/match-events.ts";
import { sentenceFacts, titleFacts } from "../retrieval/sentence-facts.ts";
import { isCalendarName } from "../question/numbers.ts";
import { slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { isStopWord, splitIntoWords } from "../text/words.ts";
import type { Basis, PartWorld } from "./basis.ts";

/** Sentences of the evidence whose documents are read for one question at most; reprints stand in it but once. */
const MAX_READ = 40;

/** What a word of the question is worth by where it stands: hand-set, only their order matters. */
const NEARNESS = { sentence: 1, beside: 0.85, lead: 0.7, document: 0.65 } as const;

/** So much of the question, by idf, must stand in a sentence or near it. */
const MIN_COVER = 0.72;

/** Sentences before one's own that tell what "he" and "it" are. */
const REACH = 3;

/** What a first name and an adjunct weigh beside what it is said of. */
const IDLE = 0.15;

const LEAD = 3;

/** Words that point back to what a sentence before has named. */
const POINTERS = /\b(?:it|he|she|they|this|that|his|her|its|their|him|them|my|our|we|I|nobody|nothing|none)\b/i;

/**
 * The sentences of the evidence that affirm or deny what a whether question asks, each once, as claims of its status: those
 * that hold its predicate (or its opposite) and nearly all that it is said of.
 */
export function statusesByPolarity(
  part: QuestionPart,
  { evidence }: Basis,
  { snapshot, allow }: PartWorld,
): readonly EventMatch<StatusClaim>[] {
  const asked = readAskedPredicate(part);
  if (!asked) return [];
  const where = [...new Set(evidence.slice(0, MAX_READ).map(({ record }) => record))];
  return where.flatMap((at) => {
    const record = snapshot.records[at];
    if (!record || !allow(record.document.id)) return [];
    const idf = (own: string): number => snapshot.bm25.idf(own);
    return record.sentences.flatMap((_, sentence) => {
      if (!sentenceFacts(record, sentence).stems.some((own) => isKey(asked, own))) return [];
      const score = coverOf(asked, { record, sentence, part, idf });
      if (score < MIN_COVER) return [];
      const claim = statusOf(asked, { part, record, sentence });
      return claim ? [{ claim, score }] : [];
    });
  });
}

/** True where a stem may say the predicate or its opposite. */
const isKey = ({ key, kind }: AskedPredicate, own: string): boolean =>
  own === key ||
  areOpposites(own, key) ||
  (kind === "verb" ? eventFamily(own) === eventFamily(key) : thingFamily(own) === thingFamily(key));

/** "Collision" and "crash" are one word here. */
function familyOf(own: string): string {
  const thing = thingFamily(own);
  return thing === own ? eventFamily(own) : thing;
}

const familiesOf = (stems: readonly string[]): ReadonlySet<string> => new Set(stems.map(familyOf));

function coverOf(
  asked: AskedPredicate,
  where: {
    readonly record: DocumentRecord;
    readonly sentence: number;
    readonly part: QuestionPart;
    readonly idf: (own: string) => number;
  },
): number {
  const { record, sentence, part, idf } = where;
  if (asked.about.length === 0) return 1;
  const stemsAt = (at: number): readonly string[] => (at < 0 ? [] : sentenceFacts(record, at).stems);
  const own = familiesOf(stemsAt(sentence));
  const beside = familiesOf(Array.from({ length: REACH }, (_, i) => sentence - 1 - i).flatMap(stemsAt));
  const lead = familiesOf([...titleFacts(record).stems, ...Array.from({ length: LEAD }, (_, i) => i).flatMap(stemsAt)]);
  const whole = familiesOf(record.sentences.flatMap((_, at) => stemsAt(at)));
  let [sum, here, all] = [0, 0, 0];
  for (const one of asked.about) {
    const name = part.names.find(({ stems }) => stems.includes(one));
    // A first name may be left out, and so may when and where it was.
    const isIdle = name ? name.stems.at(-1) !== one : isCalendarName(one) || asked.adjuncts.includes(one);
    const weight = idf(one) * (isIdle ? IDLE : 1);
    const key = familyOf(one);
    all += weight;
    if (own.has(key) && !isIdle) here += 1;
    sum +=
      weight *
      (own.has(key)
        ? NEARNESS.sentence
        : beside.has(key)
          ? NEARNESS.beside
          : lead.has(key)
            ? NEARNESS.lead
            : whole.has(key)
              ? NEARNESS.document
              : 0);
  }
  if (all === 0) return 1;
  const text = slice(record.document.text, record.sentences[sentence]?.span ?? { start: 0, end: 0 });
  if (here === 0 && !POINTERS.test(text)) return 0;
  return sum / all;
}

/** True where the sentence names somebody or some place that the question does not, and not who or where it asks; or another day. */
function isAnother(
  part: QuestionPart,
  {
    record,
    sentence,
    clause,
  }: { readonly record: DocumentRecord; readonly sentence: number; readonly clause: readonly TaggedWord[] },
): boolean {
  const span = record.sentences[sentence]?.span;
  if (!span) return true;
  const text = slice(record.document.text, span);
  const { published } = record.document;
  const asked = findTimes(part.text, { published, previous: null }).find(({ kind }) => kind !== "duration-since");
  const said = text.slice(clause[0]?.start ?? 0, clause.at(-1)?.end ?? 0);
  const told = findTimes(said, { published, previous: null }).filter(({ kind }) => kind !== "duration-since");
  if (asked && told.length > 0 && told.every(({ period }) => periodsOverlap(asked.period, period) === "no"))
    return true;
  // "He was not arrested in 2019 over another accident."
  const year = published?.slice(0, 4) ?? "";
  if (
    !asked &&
    told.some(({ period }) => period.basis === "said" && period.to !== null && period.to.slice(0, 4) < year)
  )
    return true;
  const names = part.names.filter(({ written }) => !isCalendarName(written.toLowerCase()));
  const facts = sentenceFacts(record, sentence);
  // Whoever speaks is none of those that it is said of.
  const spoken = new Set(
    (record.credits[sentence] ?? []).flatMap(({ speaker }) =>
      splitIntoWords(speaker?.name ?? "").map((one) => one.stem),
    ),
  );
  const missing = names.filter(({ stems }) => !stems.some((one) => facts.stems.includes(one)));
  if (missing.length === 0) return false;
  const others = clause
    .filter(({ text: word, tag }) => /^\p{Lu}/u.test(word) && tag !== "DET" && tag !== "PRON")
    .filter(({ text: word }) => !isStopWord(word) && !isCalendarName(word.toLowerCase()))
    .map(({ text: word }) => stem(word))
    .filter((own) => (facts.names.includes(own) || isNameElsewhere(record, own)) && !spoken.has(own))
    .filter((own) => !names.some(({ stems }) => stems.includes(own)));
  return others.some((own) => !missing.some(({ stems }) => areOneName(record, own, stems.at(-1) ?? "")));
}

const isNameElsewhere = (record: DocumentRecord, own: string): boolean =>
  record.sentences.some((_, at) => sentenceFacts(record, at).names.includes(own));

/** "Tomas" is Arvelo where the document names "Tomas Arvelo". */
function areOneName(record: DocumentRecord, first: string, last: string): boolean {
  return record.sentences.some((_, at) => {
    const { stems } = sentenceFacts(record, at);
    const found = stems.indexOf(last);
    return found > 0 && stems[found - 1] === first;
  });
}

/** True where a sentence uses the predicate of a whether question, but of somebody else or of another time. */
export function tellsOfAnother(part: QuestionPart, record: DocumentRecord, sentence: number): boolean {
  const asked = readAskedPredicate(part);
  const span = record.sentences[sentence]?.span;
  if (!asked || !span || !sentenceFacts(record, sentence).stems.includes(asked.key)) return false;
  const words = tagWords(slice(record.document.text, span));
  const keys = words.flatMap((word, at) => (stem(word.text) === asked.key ? [at] : []));
  if (keys.length === 0) return false;
  return keys.every((at) => {
    const clause = saidAround(words, at);
    return (
      isAnother(part, { record, sentence, clause }) ||
      !isOfAsked(asked, { part, record, words, clause: clauseAround(words, at) })
    );
  });
}

/** The status that the first word of a sentence gives which is the predicate, or its opposite. */
function statusOf(
  asked: AskedPredicate,
  {
    part,
    record,
    sentence: index,
  }: { readonly part: QuestionPart; readonly record: DocumentRecord; readonly sentence: number },
): StatusClaim | null {
  const sentence = record.sentences[index];
  if (!sentence) return null;
  const { document } = record;
  const text = slice(document.text, sentence.span);
  const words = tagWords(text);
  for (const [at, word] of words.entries()) {
    const fit = fitOf(asked, word);
    if (fit === null || isAnother(part, { record, sentence: index, clause: saidAround(words, at) })) continue;
    if (!isOfAsked(asked, { part, record, words, clause: clauseAround(words, at) })) continue;
    const value = { start: sentence.span.start + word.start, end: sentence.span.start + word.end };
    const credit = creditAt(record.credits[index] ?? [], value);
    const polarity = readPolarity(words, at, credit?.certainty ?? "stated");
    if (polarity === null) continue;
    const affirmed = (polarity === "affirmed") === (fit === "same");
    const certainty =
      credit?.certainty === "denied" && polarity === "affirmed" ? "claimed" : (credit?.certainty ?? "stated");
    return {
      kind: "status",
      id: `${document.id}:${value.start}-${value.end}`,
      document: document.id,
      sentence: index,
      span: sentence.span,
      clause: clauseOf(credit, sentence.span),
      value,
      counted: { head: asked.key, written: asked.key, modifiers: [], owners: [] },
      event: { action: asked.key, written: word.text, agents: [], targets: [] },
      place: null,
      period: null,
      speaker: credit?.speaker ?? null,
      certainty,
      estimate: false,
      affirmed,
    };
  }
  return null;
}

/** True where the clause itself names what is asked about, or points back to it; what another clause of its sentence names is that one's. */
function isOfAsked(
  asked: AskedPredicate,
  where: {
    readonly part: QuestionPart;
    readonly record: DocumentRecord;
    readonly words: readonly TaggedWord[];
    readonly clause: readonly TaggedWord[];
  },
): boolean {
  const { part, record, words, clause } = where;
  if (clause.some(({ text }) => POINTERS.test(text))) return true;
  const about = asked.about.filter((one) => !asked.adjuncts.includes(one)).map(familyOf);
  if (about.length === 0) return true;
  const lasts = part.names.map(({ stems }) => stems.at(-1) ?? "");
  if (clause.some(({ text }) => /^\p{Lu}/u.test(text) && lasts.some((last) => areOneName(record, stem(text), last))))
    return true;
  const own = familiesOf(clause.map(({ text }) => stem(text)));
  const beside = familiesOf(words.filter((word) => !clause.includes(word)).map(({ text }) => stem(text)));
  return about.some((one) => own.has(one)) && !about.some((one) => !own.has(one) && beside.has(one));
}

/** Shorter credited words are a fragment, not a quote. */
const MIN_CLAUSE = 30;

/** What can be quoted: the credited words, where they are a clause that its speaker does not deny; else the sentence. */
function clauseOf(credit: Credit | undefined, sentence: Span): Span {
  if (!credit || credit.certainty === "denied") return sentence;
  return credit.span.end - credit.span.start >= MIN_CLAUSE ? credit.span : sentence;
}

function fitOf(asked: AskedPredicate, word: TaggedWord): "same" | "opposite" | null {
  if (!/^(?:VERB|NOUN|ADJ|ADV|PROPN)$/.test(word.tag)) return null;
  const own = stem(word.text);
  if (own === asked.key) return "same";
  if (areOpposites(own, asked.key)) return "opposite";
  const family = eventFamily(asked.key);
  const isKin = asked.kind === "verb" && word.tag === "VERB" && isKnownEvent(family) && eventFamily(own) === family;
  return isKin || (asked.kind === "word" && thingFamily(own) === thingFamily(asked.key)) ? "same" : null;
}

/** Who is credited with the words at `value`: of credits that lie in one another the shortest. */
function creditAt(credits: readonly Credit[], value: Span): Credit | undefined {
  return credits
    .filter(({ span }) => span.start <= value.start && value.end <= span.end)
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}
