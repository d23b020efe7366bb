import type { Claim, Speaker } from "../../claims/claim.ts";
import { findNumbers } from "../../claims/figures.ts";
import type { Numbers } from "../../claims/figures.ts";
import { ParallaxError } from "../../errors.ts";
import type { DocumentRecord } from "../../index/record.ts";
import type { Snapshot } from "../../index/snapshot.ts";
import { sameVoice } from "../../positions/voices.ts";
import { overlaps, slice } from "../../text/span.ts";
import { splitIntoWords } from "../../text/words.ts";
import type { DraftCitation } from "../draft.ts";

/** What one quote holds that a sentence may be made from. */
export type Cited = {
  readonly citation: DraftCitation;
  readonly text: string;
  /** Words of the quote, its speaker and its source: names may come from these. */
  readonly words: readonly string[];
  /** Stems of the same. */
  readonly stems: ReadonlySet<string>;
  readonly numbers: Numbers;
  /** Claims whose value stands in the quote. */
  readonly claims: readonly Claim[];
  readonly source: string;
  /** All whom the document credits with some of it, each once. */
  readonly voices: readonly Voice[];
};

/** Somebody whom a quote credits, with the words that it credits to him; none where only a figure is his. */
export type Voice = Speaker & { readonly words: string };

/** Reads the quotes of a sentence. @throws ParallaxError `internal` for a document that the index does not hold */
export function readCited(citations: readonly DraftCitation[], snapshot: Snapshot): readonly Cited[] {
  return citations.map((citation) => {
    const record = snapshot.records[snapshot.recordOf.get(citation.document) ?? -1];
    if (!record)
      throw new ParallaxError("internal", `A sentence cites "${citation.document}", which the index does not hold.`);
    const text = slice(record.document.text, citation.span);
    const claims = record.claims.filter((claim) => overlaps(claim.value, citation.span));
    const source = record.document.source ?? record.document.title;
    const words = splitIntoWords(`${text} ${citation.speaker?.name ?? ""} ${source}`);
    return {
      citation,
      text,
      words: words.map((word) => word.text),
      stems: new Set(words.map((word) => word.stem)),
      numbers: findNumbers(text),
      claims,
      source,
      voices: voicesIn(record, claims, citation),
    };
  });
}

function voicesIn(
  { document, credits }: DocumentRecord,
  claims: readonly Claim[],
  { span }: DraftCitation,
): readonly Voice[] {
  const said = credits
    .flat()
    .filter((credit) => overlaps(credit.span, span))
    .map(({ speaker, span: own }) => ({ speaker, words: slice(document.text, own) }));
  const voices = new Map<string, Voice>();
  for (const { speaker, words } of [...said, ...claims.map((claim) => ({ speaker: claim.speaker, words: "" }))]) {
    if (speaker === null) continue;
    const key = [...voices.keys()].find((one) => sameVoice(one, speaker.key)) ?? speaker.key;
    const known = voices.get(key);
    voices.set(key, { ...(known ?? speaker), words: `${known?.words ?? ""} ${words}`.trim() });
  }
  return [...voices.values()];
}
