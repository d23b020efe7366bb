import { eventFamily, eventFit, eventStems } from "../claims/event-families.ts";
import { dayOf, periodsOverlap } from "../claims/times.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { AskedEvent } from "../question/asked-event.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Span } from "../text/span.ts";
import type { Word } from "../text/words.ts";
import { heldIn, nearnessTo, stemsAround, weighAskedWords, wordsIn } from "./asked-words.ts";
import type { AskedWords } from "./asked-words.ts";
import type { Evidence } from "./evidence.ts";
import { matchEvent } from "./match-events.ts";
import { sentenceFacts } from "./sentence-facts.ts";
import { timesIn } from "./sentence-times.ts";
import type { SentenceTime } from "./sentence-times.ts";
import { TIME_BIAS, TIME_FEATURES, TIME_WEIGHTS } from "./time-weights.ts";
import type { TimeFeature } from "./time-weights.ts";
import { chanceBy } from "./logistic.ts";

/** What tells whether a time is the one that is asked for; all 0–1 but for cosines and counts. */
export type TimeFeatures = Readonly<Record<TimeFeature, number>>;

/** A time in the evidence. */
export type TimeCandidate = {
  readonly time: SentenceTime;
  /** Index into the snapshot's records, and into that record's sentences. */
  readonly record: number;
  readonly sentence: number;
  readonly features: TimeFeatures;
};

/** A time in the evidence with the chance that it is the one asked for, 0–1, fitted (train/fit-times.ts). */
export type TimeFit = { readonly candidate: TimeCandidate; readonly chance: number };

/** What a time is asked by. */
export type TimeQuestion = {
  readonly part: QuestionPart;
  readonly event: AskedEvent | null;
  readonly evidence: readonly Evidence[];
  readonly snapshot: Snapshot;
};

/** The times of the evidence with the chance of each to be the one asked for, best first. */
export function fitTimes(question: TimeQuestion): readonly TimeFit[] {
  return timeCandidates(question)
    .map((candidate) => ({ candidate, chance: chanceBy(LOGISTIC, candidate.features) }))
    .sort((a, b) => b.chance - a.chance);
}

/** Every time of the evidence with its features, in order of the evidence. */
export function timeCandidates(question: TimeQuestion): readonly TimeCandidate[] {
  const { part, evidence, snapshot } = question;
  const best = Math.max(...evidence.map((one) => one.features.cosine));
  const asked = { ...weighAskedWords(part, snapshot), event: question.event, grain: grainAsked(part) };
  return evidence.flatMap((one) => {
    const record = snapshot.records[one.record];
    const span = record?.sentences[one.sentence]?.span;
    if (!record || !span) return [];
    const times = timesIn(record, one.sentence).filter(isAnswer);
    if (times.length === 0) return [];
    const text = record.document.text.slice(span.start, span.end);
    const scene = { record, evidence: one, best, text, words: wordsIn(record, one.sentence), times, snapshot };
    return times.map((time) => ({
      time,
      record: one.record,
      sentence: one.sentence,
      features: featuresOf(time, asked, scene),
    }));
  });
}

/** "Since Monday", "as of noon" and "by Friday" say when something was so, not when it happened. */
const isAnswer = ({ mention: { kind, period } }: SentenceTime): boolean =>
  kind !== "duration-since" && period.role !== "as-of" && !/^(?:as of|by)\b/i.test(period.written ?? "");

const LOGISTIC = { names: TIME_FEATURES, weights: TIME_WEIGHTS, bias: TIME_BIAS };

type Grain = "clock" | "day" | "month" | "year";

type Asked = AskedWords & { readonly event: AskedEvent | null; readonly grain: Grain | null };

/** How finely a question asks: "what time", "which day", "what year"; null for a plain "when". */
function grainAsked({ text }: QuestionPart): Grain | null {
  const noun =
    /\b(?:what|which)(?: exact| precise)? (time|hour|minute|day|date|weekday|morning|evening|night|month|year)\b/i.exec(
      text,
    )?.[1];
  switch (noun?.toLowerCase()) {
    case "time":
    case "hour":
    case "minute":
      return "clock";
    case "month":
      return "month";
    case "year":
      return "year";
    case undefined:
      return null;
    default:
      return "day";
  }
}

function grainOf({ mention: { period, kind } }: SentenceTime): Grain {
  if (period.hours) return "clock";
  if (kind === "year") return "year";
  return kind === "month" ? "month" : "day";
}

type Scene = {
  readonly record: DocumentRecord;
  readonly evidence: Evidence;
  /** Best cosine of a sentence of the evidence. */
  readonly best: number;
  readonly text: string;
  readonly words: readonly Word[];
  readonly times: readonly SentenceTime[];
  readonly snapshot: Snapshot;
};

