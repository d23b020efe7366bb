import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Vocabulary } from "../question/names.ts";

/** How often a record writes a word with and without a capital in mid-sentence: `[capital, lower]` by the word in lower case. */
type Counts = ReadonlyMap<string, readonly [capital: number, lower: number]>;

/** A name is written with a capital more than this many times as often: "Bush" with some bushes, but not "Council". */
const MOSTLY = 3;

const WORD = /\p{L}[\p{L}\p{M}]+/gu;
const CAPITAL = /^\p{Lu}/u;

const countsOf = new WeakMap<DocumentRecord, Counts>();
const vocabularies = new WeakMap<Snapshot, Vocabulary>();

/**
 * Which words are names in this corpus: those that its sentences write with a capital, not at their front, far more often than without.
 * Made at its first use and kept as long as the snapshot is; of a new snapshot only new records are read.
 */
export function vocabularyOf(snapshot: Snapshot): Vocabulary {
  const before = vocabularies.get(snapshot);
  if (before) return before;
  const totals = new Map<string, number>();
  for (const record of snapshot.records) {
    for (const [word, [capital, lower]] of countsIn(record))
      totals.set(word, (totals.get(word) ?? 0) + capital - MOSTLY * lower);
  }
  const names = new Set([...totals].filter(([, surplus]) => surplus > 0).map(([word]) => word));
  const vocabulary = { isName: (word: string): boolean => names.has(word) };
  vocabularies.set(snapshot, vocabulary);
  return vocabulary;
}

function countsIn(record: DocumentRecord): Counts {
  const before = countsOf.get(record);
  if (before) return before;
  const counts = new Map<string, [number, number]>();
  for (const { span, kind, repeated } of record.sentences) {
    if (kind === "heading" || repeated) continue;
    let isFirst = true;
    for (const [word] of record.document.text.slice(span.start, span.end).matchAll(WORD)) {
      const capital = CAPITAL.test(word);
      const lower = word.toLowerCase();
      if (!isFirst) {
        const count = counts.get(lower);
        if (count) count[capital ? 0 : 1] += 1;
        else counts.set(lower, capital ? [1, 0] : [0, 1]);
      }
      isFirst = false;
    }
  }
  countsOf.set(record, counts);
  return counts;
}
