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
import { readCoverageFeatures } from "./coverage-features.ts";
import type { CoverageFeatures } from "./coverage-features.ts";
import { COVERAGE_FEATURES, COVERAGE_WEIGHTS } from "./coverage-weights.ts";
import { chanceBy } from "./logistic.ts";

/** Something of the question that the evidence does not hold. */
export type Missing = { readonly kind: "name" | "number" | "term"; readonly written: string };

/** How well the evidence fills what a part asks. */
export type Coverage = {
  /** 0–1, fitted: one minus the chance that the sources do not answer; not a probability of being right. */
  readonly coverage: number;
  /** Names, then numbers, then terms without any evidence; each in the order of the question. */
  readonly missing: readonly Missing[];
  /** Null without evidence. */
  readonly features: CoverageFeatures | null;
  /** Evidence that bears out every slot of the question, best first. */
  readonly borne: readonly Evidence[];
  /** Slots of the question that no near evidence fills, or not together with the others. */
  readonly open: readonly StatedSlot[];
};

/**
 * How well evidence covers a part of the question: a logistic of the features, see `COVERAGE_WEIGHTS`. No evidence gives 0.
 * @param input.ranked all that was ranked where `evidence` is only what of it may be quoted
 * @param input.figure "missing" where the part asks for a figure that no evidence holds
 * @param input.slots what the part states; default: read from it, without a day that its dates are read from
 * @param input.sameName tells variants of names beyond equal stems and spellings ("French" and "France"); default: those two only
 */
export function coverageOf(input: {
  readonly part: QuestionPart;
  readonly evidence: readonly Evidence[];
  readonly ranked?: readonly Evidence[] | undefined;
  readonly figure?: "missing" | "held" | undefined;
  readonly snapshot: Snapshot;
  readonly sameName?: NameEquality | undefined;
  readonly slots?: readonly StatedSlot[] | undefined;
}): Coverage {
  const { part, evidence, ranked = evidence, figure = "held", snapshot, sameName = isSameName } = input;
  const slots = input.slots ?? readStatedSlots(part, null);
  const { evidence: borne, gap: slotGap, missing: open } = bearOut(slots, evidence, snapshot);
  const features = readCoverageFeatures({ part, evidence, borne, ranked, slots, slotGap, figure, snapshot });
  return {
    coverage: features ? 1 - chanceBy(UNANSWERABLE, features) : 0,
    missing: findMissing(part, gather(evidence, snapshot), sameName),
    features,
    borne,
    open,
  };
}

/** Of "the sources do not answer this". */
const UNANSWERABLE = { names: COVERAGE_FEATURES, weights: COVERAGE_WEIGHTS, bias: COVERAGE_WEIGHTS.bias };

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
