import { WORD_KINDS } from "./word-kinds-data.ts";

/** Bits of kinds of things, in the order of the table; a word may be of several kinds. */
export type KindBits = number;

const NAMES: readonly string[] = WORD_KINDS.map(([kind]) => kind);

let bitsByWord: ReadonlyMap<string, KindBits> | null = null;

function read(): ReadonlyMap<string, KindBits> {
  const bits = new Map<string, KindBits>();
  for (const [at, [, words]] of WORD_KINDS.entries()) {
    for (const word of words.split(" ")) bits.set(word, (bits.get(word) ?? 0) | (1 << at));
  }
  return bits;
}

/** Kinds that a word or two words joined by "_" name, in lower case, singular or plural; 0 for words that name none. */
export function kindsOf(word: string): KindBits {
  bitsByWord ??= read();
  const known = bitsByWord.get(word);
  if (known !== undefined) return known;
  return word.endsWith("s") ? (bitsByWord.get(word.slice(0, -1)) ?? 0) : 0;
}

/** The bits of kinds by their names. An unknown name is an error of the tables. */
export function bitsOf(names: string): KindBits {
  return names.split(" ").reduce((bits, name) => bits | (1 << NAMES.indexOf(name)), 0);
}
