import type { QuestionPart } from "../question/question.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Coverage } from "../retrieval/coverage.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { COVERAGE_THRESHOLD } from "../retrieval/coverage-weights.ts";
import { bearOutClaims, EVENT_GAP, NAME_GAP, standsInEvidence, SUBJECT_GAP } from "./bear-out.ts";
import { findBasis } from "./basis.ts";
import type { Basis, PartWorld } from "./basis.ts";
import { isDisputed } from "./chosen.ts";
import { composeConfirmation } from "./compose-confirmation.ts";
import { composeFigure } from "./compose-figure.ts";
import { composeQuotes } from "./compose-quotes.ts";
import { composeStatus } from "./compose-status.ts";
import { draftDisagreement } from "./draft-disagreement.ts";
import type { Draft, DraftSentence } from "./draft.ts";
import { chooseQuotes, citeEvidence } from "./evidence-quotes.ts";
import type { Chosen } from "./figures.ts";
import { findInEvidence } from "./find-in-evidence.ts";
import { findOpen, isMentioned } from "./find-open.ts";
import type { Open } from "./find-open.ts";
import type { AskedPart } from "./look-up.ts";
import { readRivalFigures } from "./read-figures.ts";
import { sureStatuses } from "./read-statuses.ts";
import { readRivalTimes } from "./read-times.ts";
import type { Gap } from "./missing-slot.ts";

/** A part of a question with its answer, or with what is missing. */
export type PartAnswer = Draft & { readonly part: QuestionPart; readonly gap: Gap };

/**
 * Answers one part: by the claims that the table gives for it, else by claims read in the evidence, else by the best
 * evidence itself, else not at all.
 */
export function answerPart(asked: AskedPart, world: PartWorld): PartAnswer {
  const { part } = asked;
  const basis = findBasis(asked, world);
  if (!namesStand(basis.coverage, world)) return answerByQuotes(asked, basis, world);
  const told = readRivals(asked, basis, world) ?? readClaims(asked, basis, world);
  return told ? answeredByClaims(part, told, { world, coverage: basis.coverage }) : answerByQuotes(asked, basis, world);
}

/** Rivals that were weighed in the evidence itself. */
const readRivals = (asked: AskedPart, basis: Basis, world: PartWorld): Chosen | null =>
  readRivalFigures(asked, basis, world) ?? readRivalTimes(asked, basis, world);

/** What the claim table has, else what the evidence tells, as far as it tells of the part. */
function readClaims({ part, chosen, slots }: AskedPart, basis: Basis, world: PartWorld): Chosen | null {
  const found = chosen ?? findInEvidence(part, basis, world);
  return found && tellsOfPart(found, { slots, basis, snapshot: world.snapshot });
}

/** What of the claims found answers the part: figures and names by what it states, times and statuses by one that stands in its evidence. */
function tellsOfPart(
  found: Chosen,
  { slots, basis, snapshot }: { slots: AskedPart["slots"]; basis: Basis; snapshot: Snapshot },
): Chosen | null {
  const { evidence, coverage } = basis;
  const lead = found.main.positions[0]?.lead;
  switch (lead?.kind ?? "quantity") {
    case "quantity":
      return bearOutClaims(slots, found, snapshot);
    case "name":
      // Who did it and where it happened were read from clauses that say all that is asked.
      if (lead?.kind === "name" && lead.name.slot !== "what")
        return standsInEvidence(found.main, { evidence, gap: NAME_GAP }, snapshot) ? found : null;
      return standsInEvidence(found.main, { evidence: coverage.borne, gap: SUBJECT_GAP }, snapshot) ? found : null;
    case "status": {
      // One side says it in the question's words; whoever denies it rarely does.
      const near = { evidence, gap: EVENT_GAP };
      const stands = found.main.positions.some((one) =>
        standsInEvidence({ ...found.main, positions: [one] }, near, snapshot),
      );
      return stands ? found : null;
    }
    case "time":
      // They were matched with all that the question says of their event, under whatever words: a little further behind will do.
      return standsInEvidence(found.main, { evidence, gap: EVENT_GAP }, snapshot) ? found : null;
  }
}

/** Answers one part by its best evidence alone, for where claims cannot be worded. */
export function quotePart(asked: AskedPart, world: PartWorld): PartAnswer {
  return answerByQuotes(asked, findBasis(asked, world), world);
}

function answerByQuotes({ part, target }: AskedPart, basis: Basis, { snapshot }: PartWorld): PartAnswer {
  const { evidence, coverage } = basis;
  const confirmation = composeConfirmation(part, evidence, snapshot);
  const open = findOpen(part, { basis, target, snapshot });
  // Nobody could verify it: that answers whether it was, in words that hardly cover the question.
  const sure = open && coverage.open.length === 0 ? sureStatuses(part, evidence, snapshot) : [];
  if (open && ((confirmation === null && sure.length === 0) || open.gap === "unmentioned"))
    return notAnswered(part, open, { evidence, coverage, snapshot });
  return {
    part,
    answered: true,
    gap: "open",
    sentences:
      confirmation ??
      composeQuotes(snapshot, chooseQuotes(sure.length > 0 ? sure : coverage.borne, { part, snapshot })),
    disagreements: [],
    missing: [],
    nearest: [],
    coverage: open ? Math.max(coverage.coverage, COVERAGE_THRESHOLD) : coverage.coverage,
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
      ? composeStatus(snapshot, comparison)
      : composeFigure(snapshot, comparison, { begins: "paragraph", besides: i > 0 }),
  );
  return {
    part,
    answered: true,
    gap: "open",
    sentences,
    disagreements: told
      .filter((comparison) => isDisputed(comparison))
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
