import { citeClaim } from "../cite.ts";
import type { Draft, DraftCitation, DraftPart } from "../draft.ts";
import { citeEvidence } from "../evidence-quotes.ts";
import { quoteText } from "../phrase.ts";
import type { Evidence } from "../../retrieval/evidence.ts";
import type { Snapshot } from "../../index/snapshot.ts";
import { overlaps } from "../../text/span.ts";
import { addressesTheReader } from "./addressed.ts";
import { estimateTokens } from "./tokens.ts";

/** A sentence as a language model is shown it, by its number from 1 on. */
export type Numbered = {
  readonly number: number;
  readonly citation: DraftCitation;
  readonly line: string;
  /** True for what the answer quotes, false for further evidence. */
  readonly isQuoted: boolean;
};

/** Further evidence beside what the answer quotes already. */
const MAX_FURTHER = 5;

/** Evidence further behind the best than this is about something else. */
const MAX_GAP = 2.5;

/**
 * The sentences that a language model may write from: all that the draft quotes, in its order, then further evidence, best first, as far as
 * the budget goes. What is left out of a prompt is told by the draft itself.
 * @param budget tokens that the lines may take together
 */
export function numberEvidence(
  draft: Draft,
  further: readonly Evidence[],
  { snapshot, budget }: { readonly snapshot: Snapshot; readonly budget: number },
): readonly Numbered[] {
  const quoted = citationsOf(draft);
  const best = further[0]?.score ?? 0;
  const others = further
    .filter(({ score }) => best - score <= MAX_GAP)
    .map((one) => citeEvidence(one, snapshot))
    .filter(({ document, span }) => !quoted.some((one) => one.document === document && overlaps(one.span, span)))
    .filter((citation) => !addressesTheReader(quoteText(snapshot, citation)))
    .slice(0, MAX_FURTHER);
  const numbered: Numbered[] = [];
  let left = budget;
  for (const citation of [...quoted, ...others]) {
    const line = lineOf(citation, { number: numbered.length + 1, snapshot });
    const tokens = estimateTokens(line);
    if (tokens > left) break;
    left -= tokens;
    numbered.push({ number: numbered.length + 1, citation, line, isQuoted: numbered.length < quoted.length });
  }
  return numbered;
}

/** One line of JSON: what a document holds cannot end it. */
function lineOf(
  citation: DraftCitation,
  { number, snapshot }: { readonly number: number; readonly snapshot: Snapshot },
): string {
  const document = snapshot.records[snapshot.recordOf.get(citation.document) ?? -1]?.document;
  return JSON.stringify({
    number,
    source: document?.source ?? document?.title ?? "",
    date: document?.published ?? undefined,
    speaker: citation.speaker === null ? undefined : `${citation.speaker.name} (${citation.speaker.verb})`,
    certainty: citation.certainty === "stated" || citation.certainty === "claimed" ? undefined : citation.certainty,
    text: quoteText(snapshot, citation),
  });
}

/** All that a draft cites, each stretch once: in the order of its sentences, then of its positions. */
function citationsOf(draft: Draft): readonly DraftCitation[] {
  const told = draft.sentences.flatMap(({ body }) => (body.kind === "cited" ? body.parts.flatMap(citedBy) : []));
  const sides = draft.disagreements.flatMap(({ comparison: { positions, fitsAll } }) =>
    [...positions.flatMap(({ claims }) => claims), ...fitsAll].map(citeClaim),
  );
  const seen = new Set<string>();
  return [...told, ...sides].filter((citation) => !seen.has(placeOf(citation)) && seen.add(placeOf(citation)));
}

/** What a part of a sentence shows a marker for. */
export function citedBy(part: DraftPart): readonly DraftCitation[] {
  switch (part.kind) {
    case "quote":
      return [part.citation];
    case "markers":
      return part.citations;
    case "words":
    case "value":
    case "speaker":
    case "source":
      return [];
  }
}

/** Equal for citations that get one marker. */
export const placeOf = ({ document, span }: DraftCitation): string => `${document}:${span.start}-${span.end}`;
