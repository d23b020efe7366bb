import type { Asked, Shares } from "./asked.ts";
import { AT } from "./features.ts";
import type { Filler, SentenceFillers } from "./filler.ts";
import { SIGN } from "./filler.ts";
import type { Slot } from "./slot.ts";

/** The sentence that a filler stands in, and what is asked of it. */
export type Scene = {
  readonly read: SentenceFillers;
  readonly places: Shares["places"];
  readonly asked: Asked;
  readonly slot: Slot;
};

/** Words within which a word of the relation speaks for a filler. */
const WITHIN = 6;
const BESIDE = 2;

/** Fills the features of a filler that its own sentence tells. */
export function describe(row: Float64Array, filler: Filler, { read, places, asked, slot }: Scene): void {
  const { from, to, signs } = filler;
  let near = 0;
  let held = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [word, at] of places) {
    if (word >= from && word < to) continue;
    const distance = word < from ? from - word : word - to + 1;
    const bit = 1 << at;
    const weight = (asked.idf[at] ?? 0) / (1 + distance / 4);
    if ((held & bit) === 0) near += weight;
    held |= bit;
    if (distance <= BESIDE) row[AT.askedBeside] = 1;
    if (asked.named[at] === false) nearest = Math.min(nearest, distance);
  }
  row[AT.near] = near / asked.sum;
  if (slot.relations.size > 0) {
    for (let at = Math.max(0, from - WITHIN); at < Math.min(read.stems.length, to + WITHIN); at += 1) {
      if ((at >= from && at < to) || !slot.relations.has(read.stems[at] ?? "")) continue;
      row[AT.relation] = 1;
      nearest = Math.min(nearest, at < from ? from - at : at - to + 1);
      if (at >= from - BESIDE && at < to + BESIDE) row[AT.relationBeside] = 1;
    }
  }
  row[AT.relationNear] = 1 / (1 + nearest / 2);
  let own = 0;
  for (let at = from; at < to; at += 1) if (slot.stems.has(read.stems[at] ?? "")) own += 1;
  row[AT.own] = own / (to - from);
  row[AT.ownWhole] = own === to - from ? 1 : 0;
  if (slot.kinds !== 0) row[(filler.kinds & slot.kinds) !== 0 ? AT.kindMatch : AT.kindMiss] = 1;
  describeSort(row, filler, slot);
  row[AT.pair] = filler.form === "pair" ? 1 : 0;
  row[AT.title] = filler.form === "title" ? 1 : 0;
  row[AT.noun] = filler.form === "noun" ? 1 : 0;
  row[AT.located] = (signs & SIGN.located) !== 0 && slot.sort === "place" ? 1 : 0;
  row[AT.by] = (signs & SIGN.by) !== 0 && slot.sort !== "place" ? 1 : 0;
  row[AT.subject] = (signs & SIGN.subject) !== 0 && slot.sort !== "place" ? 1 : 0;
  row[AT.part] = (signs & SIGN.part) !== 0 ? 1 : 0;
  row[AT.front] = (signs & SIGN.front) !== 0 ? 1 : 0;
  row[AT.adjective] = (signs & SIGN.adjective) !== 0 ? 1 : 0;
  row[AT.filed] = (signs & SIGN.filed) !== 0 ? 1 : 0;
  row[AT.rate] = (signs & SIGN.rate) !== 0 ? 1 : 0;
  row[AT.long] = Math.min(4, to - from);
  row[AT.bracketFirst] = filler.form === "date" && slot.life === "birth" && (signs & SIGN.bracketFirst) !== 0 ? 1 : 0;
  row[AT.bracketSecond] = filler.form === "date" && slot.life === "death" && (signs & SIGN.bracketSecond) !== 0 ? 1 : 0;
  row[AT.yearAlone] = filler.form === "date" && filler.parts[1] === "" ? 1 : 0;
  row[AT.dayKnown] = filler.form === "date" && filler.parts[2] !== "" ? 1 : 0;
  row[AT.unitAsked] = filler.form === "number" && asked.units.has(read.stems[to - 1] ?? "") ? 1 : 0;
  row[AT.defined] = isDefined(read.stems, from) ? 1 : 0;
}

function describeSort(row: Float64Array, { signs, form }: Filler, { sort, origin }: Slot): void {
  const [person, place, body] = [SIGN.person, SIGN.place, SIGN.body].map((sign) => (signs & sign) !== 0);
  switch (sort) {
    case "person":
      row[AT.personMatch] = person ? 1 : 0;
      row[AT.sortMiss] = place || body || form === "title" ? 1 : 0;
      return;
    case "person-or-body":
      row[AT.personMatch] = person ? 1 : 0;
      row[AT.bodyMatch] = body ? 1 : 0;
      row[AT.sortMiss] = place || form === "title" ? 1 : 0;
      return;
    case "place":
      row[AT.placeMatch] = place ? 1 : 0;
      row[AT.sortMiss] = person || body || (!origin && (signs & SIGN.from) !== 0) ? 1 : 0;
      return;
    case "body":
      row[AT.bodyMatch] = body ? 1 : 0;
      row[AT.sortMiss] = place || person ? 1 : 0;
      return;
    case "any":
  }
}

const IS: ReadonlySet<string> = new Set(["is", "was", "be", "are", "were"]);
const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the"]);

/** "… is a Canadian short film": what a thing is said to be. */
function isDefined(stems: readonly string[], from: number): boolean {
  for (let at = from - 1; at > Math.max(0, from - 6); at -= 1) {
    if (ARTICLES.has(stems[at] ?? "") && IS.has(stems[at - 1] ?? "")) return true;
  }
  return false;
}
