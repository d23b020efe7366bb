import { verbFamily } from "../claims/families.ts";
import { SAYING_VERBS } from "../claims/speech-words.ts";
import type { Tag } from "../claims/tag.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart, QuestionTerm } from "../question/question.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import { stem } from "../text/stem.ts";
import { splitIntoWords } from "../text/words.ts";
import { isRelated, knownAction, nearStems } from "./absent-words.ts";
import { tagsOf } from "./asked-tags.ts";
import { isSpokenBy } from "./credited-to.ts";
import type { Evidence } from "./evidence.ts";
import { isNamed, isSameName } from "./name-equality.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";
import { sentenceText } from "./slot-context.ts";

/** What coverage is worked out from. Nouns and verbs are those of the question that are no names. */
export type CoverageFeatures = {
  /** Of the best sentence, by the ranker. */
  readonly score: number;
  /** idf share of the question in the best sentence, the one before and the title; and in its passage. */
  readonly idfNear: number;
  readonly idfPassage: number;
  /** How far the best cosine of a sentence lies above the fifth. */
  readonly cosineLead: number;
  /** How far the best sentence lies ahead of any of another document, by the ranker; −3 to 6, and 6 where there is no other. */
  readonly documentLead: number;
  /** How far behind the best sentence the first one lies that bears out every slot of the question, at most 5. */
  readonly slotGap: number;
  /** 1 where a figure is asked for that no evidence holds. */
  readonly figureMissing: number;
  /** Nouns that stand nowhere in the corpus, nor does a word of their family near the best sentence. */
  readonly nounsAbsent: number;
  /** 1 where the noun that says what is wanted ("which sponsor") is one of them. */
  readonly kindNounAbsent: number;
  /** Verbs with known synonyms of which none stands in the document, nor they themselves in the corpus. */
  readonly verbsAbsent: number;
  /** Nouns that do not stand in the document of the best sentence; and the share of those that do, .5 without nouns. */
  readonly nounsAway: number;
  readonly nounsHeld: number;
  /** 1 where every word stands in the best sentence or in what a reader takes along with it. */
  readonly wholeNear: number;
  /** 1 where the speaker whose words are asked for says nothing near any word of the question. */
  readonly unsaid: number;
  /** 1 for "whether": a sentence that denies it answers too. */
  readonly whether: number;
};

/** What the features are read from. */
export type Looked = {
  readonly part: QuestionPart;
  /** What may be quoted, best first. */
  readonly evidence: readonly Evidence[];
  /** What of it bears out every slot. */
  readonly borne: readonly Evidence[];
  /** All that was ranked. */
  readonly ranked: readonly Evidence[];
  readonly slots: readonly StatedSlot[];
  readonly slotGap: number;
  readonly figure: "missing" | "held";
  readonly snapshot: Snapshot;
};

const MOST_LEAD = 6;
const LEAST_LEAD = -3;

/** The cosine that the best one is set against. */
const FIFTH = 4;

/** Reads the features of a part's best evidence; null where there is none. */
export function readCoverageFeatures(looked: Looked): CoverageFeatures | null {
  const { part, evidence, borne, snapshot } = looked;
  const quotable = borne.length > 0 ? borne : evidence;
  const [best] = quotable;
  const record = best && snapshot.records[best.record];
  if (!best || !record) return null;
  const words = readWords(part, best, { record, snapshot });
  const nouns = words.filter(({ tag }) => tag === "NOUN" || tag === "PROPN");
  const away = nouns.filter(({ where }) => where !== "near" && where !== "document");
  const absent = nouns.filter(({ where }) => where === "nowhere");
  const cosines = looked.ranked.map((one) => one.features.cosine).sort((a, b) => b - a);
  const other = quotable.find((one) => one.record !== best.record);
  const lead = other ? best.score - other.score : MOST_LEAD;
  return {
    score: evidence[0]?.score ?? best.score,
    idfNear: best.features.idfNear,
    idfPassage: best.features.idfPassage,
    cosineLead: (cosines[0] ?? 0) - (cosines[Math.min(FIFTH, cosines.length - 1)] ?? 0),
    documentLead: Math.min(MOST_LEAD, Math.max(LEAST_LEAD, lead)),
    slotGap: looked.slotGap,
    figureMissing: looked.figure === "missing" ? 1 : 0,
    nounsAbsent: absent.length,
    kindNounAbsent: absent.some(({ term }) => term.stem === part.kindNoun) ? 1 : 0,
    verbsAbsent: words.filter(({ tag, where, hasFamily }) => tag === "VERB" && where === "nowhere" && hasFamily).length,
    nounsAway: away.length,
    nounsHeld: nouns.length === 0 ? 0.5 : 1 - away.length / nouns.length,
    wholeNear: words.every(({ isNear }) => isNear) && areNamesNear(part, best, record) ? 1 : 0,
    unsaid: isUnsaid(looked) ? 1 : 0,
    whether: part.kind === "whether" ? 1 : 0,
  };
}

