import type { Snapshot } from "../index/snapshot.ts";
import { sentenceFillers } from "./fillers/sentence-fillers.ts";
import { sentenceFacts, titleFacts } from "./sentence-facts.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Sentences read between two pauses: some milliseconds. */
const STRIDE = 200;

/** Of so many sentences the fillers are read ahead, some hundred bytes each; of the rest when a question needs them. */
const FILLERS_OF = 20_000;

/**
 * Reads ahead of the first questions what retrieval would otherwise read during them: the names of the corpus at once (about 1 ms for 25
 * passages), then the words of every sentence (about 1 ms for 50), pausing every few milliseconds. Optional: nothing but speed depends on it.
 * What was read of a record is kept as long as the record, so a new generation only costs its new documents.
 * @yields at a pause, so that a server can answer in between
 */
export function* warmRetrieval(snapshot: Snapshot): Generator<void> {
  vocabularyOf(snapshot);
  let read = 0;
  for (const record of snapshot.records) {
    titleFacts(record);
    for (let sentence = 0; sentence < record.sentences.length; sentence += 1) {
      sentenceFacts(record, sentence);
      if (read < FILLERS_OF) sentenceFillers(record, sentence);
      read += 1;
      if (read % STRIDE === 0) yield;
    }
  }
}
