import type { Draft, DraftSentence } from "../answer/draft.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { proveDisagreement } from "./disagreements.ts";
import { numberCitations } from "./number-citations.ts";
import type { Numbering } from "./number-citations.ts";
import { proveSentence } from "./sentences.ts";
import { brand } from "./verified.ts";
import type { VerifiedAnswer, VerifiedCitation } from "./verified.ts";

/** What an answer carries beside its draft. */
export type Envelope = Pick<VerifiedAnswer, "id" | "question" | "readAs" | "answerer" | "index" | "timingsMs">;

/**
 * Proves a draft and makes the answer that leaves the house. Sentences come first, so that markers rise through the
 * text; what only a disagreement cites is numbered after them.
 * @param envelope called last, so that its timings cover the proving
 * @throws ParallaxError `internal` where a gate is failed
 */
export function proveAnswer(snapshot: Snapshot, draft: Draft, envelope: () => Envelope): VerifiedAnswer {
  const { numbering, add } = openSentences(snapshot);
  const sentences = draft.sentences.map((sentence) => add(sentence).told);
  const answer = sentences.map(({ text }) => text).join("");
  const disagreements = draft.disagreements.map((one) => proveDisagreement({ snapshot, numbering }, one));
  const nearest = draft.nearest.map(numbering.near);
  const citations = numbering.citations();
  const proved: VerifiedAnswer = brand({
    ...envelope(),
    outcome: disagreements.length > 0 ? "disputed" : draft.answered ? "answered" : "unanswerable",
    answer,
    citations,
    disagreements,
    missing: draft.missing,
    nearest,
    coverage: draft.coverage,
  });
  SENTENCES.set(proved, sentences);
  return proved;
}

/** A sentence of an answer with the white space before it. */
type Sentence = { readonly text: string; readonly markers: readonly number[] };

/** Kept beside the answers, which hold nothing but what is sent. */
const SENTENCES = new WeakMap<VerifiedAnswer, readonly Sentence[]>();

/** The sentences that an answer was made of: joined they are `answer.answer`. An answer that was not made here is one piece. */
export function sentencesOf(answer: VerifiedAnswer): readonly Sentence[] {
  const whole = { text: answer.answer, markers: answer.citations.map(({ marker }) => marker) };
  return SENTENCES.get(answer) ?? (answer.answer === "" ? [] : [whole]);
}

/**
 * Proves sentences one after the other as they are written. Told in the same order, they have the same markers in `proveAnswer`.
 * @returns `add` proves one and gives it with the citations that it is the first to use; it throws ParallaxError `internal` where a gate is failed
 */
export function openSentences(snapshot: Snapshot): {
  readonly numbering: Numbering;
  readonly add: (sentence: DraftSentence) => { readonly told: Sentence; readonly fresh: readonly VerifiedCitation[] };
} {
  const numbering = numberCitations(snapshot);
  let answer = "";
  return {
    numbering,
    add: (sentence) => {
      const before = numbering.citations().length;
      const { text, markers } = proveSentence(snapshot, numbering, sentence);
      const told = { text: separator(answer, sentence.begins) + text, markers };
      answer += told.text;
      return { told, fresh: numbering.citations().slice(before) };
    },
  };
}

function separator(before: string, begins: "run-on" | "paragraph" | "item"): string {
  if (begins === "item") return before === "" ? "- " : /(?:^|\n)- [^\n]*$/.test(before) ? "\n- " : "\n\n- ";
  if (before === "") return "";
  return begins === "run-on" && !/(?:^|\n)- [^\n]*$/.test(before) ? " " : "\n\n";
}
