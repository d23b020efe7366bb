import type { Document } from "../documents/document.ts";
import type { DocumentReferenceWire, DocumentsWire, DocumentWire } from "./wire.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { listDocuments } from "../read.ts";

/** A document as replies name it: what it does not have is left out. */
export function toReference(document: Document): DocumentReferenceWire {
  return {
    id: document.id,
    title: document.title,
    ...(document.source === null ? {} : { source: document.source }),
    ...(document.published === null ? {} : { published: document.published }),
    ...(document.url === null ? {} : { url: document.url }),
    sha256: document.sha256,
  };
}

/** A document with the text that all offsets point into. */
export function toDocument(document: Document): DocumentWire {
  return { ...toReference(document), text: document.text };
}

/** Every document of a generation, and which generation that is. */
export function toDocuments(snapshot: Snapshot): DocumentsWire {
  return {
    documents: listDocuments(snapshot).map(({ document, passages, sentences }) =>
      Object.assign(toReference(document), { passages, sentences }),
    ),
    index: { id: snapshot.id, passages: snapshot.passages.length, embedder: snapshot.embedder },
  };
}
