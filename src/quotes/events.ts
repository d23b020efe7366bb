import type { DraftSentence } from "../answer/draft.ts";
import { failedGate } from "../answer/prose/gate.ts";
import type { Gate } from "../answer/prose/prose.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { openSentences, sentencesOf } from "./answer.ts";
import type { VerifiedAnswer, VerifiedCitation, VerifiedDisagreement } from "./verified.ts";

/** One thing told of an answer while it is sent piece by piece. */
export type AnswerEvent =
  /** What follows is proved; comes first where an answer is told while it is written. */
  | { readonly event: "status"; readonly data: { readonly stage: "writing"; readonly readAs?: string } }
  | { readonly event: "citation"; readonly data: VerifiedCitation }
  | { readonly event: "text"; readonly data: { readonly delta: string } }
  | { readonly event: "disagreement"; readonly data: VerifiedDisagreement }
  | { readonly event: "done"; readonly data: VerifiedAnswer };

/**
 * A proved answer in pieces, in the order in which they are sent: each sentence after the citations that its markers need, then each
 * disagreement after those that it alone needs, then the whole. Every citation comes once; joined, the deltas are `answer.answer`.
 * @param told sentences at the beginning that were sent before, with their citations
 */
export function* eventsOf(answer: VerifiedAnswer, told = 0): Generator<AnswerEvent> {
  const byMarker = new Map(answer.citations.map((citation) => [citation.marker, citation]));
  function* cite(markers: readonly number[]): Generator<AnswerEvent> {
    for (const marker of markers) {
      const data = byMarker.get(marker);
      if (data === undefined) continue;
      byMarker.delete(marker);
      yield { event: "citation", data };
    }
  }
  const sentences = sentencesOf(answer);
  for (const { markers } of sentences.slice(0, told)) for (const marker of markers) byMarker.delete(marker);
  for (const { text, markers } of sentences.slice(told)) {
    yield* cite(markers);
    yield { event: "text", data: { delta: text } };
  }
  for (const data of answer.disagreements) {
    yield* cite([...data.positions.flatMap(({ markers }) => markers), ...data.fitsAll]);
    yield { event: "disagreement", data };
  }
  yield { event: "done", data: answer };
}

/**
 * Tells written sentences while they are written: each is proved, then sent with the citations that it is the first to use.
 * @param opening sentences of ours, told before the first written one
 * @returns the gate that a sentence fails, null where it was told
 */
export function tellWritten(
  snapshot: Snapshot,
  opening: readonly DraftSentence[],
  onEvent: (event: AnswerEvent) => void = () => {},
): (sentence: DraftSentence) => Gate | null {
  const { add } = openSentences(snapshot);
  let isOpen = false;
  return (sentence) => {
    const gate = sentence.body.kind === "written" ? failedGate(sentence.body, snapshot) : null;
    if (gate !== null) return gate;
    for (const one of isOpen ? [sentence] : [...opening, sentence]) {
      const { told, fresh } = add(one);
      for (const data of fresh) onEvent({ event: "citation", data });
      onEvent({ event: "text", data: { delta: told.text } });
    }
    isOpen = true;
    return null;
  };
}
