import type { TimeClaim } from "../claims/claim.ts";
import { endOf } from "../claims/time-claims.ts";
import { findTimes } from "../claims/times.ts";
import type { TimeMention } from "../claims/times.ts";
import type { DocumentRecord } from "../index/record.ts";
import { slice, overlaps } from "../text/span.ts";

/** A time that a sentence tells, with the claim that the table has of it. */
export type SentenceTime = { readonly mention: TimeMention; readonly claim: TimeClaim | null };

/** Sentences before a sentence in which the day of its hours may stand. */
const REACH = 4;

const TIMES = new WeakMap<DocumentRecord, Map<number, readonly SentenceTime[]>>();

/** The times of one sentence of a record in text order, spans within the sentence; read at its first use and kept as long as the record is. */
export function timesIn(record: DocumentRecord, sentence: number): readonly SentenceTime[] {
  const known = TIMES.get(record) ?? new Map<number, readonly SentenceTime[]>();
  TIMES.set(record, known);
  const before = known.get(sentence);
  if (before) return before;
  const start = record.sentences[sentence]?.span.start ?? 0;
  const claims = record.claims.filter(
    (claim): claim is TimeClaim => claim.kind === "time" && claim.sentence === sentence,
  );
  const text = slice(record.document.text, record.sentences[sentence]?.span ?? { start: 0, end: 0 });
  const times = readTimes(record, sentence, REACH).map((told) => {
    const mention = isUntil(told, text) ? { ...told, period: endOf(told.period) } : told;
    const span = { start: mention.span.start + start, end: mention.span.end + start };
    return { mention, claim: claims.find(({ value }) => overlaps(value, span)) ?? null };
  });
  known.set(sentence, times);
  return times;
}

/** "Did not arrive until 8.05", "not before 8.05 did anyone come": at 8.05. */
const isUntil = ({ span, period }: TimeMention, text: string): boolean =>
  /^(?:until|till|before)\b/i.test(period.written ?? "") &&
  /(?:\b(?:not|never|nobody|only)|n['’]t)\b[^.;]{0,60}$/i.test(text.slice(0, span.start));

function readTimes(record: DocumentRecord, sentence: number, reach: number): readonly TimeMention[] {
  const span = record.sentences[sentence]?.span;
  if (!span) return [];
  const { text, published } = record.document;
  const told = findTimes(slice(text, span), { published });
  // Only hours and "the day before" need the day that was told of before.
  if (reach === 0 || told.every(({ period }) => period.basis === "said")) return told;
  for (let at = sentence - 1; at >= Math.max(0, sentence - reach); at -= 1) {
    const dated = readTimes(record, at, 0).findLast(({ period }) => period.from !== null);
    if (dated) return findTimes(slice(text, span), { published, previous: dated.period });
  }
  return told;
}
