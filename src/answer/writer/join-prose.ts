import type { Draft, DraftSentence } from "../draft.ts";
import { citedBy, placeOf } from "./evidence-list.ts";

/**
 * Puts prose before what a draft has beyond it: every sentence of ours, and every sentence with a quote that the prose does not cite. So
 * nothing that the draft shows gets lost, whatever a model left out.
 */
export function joinProse(prose: readonly DraftSentence[], draft: Draft): readonly DraftSentence[] {
  if (prose.length === 0) return draft.sentences;
  const shown = new Set(
    prose.flatMap(({ body }) => (body.kind === "written" ? body.citations.map((one) => placeOf(one)) : [])),
  );
  const rest = draft.sentences.filter(({ body }) => {
    if (body.kind !== "cited") return true;
    return body.parts.flatMap((part) => citedBy(part)).some((citation) => !shown.has(placeOf(citation)));
  });
  return [...prose, ...rest];
}
