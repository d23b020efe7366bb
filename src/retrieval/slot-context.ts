import { findPlaces } from "../claims/gazetteer.ts";
import type { DocumentRecord } from "../index/record.ts";
import { isCalendarName } from "../question/numbers.ts";
import { slice } from "../text/span.ts";
import { stem } from "../text/stem.ts";

/** The sentences that a reader takes along with one: what stands before it in its paragraph, over it, and how the document opens. */
export type SlotContext = {
  /** Earlier sentences of the paragraph, nearest first. */
  readonly before: readonly number[];
  readonly heading: number | null;
  /** The first sentences of the document's prose. */
  readonly lead: readonly number[];
};

/** Sentences back that are still taken along. */
const REACH = 6;

/** Sentences that set the scene of a report. */
const LEAD = 2;

/** What a reader takes along with a sentence. */
export function contextOf(record: DocumentRecord, sentence: number): SlotContext {
  const own = record.sentences[sentence];
  const before: number[] = [];
  for (let at = sentence - 1; at >= 0 && before.length < REACH; at -= 1) {
    if (record.sentences[at]?.paragraph !== own?.paragraph) break;
    before.push(at);
  }
  const lead: number[] = [];
  for (let at = 0; at < record.sentences.length && lead.length < LEAD; at += 1)
    if (record.sentences[at]?.kind === "prose") lead.push(at);
  return { before, heading: own?.heading ?? null, lead };
}

/** Text of a sentence; empty where there is none. */
export function sentenceText(record: DocumentRecord, sentence: number): string {
  const span = record.sentences[sentence]?.span;
  return span ? slice(record.document.text, span) : "";
}

/** A place named in a sentence: by the gazetteer, or as a capitalised name behind "in", "at" and the like. */
export type PlaceRun = {
  readonly stems: readonly string[];
  readonly id: string | null;
  /** True behind a word that says where: "in Lille", not "Lille's mayor". */
  readonly located: boolean;
};

const BEHIND =
  /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ver|[Oo]utside|[Aa]round|[Aa]cross|[Ii]nside|[Ff]rom|of) (?:the )?((?:\p{Lu}[\p{L}\p{M}'’-]*)(?: (?:\p{Lu}[\p{L}\p{M}'’-]*))*)/gu;
const WHERE = /\b(?:in|at|near|over|outside|around|across|inside|within) (?:the |central |downtown )*$/iu;

const runsOf = new WeakMap<DocumentRecord, Map<number, readonly PlaceRun[]>>();

/** The places that a sentence names. Kept as long as the record is. */
export function placeRuns(record: DocumentRecord, sentence: number): readonly PlaceRun[] {
  let known = runsOf.get(record);
  if (!known) runsOf.set(record, (known = new Map()));
  const before = known.get(sentence);
  if (before) return before;
  const found = findRuns(sentenceText(record, sentence));
  known.set(sentence, found);
  return found;
}

function findRuns(text: string): readonly PlaceRun[] {
  const known = findPlaces(text);
  const runs: PlaceRun[] = known.map(({ span, id }) => ({
    stems: stemsOf(text.slice(span.start, span.end)),
    id,
    located: WHERE.test(text.slice(Math.max(0, span.start - 24), span.start)),
  }));
  for (const match of text.matchAll(BEHIND)) {
    const name = match[1] ?? "";
    const start = match.index + match[0].length - name.length;
    if (known.some(({ span }) => span.start < start + name.length && start < span.end)) continue;
    if (isCalendarName(name.split(" ")[0]?.toLowerCase() ?? "")) continue;
    runs.push({ stems: stemsOf(name), id: null, located: !/^(?:of|from) /iu.test(match[0]) });
  }
  return runs;
}

const stemsOf = (name: string): readonly string[] => name.split(/[\s-]+/u).map((word) => stem(word));
