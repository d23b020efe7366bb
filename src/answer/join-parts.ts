import { composeAbstention } from "./abstain.ts";
import type { PartAnswer } from "./answer-part.ts";
import type { Draft, DraftSentence } from "./draft.ts";

/**
 * Joins the answers to the parts of a question into one draft. What no part answers is said last; where nothing is
 * answered at all, what comes nearest is kept beside it.
 * @param documents how many documents were looked through
 */
export function joinParts(parts: readonly PartAnswer[], documents: number): Draft {
  const answered = parts.filter((one) => one.answered);
  const open = parts.filter((one) => !one.answered);
  const whole = answered.length === 0 ? "whole" : "part";
  const gaps: readonly DraftSentence[] = open.map(({ part, missing, gap }) =>
    composeAbstention({ part, missing, gap, documents, whole }),
  );
  return {
    answered: answered.length > 0,
    sentences: [...answered.flatMap((one) => one.sentences), ...(documents === 0 ? gaps.slice(0, 1) : gaps)],
    disagreements: answered.flatMap((one) => one.disagreements),
    missing: open.flatMap((one) => one.missing),
    nearest: answered.length === 0 ? open.flatMap((one) => one.nearest).slice(0, 3) : [],
    coverage:
      answered.length === 0
        ? Math.max(0, ...open.map((one) => one.coverage))
        : Math.min(...answered.map((one) => one.coverage)),
  };
}
