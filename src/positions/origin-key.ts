import type { Claim } from "../claims/claim.ts";

/** Key of the origin that a claim goes back to: equal for claims credited to one speaker, or stated by one document. */
export function originKey(claim: Pick<Claim, "document" | "speaker">): string {
  return claim.speaker ? `speaker ${claim.speaker.key}` : `document ${claim.document}`;
}
