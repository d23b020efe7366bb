import type { Period } from "../claims/claim.ts";
import { SAYING_VERBS } from "../claims/speech-words.ts";
import { findTimes } from "../claims/times.ts";
import type { DocumentRecord } from "../index/record.ts";
import { kept } from "./kept.ts";
import { sentenceText } from "./slot-context.ts";

/** Sentences whose days are kept; most state none. */
const MOST = 50_000;

/** The days that a sentence states for what it tells, without those on which somebody said so. */
export const daysIn = kept<readonly Period[]>((record, sentence) => readDays(record, sentence, "happened"), MOST);

/** The days on which a sentence says that somebody said so. */
export const daysOfSaying = kept<readonly Period[]>((record, sentence) => readDays(record, sentence, "said"), MOST);

function readDays(record: DocumentRecord, sentence: number, which: "happened" | "said"): readonly Period[] {
  const text = sentenceText(record, sentence);
  const days = findTimes(text, { published: record.document.published?.slice(0, 10) ?? null })
    .filter(({ span }) => isOfSaying(text, span.start, span.end) === (which === "said"))
    .map(({ period }) => period)
    .filter(({ from, weekdays }) => from !== null || (weekdays !== null && weekdays.length > 0));
  return days.length === 0 ? NONE : days;
}

const NONE: readonly Period[] = [];

const BEFORE_DAY = /([\p{L}]+)(?: (?:on|late|early|in|a|statement|reporters|later|that))*\s*$/iu;

/** "Said on Friday", "on Friday said". */
function isOfSaying(text: string, start: number, end: number): boolean {
  const before = BEFORE_DAY.exec(text.slice(Math.max(0, start - 40), start))?.[1]?.toLowerCase() ?? "";
  const after = /^[ ,]*([\p{L}]+)/u.exec(text.slice(end, end + 24))?.[1]?.toLowerCase() ?? "";
  return SAYING_VERBS.has(before) || SAYING_VERBS.has(after);
}
