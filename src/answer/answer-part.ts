import type { Snapshot } from "../index/snapshot.ts";
import { findFigures } from "../claims/figures.ts";
import { sentenceFacts } from "../retrieval/sentence-facts.ts";
import { slice } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { compareClaims } from "../positions/compare.ts";
import { compareInput } from "../positions/compare-input.ts";
import type { QuestionPart } from "../question/question.ts";
import { completeTarget, findTarget } from "../question/target.ts";
import type { Target } from "../question/target.ts";
import { coverageOf } from "../retrieval/coverage.ts";
import type { Coverage } from "../retrieval/coverage.ts";
import { rankEvidence } from "../retrieval/evidence.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { matchClaims, mayFill, rankMatches } from "../retrieval/match-claims.ts";
import { isAmount } from "../retrieval/match-heads.ts";
import type { Retrieved } from "../retrieval/retrieve.ts";
import { COVERAGE_THRESHOLD } from "../retrieval/weights.ts";
import { composeFigure } from "./compose-figure.ts";
import { composeQuotes } from "./compose-quotes.ts";
import { draftDisagreement } from "./draft-disagreement.ts";
import type { Draft, DraftSentence } from "./draft.ts";
import { findOpen, isMentioned } from "./find-open.ts";
import type { Open } from "./find-open.ts";
import type { Gap } from "./missing-slot.ts";
import { chooseQuotes, citeEvidence, mayHoldFigure } from "./evidence-quotes.ts";
import { chooseComparison, withoutParts } from "./figures.ts";
import type { Chosen } from "./figures.ts";

/** What every part of a question is answered from. */
export type PartWorld = {
  readonly snapshot: Snapshot;
  readonly vector: Float32Array;
  readonly retrieved: Retrieved;
};

/** A part with what the claim table has for it: all of an answer that needs no vector of the question. */
export type AskedPart = {
  readonly part: QuestionPart;
  /** The figure that is asked for, null where none is. */
  readonly target: Target | null;
  /** The comparisons of claims that answer it, null where none does. */
  readonly figures: Chosen | null;
};

/**
 * Looks up the claim table for each part of a question; what a later part leaves out comes from the one before it.
 * @param where.allow true for documents that the filters let through
 * @param where.asOf the day that "today" in the question means
 */
export function lookUpParts(
  parts: readonly QuestionPart[],
  where: {
    readonly snapshot: Snapshot;
    readonly allow: (document: string) => boolean;
    readonly asOf: string | null;
  },
): readonly AskedPart[] {
  let before: Target | null = null;
  return parts.map((part) => {
    const own = part.kind === "disagreements" ? null : findTarget(part, where.asOf);
    const target: Target | null = own && before ? completeTarget(own, before) : own;
    before = own;
    return { part, target, figures: target && findFigureAnswer(part, target, where) };
  });
}

/** A part of a question with its answer, or with what is missing. */
export type PartAnswer = Draft & { readonly part: QuestionPart; readonly gap: Gap };

/** The evidence for a part, and how well it covers what is asked. */
type Basis = { readonly evidence: readonly Evidence[]; readonly coverage: Coverage };

function findBasis(part: QuestionPart, { snapshot, retrieved, vector }: PartWorld): Basis {
  const evidence = rankEvidence({ part, retrieved, snapshot, vector }).filter((one) => tells(one, snapshot));
  return { evidence, coverage: coverageOf({ part, evidence, snapshot }) };
}

/** Answers one part: by the figures that claims give where one is asked for, else by the best evidence, else not at all. */
export function answerPart({ part, target, figures }: AskedPart, world: PartWorld): PartAnswer {
  const basis = findBasis(part, world);
  if (figures && namesStand(basis.coverage, world)) {
    return answeredByFigures(part, figures, { world, coverage: basis.coverage });
  }
  return answerByQuotes(part, { ...basis, target }, world);
}

/** Answers one part by its best evidence alone, for where figures cannot be worded. */
export function quotePart(part: QuestionPart, world: PartWorld): PartAnswer {
  return answerByQuotes(part, { ...findBasis(part, world), target: null }, world);
}

