import { at, type Token } from "./tokens.ts";

/** Phrases of lower-case words, kept for matching from one end; the longest match wins. */
export type PhraseTable<Row> = ReadonlyMap<string, readonly Phrase<Row>[]>;
type Phrase<Row> = { readonly words: readonly string[]; readonly row: Row };
/** A phrase that was found: its row, and how many tokens it takes. */
export type PhraseMatch<Row> = { readonly row: Row; readonly length: number };

type Entry<Row> = readonly [phrase: string, row: Row];

function build<Row>(entries: readonly Entry<Row>[], keyOf: (words: readonly string[]) => string): PhraseTable<Row> {
  const table = new Map<string, Phrase<Row>[]>();
  for (const [phrase, row] of entries) {
    const words = phrase.split(" ");
    const key = keyOf(words);
    const list = table.get(key) ?? [];
    list.push({ words, row });
    list.sort((a, b) => b.words.length - a.words.length);
    table.set(key, list);
  }
  return table;
}

/** A table for phrases that begin at a token. Words of a phrase are separated by one space, signs stand alone: "per cent", "- odd". */
export function phrasesFrom<Row>(entries: readonly Entry<Row>[]): PhraseTable<Row> {
  return build(entries, (words) => words[0] ?? "");
}

/** A table for phrases that end at a token. */
export function phrasesTo<Row>(entries: readonly Entry<Row>[]): PhraseTable<Row> {
  return build(entries, (words) => words.at(-1) ?? "");
}

/** The longest phrase that begins at token `index`. */
export function matchFrom<Row>(
  table: PhraseTable<Row>,
  tokens: readonly Token[],
  index: number,
): PhraseMatch<Row> | null {
  const list = table.get(at(tokens, index).lower);
  if (list === undefined) return null;
  for (const { words, row } of list) {
    if (words.every((word, offset) => at(tokens, index + offset).lower === word)) return { row, length: words.length };
  }
  return null;
}

/** The longest phrase whose last word is token `index`. */
export function matchTo<Row>(
  table: PhraseTable<Row>,
  tokens: readonly Token[],
  index: number,
): PhraseMatch<Row> | null {
  const list = table.get(at(tokens, index).lower);
  if (list === undefined) return null;
  for (const { words, row } of list) {
    const first = index - words.length + 1;
    if (words.every((word, offset) => at(tokens, first + offset).lower === word)) return { row, length: words.length };
  }
  return null;
}
