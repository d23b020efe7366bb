import type { Document } from "./documents/document.ts";
import type { Snapshot } from "./index/snapshot.ts";

/** A document with the size of what the index made of it. */
export type ListedDocument = { readonly document: Document; readonly passages: number; readonly sentences: number };

/** All documents, in order of id. */
export function listDocuments(snapshot: Snapshot): readonly ListedDocument[] {
  return snapshot.records.map(({ document, passages, sentences }) => ({
    document,
    passages: passages.length,
    sentences: sentences.length,
  }));
}

/** The document of that id, null where there is none. */
export function readDocument(snapshot: Snapshot, id: string): Document | null {
  return snapshot.records[snapshot.recordOf.get(id) ?? -1]?.document ?? null;
}
