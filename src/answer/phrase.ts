import type { Claim } from "../claims/claim.ts";
import type { Document } from "../documents/document.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { contains, slice } from "../text/span.ts";
import type { DraftCitation } from "./draft.ts";
import type { Span } from "../text/span.ts";

function documentOf(snapshot: Snapshot, claim: Claim): Document | undefined {
  return snapshot.records[snapshot.recordOf.get(claim.document) ?? -1]?.document;
}

/** The words that a citation quotes. */
export function quoteText(snapshot: Snapshot, citation: DraftCitation): string {
  const record = snapshot.records[snapshot.recordOf.get(citation.document) ?? -1];
  return slice(record?.document.text ?? "", citation.span);
}

/** The value with the noun behind it, where they stand side by side: "70 Ukrainian drones"; else the value alone. */
export function phraseOf(snapshot: Snapshot, claim: Claim): Span {
  const text = documentOf(snapshot, claim)?.text ?? "";
  const { written } = claim.counted;
  const gap = /^[\s-]+/.exec(text.slice(claim.value.end, claim.value.end + 3))?.[0].length ?? 0;
  const start = claim.value.end + gap;
  const follows = written !== "" && gap > 0 && text.startsWith(written, start);
  const phrase = { start: claim.value.start, end: follows ? start + written.length : claim.value.end };
  return contains(claim.clause, phrase) ? phrase : claim.value;
}

/** The document's words for a value; for a status, that it is affirmed or denied. */
export function valueText(snapshot: Snapshot, claim: Claim): string {
  if (claim.kind === "status") return claim.affirmed ? "affirmed" : "denied";
  return slice(documentOf(snapshot, claim)?.text ?? "", claim.value);
}

/** Who tells it: the speaker, else the source, else the title. */
export function tellerText(snapshot: Snapshot, claim: Claim): string {
  const document = documentOf(snapshot, claim);
  return claim.speaker?.name ?? document?.source ?? (document ? `“${document.title}”` : "");
}
