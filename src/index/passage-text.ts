import type { Document, Layout } from "../documents/document.ts";
import type { Passage } from "../passages/passage.ts";
import type { Span } from "../text/span.ts";
import { contentStems } from "../text/words.ts";
import type { DocumentRecord } from "./record.ts";

/** What a document's vectors are made of, in the order they are stored in: each passage, `title. sentence` for each sentence, the title. */
export function textsToEmbed(record: DocumentRecord): readonly string[] {
  const { document, sentences, passages } = record;
  return [
    ...passages.map((passage) => passageText(record, passage)),
    ...sentences.map(({ span }) => `${document.title}. ${document.text.slice(span.start, span.end)}`),
    document.title,
  ];
}

/** The text of a passage without the page furniture that lies in it. */
export function passageText(
  record: { readonly document: Document; readonly layout: Layout },
  passage: Passage,
): string {
  const { text } = record.document;
  const pieces: string[] = [];
  let from = passage.span.start;
  for (const furniture of within(record.layout.furniture, passage.span)) {
    if (furniture.start > from) pieces.push(text.slice(from, furniture.start));
    from = Math.max(from, Math.min(furniture.end, passage.span.end));
  }
  pieces.push(text.slice(from, passage.span.end));
  return pieces.join("").trim();
}

/** The stems of a passage, as BM25 counts them. */
export function passageStems(record: DocumentRecord, passage: Passage): readonly string[] {
  return contentStems(passageText(record, passage));
}

function within(spans: readonly Span[], outer: Span): readonly Span[] {
  return spans.filter((span) => span.start < outer.end && outer.start < span.end);
}
