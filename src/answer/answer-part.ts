import type { QuestionPart } from "../question/question.ts";
import type { Target } from "../question/target.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Coverage } from "../retrieval/coverage.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { COVERAGE_THRESHOLD } from "../retrieval/weights.ts";
import { findBasis } from "./basis.ts";
import type { Basis, PartWorld } from "./basis.ts";
import { composeConfirmation } from "./compose-confirmation.ts";
import { composeFigure } from "./compose-figure.ts";
import { composeQuotes } from "./compose-quotes.ts";
import { composeStatus } from "./compose-status.ts";
import { draftDisagreement } from "./draft-disagreement.ts";
import type { Draft, DraftSentence } from "./draft.ts";
import { chooseQuotes, citeEvidence, mayHoldFigure } from "./evidence-quotes.ts";
import type { Chosen } from "./figures.ts";
import { findInEvidence } from "./find-in-evidence.ts";
import { findOpen, isMentioned } from "./find-open.ts";
import type { Open } from "./find-open.ts";
import { holdsFigureFor } from "./look-up-figures.ts";
import type { AskedPart } from "./look-up.ts";
import type { Gap } from "./missing-slot.ts";

/** A part of a question with its answer, or with what is missing. */
export type PartAnswer = Draft & { readonly part: QuestionPart; readonly gap: Gap };

/**
 * Answers one part: by the claims that the table gives for it, else by claims read in the evidence, else by the best
 * evidence itself, else not at all.
 */
export function answerPart({ part, target, chosen }: AskedPart, world: PartWorld): PartAnswer {
  const basis = findBasis(part, world);
  const told = chosen ?? findInEvidence(part, basis, world);
  if (told && namesStand(basis.coverage, world)) {
    return answeredByClaims(part, told, { world, coverage: basis.coverage });
  }
  return answerByQuotes(part, { ...basis, target }, world);
}

/** Answers one part by its best evidence alone, for where claims cannot be worded. */
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
    ? evidence.filter((one) => mayHoldFigure(one, evidence[0]) && holdsFigureFor(target, one, snapshot))
    : evidence;
  const open = findOpen(part, { coverage, target, snapshot, quotable });
  if (open) return notAnswered(part, open, { evidence, coverage, snapshot });
  return {
    part,
    answered: true,
    gap: "open",
    sentences:
      composeConfirmation(part, evidence, snapshot) ??
      composeQuotes(snapshot, chooseQuotes(quotable, { part, snapshot })),
    disagreements: [],
    missing: [],
    nearest: [],
    coverage: coverage.coverage,
  };
}

function answeredByClaims(
  part: QuestionPart,
  chosen: Chosen,
  how: { world: PartWorld; coverage: Coverage },
): PartAnswer {
  const { snapshot } = how.world;
  const told = [chosen.main, ...chosen.besides];
  const sentences: readonly DraftSentence[] = told.flatMap((comparison, i) =>
    comparison.positions[0]?.lead.kind === "status"
      ? composeStatus(comparison)
      : composeFigure(snapshot, comparison, { begins: "paragraph", besides: i > 0 }),
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
