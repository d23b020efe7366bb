import { sentencesOf } from "./answer.ts";
import type { VerifiedAnswer, VerifiedCitation, VerifiedDisagreement } from "./verified.ts";

/** One thing told of an answer while it is sent piece by piece. */
export type AnswerEvent =
  | { readonly event: "citation"; readonly data: VerifiedCitation }
  | { readonly event: "text"; readonly data: { readonly delta: string } }
  | { readonly event: "disagreement"; readonly data: VerifiedDisagreement }
  | { readonly event: "done"; readonly data: VerifiedAnswer };

/**
 * A proved answer in pieces, in the order in which they are sent: each sentence after the citations that its markers need, then each
 * disagreement after those that it alone needs, then the whole. Every citation comes once; joined, the deltas are `answer.answer`.
 */
export function* eventsOf(answer: VerifiedAnswer): Generator<AnswerEvent> {
  const byMarker = new Map(answer.citations.map((citation) => [citation.marker, citation]));
  function* cite(markers: readonly number[]): Generator<AnswerEvent> {
    for (const marker of markers) {
      const data = byMarker.get(marker);
      if (data === undefined) continue;
      byMarker.delete(marker);
      yield { event: "citation", data };
    }
  }
  for (const { text, markers } of sentencesOf(answer)) {
    yield* cite(markers);
    yield { event: "text", data: { delta: text } };
  }
  for (const data of answer.disagreements) {
    yield* cite([...data.positions.flatMap(({ markers }) => markers), ...data.fitsAll]);
    yield { event: "disagreement", data };
  }
  yield { event: "done", data: answer };
}
