import type { Span } from "./span.ts";

/** Forms of a list's first mark, and how the mark with a later number is written in the same form. */
const FORMS: readonly { readonly first: RegExp; readonly write: (place: number) => string }[] = [
  { first: /^1\.\)(?=\s)/u, write: (place) => `${place}.)` },
  { first: /^1\)(?=\s)/u, write: (place) => `${place})` },
  { first: /^\(1\)(?=\s)/u, write: (place) => `(${place})` },
  { first: /^1\.(?=\s)/u, write: (place) => `${place}.` },
  { first: /^a\.\)(?=\s)/u, write: (place) => `${letter(place)}.)` },
  { first: /^a\)(?=\s)/u, write: (place) => `${letter(place)})` },
  { first: /^\(a\)(?=\s)/u, write: (place) => `(${letter(place)})` },
  { first: /^a\.(?=\s)/u, write: (place) => `${letter(place)}.` },
];

/** Marks before list items that need no number; a figure may follow one. */
const BULLET = /^[\u2022\u2023\u2043\u25AA\u25CF\u25E6]\s*(?:\d{1,3}[.)]+(?=\s))?/u;

/**
 * Where the items of a list begin that is set in running text: "1) The first item 2) The second item". Only a text that begins with
 * the list's first mark is one, and the marks must follow in order.
 * @returns the spans of the marks, in order; empty where the text is no list, or has one item only
 */
export function findListItems(text: string): readonly Span[] {
  const start = text.length - text.trimStart().length;
  const head = text.slice(start, start + 16);
  const bullet = BULLET.exec(head)?.[0];
  const marks = bullet === undefined ? findNumbered(text, start, head) : findBullets(text, start, bullet);
  return marks.length > 1 ? marks : [];
}

function findBullets(text: string, start: number, first: string): readonly Span[] {
  const marks: Span[] = [{ start, end: start + first.length }];
  for (let at = text.indexOf(first.charAt(0), start + 1); at >= 0; at = text.indexOf(first.charAt(0), at + 1)) {
    const mark = BULLET.exec(text.slice(at, at + 16))?.[0] ?? "";
    if (/\s/u.test(text.charAt(at - 1))) marks.push({ start: at, end: at + mark.length });
  }
  return marks;
}

function findNumbered(text: string, start: number, head: string): readonly Span[] {
  const form = FORMS.find(({ first }) => first.test(head));
  if (!form) return [];
  const marks: Span[] = [];
  let at = start;
  for (let place = 1; at >= 0; place += 1) {
    const mark = form.write(place);
    at = place === 1 ? start : findMark(text, mark, at);
    if (at < 0) break;
    marks.push({ start: at, end: at + mark.length });
    at += mark.length;
  }
  return marks;
}

/** The next place where a mark stands by itself before a capital, so that "for 2. The" hardly counts and "a 2.5" does not. */
function findMark(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const isApart =
      /\s/u.test(text.charAt(at - 1)) &&
      /^\s+["'\u201C]?[\p{Lu}\p{N}]/u.test(text.slice(at + mark.length, at + mark.length + 8));
    if (isApart) return at;
  }
  return -1;
}

function letter(place: number): string {
  return String.fromCharCode(96 + Math.min(place, 26));
}
