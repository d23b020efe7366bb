import type { Snapshot } from "../index/snapshot.ts";
import { AT } from "../retrieval/fillers/features.ts";
import { SIGN } from "../retrieval/fillers/filler.ts";
import type { Mention } from "../retrieval/fillers/mentions.ts";
import type { RankedFillers, ValueSupport } from "../retrieval/fillers/rank-fillers.ts";
import type { Slot } from "../retrieval/fillers/slot.ts";

/** Least chance, by itself or beside the others, that makes a position of a value; and of a document that it stands for one. */
export const POSITION_FROM = 0.3;
const HELD_FROM = 0.15;
/**
 * How much of what is asked must stand with a value. A page without a date is about its subject, which its sentences need not name again; what a
 * dated report says may be of another happening, unless the sentence says what is asked, and says it within reach of the value.
 */
const PAGE: Demand = { filled: 0.3, near: 0 };
const REPORT: Demand = { filled: 0.7, near: 0.6 };

type Demand = {
  /** Share of what is asked that the sentence says, names in its opening counted; 0–1. */
  readonly filled: number;
  /** Share of the ordinary words asked that stand within reach of the value; 0–1. */
  readonly near: number;
};

/** Words to either side that are within reach. */
const REACH = 12;

export type Holder = ValueSupport["held"][number];

/** A value with the documents that stand for it rather than for another. */
export type Told = { readonly value: ValueSupport; readonly holders: readonly Holder[] };

/** The likelier of what a document says by itself and beside the others: the second pass hides a value that only one has. */
export const chanceOf = ({ value }: Holder): number => Math.max(value.alone, value.together);

/** The values that are told as answers: likely, of the sort that is asked, in sentences that say what is asked. Each document stands for its likeliest. */
export function toldValues({ values, slot, documents }: RankedFillers, snapshot: Snapshot): readonly Told[] {
  const isNews = documents.some(({ record }) => (snapshot.records[record]?.document.published ?? null) !== null);
  const demand = isNews ? REPORT : PAGE;
  const fitting = values.flatMap((value) => {
    const held = value.held.filter(({ value: { mention } }) => fits(mention, slot) && saysAsked(mention, slot, demand));
    return held.some((holder) => chanceOf(holder) >= POSITION_FROM) ? [{ value, held }] : [];
  });
  const best = new Map<number, { readonly chance: number; readonly value: ValueSupport }>();
  for (const { value, held } of fitting) {
    for (const holder of held) {
      const chance = chanceOf(holder);
      if (chance > (best.get(holder.record)?.chance ?? HELD_FROM)) best.set(holder.record, { chance, value });
    }
  }
  return fitting
    .map(({ value, held }) => ({ value, holders: held.filter(({ record }) => best.get(record)?.value === value) }))
    .filter(({ holders }) => holders.some((holder) => chanceOf(holder) >= POSITION_FROM));
}

/** True for a value of the sort that is asked, as far as its words show. */
function fits({ filler, row }: Mention, slot: Slot): boolean {
  if ((row[AT.sortMiss] ?? 0) > 0 || (row[AT.ownWhole] ?? 0) > 0) return false;
  if (filler.form === "date" || filler.form === "number") return true;
  if (slot.kinds !== 0) return (row[AT.kindMatch] ?? 0) > 0;
  const has = (sign: number): boolean => (filler.signs & sign) !== 0;
  switch (slot.sort) {
    case "person":
      return has(SIGN.person) || filler.parts.length > 1;
    case "person-or-body":
      return has(SIGN.person) || has(SIGN.body) || filler.parts.length > 1 || has(SIGN.by);
    case "place":
      return has(SIGN.place) || has(SIGN.located);
    case "body":
    case "any":
      return !has(SIGN.front);
  }
}

/** The sentence says what is asked, and says it near the value. */
function saysAsked({ filler, row, stems }: Mention, slot: Slot, demand: Demand): boolean {
  if ((row[AT.filled] ?? 0) < demand.filled) return false;
  const near = new Set(stems.slice(Math.max(0, filler.from - REACH), filler.to + REACH));
  let asked = 0;
  let held = 0;
  for (const stem of slot.words) {
    asked += 1;
    const related = slot.rows.some((words) => words.includes(stem) && words.some((other) => near.has(other)));
    if (near.has(stem) || related) held += 1;
  }
  // Stop words elsewhere, here they choose: the last school to open is another than one that opened.
  if (demand.near > 0 && slot.ranks.some((rank) => !near.has(rank))) return false;
  return asked === 0 || held / asked >= demand.near;
}
