import { changeNumber } from "./change-number.ts";
import { dropHedge } from "./drop-hedge.ts";
import type { Mutant, MutantKind, MutantMaker, Original } from "./mutant.ts";
import { MUTANT_KINDS } from "./mutant.ts";
import { pasteSentence } from "./paste-sentence.ts";
import { removeSide } from "./remove-side.ts";
import { renameDocument } from "./rename-document.ts";
import { rewriteNumber } from "./rewrite-number.ts";
import { swapSpeaker } from "./swap-speaker.ts";

const MAKERS: Readonly<Record<MutantKind, MutantMaker>> = {
  "number-changed": changeNumber,
  "number-rewritten": rewriteNumber,
  "hedge-dropped": dropHedge,
  "speaker-swapped": swapSpeaker,
  "document-renamed": renameDocument,
  "side-removed": removeSide,
  "sentence-pasted": pasteSentence,
};

/**
 * All mutants of a golden question whose right change of the answer is known, in the order of `MUTANT_KINDS`. The same every time. Only worth asking
 * where the question passes on the documents as they are.
 */
export function makeMutants(original: Original): readonly Mutant[] {
  return MUTANT_KINDS.flatMap((kind) => MAKERS[kind](original));
}
