import type { QuestionPart } from "../question/question.ts";
import type { Basis, PartWorld } from "./basis.ts";
import type { Chosen } from "./figures.ts";
import { readFillers } from "./read-fillers.ts";
import { readStatuses } from "./read-statuses.ts";

/** Reads claims that answer a part in its evidence, for what the claim table does not hold; null where it finds none. */
export type EvidenceReader = (part: QuestionPart, basis: Basis, world: PartWorld) => Chosen | null;

/** The readers in the order in which they are asked; each says for itself which kinds of question it answers. */
const READERS: readonly EvidenceReader[] = [readStatuses, readFillers];

/** The comparisons of claims that the first reader finds in the evidence; null where none does. */
export function findInEvidence(part: QuestionPart, basis: Basis, world: PartWorld): Chosen | null {
  for (const read of READERS) {
    const chosen = read(part, basis, world);
    if (chosen) return chosen;
  }
  return null;
}
