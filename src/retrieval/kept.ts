import type { DocumentRecord } from "../index/record.ts";

/** Reads something of one sentence of a record. */
export type SentenceReader<T> = (record: DocumentRecord, sentence: number) => T;

/**
 * The same reader, but that each sentence is read once and kept as long as its record and the reader are; of more sentences than `most` all are
 * forgotten and read anew when they are asked for, so that a large corpus cannot fill the memory.
 * @param most unbounded where the reader is of one question only
 */
export function kept<T>(read: SentenceReader<T>, most = Number.POSITIVE_INFINITY): SentenceReader<T> {
  let records = new WeakMap<DocumentRecord, Map<number, T>>();
  let count = 0;
  return (record, sentence) => {
    const known = records.get(record)?.get(sentence);
    if (known !== undefined) return known;
    const value = read(record, sentence);
    if (count >= most) {
      records = new WeakMap();
      count = 0;
    }
    const own = records.get(record) ?? new Map<number, T>();
    records.set(record, own.set(sentence, value));
    count += 1;
    return value;
  };
}
