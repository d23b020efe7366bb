import type { Snapshot } from "../index/snapshot.ts";
import { coverageOf } from "../retrieval/coverage.ts";
import type { Coverage } from "../retrieval/coverage.ts";
import { rankEvidence } from "../retrieval/evidence.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import type { Retrieved } from "../retrieval/retrieve.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Chosen } from "./figures.ts";
import { mayHoldFigure } from "./evidence-quotes.ts";
import type { AskedPart } from "./look-up.ts";
import type { Readers } from "./readers.ts";

/** What every part of a question is answered from. */
export type PartWorld = {
  readonly snapshot: Snapshot;
  readonly vector: Float32Array;
  readonly retrieved: Retrieved;
  /** True for documents that the filters let through. */
  readonly allow: (document: string) => boolean;
};

/** The evidence for a part, and how well it covers what is asked. */
export type Basis = {
  readonly readers: Readers;
  readonly evidence: readonly Evidence[];
  /** What of it may be quoted: all, but where a figure is asked for, what holds one. Best first. */
  readonly candidates: readonly Evidence[];
  readonly coverage: Coverage;
};

/** Ranks the evidence for a part and says how well it covers what is asked. */
export function findBasis(
  { part, target, slots, readers }: AskedPart,
  { snapshot, retrieved, vector }: PartWorld,
): Basis {
  const evidence = rankEvidence({ part, retrieved, snapshot, vector }).filter((one) => tells(one, snapshot));
  const holds = readers.holdsFigure();
  const holdsFigure = (one: Evidence): boolean => {
    const record = snapshot.records[one.record];
    return record !== undefined && holds !== null && holds(record, one.sentence);
  };
  const candidates = target ? evidence.filter((one) => mayHoldFigure(one, evidence[0]) && holdsFigure(one)) : evidence;
  const looked = candidates.length > 0 ? candidates : evidence;
  const figure = candidates.length > 0 ? "held" : "missing";
  return {
    readers,
    evidence,
    candidates,
    coverage: coverageOf({ part, evidence: looked, ranked: evidence, figure, snapshot, slots }),
  };
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

/** Reads claims that answer a part in its evidence, for what the claim table does not hold; null where it finds none. */
export type EvidenceReader = (part: QuestionPart, basis: Basis, world: PartWorld) => Chosen | null;
