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
import type { Retrieved } from "../retrieval/retrieve.ts";
import { COVERAGE_THRESHOLD } from "../retrieval/weights.ts";
import { slotOf } from "./abstain.ts";
import { composeFigure } from "./compose-figure.ts";
import { composeQuotes } from "./compose-quotes.ts";
import { draftDisagreement } from "./draft-disagreement.ts";
import type { Draft, DraftSentence } from "./draft.ts";
import type { MissingSlot } from "./missing-slot.ts";
import { chooseQuotes, citeEvidence } from "./evidence-quotes.ts";
import { chooseComparison, withoutParts } from "./figures.ts";
import type { Chosen } from "./figures.ts";

/** What every part of a question is answered from. */
export type PartWorld = {
  readonly snapshot: Snapshot;
  readonly vector: Float32Array;
  readonly retrieved: Retrieved;
  /** Documents that the filters let through. */
  readonly allow: (document: string) => boolean;
  /** Day that "today" in the question means. */
  readonly asOf: string | null;
};

/** A part of a question with its answer, or with what is missing. */
export type PartAnswer = Draft & { readonly part: QuestionPart };

/** Answers one part: by the figures that claims give where one is asked for, else by the best evidence, else not at all. */
export function answerPart(part: QuestionPart, world: PartWorld, before: Target | null = null): PartAnswer {
  const { snapshot, retrieved, vector } = world;
  const evidence = rankEvidence({ part, retrieved, snapshot, vector });
  const coverage = coverageOf({ part, evidence, snapshot });
  const own = findTarget(part, world.asOf);
  const target = own && before ? completeTarget(own, before) : own;
  const figures = target && namesStand(coverage, world) ? findFigureAnswer(part, target, world) : null;
  if (figures) return answeredByFigures(part, figures, { world, coverage });
  const quotable = target ? evidence.filter((one) => holdsFigureFor(target, one, world)) : evidence;
  const missing = missingSlots(part, { coverage, target, world, quotable });
  if (missing.length > 0 || quotable.length === 0) return notAnswered(part, { evidence, coverage, missing, world });
  const citations = chooseQuotes(quotable, { part, snapshot });
  return {
    part,
    answered: true,
    sentences: composeQuotes(snapshot, citations),
    disagreements: [],
    missing: [],
    nearest: [],
    coverage: coverage.coverage,
  };
}

function findFigureAnswer(part: QuestionPart, target: Target, world: PartWorld): Chosen | null {
  const { snapshot } = world;
  const matches = rankMatches(withoutParts(matchClaims(target, snapshot.claims, world.allow)), part, snapshot);
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
  return coverage.missing.every(({ kind, written }) => kind !== "name" || isKnown(written, world.snapshot));
}

function isKnown(written: string, snapshot: Snapshot): boolean {
  return snapshot.records.some(({ document }) => document.text.includes(written) || document.title.includes(written));
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
  const named = target.headWritten.split(/\s+/).map((word) => stem(word));
  const { stems } = sentenceFacts(record, evidence.sentence);
  if (!named.every((word) => stems.includes(word))) return false;
  const figures = findFigures(slice(record.document.text, sentence.span));
  return figures.some(
    (figure) =>
      (target.dimensions.length === 0 || target.dimensions.includes(figure.quantity.dimension)) &&
      !claims.some((claim) => claim.value.start === sentence.span.start + figure.span.start),
  );
}

function missingSlots(
  part: QuestionPart,
  how: { coverage: Coverage; target: Target | null; world: PartWorld; quotable: readonly Evidence[] },
): readonly MissingSlot[] {
  const slot = slotOf(part.kind);
  const unknown = how.coverage.missing.filter(
    ({ kind, written }) => kind === "name" && !isKnown(written, how.world.snapshot),
  );
  if (unknown.length > 0)
    return unknown.map(({ written }) => ({ slot: slot === "how-many" ? "who" : slot, asked: written }));
  if (how.target && how.quotable.length === 0)
    return [{ slot: "how-many", asked: how.target.headWritten || part.text }];
  if (how.coverage.coverage >= COVERAGE_THRESHOLD || tellsOfNames(part, how.coverage) || isSaidWhole(how.quotable[0]))
    return [];
  const open = how.coverage.missing.filter(({ kind }) => kind !== "term");
  return open.length > 0 ? open.map(({ written }) => ({ slot, asked: written })) : [{ slot, asked: part.text }];
}

/** Every word of the question stands in one sentence, with something of the kind that is asked. */
const isSaidWhole = (best: Evidence | undefined): boolean =>
  best !== undefined && best.features.share > 0.999 && best.features.kindAbsent === 0;

/** "What happened in X": whatever stands there of X answers it. */
const tellsOfNames = (part: QuestionPart, coverage: Coverage): boolean =>
  part.kind === "what-happened" && part.names.length > 0 && coverage.missing.every(({ kind }) => kind === "term");

/** Quotes offered where nothing answers. */
const NEAREST = 3;

function notAnswered(
  part: QuestionPart,
  how: { evidence: readonly Evidence[]; coverage: Coverage; missing: readonly MissingSlot[]; world: PartWorld },
): PartAnswer {
  return {
    part,
    answered: false,
    sentences: [],
    disagreements: [],
    missing: how.missing.length > 0 ? how.missing : [{ slot: slotOf(part.kind), asked: part.text }],
    nearest: how.evidence.slice(0, NEAREST).map((one) => citeEvidence(one, how.world.snapshot)),
    coverage: Math.min(how.coverage.coverage, COVERAGE_THRESHOLD),
  };
}
