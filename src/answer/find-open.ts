import type { Snapshot } from "../index/snapshot.ts";
import type { StatedSlot } from "../question/stated-slots.ts";
import type { QuestionPart } from "../question/question.ts";
import type { Target } from "../question/target.ts";
import type { Coverage } from "../retrieval/coverage.ts";
import { absentWords } from "../retrieval/absent-words.ts";
import { titleFacts } from "../retrieval/sentence-facts.ts";
import { COVERAGE_THRESHOLD } from "../retrieval/coverage-weights.ts";
import { contentStems } from "../text/words.ts";
import { slotOf } from "./abstain.ts";
import type { Basis } from "./basis.ts";
import type { Gap, MissingSlot } from "./missing-slot.ts";

/** What stays open of a part, and why. */
export type Open = { readonly gap: Gap; readonly missing: readonly MissingSlot[] };

/**
 * What the documents leave open of a part; null where they answer it. By slot: a name that no document mentions, a place, a day
 * or a speaker that no evidence bears out; else by fitted coverage.
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
  const absentIn = (): readonly string[] => absentWords(part, { evidence, snapshot });
  if (unmentioned.length > 0) {
    const named = slot === "how-many" ? "who" : slot;
    const words = [...unmentioned.map(({ written }) => written), ...absentIn()];
    return { gap: "unmentioned", missing: words.map((asked) => ({ slot: named, asked })) };
  }
  const open = coverage.open.map((one) => ({ slot: slotOfStated(one, slot), asked: askedWords(one, part) }));
  const uncounted = target !== null && candidates.length === 0;
  const enough = uncounted ? UNCOUNTED_THRESHOLD : COVERAGE_THRESHOLD;
  const isCovered = coverage.coverage >= enough || tellsOfNames(part, coverage);
  if (open.length === 0 && coverage.borne.length > 0 && isCovered) return null;
  if (open.length > 0) return { gap: uncounted ? "no-figure" : "open", missing: open };
  const absent = absentIn();
  const named = absent.length > 0 ? absent : findMissing(part, coverage, target);
  return {
    gap: uncounted ? "no-figure" : "open",
    missing: named.map((asked): MissingSlot => ({ slot: uncounted ? "how-many" : slot, asked })),
  };
}

/** The same where no figure of the evidence counts what is asked: set on the dev half, where .6 refuses three more near misses for two answers. */
const UNCOUNTED_THRESHOLD = 0.6;

/** What is missing where every word stands in some document: names and numbers, else the thing counted, else all of it. */
function findMissing(part: QuestionPart, coverage: Coverage, target: Target | null): readonly string[] {
  const strong = coverage.missing.filter(({ kind }) => kind !== "term").map(({ written }) => written);
  if (strong.length > 0) return strong;
  return [target === null || target.headWritten === "" ? part.text : target.headWritten];
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
