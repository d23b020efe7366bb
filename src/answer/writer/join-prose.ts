import type { Draft, DraftSentence } from "../draft.ts";
import { citedBy, placeOf } from "./evidence-list.ts";

/**
 * What stands before prose over disagreements: that there is one, and what it means; of what has changed over time the sentence that gives the
 * latest figure first. Sentences of ours; none where nothing is disputed.
 */
export function openProse({ sentences }: Draft): readonly DraftSentence[] {
  return sentences.flatMap((sentence, at): readonly DraftSentence[] => {
    if (!isMeaning(sentence)) return [];
    const lead = sentences[at - 1];
    if (lead !== undefined && isUpdate(sentence)) return [lead, sentence];
    return [{ begins: "paragraph", body: { kind: "own", own: { kind: "disagree" } } }, sentence];
  });
}

const isMeaning = ({ body }: DraftSentence): boolean => body.kind === "own" && body.own.kind === "means";
const isUpdate = ({ body }: DraftSentence): boolean =>
  body.kind === "own" && body.own.kind === "means" && body.own.relation === "update";

/**
 * Puts prose, with what opens it, before what a draft has beyond it: every other sentence of ours, and every sentence with a quote that the prose
 * does not cite. So nothing that the draft shows gets lost, whatever a model left out.
 */
export function joinProse(prose: readonly DraftSentence[], draft: Draft): readonly DraftSentence[] {
  if (prose.length === 0) return draft.sentences;
  const opening = openProse(draft);
  const shown = new Set(
    prose.flatMap(({ body }) => (body.kind === "written" ? body.citations.map((one) => placeOf(one)) : [])),
  );
  const rest = draft.sentences.filter((sentence) => {
    if (opening.includes(sentence)) return false;
    if (sentence.body.kind !== "cited") return true;
    return sentence.body.parts.flatMap((part) => citedBy(part)).some((citation) => !shown.has(placeOf(citation)));
  });
  return [...opening, ...prose, ...rest];
}
