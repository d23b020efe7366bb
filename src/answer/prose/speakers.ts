import type { Claim, Speaker } from "../../claims/claim.ts";
import type { Credit } from "../../index/record.ts";
import { sameNumber } from "../../positions/anchors.ts";
import { sameVoice } from "../../positions/voices.ts";
import { foldName } from "../../text/names.ts";
import { slice } from "../../text/span.ts";
import { stem } from "../../text/stem.ts";
import type { DraftCitation } from "../draft.ts";
import { splitIntoWords } from "../../text/words.ts";
import type { Cited } from "./cited.ts";
import type { ProvedFigure } from "./numbers.ts";
import { isSupported } from "./support.ts";

/** What stands behind the word that says who it is: "officials close to the talks". */
const TAIL = /,| (?:of|for|on|in|at|from|with|to|close|familiar|who|behind|cited) /u;

/** The stem of the word by which a speaker is known: "healey", "ministri". */
function headOf(name: string): string {
  const words = foldName(name.split(TAIL)[0] ?? name).split(" ");
  return stem(words.at(-1) ?? "");
}

/** Where a sentence names a speaker, in UTF-16 units; −1 where it does not. */
function placeOf(text: string, name: string): number {
  const head = headOf(name);
  if (head === "") return -1;
  for (const match of text.matchAll(/[\p{L}\d]+/gu)) if (stem(foldName(match[0])) === head) return match.index;
  return -1;
}

/**
 * The quotes whose speaker a sentence leaves out, one for each speaker. `unclear` where a quote has several voices and the sentence names none: it
 * cannot be told whose words they are.
 */
export function leftOutSpeakers(text: string, cited: readonly Cited[]): readonly DraftCitation[] | "unclear" {
  const left = new Map<string, DraftCitation>();
  for (const { citation, voices } of cited) {
    if (citation.speaker === null || placeOf(text, citation.speaker.name) >= 0) continue;
    if (voices.length <= 1) left.set(citation.speaker.name, left.get(citation.speaker.name) ?? citation);
    else if (!voices.some(({ name }) => placeOf(text, name) >= 0)) return "unclear";
  }
  return [...left.values()];
}

/**
 * True where nobody is credited with what another said: whoever the sentence credits speaks in one of its quotes or published one, each
 * figure stands nearest to the name of its own speaker, and a claim has the speaker that the quote gives it.
 */
export function creditsRight(
  said: { readonly text: string; readonly credits: readonly Credit[]; readonly claims: readonly Claim[] },
  cited: readonly Cited[],
  figures: readonly ProvedFigure[],
): boolean {
  if (leftOutSpeakers(said.text, cited) === "unclear") return false;
  const credited = said.credits.every(({ speaker }) => speaker === null || cited.some((one) => mayBe(speaker, one)));
  const claimed = said.claims.every((claim) => {
    const { speaker } = claim;
    if (speaker === null) return true;
    const like = cited.filter((one) => one.claims.some((other) => sameNumber(claim, other)));
    return like.length === 0 || like.some((one) => gives(speaker, claim, one));
  });
  const placed = figures.every((one) => standsByItsSpeaker(said.text, one, cited));
  return credited && claimed && placed && ownWords(said, cited);
}

/** True where a quote has the claim's figure from its speaker, or from nobody in particular. */
function gives(speaker: Speaker, claim: Claim, one: Cited): boolean {
  const owners = one.claims.flatMap((other) => (sameNumber(claim, other) ? [other.speaker] : []));
  return mayBe(speaker, one) && owners.some((owner) => owner === null || isOne(owner, speaker));
}

/** Of several speakers each has said what is credited to him: the words come from what the quotes credit to him. */
function ownWords(
  { text, credits }: { readonly text: string; readonly credits: readonly Credit[] },
  cited: readonly Cited[],
): boolean {
  const voices = cited.flatMap((one) => one.voices);
  if (voices.every((one) => voices.every((other) => isOne(one, other)))) return true;
  return credits.every(({ span, speaker }) => {
    if (speaker === null) return true;
    const own = voices.filter((voice) => voice.words !== "" && isOne(voice, speaker));
    const stems = own.map(({ words }) => ({ stems: new Set(splitIntoWords(words).map((word) => word.stem)) }));
    return own.length === 0 || isSupported(slice(text, span), stems);
  });
}

const isOne = (a: Speaker, b: Speaker): boolean => sameVoice(a.key, b.key) || headOf(a.name) === headOf(b.name);

function mayBe(speaker: Speaker, { citation, source, voices }: Cited): boolean {
  if (voices.some(({ key }) => sameVoice(key, speaker.key))) return true;
  const name = citation.speaker?.name ?? "";
  return (name !== "" && headOf(name) === headOf(speaker.name)) || foldName(source) === foldName(speaker.name);
}

function standsByItsSpeaker(text: string, { figure, by }: ProvedFigure, cited: readonly Cited[]): boolean {
  const named = cited.flatMap(({ citation }) => {
    const at = citation.speaker === null ? -1 : placeOf(text, citation.speaker.name);
    return at < 0 ? [] : [{ citation, away: Math.abs(at - figure.span.start) }];
  });
  const nearest = Math.min(...named.map(({ away }) => away));
  const voices = named.filter(({ away }) => away === nearest).map(({ citation }) => citation.speaker?.name);
  return voices.length === 0 || by.some(({ citation }) => voices.includes(citation.speaker?.name));
}