function answerByQuotes(
  part: QuestionPart,
  basis: Basis & { readonly target: Target | null },
  world: PartWorld,
): PartAnswer {
  const { snapshot } = world;
  const { evidence, coverage, target } = basis;
  const quotable = target
    ? evidence.filter((one) => mayHoldFigure(one, evidence[0]) && holdsFigureFor(target, one, world))
    : evidence;
  const open = findOpen(part, { coverage, target, snapshot, quotable });
  if (open) return notAnswered(part, open, { evidence, coverage, snapshot });
  return {
    part,
    answered: true,
    gap: "open",
    sentences: composeQuotes(snapshot, chooseQuotes(quotable, { part, snapshot })),
    disagreements: [],
    missing: [],
    nearest: [],
    coverage: coverage.coverage,
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

function findFigureAnswer(
  part: QuestionPart,
  target: Target,
  { snapshot, allow }: { readonly snapshot: Snapshot; readonly allow: (document: string) => boolean },
): Chosen | null {
  const matches = rankMatches(withoutParts(matchClaims(target, snapshot.claims, allow)), {
    part,
    target,
    snapshot,
  });
  if (matches.length === 0) return null;
  const comparisons = compareClaims(
    compareInput(
      snapshot,
      matches.map((match) => match.claim),
    ),
  );
  return chooseComparison(comparisons, matches);
}

function answeredByFigures(
  part: QuestionPart,
  chosen: Chosen,
  how: { world: PartWorld; coverage: Coverage },
): PartAnswer {
  const { snapshot } = how.world;
  const told = [chosen.main, ...chosen.besides];
  const sentences: readonly DraftSentence[] = told.flatMap((comparison, i) =>
    composeFigure(snapshot, comparison, { begins: "paragraph", besides: i > 0 }),
  );
  return {
    part,
    answered: true,
    gap: "open",
    sentences,
    disagreements: told
      .filter((comparison) => comparison.kind !== null && comparison.positions.length > 1)
      .map((comparison) => draftDisagreement(snapshot, comparison)),
    missing: [],
    nearest: [],
    // What claims fill is filled: the fitted figure knows only of sentences.
    coverage: Math.max(how.coverage.coverage, 0.9),
  };
}

/** A name of the question that no document has at all is no slip of retrieval. */
function namesStand(coverage: Coverage, world: PartWorld): boolean {
  return coverage.missing.every(({ kind, written }) => kind !== "name" || isMentioned(written, world.snapshot));
}

/**
 * For a question about a number: the sentence counts the thing asked and not as something else that befell it, or it
 * names the thing beside a figure that the grammar could make nothing of.
 */
function holdsFigureFor(target: Target, evidence: Evidence, world: PartWorld): boolean {
  const record = world.snapshot.records[evidence.record];
  const sentence = record?.sentences[evidence.sentence];
  if (!record || !sentence) return false;
  const claims = record.claims.filter((claim) => claim.kind === "quantity" && claim.sentence === evidence.sentence);
  if (claims.some((claim) => claim.kind === "quantity" && mayFill(target, claim))) return true;
  const figures = findFigures(slice(record.document.text, sentence.span)).filter(
    (figure) => target.dimensions.length === 0 || target.dimensions.includes(figure.quantity.dimension),
  );
  // Amounts are told by their unit; which sentence is about the thing asked, the ranker and the coverage tell.
  if (isAmount(target)) return figures.length > 0;
  const named = target.headWritten.split(/\s+/).map((word) => stem(word));
  const { stems } = sentenceFacts(record, evidence.sentence);
  if (!named.every((word) => stems.includes(word))) return false;
  return figures.some(
    (figure) => !claims.some((claim) => claim.value.start === sentence.span.start + figure.span.start),
  );
}

/** Quotes offered where nothing answers. */
const NEAREST = 3;

function notAnswered(
  part: QuestionPart,
  open: Open,
  how: { evidence: readonly Evidence[]; coverage: Coverage; snapshot: Snapshot },
): PartAnswer {
  return {
    part,
    answered: false,
    gap: open.gap,
    sentences: [],
    disagreements: [],
    missing: open.missing,
    nearest: how.evidence.slice(0, NEAREST).map((one) => citeEvidence(one, how.snapshot)),
    coverage: Math.min(how.coverage.coverage, COVERAGE_THRESHOLD),
  };
}
