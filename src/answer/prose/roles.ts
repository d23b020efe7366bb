import { tagSentences } from "../../claims/tag.ts";
import type { TaggedWord } from "../../claims/tag.ts";
import { layOut } from "../../documents/layout.ts";
import { splitIntoSentences } from "../../passages/sentences.ts";
import { stem } from "../../text/stem.ts";
import { isStopWord, splitIntoWords } from "../../text/words.ts";
import type { Cited } from "./cited.ts";

/** Verbs of saying stand before or behind what is said without changing it. Stems. */
const SAYING: ReadonlySet<string> = new Set(
  "say said tell told report announc state claim add warn estim confirm accord note reveal write wrote".split(" "),
);

/** Words within which the "by" of a passive follows its verb, and a form of "be" stands before it. */
const BY_REACH = 10;
const BE_REACH = 3;

const BE: ReadonlySet<string> = new Set("be is are was were been being got".split(" "));

/** A word with the words of content on its two sides, and whether it is passive. */
type Pivot = {
  readonly stem: string;
  readonly isVerb: boolean;
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
  readonly passive: boolean;
};

function pivotsIn(text: string, leftOut: ReadonlySet<string>): readonly Pivot[] {
  const words = tagSentences(text, splitIntoSentences(text, layOut(text))).flat();
  const stems = words.map((word) => (isContent(word) ? stem(word.text) : ""));
  const content = stems.map((one) => (SAYING.has(one) || leftOut.has(one) ? "" : one));
  return words.flatMap(({ tag }, at) => {
    const own = content[at] ?? "";
    if (own === "") return [];
    const sides = (from: number, to: number) =>
      new Set(content.slice(from, to).filter((one) => one !== "" && one !== own));
    return [
      {
        stem: own,
        isVerb: tag === "VERB",
        left: sides(0, at),
        right: sides(at + 1, words.length),
        passive: hasAgent(words.slice(at + 1, at + 1 + BY_REACH)) || isParticiple(words, at),
      },
    ];
  });
}

const isContent = ({ text, tag }: TaggedWord): boolean => /[\p{L}\d]/u.test(text) && tag !== "AUX" && !isStopWord(text);

/** "Was shot", "were later found", not "was hit, killing". */
function isParticiple(words: readonly TaggedWord[], at: number): boolean {
  if (words[at]?.text.toLowerCase().endsWith("ing") === true) return false;
  const before = words.slice(Math.max(0, at - BE_REACH), at).toReversed();
  const be = before.findIndex(({ text }) => BE.has(text.toLowerCase()));
  return be >= 0 && before.slice(0, be).every(({ tag }) => ["ADV", "PART", "CCONJ", "VERB"].includes(tag));
}

/** "By rebels", not "by 7 per cent" or "by Monday". */
function hasAgent(behind: readonly TaggedWord[]): boolean {
  const by = behind.findIndex(({ text }) => text.toLowerCase() === "by");
  const next = behind[by + 1];
  return (
    by >= 0 && next !== undefined && !/^\d|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^the end$/iu.test(next.text)
  );
}

/**
 * True where who does something in a sentence does it in its quotes too: no verb has the words of its two sides changed over, unless it
 * is passive in one of the two; and none that becomes passive leaves them where they were. Whoever says so may stand anywhere.
 */
export function keepsRoles(text: string, cited: readonly Cited[]): boolean {
  const speakers = new Set(
    cited.flatMap(({ citation }) => splitIntoWords(citation.speaker?.name ?? "").map((word) => word.stem)),
  );
  const theirs = cited.flatMap((one) => pivotsIn(one.text, speakers));
  return pivotsIn(text, speakers).every((pivot) => {
    const same = theirs.filter((other) => other.stem === pivot.stem && (other.isVerb || pivot.isVerb));
    return same.length === 0 || same.some((other) => fits(pivot, other));
  });
}

const without = (side: ReadonlySet<string>, opposite: ReadonlySet<string>): readonly string[] =>
  [...side].filter((one) => !opposite.has(one));

function fits(pivot: Pivot, other: Pivot): boolean {
  // A word that stands on both sides tells nothing.
  const [left, right] = [without(pivot.left, pivot.right), without(pivot.right, pivot.left)];
  const otherLeft = new Set(without(other.left, other.right));
  const otherRight = new Set(without(other.right, other.left));
  const toRight = left.some((one) => otherRight.has(one));
  const toLeft = right.some((one) => otherLeft.has(one));
  if (pivot.passive === other.passive) return !(toRight && toLeft);
  return toRight || toLeft || !right.some((one) => otherRight.has(one));
}
