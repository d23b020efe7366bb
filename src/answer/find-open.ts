import type { Snapshot } from "../index/snapshot.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Target } from "../question/target.ts";
import type { Coverage } from "../retrieval/coverage.ts";
import type { Evidence } from "../retrieval/evidence.ts";
import { absentWords } from "../retrieval/absent-words.ts";
import { titleFacts } from "../retrieval/sentence-facts.ts";
import { COVERAGE_THRESHOLD } from "../retrieval/weights.ts";
import { contentStems } from "../text/words.ts";
import { slotOf } from "./abstain.ts";
import type { Basis } from "./basis.ts";
import type { Gap, MissingSlot } from "./missing-slot.ts";

/** What stays open of a part, and why. */
export type Open = { readonly gap: Gap; readonly missing: readonly MissingSlot[] };

/**
 * What the documents leave open of a part; null where they answer it. By slot: a name that no document mentions, a
 * figure that nothing counts; else by fitted coverage, unless every word asked stands in one sentence.
 */
export function findOpen(
  part: QuestionPart,
  how: { readonly basis: Basis; readonly target: Target | null; readonly snapshot: Snapshot },
): Open | null {
  const { basis, target, snapshot } = how;
  const { coverage, candidates, evidence } = basis;
  const slot = slotOf(part.kind);
  const unmentioned = coverage.missing.filter(
    ({ kind, written }) => kind === "name" && !isMentioned(written, snapshot),
  );
  if (unmentioned.length > 0) {
    const named = slot === "how-many" ? "who" : slot;
    return { gap: "unmentioned", missing: unmentioned.map(({ written }) => ({ slot: named, asked: written })) };
  }
  const open = coverage.open.map((one) => ({ slot: slotOfStated(one, slot), asked: askedWords(one, part) }));
  const absent = absentWords(part, { evidence, snapshot });
  if (target && candidates.length === 0) {
    const asked = absent.length > 0 ? absent : [target.headWritten || part.text];
    const missing = asked.map((one): MissingSlot => ({ slot: "how-many", asked: one }));
    return { gap: "no-figure", missing: open.length > 0 ? open : missing };
  }
  if (open.length > 0) return { gap: "open", missing: open };
  const best = coverage.borne[0];
  if (best && (coverage.coverage >= COVERAGE_THRESHOLD || tellsOfNames(part, coverage) || isSaidWhole(best)))
    return null;
  const strong = coverage.missing.filter(({ kind }) => kind !== "term").map(({ written }) => written);
  const named = strong.length > 0 ? strong : absent.length > 0 ? absent : [part.text];
  return { gap: "open", missing: named.map((asked) => ({ slot, asked })) };
}

/** Where and when are slots of their own; a name or a speaker that is missing leaves open what was asked. */
function slotOfStated(asked: StatedSlot, slot: MissingSlot["slot"]): MissingSlot["slot"] {
  switch (asked.kind) {
    case "place":
      return "where";
    case "day":
      return "when";
    case "speaker":
      return "who";
    case "name":
      return slot === "how-many" ? "who" : slot;
  }
}

/** What is missing of "Did the ministry deny the leak?" is not the ministry, but that it denied: "ministry deny". */
function askedWords(stated: StatedSlot, part: QuestionPart): string {
  if (stated.kind !== "speaker" || part.kind !== "whether") return stated.written;
  const at = part.text.indexOf(stated.written);
  const verb = /^ ([\p{L}]+)/u.exec(part.text.slice(at + stated.written.length))?.[1];
  return at >= 0 && verb !== undefined ? `${stated.written} ${verb}` : stated.written;
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
