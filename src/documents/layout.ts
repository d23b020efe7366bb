import { foldText } from "../text/fold.ts";
import { overlaps, slice } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import type { Layout, Paragraph } from "./document.ts";
import { findFurniture } from "./furniture.ts";
import { looksLikeHeading } from "./headings.ts";
import type { Line } from "./headings.ts";
import { trim } from "./lines.ts";
import { paragraphSpans } from "./paragraphs.ts";
import { findStrayQuestions } from "./stray-questions.ts";
import { findLooseElements, findUnread, inOrder } from "./unread.ts";

/** Shortest paragraph whose repetition is no accident, UTF-16 units: "Advertisement" and "Yes." repeat without being told again. */
const MIN_REPEATED = 40;

/**
 * What the lines of a text are. A line that is not blank is a paragraph (in a text broken into lines of even width, a block of lines is); a
 * short one without a full stop is a heading; page furniture is found, not taken out; a paragraph that says again what an earlier one said,
 * and a short one inside such a run, points back to it. Linear.
 */
export function layOut(text: string): Layout {
  const spans = paragraphSpans(text);
  const unread = inOrder([...findUnread(text), ...findLooseElements(text)]);
  const stray = findStrayQuestions(text, spans);
  const furniture = spans.map((span) => {
    const found = unread.length === 0 ? findFurniture(text, span) : aroundUnread(text, span, unread);
    return withStray(found, span, stray);
  });
  const repeats = findRepeats(spans.map((span, place) => wordsOf(text, span, furniture[place] ?? [])));
  const kinds = kindsOf(
    text,
    spans.map((span, place) => ({ span, furniture: furniture[place] ?? [] })),
  );
  const paragraphs = spans.map((span, place): Paragraph => ({
    span,
    kind: kinds[place] ?? "prose",
    repeats: repeats[place] ?? null,
  }));
  return { paragraphs, furniture: furniture.flat() };
}

/** Headings where something stands below them: a text of headings only says what its lines say, and so does a single one at its end. */
function kindsOf(text: string, lines: readonly Line[]): readonly Paragraph["kind"][] {
  const isHeading = lines.map((line) => looksLikeHeading(text, line));
  const told = [...lines.keys()].filter((place) => !isFurniture(lines[place]));
  const lastProse = told.findLastIndex((place) => isHeading[place] === false);
  const barren = lastProse === told.length - 2 ? told.at(-1) : -1;
  return isHeading.map((heads, place) => (heads && lastProse >= 0 && place !== barren ? "heading" : "prose"));
}

/** The furniture of a line with stretches in it that nobody reads. */
function aroundUnread(text: string, line: Span, unread: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  let from = line.start;
  const findUpTo = (to: number): void => {
    const stretch = trim(text, from, to);
    if (stretch.end > stretch.start) spans.push(...findFurniture(text, stretch));
  };
  for (const { start, end } of unread) {
    if (end <= line.start || start >= line.end) continue;
    if (start > from) findUpTo(start);
    const hidden = { start: Math.max(start, line.start), end: Math.min(end, line.end) };
    spans.push(hidden);
    from = hidden.end;
  }
  if (from < line.end) findUpTo(line.end);
  return spans;
}

/** The furniture of a line with the stray questions in it. */
function withStray(furniture: readonly Span[], line: Span, stray: readonly Span[]): readonly Span[] {
  const own = stray.filter(
    (one) => one.start >= line.start && one.end <= line.end && !furniture.some((other) => overlaps(one, other)),
  );
  return own.length === 0 ? furniture : [...furniture, ...own].sort((a, b) => a.start - b.start);
}

function isFurniture(line: Line | undefined): boolean {
  return (
    line !== undefined && line.furniture.some(({ start, end }) => start === line.span.start && end === line.span.end)
  );
}

/** A paragraph as it is compared, without the orders and comments in it; one that is nothing else as it stands. */
function wordsOf(text: string, span: Span, furniture: readonly Span[]): string {
  let from = span.start;
  const pieces = furniture.map(({ start, end }) => {
    const piece = text.slice(from, start);
    from = end;
    return piece;
  });
  const own = [...pieces, text.slice(from, span.end)].join(" ");
  return foldText(/[\p{L}\p{N}]/u.test(own) ? own : slice(text, span))
    .replace(/\s+/gu, " ")
    .trim();
}

/** For each paragraph the first that says the same, else null. */
function findRepeats(told: readonly string[]): readonly (number | null)[] {
  const firsts = new Map<string, number>();
  const earlier = told.map((words, place): number | null => {
    const first = firsts.get(words);
    if (first === undefined) firsts.set(words, place);
    return first ?? null;
  });
  const isLong = (place: number): boolean => (told[place]?.length ?? 0) >= MIN_REPEATED;
  const repeats = earlier.map((first, place) => (isLong(place) ? first : null));
  const copies = (place: number): boolean => told[place] !== undefined;
  for (let place = 1; place < told.length; place += 1) {
    const before = repeats[place - 1];
    const first = typeof before === "number" ? before + 1 : -1;
    if (repeats[place] === null && copies(first) && told[first] === told[place])
      repeats[place] = earlier[place] ?? null;
  }
  for (let place = told.length - 2; place >= 0; place -= 1) {
    const after = repeats[place + 1];
    const first = typeof after === "number" ? after - 1 : -1;
    if (repeats[place] === null && copies(first) && told[first] === told[place])
      repeats[place] = earlier[place] ?? null;
  }
  return repeats;
}
