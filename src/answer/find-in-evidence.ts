import type { QuestionPart } from "../question/question.ts";
import type { Basis, EvidenceReader, PartWorld } from "./basis.ts";
import type { Chosen } from "./figures.ts";
import { readDoers } from "./read-doers.ts";
import { readFillers } from "./read-fillers.ts";
import { readNames } from "./read-names.ts";
import { readScenes } from "./read-scenes.ts";
import { readStatuses } from "./read-statuses.ts";

/** The readers in the order in which they are asked; each says for itself which kinds of question it answers. */
const READERS: readonly EvidenceReader[] = [readStatuses, readNames, readDoers, readScenes, readFillers];

/** The comparisons of claims that the first reader finds in the evidence; null where none does. */
export function findInEvidence(part: QuestionPart, basis: Basis, world: PartWorld): Chosen | null {
  for (const read of READERS) {
    const chosen = read(part, basis, world);
    if (chosen) return chosen;
  }
  return null;
}
