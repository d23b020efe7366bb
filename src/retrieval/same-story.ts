import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { findPlaces, placeKind } from "../claims/gazetteer.ts";
import { slice } from "../text/span.ts";
import { isStopWord, splitIntoWords } from "../text/words.ts";
import { sentenceFacts } from "./sentence-facts.ts";

/** Names that two documents must share to tell of one story: one may be a country or an agency that is in every paper. */
const SHARED_NAMES = 2;

/** A name that more passages hold than this, or than this part of all, is in the news every day and ties nothing. */
const MAX_PASSAGES = 24;
const MAX_PART = 0.02;

/** News of one story appears within so many days. */
const STORY_DAYS = 14;

const MS_A_DAY = 86_400_000;
const CAPITAL = /^\p{Lu}/u;

/** `all`: stems that are never written small; `sure`: those of them that have their capital in the middle of a sentence. */
type Names = {
  readonly all: ReadonlySet<string>;
  readonly sure: ReadonlySet<string>;
  /** Stems of the source's name: they tie a paper to others' texts, not to its own. */
  readonly own: ReadonlySet<string>;
  /** Names in the title and the first sentences, countries left out: what the document is about. */
  readonly lead: ReadonlySet<string>;
};

const NAMES = new WeakMap<DocumentRecord, Names>();

function namesOf(record: DocumentRecord): Names {
  const known = NAMES.get(record);
  if (known) return known;
  const { title, text, source } = record.document;
  const words = splitIntoWords(`${title}. ${text}`).filter((word) => !isStopWord(word.text));
  const small = new Set(words.filter((word) => !CAPITAL.test(word.text)).map((word) => word.stem));
  // "The Varne Echo" is no name of its own story, but Varne is, where the text has it beside.
  const rest = new Set(splitIntoWords(source === null ? "" : text.replaceAll(source, " ")).map((word) => word.stem));
  const own = new Set(splitIntoWords(source ?? "").flatMap((word) => (rest.has(word.stem) ? [] : [word.stem])));
  const isName = (stem: string): boolean => !small.has(stem) && !own.has(stem);
  const names = {
    // A paper's own name tells where it is: "Ellery Herald".
    all: new Set([...words.map((word) => word.stem).filter(isName), ...own]),
    own,
    lead: leadOf(record, isName),
    sure: new Set(record.sentences.flatMap((_, at) => sentenceFacts(record, at).names).filter(isName)),
  };
  NAMES.set(record, names);
  return names;
}

/** Sentences that say what a document is about. */
const LEAD = 2;

function leadOf({ document, sentences }: DocumentRecord, isName: (stem: string) => boolean): ReadonlySet<string> {
  const told = sentences.slice(0, LEAD).map(({ span }) => slice(document.text, span));
  const words = splitIntoWords([document.title, ...told].join(". "));
  const named = words.filter(({ text, stem }) => {
    if (!CAPITAL.test(text) || isStopWord(text) || !isName(stem)) return false;
    const place = findPlaces(text)[0];
    return !place || (placeKind(place.id) !== "country" && place.form === "name");
  });
  return new Set(named.map((word) => word.stem));
}

function daysApart(a: DocumentRecord, b: DocumentRecord): number {
  const [one, other] = [a.document.published, b.document.published];
  if (one === null || other === null) return 0;
  return Math.abs(Date.parse(one) - Date.parse(other)) / MS_A_DAY;
}

/**
 * Tells of two documents whether they tell of one story: they appeared within a fortnight, where both are dated, and
 * share two names that are not in every other document, or each does so with a third. Where both fill one slot that was
 * asked for, that is enough to take it for the same event; of itself it proves none.
 * @param documents those that the answer is asked of, any of which may be the third
 */
export function storyFinder(snapshot: Snapshot, documents: readonly string[]): (a: string, b: string) => boolean {
  const size = snapshot.passages.length;
  const most = Math.max(MAX_PASSAGES, size * MAX_PART);
  // The index's own formula: a name that `most` passages hold has this.
  const least = Math.log(1 + Math.max(0, size - most + 0.5) / (most + 0.5));
  const shares = (a: string, b: string): boolean => {
    const first = snapshot.records[snapshot.recordOf.get(a) ?? -1];
    const second = snapshot.records[snapshot.recordOf.get(b) ?? -1];
    if (!first || !second || daysApart(first, second) > STORY_DAYS) return false;
    const [one, other] = [namesOf(first), namesOf(second)];
    const near = isAlike(snapshot, first, second);
    let shared = near ? 1 : 0;
    for (const name of one.all) {
      if (one.own.has(name) && other.own.has(name)) continue;
      if (!other.all.has(name) || !(one.sure.has(name) || other.sure.has(name))) continue;
      // Two reports that open with one company, town or ship are about it.
      if (snapshot.bm25.idf(name) >= least) shared += one.lead.has(name) && other.lead.has(name) ? 2 : 1;
      if (shared >= SHARED_NAMES) return true;
    }
    return false;
  };
  const known = new Map<string, boolean>();
  const remembered = (a: string, b: string): boolean => {
    const key = a < b ? `${a}\n${b}` : `${b}\n${a}`;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = a === b || shares(a, b);
      known.set(key, answer);
    }
    return answer;
  };
  const all = snapshot.records.length <= MAX_BRIDGES ? snapshot.records.map(({ document }) => document.id) : documents;
  const bridges = [...new Set(all)].slice(0, MAX_BRIDGES);
  return (a, b) => remembered(a, b) || bridges.some((third) => remembered(a, third) && remembered(third, b));
}

/** Two reports of nearly one day whose passages are this alike need but one name in common: local papers name few. */
const ALIKE = 0.8;
const ALIKE_DAYS = 4;

const MEANS = new WeakMap<DocumentRecord, Float32Array>();

/** The mean of a document's passage vectors, of length one. */
function meanOf(snapshot: Snapshot, record: DocumentRecord): Float32Array {
  const known = MEANS.get(record);
  if (known) return known;
  const at = snapshot.recordOf.get(record.document.id);
  const mean = new Float32Array(snapshot.dimensions);
  for (const [n, passage] of snapshot.passages.entries()) {
    if (passage.record !== at) continue;
    const vector = snapshot.passageVector(n);
    for (let i = 0; i < mean.length; i += 1) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0);
  }
  const length = Math.hypot(...mean) || 1;
  const unit = mean.map((value) => value / length);
  MEANS.set(record, unit);
  return unit;
}

function isAlike(snapshot: Snapshot, a: DocumentRecord, b: DocumentRecord): boolean {
  if (a.document.published === null || b.document.published === null || daysApart(a, b) > ALIKE_DAYS) return false;
  const [one, other] = [meanOf(snapshot, a), meanOf(snapshot, b)];
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0) >= ALIKE;
}

/** Third documents that are tried. */
const MAX_BRIDGES = 50;
