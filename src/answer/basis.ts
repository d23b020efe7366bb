import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import { coverageOf } from "../retrieval/coverage.ts";
import type { Coverage } from "../retrieval/coverage.ts";
import { rankEvidence } from "../retrieval/evidence.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import type { Retrieved } from "../retrieval/retrieve.ts";

/** What every part of a question is answered from. */
export type PartWorld = {
  readonly snapshot: Snapshot;
  readonly vector: Float32Array;
  readonly retrieved: Retrieved;
  /** True for documents that the filters let through. */
  readonly allow: (document: string) => boolean;
};

/** The evidence for a part, and how well it covers what is asked. */
export type Basis = { readonly evidence: readonly Evidence[]; readonly coverage: Coverage };

/** Ranks the evidence for a part and says how well it covers what is asked. */
export function findBasis(part: QuestionPart, { snapshot, retrieved, vector }: PartWorld): Basis {
  const evidence = rankEvidence({ part, retrieved, snapshot, vector }).filter((one) => tells(one, snapshot));
  return { evidence, coverage: coverageOf({ part, evidence, snapshot }) };
}

/** A question that a document asks tells nothing. */
function tells(evidence: Evidence, snapshot: Snapshot): boolean {
  const record = snapshot.records[evidence.record];
  const span = record?.sentences[evidence.sentence]?.span;
  return (
    span !== undefined &&
    !/\?["”’')]*$/.test(record?.document.text.slice(Math.max(span.start, span.end - 4), span.end) ?? "")
  );
}
