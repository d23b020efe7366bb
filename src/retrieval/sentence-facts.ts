import type { DocumentRecord } from "../index/record.ts";
import { MONTHS, isCalendarName, numbersOf } from "../question/numbers.ts";
import { isStopWord, splitIntoWords } from "../text/words.ts";
import { findSigns } from "./signs.ts";
import type { Sign } from "./signs.ts";

/** What ranking asks of a sentence, read once from its words. */
export type SentenceFacts = {
  /** Stems of the words that are no stop words, each once. */
  readonly stems: readonly string[];
  /** Stems of the words that look like names: capitalised, not at the front of the sentence. */
  readonly names: readonly string[];
  /** First letters of runs of capitalised words, lower case: "World Health Organization" → "who". */
  readonly initials: readonly string[];
  /** Numbers, years and months, as `numbersIn` writes them. */
  readonly numbers: readonly string[];
  /** Kinds of expression that stand in it. */
  readonly signs: ReadonlySet<Sign>;
};

const CAPITAL = /^\p{Lu}/u;

const cache = new WeakMap<DocumentRecord, (SentenceFacts | undefined)[]>();
const titles = new WeakMap<DocumentRecord, SentenceFacts>();

/** The facts of one sentence of a record, read at its first use and kept as long as the record is. Out of range: those of no words. */
export function sentenceFacts(record: DocumentRecord, sentence: number): SentenceFacts {
  let known = cache.get(record);
  if (!known) {
    known = Array.from({ length: record.sentences.length });
    cache.set(record, known);
  }
  const before = known[sentence];
  if (before) return before;
  const span = record.sentences[sentence]?.span;
  const facts = readFacts(span ? record.document.text.slice(span.start, span.end) : "");
  if (span) known[sentence] = facts;
  return facts;
}

/** The facts of a record's title. */
export function titleFacts(record: DocumentRecord): SentenceFacts {
  const before = titles.get(record);
  if (before) return before;
  const facts = readFacts(record.document.title);
  titles.set(record, facts);
  return facts;
}

/** Year, month and day of a record's publication, as `numbersIn` writes them; none where it is not known. */
export function publishedNumbers(record: DocumentRecord): readonly string[] {
  const { published } = record.document;
  if (published === null) return [];
  const [year = "", month = "", day = ""] = published.split("-");
  return [year, MONTHS[Number(month) - 1] ?? "", String(Number(day))];
}

/** Reads the facts of a text that is one sentence or a title. */
export function readFacts(text: string): SentenceFacts {
  const stems = new Set<string>();
  const names = new Set<string>();
  const initials = new Set<string>();
  let run = "";
  const words = splitIntoWords(text);
  for (const [i, word] of words.entries()) {
    if (isStopWord(word.text)) continue; // "of" does not end a run
    const capital = CAPITAL.test(word.text);
    if (capital) run += word.text.charAt(0).toLowerCase();
    else {
      if (run.length > 1) initials.add(run);
      run = "";
    }
    stems.add(word.stem);
    if (i > 0 && capital && !isCalendarName(word.text.toLowerCase())) names.add(word.stem);
  }
  if (run.length > 1) initials.add(run);
  return {
    stems: [...stems],
    names: listOf(names),
    initials: listOf(initials),
    numbers: listOf(numbersOf(words)),
    signs: findSigns(words),
  };
}

const NOTHING: readonly string[] = [];

/** Most sentences have none of most things: they share one empty list. */
function listOf(found: ReadonlySet<string> | readonly string[]): readonly string[] {
  const list = [...found];
  return list.length === 0 ? NOTHING : list;
}
