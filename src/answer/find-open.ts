import type { Snapshot } from "../index/snapshot.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Target } from "../question/target.ts";
import type { Coverage } from "../retrieval/coverage.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { titleFacts } from "../retrieval/sentence-facts.ts";
import { COVERAGE_THRESHOLD } from "../retrieval/weights.ts";
import { contentStems } from "../text/words.ts";
import { slotOf } from "./abstain.ts";
import type { Gap, MissingSlot } from "./missing-slot.ts";

/** What stays open of a part, and why. */
export type Open = { readonly gap: Gap; readonly missing: readonly MissingSlot[] };

/**
 * What the documents leave open of a part; null where they answer it. By slot: a name that no document mentions, a
 * figure that nothing counts; else by fitted coverage, unless every word asked stands in one sentence.
 * @param how.quotable the evidence that may be quoted, best first
 */
export function findOpen(
  part: QuestionPart,
  how: {
    readonly coverage: Coverage;
    readonly target: Target | null;
    readonly snapshot: Snapshot;
    readonly quotable: readonly Evidence[];
  },
): Open | null {
  const { coverage, target, snapshot, quotable } = how;
  const slot = slotOf(part.kind);
  const unmentioned = coverage.missing.filter(
    ({ kind, written }) => kind === "name" && !isMentioned(written, snapshot),
  );
  if (unmentioned.length > 0) {
    const named = slot === "how-many" ? "who" : slot;
    return { gap: "unmentioned", missing: unmentioned.map(({ written }) => ({ slot: named, asked: written })) };
  }
  if (target && quotable.length === 0) {
    return { gap: "no-figure", missing: [{ slot: "how-many", asked: target.headWritten || part.text }] };
  }
  const best = quotable[0];
  if (best && (coverage.coverage >= COVERAGE_THRESHOLD || tellsOfNames(part, coverage) || isSaidWhole(best)))
    return null;
  const strong = coverage.missing.filter(({ kind }) => kind !== "term");
  const missing =
    strong.length > 0 ? strong.map(({ written }) => ({ slot, asked: written })) : [{ slot, asked: part.text }];
  return { gap: "open", missing };
}

/** A name is mentioned where the documents, their titles or sources hold its last word: people are called by it. */
export function isMentioned(written: string, snapshot: Snapshot): boolean {
  const last = contentStems(written).at(-1);
  if (last === undefined || snapshot.bm25.search([last], 1).length > 0) return true;
  if (snapshot.records.some((record) => titleFacts(record).stems.includes(last))) return true;
  const sources = new Set(snapshot.records.map(({ document }) => document.source ?? ""));
  return [...sources].some((source) => contentStems(source).includes(last));
}

/** "What happened in X": whatever stands there of X answers it. */
const tellsOfNames = (part: QuestionPart, coverage: Coverage): boolean =>
  part.kind === "what-happened" && part.names.length > 0 && coverage.missing.every(({ kind }) => kind === "term");

/** Every word of the question stands in one sentence, with something of the kind that is asked. */
const isSaidWhole = (best: Evidence): boolean => best.features.share > 0.999 && best.features.kindAbsent === 0;
