/** A run of characters that may end a sentence, with the quotation marks and brackets that close after it. */
export type Stop = {
  /** First character of the run, and one past the last closing mark. */
  readonly start: number;
  readonly end: number;
  /** One point; points for words left out; a question or exclamation mark; a full stop of Chinese or Japanese. */
  readonly kind: "point" | "ellipsis" | "mark" | "wide";
  /** Points in an ellipsis, else 0. */
  readonly points: number;
  /** True where a quotation mark closes after it. */
  readonly isQuoted: boolean;
};

const RUN = /[.?!\u2026\u3002\uFF01\uFF1F\u203C\u2047-\u2049]/gu;

/** Longest stretch in brackets that is kept together, UTF-16 units. */
const MAX_BRACKETED = 300;

/**
 * All runs in a paragraph that may end a sentence, in order. Left out are those inside brackets that close soon after ("(He came. He
 * saw.) at") and "[...]". Linear.
 */
export function findStops(text: string): readonly Stop[] {
  const closings = matchBrackets(text);
  const stops: Stop[] = [];
  const quotes = countQuotes(text);
  let bracketEnd = 0;
  let seen = 0;
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match; match = RUN.exec(text)) {
    for (; seen < match.index; seen += 1) bracketEnd = Math.max(bracketEnd, closings.get(seen) ?? 0);
    const run = readRun(text, match.index);
    const end = pastClosing(text, run.end, quotes);
    RUN.lastIndex = Math.max(end, match.index + 1);
    const isLastInBrackets = end >= bracketEnd && bracketEnd > match.index && run.kind !== "ellipsis";
    if (bracketEnd > match.index && !isLastInBrackets) continue;
    stops.push({
      start: match.index,
      end,
      kind: run.kind,
      points: run.points,
      isQuoted: /["\u201D\u00BB'\u2019]/u.test(text.slice(run.end, end)),
    });
  }
  return stops;
}

type Run = { readonly end: number; readonly kind: Stop["kind"]; readonly points: number };

function readRun(text: string, start: number): Run {
  let end = start;
  let hasMark = false;
  let isWide = false;
  let points = 0;
  for (; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (character === ".") points += 1;
    else if (character === "\u2026") points += 3;
    else if ("?!\u203C\u2047\u2048\u2049".includes(character)) hasMark = true;
    else if ("\u3002\uFF01\uFF1F".includes(character)) isWide = true;
    else break;
  }
  if (hasMark) return { end, kind: "mark", points: 0 };
  if (isWide) return { end, kind: "wide", points: 0 };
  return readSpaced(text, { end, points });
}

/** Goes on over ". . ." and ". . . ."; after a word's own point only a closing quotation or the end keeps them with it. */
function readSpaced(text: string, run: { end: number; points: number }): Run {
  let { end, points } = run;
  const isAttached = points === 1 && !/\s|^$/u.test(text.charAt(end - 2));
  let spaced = end;
  let more = 0;
  while (/[ \u00A0]/u.test(text.charAt(spaced)) && text.charAt(spaced + 1) === "." && text.charAt(spaced + 2) !== ".") {
    spaced += 2;
    more += 1;
  }
  if (more < 2 || /\d/u.test(text.charAt(spaced)))
    return { end, kind: points > 1 ? "ellipsis" : "point", points: points > 1 ? points : 0 };
  const opensNext = isAttached && more === 3 && /^\s+\p{Lu}/u.test(text.slice(spaced, spaced + 4));
  if (opensNext) return { end, kind: "point", points: 0 };
  end = spaced;
  points += more;
  return { end, kind: "ellipsis", points };
}

/** Past quotation marks and brackets that close here, and footnote marks such as "[3]". A straight quotation mark closes where one is open. */
function pastClosing(text: string, from: number, quotes: readonly number[]): number {
  let end = from;
  for (; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (character === "[") {
      const note = /^\[\w{1,4}\]/u.exec(text.slice(end, end + 6))?.[0];
      if (note === undefined) break;
      end += note.length - 1;
    } else if (character === '"') {
      if (!closesHere(text, end, quotes)) break;
    } else if (character === "'") {
      if (/[\p{L}\p{N}]/u.test(text.charAt(end + 1))) break;
    } else if (!"\u2019\u201D\u00BB)]}".includes(character)) break;
  }
  return end;
}

/** A straight quotation mark with a space or an end behind it closes; glued on both sides it closes if an odd number stand before it. */
function closesHere(text: string, at: number, quotes: readonly number[]): boolean {
  const next = text.charAt(at + 1);
  if (next === "" || /[\s"'\u2019)\]},;.]/u.test(next)) return true;
  return countBefore(quotes, at) % 2 === 1;
}

function countQuotes(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) places.push(at);
  return places;
}

/** How many of the ascending places lie before one of them, by halving. */
function countBefore(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From each opening bracket to one past its closing one, where that comes soon. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  const brackets = /[()[\]]/gu;
  for (let match = brackets.exec(text); match; match = brackets.exec(text)) {
    if (match[0] === "(" || match[0] === "[") {
      open.push(match.index);
      continue;
    }
    const start = open.pop();
    if (start !== undefined && match.index - start <= MAX_BRACKETED) closings.set(start, match.index + 1);
  }
  return closings;
}
