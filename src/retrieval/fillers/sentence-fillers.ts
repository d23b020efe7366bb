import type { DocumentRecord } from "../../index/record.ts";
import type { SentenceFillers } from "./filler.ts";
import { findFillers } from "./find-fillers.ts";

const cache = new WeakMap<DocumentRecord, (SentenceFillers | undefined)[]>();

const NOTHING: SentenceFillers = { stems: [], fillers: [] };

/** The fillers of one sentence of a record, read at its first use and kept as long as the record is. Headings and repeats have none. */
export function sentenceFillers(record: DocumentRecord, sentence: number): SentenceFillers {
  let known = cache.get(record);
  if (!known) {
    known = Array.from({ length: record.sentences.length });
    cache.set(record, known);
  }
  const before = known[sentence];
  if (before) return before;
  const place = record.sentences[sentence];
  const prose = place !== undefined && place.kind !== "heading" && !place.repeated;
  const read = prose ? findFillers(record.document.text.slice(place.span.start, place.span.end)) : NOTHING;
  if (place) known[sentence] = read;
  return read;
}