function featuresOf(time: SentenceTime, asked: Asked, scene: Scene): TimeFeatures {
  const { record, evidence, best, text, words, times, snapshot } = scene;
  const { mention, claim } = time;
  const own = sentenceFacts(record, evidence.sentence).stems;
  const sentence = heldIn(own, asked);
  const { cosine } = evidence.features;
  const { event, grain } = asked;
  const said = event === null ? null : nearestWord(event.key, words, mention.span.start);
  const fit = event === null || claim === null ? null : eventFit(event.key, claim.event.action ?? "");
  const match = event === null || claim === null ? null : matchEvent(event, claim, snapshot);
  const before = text.slice(0, mention.span.start);
  const unit = grainOf(time);
  const { bygone, future } = agesOf(time, record);
  return {
    cosine,
    behindBest: best - cosine,
    share: sentence.share,
    idfOfSentence: sentence.idf,
    idfNear: heldIn([...own, ...stemsAround(record, evidence.sentence)], asked).idf,
    nearness: nearnessTo(mention.span.start, words, asked),
    event: said === null ? 0 : 1,
    eventNear: said === null ? 0 : 1 / (1 + said.distance),
    sameClaim: fit === "same" ? 1 : fit === "related" ? 0.5 : 0,
    otherClaim: fit === "different" ? 1 : 0,
    matched: match?.score ?? 0,
    ofReport: SAID_BEFORE.test(before) || SAID_BEHIND.test(text.slice(mention.span.end)) ? 1 : 0,
    bound: BOUND.test(before) || BOUND_WITHIN.test(mention.period.written ?? "") ? 1 : 0,
    ofNoun: /['’]s?$/.test(mention.period.written ?? "") || /^['’]s\b/.test(text.slice(mention.span.end)) ? 1 : 0,
    otherClause: said !== null && isApart(text, said.word.span, mention.span) ? 1 : 0,
    offset: OFFSET.test(mention.period.written ?? "") ? 1 : 0,
    bygone,
    future,
    year: unit === "year" ? 1 : 0,
    clock: unit === "clock" ? 1 : 0,
    granular: grain !== null && grain === unit ? 1 : 0,
    otherGrain: grain !== null && grain !== unit ? 1 : 0,
    otherPeriod: event?.period && periodsOverlap(event.period, mention.period) === "no" ? 1 : 0,
    neighbours: Math.min(MAX_NEIGHBOURS, times.length - 1),
    early: 1 / (1 + evidence.sentence),
  };
}

const MAX_NEIGHBOURS = 4;

/** Words of speech right before or behind a time: the time of saying. */
const SAID_BEFORE = /\b(?:said|told|says|announced|statement|reported|briefing|interview)\b[^.,;]{0,30}$/i;
const SAID_BEHIND = /^,? (?:that|the \w+ said|said|told)\b/i;

/** "By Friday", "until noon", "since Monday": a bound. */
const BOUND = /\b(?:by|until|till|since|before|after|from)(?: \w+)? $/i;
const BOUND_WITHIN = /^(?:by|until|till|since|before|after|from)\b/i;

/** "A week later", "the day before": it hangs on another time. */
const OFFSET = /\b(?:later|earlier|before|after)$/i;

/** The word nearest to a time that says the event, and how many words lie between; null where none does. */
function nearestWord(
  key: string,
  words: readonly Word[],
  at: number,
): { readonly word: Word; readonly distance: number } | null {
  const stems = eventStems(key);
  const place = words.findIndex((word) => word.span.start >= at);
  let nearest: { readonly word: Word; readonly distance: number } | null = null;
  for (const [i, word] of words.entries()) {
    if (word.stem !== key && !stems.has(word.stem) && eventFamily(word.stem) !== key) continue;
    const distance = Math.abs(i - place);
    if (nearest === null || distance < nearest.distance) nearest = { word, distance };
  }
  return nearest;
}

const CLAUSE_END = /[,;:—–"“”]|\b(?:which|who|that|after|before|when|while|because|although)\b/i;

/** Characters before a time that opens its sentence ("At about …"): the comma behind it ends no clause. */
const FRONT = 12;

/** True where a clause ends between the event and the time. */
function isApart(text: string, event: Span, time: Span): boolean {
  const between = text.slice(Math.min(event.end, time.end), Math.max(event.start, time.start));
  return CLAUSE_END.test(time.start < FRONT && time.end < event.start ? between.replace(/^[^,]{0,40},/u, "") : between);
}

/** Days before publication from which a time is of another occasion. */
const BYGONE = 60;

function agesOf({ mention }: SentenceTime, { document }: DocumentRecord): { bygone: number; future: number } {
  const days = dayOf(mention.period);
  const published = document.published === null ? null : Date.parse(document.published.slice(0, 10)) / 86_400_000;
  if (days === null || published === null) return { bygone: 0, future: 0 };
  return { bygone: days.to < published - BYGONE ? 1 : 0, future: days.from > published ? 1 : 0 };
}
