import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import { spellingKey } from "../text/names.ts";
import type { Evidence } from "./evidence.ts";
import { readMonth, readNumber } from "../question/numbers.ts";
import { publishedNumbers, sentenceFacts, titleFacts } from "./sentence-facts.ts";
import { COVERAGE_WEIGHTS } from "./weights.ts";

/** Something of the question that the evidence does not hold. */
export type Missing = { readonly kind: "name" | "number" | "term"; readonly written: string };

/** What coverage is worked out from. */
export type CoverageFeatures = {
  /** Best cosine of the question with "title. sentence", and with a passage. */
  readonly sentenceCosine: number;
  readonly passageCosine: number;
  /** Largest idf share of the question in one passage and its title. */
  readonly share: number;
  /** 1 where a name, or a number, year or month of the question stands nowhere near the evidence. */
  readonly nameMissing: number;
  readonly numberMissing: number;
};

/** How well the evidence fills what a part asks. */
export type Coverage = {
  /** 0–1, fitted: one minus the chance that the sources do not answer; not a probability of being right. */
  readonly coverage: number;
  /** Names, then numbers, then terms without any evidence; each in the order of the question. */
  readonly missing: readonly Missing[];
  readonly features: CoverageFeatures;
};

/** Whether a name of the question and the words of a text name the same; both as stems. */
export type NameEquality = (name: string, word: string) => boolean;

/**
 * How well evidence covers a part of the question: a logistic of two cosines, the idf share of the question in the best passage, and whether
 * a name or a number of the question is missing (fitted on xquad-en and clapnq-120, docs/bench.md). No evidence gives 0.
 * @param input.sameName tells variants of names beyond equal stems and spellings ("French" and "France"); default: those two only
 */
export function coverageOf(input: {
  readonly part: QuestionPart;
  readonly evidence: readonly Evidence[];
  readonly snapshot: Snapshot;
  readonly sameName?: NameEquality | undefined;
}): Coverage {
  const { part, evidence, snapshot, sameName = isSameName } = input;
  const held = gather(evidence, snapshot);
  const missing = findMissing(part, held, sameName);
  const best = (read: (one: Evidence) => number): number => evidence.reduce((max, one) => Math.max(max, read(one)), 0);
  const features: CoverageFeatures = {
    sentenceCosine: best((one) => one.features.cosine),
    passageCosine: best((one) => one.features.passageCosine),
    share: best((one) => one.features.idfPassage),
    nameMissing: missing.some(({ kind }) => kind === "name") ? 1 : 0,
    numberMissing: missing.some(({ kind }) => kind === "number") ? 1 : 0,
  };
  return { coverage: evidence.length === 0 ? 0 : 1 - unanswerable(features), missing, features };
}

/** Chance that the sources do not answer, by the fitted logistic. */
function unanswerable(features: CoverageFeatures): number {
  const w = COVERAGE_WEIGHTS;
  const logit =
    w.bias +
    w.sentenceCosine * features.sentenceCosine +
    w.passageCosine * features.passageCosine +
    w.share * features.share +
    w.nameMissing * features.nameMissing +
    w.numberMissing * features.numberMissing;
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

/** A name is there if its last word is (people are called by it), most of its words are, or its initials are ("U.S."). */
function isNamed(stems: readonly string[], has: (stem: string) => boolean): boolean {
  const found = stems.filter((stem) => has(stem)).length;
  const last = stems.at(-1);
  const initials = stems.map((stem) => stem.charAt(0)).join("");
  return found * 2 > stems.length || (last !== undefined && has(last)) || (stems.length > 1 && has(initials));
}

/** Spellings by different systems of transliteration are one name, and so are a country and its adjective ("German" and "Germany"). */
function isSameName(name: string, word: string): boolean {
  if (name.charCodeAt(0) !== word.charCodeAt(0)) return false;
  const [short, long] = name.length < word.length ? [name, word] : [word, name];
  if (short.length >= MIN_ROOT && long.startsWith(short) && ADJECTIVE_ENDINGS.has(long.slice(short.length)))
    return true;
  return spellingKey(name) === spellingKey(word);
}

/** What a stemmed adjective has more than the stemmed name; "a" is none: Ivanova is another person than Ivanov. */
const ADJECTIVE_ENDINGS: ReadonlySet<string> = new Set(["i", "n", "an", "ian", "ese", "es", "ish", "er", "ic"]);
const MIN_ROOT = 4;
