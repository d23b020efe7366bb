import type { Claim } from "../../claims/claim.ts";
import type { Credit } from "../../index/record.ts";
import { sameNumber } from "../../positions/anchors.ts";
import { sameVoice } from "../../positions/voices.ts";
import { foldName } from "../../text/names.ts";
import { slice } from "../../text/span.ts";
import { stem } from "../../text/stem.ts";
import type { DraftCitation } from "../draft.ts";
import type { Cited } from "./cited.ts";
import type { ProvedFigure } from "./numbers.ts";
import { isSupported } from "./support.ts";

/** What stands behind the word that says who it is: "officials close to the talks". */
const TAIL = /,| (?:of|for|on|in|at|from|with|to|close|familiar|who|behind|cited) /u;

/** The word by which a speaker is known, folded: "healey", "ministry". */
const headOf = (name: string): string =>
  foldName(name.split(TAIL)[0] ?? name)
    .split(" ")
    .at(-1) ?? "";

/** Where a sentence names a speaker, in UTF-16 units; −1 where it does not. */
function placeOf(text: string, name: string): number {
  const head = headOf(name);
  if (head === "") return -1;
  for (const match of text.matchAll(/[\p{L}\d]+/gu)) if (stem(foldName(match[0])) === head) return match.index;
  return -1;
}

/** True where a sentence names the speaker of a quote. */
export const namesSpeaker = (text: string, { speaker }: DraftCitation): boolean =>
  speaker !== null && placeOf(text, speaker.name) >= 0;

/**
 * True where nobody is credited with what another said: whoever the sentence credits speaks in one of its quotes or published one, each
 * figure stands nearest to the name of its own speaker, and a claim has the speaker that the quote gives it.
 */
export function creditsRight(
  said: { readonly text: string; readonly credits: readonly Credit[]; readonly claims: readonly Claim[] },
  cited: readonly Cited[],
  figures: readonly ProvedFigure[],
): boolean {
  const credited = said.credits.every(({ speaker }) => speaker === null || cited.some((one) => mayBe(speaker, one)));
  const claimed = said.claims.every((claim) => {
    const { speaker } = claim;
    if (speaker === null) return true;
    const like = cited.filter((one) => one.claims.some((other) => sameNumber(claim, other)));
    return like.length === 0 || like.some((one) => mayBe(speaker, one));
  });
  return (
    credited && claimed && figures.every((one) => standsByItsSpeaker(said.text, one, cited)) && ownWords(said, cited)
  );
}

/** Of two speakers each has said what is credited to him: their words come from his quotes alone. */
function ownWords(
  { text, credits }: { readonly text: string; readonly credits: readonly Credit[] },
  cited: readonly Cited[],
): boolean {
  if (new Set(cited.map(({ citation }) => citation.speaker?.name)).size < 2) return true;
  return credits.every(({ span, speaker }) => {
    if (speaker === null) return true;
    const own = cited.filter((one) => mayBe(speaker, one));
    return own.length === 0 || isSupported(slice(text, span), own);
  });
}

function mayBe(
  speaker: { readonly name: string; readonly key: string },
  { citation, claims, source, voices }: Cited,
): boolean {
  const keys = claims.flatMap((claim) => claim.speaker?.key ?? []);
  if ([...keys, ...voices].some((key) => sameVoice(key, speaker.key))) return true;
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
