import type { DocumentRecord } from "../index/record.ts";
import type { SpeakerAsked } from "../question/speaker-asked.ts";
import { isSource } from "./asked-sources.ts";
import { isNamed, isSameName } from "./name-equality.ts";
import { sentenceFacts } from "./sentence-facts.ts";
import { contentStems } from "../text/words.ts";
import { contextOf } from "./slot-context.ts";

/**
 * True where a sentence gives the words of the speaker asked: they published it, its credit names them, its own words do beside a credit, or a
 * sentence of the document gives the credited speaker the office that is asked ("its coordinator, Ida Holm").
 */
export function isCreditedTo(
  speaker: SpeakerAsked,
  where: { readonly record: DocumentRecord; readonly sentence: number },
): boolean {
  const { record, sentence } = where;
  if (isSource(speaker, record)) return true;
  const facts = sentenceFacts(record, sentence);
  if (isMeant(speaker, facts.stems)) return true;
  const credits = (record.credits[sentence] ?? []).filter((credit) => credit.speaker !== null);
  const names = credits.map((credit) => contentStems(credit.speaker?.name ?? ""));
  if (names.some((name) => isMeant(speaker, name))) return true;
  if (names.some((name) => isIntroduced(record, speaker.stems, name.at(-1)))) return true;
  // "On the most delicate point the judge was careful": a report that opens with a speaker goes on with their words.
  const { before, heading, lead } = contextOf(record, sentence);
  const tellsOthers = credits.some(({ certainty }) => certainty === "claimed" || certainty === "confirmed");
  const near = [...before, ...lead, ...(heading === null ? [] : [heading])];
  return !tellsOthers && near.some((at) => isMeant(speaker, sentenceFacts(record, at).stems));
}

/** True where a credit's speaker is the one asked: by name, or by an office that the document gives them. */
export function isSpokenBy(speaker: SpeakerAsked, name: string, record: DocumentRecord): boolean {
  const stems = contentStems(name);
  if (isMeant(speaker, stems)) return true;
  return !isCreditedByName(record, speaker) && isIntroduced(record, speaker.stems, stems.at(-1));
}

const CAPITALS = /^(?:(?:\p{Lu}\S*|of|the|for|and)\s?)+$/u;

/**
 * True where the document credits something to whoever is asked for by that very name: "The Institute of Seismology says 7.1, the Geological
 * Survey 6.8" names two speakers, and gives none of them the other's office.
 */
const isCreditedByName = (record: DocumentRecord, speaker: SpeakerAsked): boolean =>
  CAPITALS.test(speaker.written) &&
  [...record.credits.flat(), ...record.claims].some(
    (one) => one.speaker !== null && isMeant(speaker, contentStems(one.speaker.name)),
  );

/** Most words of the name asked stand there, or its last one does: people are called by it. Of an office all words must. */
function isMeant({ written, stems: asked }: SpeakerAsked, name: readonly string[]): boolean {
  const isName = /\p{Lu}/u.test(written);
  const has = (word: string): boolean => name.some((one) => one === word || isSameName(word, one));
  return isName ? isNamed(asked, has) : asked.every(has);
}

/** Words between an office and its holder at most. */
const NEAR = 5;

const introductions = new WeakMap<DocumentRecord, Map<string, boolean>>();

/** "Its general secretary, Claire Holm": the office stands beside the name somewhere in the document. */
function isIntroduced(record: DocumentRecord, office: readonly string[], holder: string | undefined): boolean {
  if (holder === undefined) return false;
  let known = introductions.get(record);
  if (!known) introductions.set(record, (known = new Map()));
  const key = `${office.join(" ")}|${holder}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = record.sentences.some((_, at) => {
    const { stems } = sentenceFacts(record, at);
    const holds = stems.indexOf(holder);
    return (
      holds >= 0 && Math.abs(stems.indexOf(office.at(-1) ?? "") - holds) <= NEAR && stems.includes(office.at(-1) ?? "")
    );
  });
  known.set(key, found);
  return found;
}
