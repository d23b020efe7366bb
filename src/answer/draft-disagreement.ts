import type { Snapshot } from "../index/snapshot.ts";
import type { Comparison } from "../positions/position.ts";
import { summaryOf, topicOf } from "../positions/topic.ts";
import type { DraftDisagreement } from "./draft.ts";
import { tellerText, valueText } from "./phrase.ts";

/** A comparison with the words that name it. */
export function draftDisagreement(snapshot: Snapshot, comparison: Comparison): DraftDisagreement {
  return {
    comparison,
    topic: topicOf(comparison),
    summary: summaryOf(comparison, {
      value: (claim) => valueText(snapshot, claim),
      teller: (claim) => tellerText(snapshot, claim),
    }),
  };
}
