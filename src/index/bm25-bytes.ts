import { ParallaxError } from "../errors.ts";
import { type Bm25, type Postings, bm25Over } from "./bm25.ts";

const MAGIC = 0x32_4d_42_50; // "PBM2" read little-endian
const HEADER_WORDS = 5; // magic, terms, postings, passages, bytes of the terms' text

/**
 * The index as bytes, little-endian: five 32-bit words (magic, terms, postings, passages, bytes of text), the offsets,
 * passages, counts and lengths as 32-bit words, then the terms in UTF-8 with a line feed after each.
 * @throws ParallaxError `internal` where a term holds a line feed or a lone surrogate, for it could not be read back
 */
export function bm25ToBytes(bm25: Bm25): Uint8Array {
  const { terms, offsets, documents, counts, lengths } = bm25.postings;
  const unwritable = terms.find((term) => /[\n\p{Cs}]/u.test(term));
  if (unwritable !== undefined) {
    throw new ParallaxError(
      "internal",
      `The term ${JSON.stringify(unwritable)} cannot be written to the lexical index.`,
    );
  }
  const text = new TextEncoder().encode(terms.map((term) => `${term}\n`).join(""));
  const header = Uint32Array.of(MAGIC, terms.length, documents.length, lengths.length, text.length);
  const columns = [header, offsets, documents, counts, lengths];
  const words = columns.reduce((sum, column) => sum + column.length, 0);
  const bytes = new Uint8Array(words * 4 + text.length);
  let at = 0;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  bytes.set(text, at);
  return bytes;
}

/**
 * Reads what `bm25ToBytes` wrote and checks all of it: sizes, order of terms and passages, counts against lengths.
 * @throws ParallaxError `index-damaged` naming what does not fit
 */
export function bm25FromBytes(bytes: Uint8Array): Bm25 {
  if (bytes.length < HEADER_WORDS * 4) damaged("its header is cut short");
  const copy = bytes.slice(); // typed arrays need a start divisible by four
  const [magic = 0, terms = 0, postings = 0, passages = 0, textBytes = 0] = new Uint32Array(
    copy.buffer,
    0,
    HEADER_WORDS,
  );
  if (magic !== MAGIC) damaged("it does not begin as one");
  const words = HEADER_WORDS + terms + 1 + 2 * postings + passages;
  if (words * 4 + textBytes !== copy.length)
    damaged(`it should be ${words * 4 + textBytes} bytes long, not ${copy.length}`);
  let at = HEADER_WORDS;
  const column = (length: number): Uint32Array => {
    at += length;
    return new Uint32Array(copy.buffer, (at - length) * 4, length);
  };
  const read = {
    offsets: column(terms + 1),
    documents: column(postings),
    counts: column(postings),
    lengths: column(passages),
    terms: readTerms(copy.subarray(at * 4), terms),
  };
  check(read);
  return bm25Over(read);
}

function readTerms(bytes: Uint8Array, expected: number): readonly string[] {
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    damaged("its terms are not UTF-8");
  }
  const terms = text.split("\n");
  if (terms.pop() !== "" || terms.length !== expected) damaged(`it should hold ${expected} terms`);
  return terms;
}

function check(postings: Postings): void {
  const { terms, offsets, documents, counts, lengths } = postings;
  if (offsets[0] !== 0 || offsets[terms.length] !== documents.length) damaged("its postings do not add up");
  const seen = new Float64Array(lengths.length);
  for (const [t, term] of terms.entries()) {
    const before = terms[t - 1];
    if (before !== undefined && !(before < term)) damaged(`its term ${t} is out of order`);
    const from = offsets[t] ?? 0;
    const to = offsets[t + 1] ?? 0;
    if (to <= from || to > documents.length) damaged(`its term ${t} has no postings`);
    for (let i = from; i < to; i += 1) {
      const document = documents[i] ?? 0;
      if (document >= lengths.length) damaged(`its term ${t} names passage ${document} of ${lengths.length}`);
      if (i > from && document <= (documents[i - 1] ?? 0)) damaged(`the passages of its term ${t} are out of order`);
      if (counts[i] === 0) damaged(`its term ${t} has a count of 0`);
      seen[document] = (seen[document] ?? 0) + (counts[i] ?? 0);
    }
  }
  const wrong = lengths.findIndex((length, item) => length !== seen[item]);
  if (wrong >= 0) damaged(`the length of its passage ${wrong} is not the sum of its counts`);
}

function damaged(what: string): never {
  throw new ParallaxError("index-damaged", `The lexical index is damaged: ${what}. Run "parallax index rebuild".`);
}
