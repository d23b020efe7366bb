import { placeContains, placeIdOf } from "../claims/gazetteer.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { AskedName } from "../question/asked-name.ts";
import { ROOMS } from "../retrieval/find-scenes.ts";
import type { NameCandidate } from "../retrieval/name-candidates.ts";
import type { NameFit } from "../retrieval/name-fit.ts";
import { foldName, sameName } from "../text/names.ts";
import { contradictNames } from "./compare-doers.ts";
import type { Comparison } from "./position.ts";

/** More answers to one question than this are no quarrel but a question misread. */
const MAX_RIVALS = 3;

type HowNames = {
  readonly snapshot: Snapshot;
  readonly topic: string;
  readonly asked: ReadonlySet<string>;
  readonly slot: AskedName["slot"];
};

/** Best first: those that make positions, and those that only bear one out. */
export type NamesTold = { readonly likely: readonly NameFit[]; readonly support: readonly NameFit[] };

/**
 * Names or nouns that are each likely to be the one asked for as positions that contradict each other; null where all say the same, or where two may be one
 * told in other words: not of one sort, the one in the other, or said of each other somewhere.
 * @param how.asked stems of the question, which tell nothing apart
 */
export function compareNames({ likely, support }: NamesTold, how: HowNames): Comparison | null {
  for (const rivals of how.slot === "place" ? byPlaceSort(likely) : [likely]) {
    const comparison = compareOfOneSort({ likely: rivals, support }, how);
    if (comparison) return comparison;
  }
  return null;
}

/** Rooms, then buildings and grounds, then names of places: a room and the town it is in are no rivals. */
const byPlaceSort = (fits: readonly NameFit[]): readonly (readonly NameFit[])[] =>
  (["room", "site", "name"] as const).map((sort) => fits.filter((fit) => placeSortOf(fit) === sort));

/** What sort of place a name or noun is, if it is one: only two of one sort can be rivals. */
export function placeSortOf({ name: { sort, stems, written } }: NameFit): "room" | "site" | "name" {
  if (ROOMS.has(stems.at(-1) ?? "")) return "room";
  return sort === "thing" || sort === "body" || SITE_NAME.test(written) ? "site" : "name";
}

/** "Mill Street" is a place as a bridge is one. */
const SITE_NAME =
  / (?:Street|Road|Avenue|Square|Bridge|Lane|Quay|Station|Hospital|School|Airport|Hotel|Park|Stadium|Arena|Hall|Palace|House|Gate|Tower|Mill|Farm|Base|Fort|Barracks)$/;

function compareOfOneSort({ likely, support }: NamesTold, how: HowNames): Comparison | null {
  const groups: NameFit[][] = [];
  for (const fit of likely) {
    const own = groups.find((group) => group.some((one) => saysSame(one, fit, how.asked)));
    if (own) own.push(fit);
    else groups.push([fit]);
  }
  if (groups.length < 2 || groups.length > MAX_RIVALS) return null;
  const heads = groups.flatMap((group) => group[0] ?? []);
  const tied = heads.some((a, i) => heads.slice(i + 1).some((b) => !areRivals(a, b, how)));
  if (tied) return null;
  const known = new Set(groups.flat().map(placeOf));
  for (const fit of support) {
    const own = groups.filter((group) => group.some((one) => saysSame(one, fit, how.asked)));
    if (own.length === 1 && !known.has(placeOf(fit))) own[0]?.push(fit);
  }
  const slot = how.slot === "place" ? ("where" as const) : ("who" as const);
  return contradictNames(
    groups.map((group) => group.map((fit) => ({ ...placed(fit), slot }))),
    how,
  );
}

const placed = ({ record, sentence, name: { start, end, written } }: NameFit) => ({
  record,
  sentence,
  start,
  end,
  key: foldName(written),
});

const placeOf = ({ record, sentence, name }: NameFit): string => `${record}:${sentence}:${name.start}`;

const isProper = ({ sort }: NameCandidate): boolean => sort !== "thing" && sort !== "people";

/** One name, or nouns that share a word which the question does not give. */
function saysSame({ name: a }: NameFit, { name: b }: NameFit, asked: ReadonlySet<string>): boolean {
  if (isProper(a) && isProper(b) && sameName(a.written, b.written)) return true;
  const own = new Set(a.stems.filter((stem) => !asked.has(stem)));
  return b.stems.some((stem) => !asked.has(stem) && own.has(stem));
}

function areRivals(
  { name: a }: NameFit,
  { name: b }: NameFit,
  { snapshot, slot }: { readonly snapshot: Snapshot; readonly slot: AskedName["slot"] },
): boolean {
  // "The police" and "the mayor" may both have done it; nobody knows who "a guard" is.
  if (
    slot !== "place" &&
    slot !== "cause" &&
    kindOf(a) !== kindOf(b) &&
    !(isProper(a) && isProper(b) && areApart(a, b, snapshot))
  )
    return false;
  const [one, other] = [placeIdOf(a.written), placeIdOf(b.written)];
  if (placeContains(one, other) || placeContains(other, one)) return false;
  return !snapshot.records.some(({ document: { text } }) => standTogether(text, a.written, b.written));
}

/** No sentence names a body and a person together, but for one that sets them against each other: the one may belong to the other. */
function areApart(a: NameCandidate, b: NameCandidate, { records }: Snapshot): boolean {
  return !records.some(({ document: { text }, sentences }) =>
    sentences.some(({ span }) => {
      const sentence = text.slice(span.start, span.end);
      return sentence.includes(a.written) && sentence.includes(b.written) && !AGAINST.test(sentence);
    }),
  );
}

const AGAINST = /\b(?:not|rather than|instead of|contradict\w*|nor)\b/i;

const kindOf = ({ sort }: NameCandidate): string => (sort === "person" || sort === "name" ? "person" : sort);

/** UTF-16 units within which one thing is said of another. */
const REACH = 90;
const LYING =
  /^['’]?s?,?\s(?:which (?:is|was|lies) |that is |lies |lying |is |was |an? )?(?:(?:in|at|on|near|of|outside|inside|behind|beside|from|by)\s)?(?:the |a |an |its |his |her )?(?:\p{L}+ )?$/iu;

/** "The kitchen of the hotel", "a gravel barge, the Melusine": a document says that they belong together. */
function standTogether(text: string, a: string, b: string): boolean {
  return [[a, b] as const, [b, a] as const].some(([first, second]) => {
    for (let from = text.indexOf(first); from >= 0; from = text.indexOf(first, from + 1)) {
      const end = from + first.length;
      const next = text.slice(end, end + REACH).indexOf(second);
      if (next >= 0 && LYING.test(text.slice(end, end + next))) return true;
    }
    return false;
  });
}
