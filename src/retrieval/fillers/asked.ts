import type { Snapshot } from "../../index/snapshot.ts";
import type { QuestionPart } from "../../question/question.ts";
import { EMPTY } from "./slot.ts";
import type { Slot } from "./slot.ts";

/** The words of a question that its answer is looked for by. */
export type Asked = {
  /** Content stems; the same places in `idf` and `named`. */
  readonly stems: readonly string[];
  readonly idf: readonly number[];
  readonly sum: number;
  readonly index: ReadonlyMap<string, number>;
  readonly names: readonly (readonly string[])[];
  readonly units: ReadonlySet<string>;
  /** For each stem, whether it is of a name. */
  readonly named: readonly boolean[];
  /** For each stem of a name, the place of the name's last word: people are called by it. */
  readonly callers: readonly number[];
};

/** The words of a part with how rare they are; one that every document holds still counts for something. */
export function weighAsked(part: QuestionPart, slot: Slot, snapshot: Snapshot): Asked {
  const stems = [...slot.stems];
  const callerOf = (stem: string): number => {
    const name = part.names.find((one) => one.stems.includes(stem));
    return stems.indexOf(name?.stems.at(-1) ?? stem);
  };
  const idf = stems.map((stem) => Math.max(1, snapshot.bm25.idf(stem)));
  return {
    stems,
    idf,
    sum: idf.reduce((sum, one) => sum + one, 0) || 1,
    index: new Map(stems.map((stem, i) => [stem, i])),
    names: part.names.map((name) => name.stems),
    named: stems.map((stem) => part.names.some((name) => name.stems.includes(stem))),
    callers: stems.map((stem) => callerOf(stem)),
    units: new Set(slot.population ? ["peopl", "inhabit", "resid"] : stems),
  };
}

/** Which of the asked stems stand in a sentence (a bit each), and at which of its words. */
export type Shares = { readonly bits: number; readonly places: readonly (readonly [word: number, asked: number])[] };

/** A bit a stem. */
const MAX_STEMS = 30;

/** Looks for the asked stems in a sentence. */
export function sharesIn(stems: readonly string[], asked: Asked): Shares {
  let bits = 0;
  const places: [number, number][] = [];
  for (const [word, stem] of stems.entries()) {
    const at = asked.index.get(stem);
    if (at === undefined || at >= MAX_STEMS) continue;
    bits |= 1 << at;
    places.push([word, at]);
  }
  return { bits, places };
}

/** Share of the asked stems that the bits name, weighed by idf; 0–1. */
export function shareOf(bits: number, { idf, sum }: Asked): number {
  let held = 0;
  for (let at = 0; at < idf.length && at < MAX_STEMS; at += 1) if ((bits & (1 << at)) !== 0) held += idf[at] ?? 0;
  return held / sum;
}

/**
 * How much of what is asked a sentence says: its names may stand in the sentence before, the title or the opening; for an ordinary word another of
 * the same relation will do; the noun that names the kind, and words that say nothing ("associated"), do not count. 0–1.
 */
export function filledBy(
  stems: readonly string[],
  { own, around, asked, slot }: { own: number; around: number; asked: Asked; slot: Slot },
): number {
  let held = 0;
  let sum = 0;
  for (let at = 0; at < asked.stems.length && at < MAX_STEMS; at += 1) {
    const word = asked.stems[at] ?? "";
    if (word === slot.noun || EMPTY.has(word)) continue;
    const weight = asked.idf[at] ?? 0;
    const bit = 1 << at;
    sum += weight;
    if ((own & bit) !== 0) held += weight;
    else if (asked.named[at]) held += ((own | around) & (bit | (1 << (asked.callers[at] ?? at)))) === 0 ? 0 : weight;
    else if (slot.rows.some((row) => row.includes(word) && row.some((other) => stems.includes(other)))) held += weight;
  }
  return sum === 0 ? 1 : held / sum;
}

/** Share of the question's names of which the document holds the last word; 1 where it names nothing. */
export function namesHeld(bits: number, asked: Asked): number {
  if (asked.names.length === 0) return 1;
  const held = asked.names.filter((stems) => {
    const at = asked.index.get(stems.at(-1) ?? "");
    return at !== undefined && (bits & (1 << at)) !== 0;
  });
  return held.length / asked.names.length;
}
