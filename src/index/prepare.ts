import { readDocument } from "../documents/read.ts";
import { splitIntoPassages } from "../passages/split.ts";
import type { Hash } from "../ports.ts";
import { examine } from "./examine.ts";
import { textsToEmbed } from "./passage-text.ts";
import type { DocumentRecord } from "./record.ts";

/** One file of a corpus as it lies there. `path` is relative to the corpus, with `/`. */
export type CorpusFile = { readonly path: string; readonly bytes: Uint8Array };

/** A document made ready for the index, in a shape that passes between threads cheaply. */
export type PreparedDocument = {
  readonly kind: "prepared";
  readonly path: string;
  /** The document's id. */
  readonly id: string;
  /** The `DocumentRecord` as one line of UTF-8 JSON with its line feed. */
  readonly line: Uint8Array;
  readonly passages: number;
  readonly sentences: number;
  /** What is odd about it, for people; it is stored all the same. */
  readonly warnings: readonly string[];
  /** What to embed, as `textsToEmbed` orders it. */
  readonly texts: readonly string[];
};

/** What became of a file: a record, or the reason why there is none, for people. */
export type Preparation =
  | PreparedDocument
  | { readonly kind: "rejected"; readonly path: string; readonly reason: string };

/**
 * Reads, splits and examines one file: all of ingest that depends on this file alone, but for its vectors. Runs in a worker: what
 * goes in and out can be cloned. Never throws for what a file holds.
 * @param countTokens tokens of the embedding model's tokenizer, without special tokens
 */
export function prepareDocument(file: CorpusFile, countTokens: (text: string) => number, hash: Hash): Preparation {
  const read = readDocument(file, hash);
  if (read.kind === "rejected") return { kind: "rejected", path: file.path, reason: read.reason };
  const { document, warnings } = read;
  const { layout, sentences, claims, credits } = examine(document);
  const passages = splitIntoPassages({ text: document.text, sentences, countTokens });
  const record: DocumentRecord = { document, layout, sentences, passages, claims, credits };
  return {
    kind: "prepared",
    path: file.path,
    id: document.id,
    line: new TextEncoder().encode(`${JSON.stringify(record)}\n`),
    warnings,
    passages: passages.length,
    sentences: sentences.length,
    texts: textsToEmbed(record),
  };
}
