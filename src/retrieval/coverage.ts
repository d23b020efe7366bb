import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Evidence } from "./evidence.ts";
import { readStatedSlots } from "../question/stated-slots.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import { readMonth, readNumber } from "../question/numbers.ts";
import { contentStems } from "../text/words.ts";
import { bearOut } from "./bear-out.ts";
import { isNamed, isSameName } from "./name-equality.ts";
import type { NameEquality } from "./name-equality.ts";
import { publishedNumbers, sentenceFacts, titleFacts } from "./sentence-facts.ts";
import { nounsAbsent } from "./absent-words.ts";
import { COVERAGE_WEIGHTS } from "./weights.ts";

/** Something of the question that the evidence does not hold. */
export type Missing = { readonly kind: "name" | "number" | "term"; readonly written: string };

/** What coverage is worked out from. */
export type CoverageFeatures = {
  /** Best cosine of the question with a passage. */
  readonly passageCosine: number;
  /** Nouns of the question that stand nowhere in the corpus. */
  readonly nounsAbsent: number;
  /** 1 where a number, year or month of the question stands nowhere near the evidence. */
  readonly numberMissing: number;
  /** How far behind the best sentence the first one lies that bears out every slot of the question, at most `MAX_GAP`. */
  readonly slotGap: number;
  /** Of the best sentence, by the ranker. */
  readonly probability: number;
  readonly score: number;
};

/** How well the evidence fills what a part asks. */
export type Coverage = {
  /** 0–1, fitted: one minus the chance that the sources do not answer; not a probability of being right. */
  readonly coverage: number;
  /** Names, then numbers, then terms without any evidence; each in the order of the question. */
  readonly missing: readonly Missing[];
  readonly features: CoverageFeatures;
  /** Evidence that bears out every slot of the question, best first. */
  readonly borne: readonly Evidence[];
  /** Slots of the question that no near evidence fills, or not together with the others. */
  readonly open: readonly StatedSlot[];
};

/**
 * How well evidence covers a part of the question: a logistic of two cosines, the idf share of the question in the best passage, and whether
 * a name or a number of the question is missing (fitted on xquad-en and clapnq-120, docs/bench.md). No evidence gives 0.
 * @param input.slots what the part states; default: read from it, without a day that its dates are read from
 * @param input.sameName tells variants of names beyond equal stems and spellings ("French" and "France"); default: those two only
 */
export function coverageOf(input: {
  readonly part: QuestionPart;
  readonly evidence: readonly Evidence[];
  readonly snapshot: Snapshot;
  readonly sameName?: NameEquality | undefined;
  readonly slots?: readonly StatedSlot[] | undefined;
}): Coverage {
  const { part, evidence, snapshot, sameName = isSameName } = input;
  const held = gather(evidence, snapshot);
  const missing = findMissing(part, held, sameName);
  const best = (read: (one: Evidence) => number): number => evidence.reduce((max, one) => Math.max(max, read(one)), 0);
  const borneOut = bearOut(input.slots ?? readStatedSlots(part, null), evidence, snapshot);
  const features: CoverageFeatures = {
    passageCosine: best((one) => one.features.passageCosine),
    nounsAbsent: nounsAbsent(part, { evidence, snapshot }),
    numberMissing: missing.some(({ kind }) => kind === "number") ? 1 : 0,
    slotGap: borneOut.gap,
    probability: evidence[0]?.probability ?? 0,
    score: evidence[0]?.score ?? 0,
  };
  return {
    coverage: evidence.length === 0 ? 0 : 1 - unanswerable(features),
    missing,
    features,
    borne: borneOut.evidence,
    open: borneOut.missing,
  };
}

/** Chance that the sources do not answer, by the fitted logistic. */
function unanswerable(features: CoverageFeatures): number {
  const w = COVERAGE_WEIGHTS;
  const logit =
    w.bias +
    w.passageCosine * features.passageCosine +
    w.nounsAbsent * features.nounsAbsent +
    w.numberMissing * features.numberMissing +
    w.slotGap * features.slotGap +
    w.probability * features.probability +
    w.score * features.score;
  return 1 / (1 + Math.exp(-logit));
}

/**
 * Words and numbers of the evidence. A title may fill a name or a number, but no ordinary word; a document's date fills the year and month
 * that news does not repeat.
 */
type Held = {
  readonly stems: ReadonlySet<string>;
  readonly titled: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
};

/** Sentences looked through for what is missing: those that an answer could quote, with the one before each. */
const LOOKED_THROUGH = 10;

function gather(evidence: readonly Evidence[], snapshot: Snapshot): Held {
  const stems = new Set<string>();
  const titled = new Set<string>();
  const numbers = new Set<string>();
  const initials = new Set<string>();
  for (const { record: at, sentence } of evidence.slice(0, LOOKED_THROUGH)) {
    const record = snapshot.records[at];
    if (!record) continue;
    for (const near of [sentence - 1, sentence]) {
      const facts = sentenceFacts(record, near);
      for (const stem of facts.stems) stems.add(stem);
      for (const number of facts.numbers) numbers.add(number);
      for (const acronym of facts.initials) initials.add(acronym);
    }
    const title = titleFacts(record);
    for (const stem of title.stems) titled.add(stem);
    for (const stem of contentStems(record.document.source ?? "")) titled.add(stem);
    for (const number of [...title.numbers, ...publishedNumbers(record)]) numbers.add(number);
    for (const acronym of title.initials) initials.add(acronym);
  }
  return { stems, titled, initials, numbers };
}

function findMissing(part: QuestionPart, held: Held, sameName: NameEquality): readonly Missing[] {
  const named = new Set(part.names.flatMap((name) => name.stems));
  const has = (stem: string): boolean => {
    if (held.stems.has(stem) || held.titled.has(stem) || held.initials.has(stem)) return true;
    for (const other of held.stems) if (sameName(stem, other)) return true;
    for (const other of held.titled) if (sameName(stem, other)) return true;
    return false;
  };
  const names = part.names.filter((name) => name.stems.length > 0 && !isNamed(name.stems, has));
  // "Which two treaties" may be answered without the word; what is written in digits may not.
  const spelled = new Set(part.terms.map(({ word }) => (/\d/u.test(word) ? null : readNumber(word))));
  const numbers = part.numbers.filter((number) => !held.numbers.has(number) && !spelled.has(number));
  const terms = part.terms.filter(({ word, stem }) => !named.has(stem) && !held.stems.has(stem) && !isNumber(word));
  return [
    ...names.map(({ written }): Missing => ({ kind: "name", written })),
    ...numbers.map((written): Missing => ({ kind: "number", written })),
    ...terms.map(({ word }): Missing => ({ kind: "term", written: word })),
  ];
}

/** Numbers and months are looked for as such. */
function isNumber(word: string): boolean {
  return readNumber(word) !== null || readMonth(word, true) !== null;
}
