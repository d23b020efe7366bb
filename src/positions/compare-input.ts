import type { Claim } from "../claims/claim.ts";
import { countryOf, placeContains } from "../claims/gazetteer.ts";
import { ParallaxError } from "../errors.ts";
import type { DocumentRecord } from "../index/record.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { slice } from "../text/span.ts";
import type { CompareInput } from "./compare.ts";

/** One function for all inputs, so that its answers are remembered from one comparison to the next. */
function contains(outer: string, inner: string): boolean {
  return outer !== inner && placeContains(outer, inner);
}

/** What comparing claims of a snapshot may look up: places by the gazetteer, sentences and documents by the records. */
export function compareInput(snapshot: Snapshot, claims: readonly Claim[]): CompareInput {
  return {
    claims,
    world: {
      contains,
      countryOf,
      claimOf: (id) => snapshot.claims.byId.get(id) ?? null,
    },
    textOf: (claim) => slice(recordOf(snapshot, claim.document).document.text, claim.span),
    leadOf: (id) => leadOf(recordOf(snapshot, id)),
    documentOf: (id) => recordOf(snapshot, id).document,
  };
}

/** Sentences that say what a document is about. */
const LEAD_SENTENCES = 3;

function leadOf({ document, sentences }: DocumentRecord): string {
  const lead = sentences.filter((sentence) => sentence.kind === "prose").slice(0, LEAD_SENTENCES);
  return lead.map((sentence) => slice(document.text, sentence.span)).join(" ");
}

function recordOf(snapshot: Snapshot, id: string): DocumentRecord {
  const record = snapshot.records[snapshot.recordOf.get(id) ?? -1];
  if (!record) throw new ParallaxError("internal", `A claim names document "${id}", which the index does not hold.`);
  return record;
}
