import type { Snapshot } from "../index/snapshot.ts";
import { countCodePoints } from "../quotes/code-points.ts";
import type { Found } from "../search.ts";
import { toReference } from "./reference.ts";
import type { PassagesWire } from "./wire.ts";

/** What a search found, as sent. */
export function toPassages(found: Found, snapshot: Snapshot): PassagesWire {
  return {
    passages: found.passages.map(({ document, span, score, explain }) => ({
      document: toReference(document),
      start: span.start,
      end: span.end,
      codePoints: { start: countCodePoints(document, span.start), end: countCodePoints(document, span.end) },
      text: document.text.slice(span.start, span.end),
      score,
      explain,
    })),
    index: {
      id: snapshot.id,
      documents: snapshot.records.length,
      considered: found.considered.documents,
      passages: snapshot.passages.length,
      embedder: snapshot.embedder,
    },
  };
}
