import type { KindBits } from "./word-kinds.ts";

/** How a filler is written: a run of capitalised words, "X, Y", a title in quotation marks, a day or year, a number with its unit, a common noun. */
export type FillerForm = "name" | "pair" | "title" | "date" | "number" | "noun";

/** Words of a document that may fill what a question leaves open. */
export type Filler = {
  readonly form: FillerForm;
  /** UTF-16 units within the sentence. */
  readonly start: number;
  readonly end: number;
  /** Words of the sentence that it covers, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** What is compared: a folded name, `2016-10-04`, a number without separators, a noun's stem. */
  readonly key: string;
  /** The words of the key; of a date year, month, day as far as they are known. */
  readonly parts: readonly string[];
  /** Key of the surname that a name has as a person's (`nameKey`); "" for other fillers and for long names. */
  readonly surname: string;
  /** What a common noun, or a name that is one, is a kind of. */
  readonly kinds: KindBits;
  readonly signs: number;
};

/** What the words of a filler and those around it show, as bits of `Filler.signs`. */
export const SIGN = {
  /** A given name, an office before it, an age after it, a verb of saying beside it. */
  person: 1,
  /** The gazetteer knows it. */
  place: 2,
  /** Holds a word for a body, or ends in a legal form. */
  body: 4,
  /** A part of a longer run. */
  part: 8,
  /** The first word of its sentence and nothing else, so that its capital tells nothing. */
  front: 16,
  /** After "in", "at", "near", "from". */
  located: 32,
  /** After "by". */
  by: 64,
  /** Beside "archived", "retrieved", "updated". */
  filed: 128,
  /** A number beside "density", "per", or in a share. */
  rate: 256,
  /** A subject: a verb, or an age and a verb, follows. */
  subject: 512,
  /** A nationality ("Turkish"): no name of its own. */
  adjective: 1024,
  /** The first date in brackets, and the one after a dash there: "(June 19, 1910 – June 5, 1988)". */
  bracketFirst: 2048,
  bracketSecond: 4096,
  /** After "from". */
  from: 8192,
} as const;

/** The words of a sentence as far as fillers need them, and its fillers. */
export type SentenceFillers = {
  /** Stem of each word, stop words too. */
  readonly stems: readonly string[];
  readonly fillers: readonly Filler[];
};
