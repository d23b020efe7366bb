import type { SentenceAttribution } from "../claims/attribution.ts";
import { extractClaims } from "../claims/extract.ts";
import { attribute } from "../claims/speakers.ts";
import { tagSentences } from "../claims/tag.ts";
import type { Document } from "../documents/document.ts";
import { layOut } from "../documents/layout.ts";
import type { Sentence } from "../passages/passage.ts";
import { splitIntoSentences } from "../passages/sentences.ts";
import type { Credit, DocumentRecord } from "./record.ts";

/** What a document says and who is credited with it: its record but for the passages. Pure. */
export function examine(document: Document): Omit<DocumentRecord, "passages"> {
  const layout = layOut(document.text);
  const sentences = splitIntoSentences(document.text, layout);
  const tagged = tagSentences(document.text, sentences);
  const attributions = attribute({ document, sentences, tagged });
  const claims = extractClaims({ document, sentences, tagged, attributions });
  return { document, layout, sentences, claims, credits: creditsOf(attributions, sentences) };
}

/** Attributions count from the start of their sentence; a record's spans point into the document. */
function creditsOf(
  attributions: readonly (readonly SentenceAttribution[])[],
  sentences: readonly Sentence[],
): readonly (readonly Credit[])[] {
  return sentences.map(({ span: { start } }, n) =>
    (attributions[n] ?? []).flatMap(({ credited, speaker, certainty }) =>
      credited.map((span) => ({ span: { start: start + span.start, end: start + span.end }, speaker, certainty })),
    ),
  );
}
