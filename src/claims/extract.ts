import type { Document } from "../documents/document.ts";
import type { Sentence } from "../passages/passage.ts";
import type { Claim, Period, QuantityClaim } from "./claim.ts";
import { finishClaims } from "./finish.ts";
import { inherit } from "./inherit.ts";
import type { Dated, Settled } from "./inherit.ts";
import { readProto } from "./proto.ts";
import type { Proto } from "./proto.ts";
import { pointedNoun, readSentence } from "./reading.ts";
import type { SentenceAttribution } from "./attribution.ts";
import type { TaggedWord } from "./tag.ts";

/** What claims are extracted from: one document and how it was split. */
export type ClaimInput = {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  /** The words of each sentence, as `tagSentences` gives them. */
  readonly tagged: readonly (readonly TaggedWord[])[];
  /** Who is credited with what, one list a sentence. */
  readonly attributions: readonly (readonly SentenceAttribution[])[];
};

/**
 * Every checkable thing that the sentences of a document assert, in text order. Headings, repeats and furniture assert
 * nothing. Sentence by sentence: the grammars read figures, times, places and speakers; each figure is given what it
 * counts and what happens to it; what a sentence leaves out comes from those before it.
 */
export function extractClaims(input: ClaimInput): readonly Claim[] {
  const { document, sentences, tagged, attributions } = input;
  const settled: Settled[] = [];
  const dated: Dated[] = [];
  let previous: Period | null = null;
  sentences.forEach((sentence, index) => {
    if (sentence.kind === "heading" || sentence.repeated) return;
    const reading = readSentence(sentence, index, { document, tagged, attributions, previous });
    const own = reading.times.find((time) => time.period.from !== null && time.kind !== "duration-since");
    previous = reading.times.find((time) => time.period.from !== null)?.period ?? previous;
    const protos = reading.figures
      .map((_, number) => readProto(reading, number))
      .filter((proto): proto is Proto => proto !== null);
    for (const proto of protos) {
      const made = inherit(proto, settled, dated);
      if (made) settled.push(made);
    }
    if (own) dated.push({ index, heading: sentence.heading, period: own.period, pointsTo: pointedNoun(reading) });
  });
  const claims: readonly QuantityClaim[] = finishClaims(document, settled, dated);
  return claims;
}
