import type { DraftCitation } from "../answer/draft.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { proveCitation, proveNearest } from "./prove.ts";
import type { VerifiedCitation, VerifiedNearest } from "./verified.ts";

/** Gives markers in order of first use; the same stretch of the same document keeps its marker. */
export type Numbering = {
  readonly cite: (draft: DraftCitation) => VerifiedCitation;
  readonly near: (draft: DraftCitation) => VerifiedNearest;
  /** All citations so far, by marker. */
  readonly citations: () => readonly VerifiedCitation[];
};

/** Starts numbering at 1 for one answer. Origins become o1, o2, … in order of first use. */
export function numberCitations(snapshot: Snapshot): Numbering {
  const byPlace = new Map<string, VerifiedCitation>();
  const origins = new Map<string, string>();
  const originOf = (key: string): string => {
    const known = origins.get(key) ?? `o${origins.size + 1}`;
    origins.set(key, known);
    return known;
  };
  return {
    cite: (draft) => {
      const place = `${draft.document}:${draft.span.start}-${draft.span.end}`;
      const known = byPlace.get(place);
      if (known) return known;
      const made = proveCitation(snapshot, draft, { marker: byPlace.size + 1, origin: originOf(draft.origin) });
      byPlace.set(place, made);
      return made;
    },
    near: (draft) => proveNearest(snapshot, draft, originOf(draft.origin)),
    citations: () => [...byPlace.values()],
  };
}
