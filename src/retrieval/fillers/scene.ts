import type { Word } from "../../text/words.ts";
import type { Filler, FillerForm } from "./filler.ts";
import { SIGN } from "./filler.ts";
import { BEFORE_PLACES, FILING, RATE_WORDS } from "./filler-words.ts";

/** A sentence with its words, as fillers are looked for. */
export type Scene = { readonly text: string; readonly words: readonly Word[]; readonly lower: readonly string[] };
/** Words of it, end exclusive. */
export type Range = { readonly from: number; readonly to: number };

/** True for a word that begins with a capital. */
export function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

/** What stands between a word and the one before it. */
export function gapBefore({ text, words }: Scene, at: number): string {
  return text.slice(words[at - 1]?.span.end ?? 0, words[at]?.span.start ?? 0);
}

/** Signs that any filler may have beside it. */
export function signsAround({ lower }: Scene, from: number, to: number): number {
  let signs = 0;
  const before = lower[from - 1] ?? "";
  const second = before === "the" || before === "a" || before === "an" ? (lower[from - 2] ?? "") : before;
  if (second === "by") signs |= SIGN.by;
  if (second === "from") signs |= SIGN.from;
  if (BEFORE_PLACES.has(second)) signs |= SIGN.located;
  for (let at = Math.max(0, from - 4); at < Math.min(lower.length, to + 3); at += 1) {
    const word = lower[at] ?? "";
    if (FILING.has(word)) signs |= SIGN.filed;
    if (RATE_WORDS.has(word)) signs |= SIGN.rate;
  }
  return signs;
}

/** A filler over some words, with the signs around it. */
export function madeOf(
  scene: Scene,
  { from, to }: Range,
  made: { form: FillerForm; key: string; parts: readonly string[] },
): Filler | null {
  const first = scene.words[from];
  const last = scene.words[to - 1];
  if (!first || !last) return null;
  return {
    ...made,
    start: first.span.start,
    end: last.span.end,
    from,
    to,
    surname: "",
    kinds: 0,
    signs: signsAround(scene, from, to),
  };
}