/** A word of the question, with where it, or a word of its family, stands that is nearest to the best sentence. */
type HeldWord = {
  readonly term: QuestionTerm;
  readonly tag: Tag;
  readonly where: "near" | "document" | "corpus" | "nowhere";
  /** The word itself stands near, not only one of its family. */
  readonly isNear: boolean;
  /** True for verbs of which synonyms are known. */
  readonly hasFamily: boolean;
};

function readWords(
  part: QuestionPart,
  best: Evidence,
  { record, snapshot }: { readonly record: DocumentRecord; readonly snapshot: Snapshot },
): readonly HeldWord[] {
  const near = new Set(nearStems(record, best.sentence));
  const tags = tagsOf(part);
  const named = new Set(part.names.flatMap((name) => name.stems));
  return part.terms.flatMap((term): readonly HeldWord[] => {
    if (named.has(term.stem)) return [];
    const family = knownAction(term.stem);
    const isNear = near.has(term.stem);
    const inDocument = (): boolean => isInDocument(term.stem, family, { record, sentence: best.sentence });
    // A title alone fills no ordinary word: titles are no part of what is searched.
    const inCorpus = snapshot.bm25.search([term.stem], 1).length > 0;
    const where =
      isRelated(term.stem, near) || (inCorpus && isNear)
        ? "near"
        : (inCorpus || family !== null) && inDocument()
          ? "document"
          : inCorpus
            ? "corpus"
            : "nowhere";
    return [{ term, tag: tags.get(term.stem) ?? "X", where, isNear, hasFamily: family !== null }];
  });
}

/** Sentences looked through to both sides: a report is shorter, and of a book more would not be about the same. */
const DOCUMENT_REACH = 150;

function isInDocument(
  word: string,
  family: string | null,
  { record, sentence }: { readonly record: DocumentRecord; readonly sentence: number },
): boolean {
  const from = Math.max(0, sentence - DOCUMENT_REACH);
  const to = Math.min(record.sentences.length, sentence + DOCUMENT_REACH);
  for (let at = from; at < to; at += 1) {
    const { stems } = sentenceFacts(record, at);
    if (stems.includes(word)) return true;
    if (family !== null && stems.some((one) => verbFamily(one) === family)) return true;
  }
  return false;
}

function areNamesNear(part: QuestionPart, best: Evidence, record: DocumentRecord): boolean {
  const near = nearStems(record, best.sentence);
  return part.names.every(({ stems }) => stems.every((name) => near.some((one) => isSameName(name, one))));
}

/** Best sentences among which the speaker's words are looked for. */
const SPEECHES = 40;

/** "What did the mayor say about the bridge?", where the mayor's words are about other things. */
function isUnsaid({ part, evidence, slots, snapshot }: Looked): boolean {
  const asked = slots.flatMap((slot) =>
    slot.kind === "speaker" && slot.speaker.asks === "said" ? [slot.speaker] : [],
  );
  const [speaker] = asked;
  if (!speaker) return false;
  const topic = part.terms
    .map((term) => term.stem)
    .filter((one) => !speaker.stems.includes(one) && !SAYING_STEMS.has(one));
  if (topic.length === 0) return false;
  return !evidence.slice(0, SPEECHES).some((one) => {
    const record = snapshot.records[one.record];
    if (!record) return false;
    const own = sentenceFacts(record, one.sentence).stems;
    const speaks =
      (says(record, one.sentence) && isNamed(speaker.stems, (name) => own.some((word) => isSameName(name, word)))) ||
      (record.credits[one.sentence] ?? []).some(
        (credit) => credit.speaker !== null && isSpokenBy(speaker, credit.speaker.name, record),
      );
    if (!speaks) return false;
    const near = new Set([...own, ...sentenceFacts(record, one.sentence - 1).stems, ...titleFacts(record).stems]);
    return topic.some((word) => near.has(word) || isRelated(word, near));
  });
}

/** True for sentences with a verb of saying: those that only name somebody give no words of theirs. */
const says = (record: DocumentRecord, sentence: number): boolean =>
  splitIntoWords(sentenceText(record, sentence)).some(({ text }) => SAYING_VERBS.has(text.toLowerCase()));

const SAYING_STEMS: ReadonlySet<string> = new Set(
  "say tell claim announce explain think comment state report".split(" ").map((word) => stem(word)),
);
