import type { PassagesWire } from "../http/wire.ts";
import { describeDocument } from "./print-answer.ts";
import type { Terminal } from "./terminal.ts";

type Passage = PassagesWire["passages"][number];

/** Found passages for people, best first, each with why it stands where it does. */
export function printPassages({ out, paint, show }: Terminal, { passages, index }: PassagesWire): void {
  for (const [at, passage] of passages.entries()) {
    out(`${at === 0 ? "" : "\n"}${paint.strong(show(`${at + 1}. ${describeDocument(passage.document)}`))}`);
    out(paint.faint(show(`   ${passage.document.id} ${passage.start}–${passage.end} · ${describeScore(passage)}`)));
    out(show(passage.text));
  }
  if (passages.length === 0) out(`Nothing found among ${index.considered} of ${index.documents} documents.`);
}

function describeScore({ score, explain }: Passage): string {
  const bm25 =
    explain.bm25 === null ? "not by words" : `words ${explain.bm25.score.toFixed(2)} (no. ${explain.bm25.rank})`;
  const cosine =
    explain.cosine === null
      ? "not by meaning"
      : `meaning ${explain.cosine.score.toFixed(3)} (no. ${explain.cosine.rank})`;
  const seat = explain.seat === "document" ? "best of its document" : "by score";
  return `score ${score.toFixed(4)}: ${bm25}, ${cosine}, fused no. ${explain.fusedRank}, ${seat}`;
}
