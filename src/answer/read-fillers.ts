import { compareFillers } from "../positions/compare-fillers.ts";
import type { QuestionPart } from "../question/question.ts";
import { rankFillers } from "../retrieval/fillers/rank-fillers.ts";
import type { Basis, PartWorld } from "./basis.ts";
import type { Chosen } from "./figures.ts";
import { findOpen } from "./find-open.ts";

/**
 * What fills the slot that a part leaves open (who, where, which, what), where no claim of the table does: a value that is clear, or values that
 * contradict each other. Null where the quotes had better speak for themselves, or nothing answers.
 */
export function readFillers(part: QuestionPart, basis: Basis, world: PartWorld): Chosen | null {
  const wanted = basis.readers.fillers();
  if (!wanted) return null;
  const open = findOpen(part, { basis, target: null, snapshot: world.snapshot });
  // What is open for its coverage alone, fillers may close: they know that a document may give none.
  if (open && (open.gap !== "open" || basis.coverage.open.length > 0)) return null;
  const ranked = rankFillers({ part, ...wanted, ...world });
  const main = compareFillers(ranked, { snapshot: world.snapshot, topic: topicOf(part.text) });
  return main ? { main, besides: [] } : null;
}

/** What is asked as a heading: "Where was the epicentre?" → "epicentre"; a longer question keeps its words. */
function topicOf(text: string): string {
  const bare = text.replace(/[?!.\s]+$/u, "");
  return bare.replace(/^(?:who|where|what|which) (?:is|was|are|were) (?:the |a |an )?/iu, "");
}
