import type { Document } from "../documents/document.ts";
import type { Sentence } from "../passages/passage.ts";
import type { Span } from "../text/span.ts";
import { slice } from "../text/span.ts";
import type { Certainty } from "./claim.ts";
import { type Credit, creditsOf } from "./credited.ts";
import { creditLine, pointBack } from "./point-back.ts";
import { type Identity, readDirectory, type SpeakerDirectory } from "./speaker-directory.ts";
import { identityOf, NOTHING, passOver, type ReadingPlace, remember, type Running, textOf } from "./speaker-memory.ts";
import { findCues } from "./speech-cues.ts";
import { readWords, type SpeechSentence } from "./speech-tokens.ts";
import type { SentenceAttribution } from "./attribution.ts";
import type { TaggedWord } from "./tag.ts";
import { POINTS_BACK, UNVERIFIED, WORKING_OUT } from "./speech-words.ts";

/** What is attributed: one document's text and its sentences in order. */
export type AttributeInput = {
  readonly document: Pick<Document, "text">;
  readonly sentences: readonly Sentence[];
  /** The words of each sentence, as `tagSentences` gives them. */
  readonly tagged: readonly (readonly TaggedWord[])[];
};

/**
 * Who is credited with what, one list a sentence; empty where the document speaks in its own voice. Headings and repeats credit nobody. People and the
 * offices they hold share a key, as do the same body under other words, in any document.
 */
export function attribute(input: AttributeInput): readonly (readonly SentenceAttribution[])[] {
  const reads = readAll(input);
  const directory = readDirectory(reads.map((read) => read?.sentence.text ?? ""));
  const first = settle(input.sentences, reads, directory);
  // An office named before its holder ("the minister said … Ann Doe said") has its holder in a second round.
  return directory.linked() === 0 ? first : settle(input.sentences, reads, directory);
}

/** A sentence of prose with its cues; null for headings and repeats. */
type Read = { readonly sentence: SpeechSentence; readonly credits: readonly Credit[] } | null;

function readAll({ document, sentences, tagged }: AttributeInput): readonly Read[] {
  let open = false;
  return sentences.map((one, index) => {
    const words = tagged[index] ?? [];
    if (one.kind === "heading" || one.repeated || words.length === 0) return null;
    // A quotation left open by a lost mark must not swallow the rest of the document.
    if (one.paragraph !== sentences[index - 1]?.paragraph) open = false;
    const text = slice(document.text, one.span);
    const sentence = readWords(text, words, open ? "open" : "closed");
    open = sentence.openAtEnd;
    return { sentence, credits: creditsOf(sentence, findCues(sentence)) };
  });
}

function settle(
  sentences: readonly Sentence[],
  reads: readonly Read[],
  directory: SpeakerDirectory,
): readonly (readonly SentenceAttribution[])[] {
  const found: (readonly SentenceAttribution[])[] = [];
  let running = NOTHING;
  for (const [index, one] of sentences.entries()) {
    const read = reads[index] ?? null;
    if (read === null) {
      found.push([]);
      continue;
    }
    if (one.heading !== running.heading) running = { ...NOTHING, heading: one.heading, heard: running.heard };
    const before = reads[index - 1]?.sentence.text ?? "";
    const settled = settleOne(read, { index, running, directory, before });
    running = settled.running;
    found.push(settled.attributions);
    const { sentence } = read;
    pointBack(found, { index, text: sentence.text, sentences, speakerLine: creditLine(sentence, directory) });
  }
  return found;
}

function settleOne(
  { sentence, credits }: NonNullable<Read>,
  place: ReadingPlace,
): { attributions: readonly SentenceAttribution[]; running: Running } {
  const { text } = sentence;
  const { index, directory } = place;
  const unverified = UNVERIFIED.test(text);
  const attributions: SentenceAttribution[] = [];
  let { running } = place;
  for (const credit of credits) {
    const who = identityOf(credit, sentence, { ...place, running });
    if (who !== null) running = remember(running, who, { index, verb: credit.cue.verb, directory });
    attributions.push(attributionOf(credit, who, { sentence, directory, unverified }));
  }
  if (credits.length === 0) running = passOver(running, { index, text, before: place.before });
  const goesOn = attributions.length === 0 ? continued(sentence, place) : null;
  if (goesOn !== null) attributions.push(goesOn);
  if (unverified && !POINTS_BACK.test(text) && attributions.length === 0)
    attributions.push({ ...UNCREDITED, credited: [wholeOf(text)] });
  return { attributions, running: { ...running, open: sentence.openAtEnd } };
}

const UNCREDITED = { speaker: null, certainty: "unverified", attribution: null, estimate: false } as const;
const wholeOf = (text: string): Span => ({ start: 0, end: text.length });

type Settling = {
  readonly sentence: SpeechSentence;
  readonly directory: SpeakerDirectory;
  readonly unverified: boolean;
};

function attributionOf(credit: Credit, who: Identity | null, how: Settling): SentenceAttribution {
  const { cue } = credit;
  const office = who?.office ?? null;
  const held = who === null ? null : ((office === null ? null : sameHolder(how.directory.holder(office), who)) ?? who);
  const via = cue.via === null ? "" : `, cited by ${textOf(how.sentence, cue.via)}`;
  const speaker = held === null ? null : { name: `${held.name}${via}`, key: held.key, verb: cue.verb };
  return {
    speaker,
    certainty: how.unverified ? "unverified" : certaintyOf(credit, held, how.sentence),
    credited: credit.credited,
    attribution: credit.attribution,
    estimate: cue.estimate,
  };
}

const sameHolder = (holder: Identity | null, who: Identity): Identity | null =>
  holder !== null && (who.kind !== "person" || holder.key === who.key) ? holder : null;

function certaintyOf(credit: Credit, who: Identity | null, sentence: SpeechSentence): Certainty {
  const { certainty } = credit.cue;
  if (
    certainty === "claimed" &&
    who !== null &&
    (who.kind === "outlet" || /:media$|^media/u.test(who.key)) &&
    credit.cue.via === null
  )
    return "reported";
  // "confirmed it had struck", "confirmed that its forces": a body's word on its own acts confirms nobody else's.
  const first = credit.credited[0];
  const own =
    first !== undefined && /^(?:that\s+)?(?:it|its|they|their|he|his|she|her|we)\b/iu.test(slice(sentence.text, first));
  return certainty === "confirmed" && own ? "claimed" : certainty;
}

/** A quotation that runs on, or "This works out at …": the speaker of the sentence before keeps the word. */
function continued(sentence: SpeechSentence, { index, running }: ReadingPlace): SentenceAttribution | null {
  if (running.last === null || index - running.sentence > 1) return null;
  const { words, text } = sentence;
  const verb = words.findIndex((word) => word.tag === "VERB" || word.tag === "AUX");
  const pointing =
    /^(?:this|that|these|those|it)$/u.test(words[0]?.lower ?? "") &&
    WORKING_OUT.has(words[verb]?.lower ?? "") &&
    verb <= 3;
  const inQuotes = words.filter((word) => word.quoted).length > words.length / 2;
  if (!pointing && !running.open && !inQuotes) return null;
  return {
    speaker: { name: running.last.name, key: running.last.key, verb: running.verb },
    certainty: "claimed",
    credited: [wholeOf(text)],
    attribution: null,
    estimate: pointing && /\baverage\b/iu.test(text),
  };
}
