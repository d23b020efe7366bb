import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import { groupAt } from "./subject.ts";
import type { Reading } from "./reading.ts";

/** A quote of this many characters or fewer is not trimmed. */
const COMFORTABLE_QUOTE = 200;

/** Credited words shorter than this are a fragment, not a quote. */
const SHORTEST_QUOTE = 30;

/** Words after which credited words can be a sentence of their own; "denied reports of an outbreak" gives none. */
const BEFORE_SENTENCE =
  /(?:^|\bthat|["“:,;]|\b(?:said|says|say|saying|claimed|claims|claim|believes?|suggests?|thinks?|argued|added|insisted|warned|reporters|revealed|noted|wrote))\s*$/i;

/** True where a stretch of a sentence can be quoted without the words before it. */
export function standsAlone(sentence: string, span: Span): boolean {
  return BEFORE_SENTENCE.test(sentence.slice(Math.max(0, span.start - 40), span.start));
}

/**
 * The shortest stretch round a value that can stand alone as a quote: the words credited to its speaker, and of a long
 * sentence the clause with a subject and a verb. Falls back to the whole sentence. Relative to the sentence.
 */
export function findClause(reading: Reading, value: Span): Span {
  const whole: Span = { start: datelineEnd(reading.text), end: reading.text.length };
  const credited = reading.attributions
    .flatMap((each) => each.credited)
    .filter((span) => contains(span, value))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  const outer =
    credited &&
    standsAlone(reading.text, credited) &&
    credited.end - credited.start >= SHORTEST_QUOTE &&
    hasVerb(reading, credited)
      ? trim(reading.text, { start: Math.max(credited.start, whole.start), end: credited.end })
      : whole;
  if (outer.end - outer.start <= COMFORTABLE_QUOTE) return outer;
  const pieces = cuts(reading, outer);
  for (const piece of pieces) if (contains(piece, value) && hasVerb(reading, piece)) return trim(reading.text, piece);
  return outer;
}

const hasVerb = (reading: Reading, span: Span): boolean =>
  reading.phrases.verbs.some((verb) => {
    const start = reading.phrases.tokens[verb.from]?.start ?? -1;
    // "a figure of 700 reported on Monday": a participle behind a figure makes no sentence.
    const reduced = verb.voice === "participle" && reading.phrases.tokens[verb.from - 1]?.tag === "FIGURE";
    return start >= span.start && start < span.end && verb.voice !== "ing" && !reduced;
  });

/** Stretches between semicolons, and between ", and/but/while + subject + verb". */
function cuts(reading: Reading, outer: Span): readonly Span[] {
  const { tokens } = reading.phrases;
  const bounds = [outer.start];
  tokens.forEach((token, i) => {
    if (token.start <= outer.start || token.end >= outer.end) return;
    if (token.text === ";") bounds.push(token.end);
    const next = tokens[i + 1];
    if (token.text !== "," || !next || !/^(?:and|but|while|with|although|though|which)$/.test(next.lower)) return;
    const subject = groupAt(reading.phrases, i + 2);
    const verb = subject && reading.phrases.verbs.find((group) => group.from === subject.to);
    if (verb && (next.lower === "and" || next.lower === "but" || next.lower === "while")) bounds.push(next.end);
  });
  bounds.push(outer.end);
  return bounds.slice(1).map((end, i) => ({ start: bounds[i] ?? 0, end }));
}

/** Outer white space, commas and joining words go; a full stop stays only with a whole sentence. */
function trim(text: string, span: Span): Span {
  let { start, end } = span;
  const lead = /^[\s,;:–—-]*(?:(?:that|and|but|while)\b\s*)?/i.exec(text.slice(start, end));
  start += lead?.[0].length ?? 0;
  const tail = /[\s,;:–—-]*(?:\b(?:and|but|while)\s*)?$/i.exec(text.slice(start, end));
  end -= tail?.[0].length ?? 0;
  return end > start ? { start, end } : span;
}

/** "LYON (Agence) — ": where a story was filed, before its first sentence. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’ -]{2,30}(?:, [\p{L}. ]{2,20})?(?:,? \p{Lu}\p{Ll}{2,8}\.? \d{1,2})?(?: \([^()]{2,30}\))?|\([^()]{2,30}\)) ?[—–-]{1,2} /u;

/** Where a sentence begins behind its dateline; 0 for most. */
export function datelineEnd(sentence: string): number {
  return DATELINE.exec(sentence)?.[0].length ?? 0;
}
