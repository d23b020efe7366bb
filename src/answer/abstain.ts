import type { AnswerKind, QuestionPart } from "../question/question.ts";
import type { DraftSentence } from "./draft.ts";
import type { Gap, MissingSlot } from "./missing-slot.ts";

/** The slot that a kind of question leaves open when nothing answers it. */
export function slotOf(kind: AnswerKind): MissingSlot["slot"] {
  switch (kind) {
    case "how-many":
    case "how-much":
    case "how-long":
      return "how-many";
    case "when":
      return "when";
    case "who":
      return "who";
    case "where":
      return "where";
    case "why":
      return "why";
    case "which":
    case "whether":
    case "how":
    case "what":
    case "what-happened":
    case "disagreements":
    case "changes":
      return "what";
  }
}

/** Says what was looked for and what of it stands in no document. */
export function composeAbstention(input: {
  readonly part: QuestionPart;
  readonly missing: readonly MissingSlot[];
  readonly gap: Gap;
  readonly documents: number;
  readonly whole: "whole" | "part";
}): DraftSentence {
  const { part, missing, gap, documents, whole } = input;
  if (documents === 0) return { begins: "paragraph", body: { kind: "own", own: { kind: "empty-corpus" } } };
  const asked = missing.map((slot) => slot.asked).filter((words) => words !== part.text);
  return {
    begins: "paragraph",
    body: {
      kind: "own",
      own: { kind: "not-in-sources", slot: slotOf(part.kind), gap, asked, question: part.text, documents, whole },
    },
  };
}
