import { isGivenName, namedPlace } from "../../claims/gazetteer.ts";
import { hasBodyWord } from "../../claims/speaker-names.ts";
import { isCalendarName } from "../../question/numbers.ts";
import { TITLES } from "../../text/name-words.ts";
import { foldName, nameKey, withoutTitles } from "../../text/names.ts";
import { isStopWord } from "../../text/words.ts";
import type { Filler } from "./filler.ts";
import { SIGN } from "./filler.ts";
import { BODY_ENDINGS, INNER, NOT_NAMES, SAYING, SUBJECT_VERBS } from "./filler-words.ts";
import { gapBefore, isCapital, signsAround } from "./scene.ts";
import type { Range, Scene } from "./scene.ts";
import { bitsOf, kindsOf } from "./word-kinds.ts";

/** Longest run of capitalised words that is taken for a name; longer ones are headings and lists. */
const MAX_RUN = 8;
/** Words of a person's name with titles. */
const LONGEST_PERSON = 5;

const JOINS = /^[ \u00a0.&'’-]{0,3}$/u;

/** One past the run of capitalised words that begins here, or `at` where none does. */
export function runEnd(scene: Scene, at: number): number {
  const { words, lower } = scene;
  if (!opensName(scene, at)) return at;
  let end = at + 1;
  while (end < words.length && end - at < MAX_RUN) {
    if (!JOINS.test(gapBefore(scene, end)) || /['’]s$/u.test(words[end - 1]?.text ?? "")) break;
    // "Mr. Smith" and "J. Smith" go on, "… in Rome. Paris is" does not.
    if (gapBefore(scene, end).startsWith(". ") && !isInitialOrTitle(words[end - 1]?.text ?? "")) break;
    const word = words[end]?.text ?? "";
    if (isCapital(word) && !isDayOrMonth(lower[end] ?? "")) {
      end += 1;
      continue;
    }
    const reach = innerReach(scene, end);
    if (reach === end) break;
    end = reach;
  }
  return end;
}

const isInitialOrTitle = (word: string): boolean =>
  word.length < 3 || TITLES.has(word.toLowerCase()) || /^(?:St|Mt|Ft)$/u.test(word);

/** "of", "of the", "and", "van der" between two capitalised words: one past them, else `at`. */
function innerReach(scene: Scene, at: number): number {
  let end = at;
  while (end < at + 2 && INNER.has(scene.lower[end] ?? "") && gapBefore(scene, end) === " ") end += 1;
  const next = scene.words[end]?.text ?? "";
  return end > at && gapBefore(scene, end) === " " && isCapital(next) && !isDayOrMonth(scene.lower[end] ?? "")
    ? end
    : at;
}

/** "Thursday", "Sunday's". */
function isDayOrMonth(lower: string): boolean {
  return isCalendarName(lower.endsWith("s") ? lower.replace(/['’]s$/u, "") : lower);
}

function opensName(scene: Scene, at: number): boolean {
  const word = scene.words[at]?.text ?? "";
  const lower = scene.lower[at] ?? "";
  if (!isCapital(word) || isDayOrMonth(lower)) return false;
  if (word.length === 1 && !gapBefore(scene, at + 1).startsWith(".")) return false;
  return !(isStopWord(word) || NOT_NAMES.has(lower));
}

/** Adds the name that a run is, its parts, itself without the office before it, and the pair that it opens. */
export function addNames(scene: Scene, range: Range, found: Filler[]): void {
  const whole = nameOf(scene, range, 0);
  if (!whole) return;
  found.push(whole);
  const pair = readPair(scene, range);
  if (pair) found.push(pair);
  // "Bank of England", "Simon and Garfunkel": their parts too.
  for (let at = range.from + 1; at < range.to - 1; at += 1) {
    if (!INNER.has(scene.lower[at] ?? "")) continue;
    for (const part of [
      { from: range.from, to: at },
      { from: at + 1, to: range.to },
    ]) {
      const filler = INNER.has(scene.lower[part.from] ?? "") ? null : nameOf(scene, part, SIGN.part);
      if (filler) found.push(filler);
    }
  }
  const bare = withoutLeadingOffice(scene, range);
  if (bare > range.from) {
    const filler = nameOf(scene, { from: bare, to: range.to }, 0);
    if (filler) found.push({ ...filler, signs: filler.signs | SIGN.person });
  }
}

/** "Nurse Salma Idrissi", "President Jane Roe": where the name without its office begins. */
function withoutLeadingOffice({ lower, words }: Scene, { from, to }: Range): number {
  let at = from;
  while (
    at < to - 1 &&
    (TITLES.has(lower[at] ?? "") ||
      (at < to - 2 && (kindsOf(lower[at] ?? "") & OCCUPATION) !== 0 && !isGivenName(lower[at] ?? "")))
  )
    at += 1;
  return at > from && words[at] !== undefined ? at : from;
}

const OCCUPATION = bitsOf("occupation");

function nameOf(scene: Scene, { from, to }: Range, extra: number): Filler | null {
  const first = scene.words[from];
  const last = scene.words[to - 1];
  if (!first || !last) return null;
  const written = scene.text.slice(first.span.start, last.span.end);
  const bare = written.replace(/['’]s?$/u, "");
  const key = foldName(withoutTitles(bare));
  if (key === "" || (key.length < 2 && to - from === 1)) return null;
  return {
    form: "name",
    start: first.span.start,
    end: first.span.start + bare.length,
    from,
    to,
    key,
    parts: key.split(" "),
    surname: to - from <= LONGEST_PERSON ? nameKey(bare) : "",
    kinds: to - from < 3 ? kindsOf(scene.lower.slice(from, to).join("_")) : 0,
    signs: extra | nameSigns(scene, { from, to }, bare),
  };
}

function nameSigns(scene: Scene, { from, to }: Range, written: string): number {
  const { lower, words } = scene;
  const before = lower[from - 1] ?? "";
  const after = lower[to] ?? "";
  let signs = signsAround(scene, from, to);
  const opens = lower[from] ?? "";
  const place = namedPlace(written);
  if (place !== null) signs |= place === "adjective" ? SIGN.adjective : SIGN.place;
  if (to - from > 1 && isGivenName(opens) && place === null) signs |= SIGN.person;
  if (TITLES.has(opens) || TITLES.has(before) || (kindsOf(before) & OCCUPATION) !== 0) signs |= SIGN.person;
  const gap = gapBefore(scene, to);
  if (/^, $/u.test(gap) && /^[1-9]\d$/u.test(after)) signs |= SIGN.person | SIGN.subject;
  if (SAYING.has(after) || (SAYING.has(before) && gapBefore(scene, from) === " ")) signs |= SIGN.person;
  if (hasBodyWord(written) || BODY_ENDINGS.has(lower[to - 1] ?? "")) signs |= SIGN.body;
  if (from === 0 && to === 1) signs |= SIGN.front;
  if (words[to] !== undefined && gap === " " && SUBJECT_VERBS.test(after)) signs |= SIGN.subject;
  return signs;
}

/** "Cloutierville, Louisiana": this run and the next, where a comma parts them and the gazetteer knows the second. */
function readPair(scene: Scene, { from, to }: Range): Filler | null {
  if (gapBefore(scene, to) !== ", " || !opensName(scene, to)) return null;
  const end = runEnd(scene, to);
  const first = scene.words[from];
  const last = scene.words[end - 1];
  const middle = scene.words[to];
  if (!first || !last || !middle || end - to > 3) return null;
  const outer = scene.text.slice(middle.span.start, last.span.end).replace(/['’]s$/u, "");
  if (namedPlace(outer) !== "name") return null;
  const written = scene.text.slice(first.span.start, middle.span.start + outer.length);
  const key = foldName(written);
  return {
    form: "pair",
    start: first.span.start,
    end: first.span.start + written.length,
    from,
    to: end,
    key,
    parts: key.split(" "),
    surname: "",
    kinds: 0,
    signs: signsAround(scene, from, end) | SIGN.place,
  };
}
