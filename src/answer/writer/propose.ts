import type { Claim } from "../../claims/claim.ts";
import type { Snapshot } from "../../index/snapshot.ts";
import { compareInput } from "../../positions/compare-input.ts";
import { compareClaims } from "../../positions/compare.ts";
import type { Comparison } from "../../positions/position.ts";
import type { QuestionPart } from "../../question/question.ts";
import { fitStatuses } from "../../retrieval/status-fit.ts";
import type { Evidence } from "../../retrieval/evidence.ts";
import { contains, overlaps } from "../../text/span.ts";
import { claimsIn, isDisputed } from "../chosen.ts";
import { compareAsked, ONE_EVENT } from "../compare-asked.ts";
import type { DraftCitation } from "../draft.ts";

/** What a proposed pair is judged by. */
export type ProposalWorld = {
  readonly snapshot: Snapshot;
  /** The parts of the question that are answered, each with its evidence. */
  readonly parts: readonly { readonly part: QuestionPart; readonly evidence: readonly Evidence[] }[];
  /** What is known to be disputed already. */
  readonly known: readonly Comparison[];
};

/**
 * A disagreement between two quotes that a language model proposes, by the rules that all disagreements keep: their claims must be of one
 * event and slot and differ. Null where no rule bears it out, or where it is known already.
 */
export function judgePair(a: DraftCitation, b: DraftCitation, world: ProposalWorld): Comparison | null {
  if (a.document === b.document && overlaps(a.span, b.span)) return null;
  const found = byTable(a, b, world.snapshot) ?? byStatus(a, b, world);
  if (found === null || !isAsked(found, world.parts)) return null;
  const known = new Set(world.known.flatMap((one) => claimsIn(one).map(({ id }) => id)));
  return claimsIn(found).every(({ id }) => known.has(id)) ? null : found;
}

/** What a question of this kind asks for; those that are not here may be answered by any claim. */
const ASKED_KINDS: Readonly<Partial<Record<QuestionPart["kind"], Claim["kind"]>>> = {
  "how-many": "quantity",
  "how-much": "quantity",
  "how-long": "quantity",
  when: "time",
  who: "name",
  where: "name",
  whether: "status",
};

/** "Who says that 84 fell?" is not answered by how many others say. */
function isAsked({ positions }: Comparison, parts: ProposalWorld["parts"]): boolean {
  const kind = positions[0]?.lead.kind;
  return parts.some(({ part }) => kind === (ASKED_KINDS[part.kind] ?? kind));
}

function byTable(a: DraftCitation, b: DraftCitation, snapshot: Snapshot): Comparison | null {
  const [first, second] = [claimsOf(a, snapshot), claimsOf(b, snapshot)];
  if (first.length === 0 || second.length === 0) return null;
  const compared = compareClaims(compareInput(snapshot, [...new Set([...first, ...second])]));
  return compared.find((one) => isDisputed(one) && setsApart(one, first, second)) ?? null;
}

/** True where one position is of the one quote and another of the other. */
function setsApart({ positions }: Comparison, first: readonly Claim[], second: readonly Claim[]): boolean {
  return positions.some(
    (one) =>
      one.claims.some((claim) => first.includes(claim)) &&
      positions.some((other) => other !== one && other.claims.some((claim) => second.includes(claim))),
  );
}

const claimsOf = ({ document, span }: DraftCitation, snapshot: Snapshot): readonly Claim[] =>
  (snapshot.records[snapshot.recordOf.get(document) ?? -1]?.claims ?? []).filter(({ value }) => contains(span, value));

/** How likely each side must be to tell whether it is so. Without a model the bar is higher; its proposal is a second sign. */
const LEAST = 0.5;

/** One quote affirms what a "whether" question asks and the other denies it. */
function byStatus(a: DraftCitation, b: DraftCitation, { snapshot, parts }: ProposalWorld): Comparison | null {
  for (const { part, evidence } of parts) {
    if (part.kind !== "whether") continue;
    const sides = [a, b].map((citation) =>
      fitStatuses({ part, evidence, snapshot }).find(
        ({ claim, chance }) =>
          chance >= LEAST && claim.document === citation.document && overlaps(claim.span, citation.span),
      ),
    );
    const [one, other] = sides;
    if (!one || !other || one.claim.affirmed === other.claim.affirmed) continue;
    const [found] = compareAsked(part, [one.claim, other.claim], { snapshot, ties: ONE_EVENT });
    if (isDisputed(found)) return found ?? null;
  }
  return null;
}
