import type { Claim } from "../claims/claim.ts";
import { originKey } from "../positions/origin-key.ts";
import type { DraftCitation } from "./draft.ts";

/** The quote that shows a claim: the clause that can stand alone, credited as the document credits it. */
export function citeClaim(claim: Claim): DraftCitation {
  return {
    document: claim.document,
    span: claim.clause,
    speaker: claim.speaker ? { name: claim.speaker.name, verb: claim.speaker.verb } : null,
    certainty: claim.certainty,
    origin: originKey(claim),
  };
}
