import type { Draft } from "../answer/draft.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { proveDisagreement } from "./disagreements.ts";
import { numberCitations } from "./number-citations.ts";
import { proveSentence } from "./sentences.ts";
import { brand } from "./verified.ts";
import type { VerifiedAnswer } from "./verified.ts";

/** What an answer carries beside its draft. */
export type Envelope = Pick<VerifiedAnswer, "id" | "question" | "readAs" | "answerer" | "index" | "timingsMs">;

/**
 * Proves a draft and makes the answer that leaves the house. Sentences come first, so that markers rise through the
 * text; what only a disagreement cites is numbered after them.
 * @param envelope called last, so that its timings cover the proving
 * @throws ParallaxError `internal` where a gate is failed
 */
export function proveAnswer(snapshot: Snapshot, draft: Draft, envelope: () => Envelope): VerifiedAnswer {
  const numbering = numberCitations(snapshot);
  let answer = "";
  for (const sentence of draft.sentences) {
    const { text } = proveSentence(snapshot, numbering, sentence);
    answer += separator(answer, sentence.begins) + text;
  }
  const disagreements = draft.disagreements.map((one) => proveDisagreement({ snapshot, numbering }, one));
  const nearest = draft.nearest.map(numbering.near);
  const citations = numbering.citations();
  return brand({
    ...envelope(),
    outcome: disagreements.length > 0 ? "disputed" : draft.answered ? "answered" : "unanswerable",
    answer,
    citations,
    disagreements,
    missing: draft.missing,
    nearest,
    coverage: draft.coverage,
  });
}

function separator(before: string, begins: "run-on" | "paragraph" | "item"): string {
  if (begins === "item") return before === "" ? "- " : /(?:^|\n)- [^\n]*$/.test(before) ? "\n- " : "\n\n- ";
  if (before === "") return "";
  return begins === "run-on" && !/(?:^|\n)- [^\n]*$/.test(before) ? " " : "\n\n";
}
