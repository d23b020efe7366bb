import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { findSpeakerAsked } from "../question/speaker-asked.ts";
import type { SpeakerAsked } from "../question/speaker-asked.ts";
import { contentStems } from "../text/words.ts";

const stemsOf = new WeakMap<DocumentRecord, readonly string[]>();

/**
 * True where whoever is asked for is the outlet that published a document: by its whole name, or as "the Courier" for the
 * Harbour Courier.
 */
export function isSource(speaker: SpeakerAsked, record: DocumentRecord): boolean {
  let stems = stemsOf.get(record);
  if (!stems) stemsOf.set(record, (stems = contentStems(record.document.source ?? "")));
  const name = stems;
  return name.length > 0 && name.at(-1) === speaker.stems.at(-1) && speaker.stems.every((stem) => name.includes(stem));
}

/**
 * True for documents of the outlet that a question asks of ("What does the Courier say about …?"); null where it asks of none
 * that is in the corpus.
 */
export function sourceFilter(text: string, snapshot: Snapshot): ((document: string) => boolean) | null {
  const speaker = findSpeakerAsked(text);
  if (speaker === null) return null;
  const ids = new Set(snapshot.records.flatMap((record) => (isSource(speaker, record) ? [record.document.id] : [])));
  return ids.size === 0 ? null : (document) => ids.has(document);
}
