import type { Span } from "../text/span.ts";

/** What opens a stretch that no reader of a page reads as its words, and what closes it; it may run over lines. */
const PAIRS: readonly { readonly open: RegExp; readonly close: RegExp }[] = [
  { open: /<!--/gu, close: /-->/gu },
  { open: /```/gu, close: /```/gu },
  { open: /<\|im_start\|>/gu, close: /<\|im_end\|>/gu },
  { open: /\[inst\]/giu, close: /\[\/inst\]/giu },
  { open: /<<sys>>/giu, close: /<<\/sys>>/giu },
  // Overrides, which show letters in another order; isolates stand around names in other scripts.
  { open: /[\u202D\u202E]/gu, close: /\u202C/gu },
];

/** Longest such stretch, UTF-16 units: what is longer has lost its end. */
const MAX_STRETCH = 4000;

/** Stretches known by what they are: hidden elements, pictures, links that only send elsewhere, objects of JSON, base 64, words spelt in tags. */
const RUNS: readonly RegExp[] = [
  /<(span|div|p|font|small|b|i)\b[^<>]{0,200}(?:display:\s?none|visibility:\s?hidden|font-size:\s?0|opacity:\s?0|color:\s?(?:white|#fff)|\shidden\b)[^<>]{0,200}>[^<]{0,1000}<\/\1>/giu,
  /!\[[^\]\n]{0,200}\]\([^)\n]{1,400}\)/gu,
  /\[(?:click|tap|read|see|visit|download|sign up|subscribe|open|watch)\b[^\]\n]{0,120}\]\([^)\n]{1,400}\)/giu,
  /\[?\{\s?"\w{1,20}"\s?:[^\n]{0,600}\}\]?/gu,
  /(?<![\w/.:%?=&-])(?=[A-Za-z0-9+/]{0,80}\d)(?=[A-Za-z0-9+/]{0,80}[A-Za-z])[A-Za-z0-9+/]{32,}={0,2}/gu,
  // Eight and fewer spell the flags of countries and regions.
  /[\u{E0001}-\u{E007F}]{9,}/gu,
];

/** Elements of HTML that show no words of their own; within a sentence they are left to it, so that the rest of it can still be quoted. */
const ELEMENTS = /<(?:img|iframe|svg|object|embed|meta|link|input)\b[^<>]{0,500}>/giu;
const PROGRAMS = { open: /<(?:script|style)\b/giu, close: /<\/(?:script|style)\s{0,3}>/giu };

/** Elements and programs that stand by themselves: at the head of a line, or behind the end of a sentence or another element. */
export function findLooseElements(text: string): readonly Span[] {
  return inOrder([...matchesOf(text, ELEMENTS), ...betweenPairs(text, PROGRAMS)]).filter(({ start }) =>
    /(?:^|[\n>]|[.!?…]["”’)]{0,2})[ \t]{0,9}$/u.test(text.slice(Math.max(0, start - 12), start)),
  );
}

/**
 * What stands in a text and is not read in its page: comments and hidden elements of HTML, programs, pictures, code, objects of JSON, runs of base 64. In
 * order, disjoint. What is never closed is none, so that no mark at the head of a text hides the rest of it. Linear.
 */
export function findUnread(text: string): readonly Span[] {
  return inOrder([
    ...PAIRS.flatMap((pair) => betweenPairs(text, pair)),
    ...RUNS.flatMap((run) => matchesOf(text, run)),
  ]);
}

/** In order; of those that overlap the first. */
export function inOrder(found: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  return spans;
}

function betweenPairs(text: string, { open, close }: (typeof PAIRS)[number]): readonly Span[] {
  const opens = matchesOf(text, open);
  if (opens.length === 0) return [];
  const closes = matchesOf(text, close);
  const spans: Span[] = [];
  let next = 0;
  for (const { start, end } of opens) {
    if (start < (spans.at(-1)?.end ?? 0)) continue;
    while ((closes[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
    const closing = closes[next];
    if (closing === undefined) break;
    if (closing.end - start <= MAX_STRETCH) spans.push({ start, end: closing.end });
  }
  return spans;
}

const matchesOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
