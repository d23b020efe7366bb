import { findTimes } from "../claims/times.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Comparison, Position } from "../positions/position.ts";
import type { QuestionPart } from "../question/question.ts";
import type { PartAnswer } from "./answer-part.ts";
import { withChosen } from "./compose-disagreements.ts";
import { composeFigure } from "./compose-figure.ts";
import { draftDisagreement } from "./draft-disagreement.ts";
import type { AskedPart } from "./look-up.ts";
import { isAbout, topicsOf } from "./topic-words.ts";

/** Changes told in one answer; the rest are left out. */
const MAX_TOLD = 4;

/** First and last day that a question asks of, both included; null where it leaves an end open. */
type Range = { readonly from: string | null; readonly to: string | null };

/**
 * "What changed between Monday and Wednesday (in the number of tents)?": the figures that were given anew between two days, the
 * latest first; null where none was.
 * @param found every disagreement of the corpus
 * @param asOf the day that days in the question are read from
 */
export function composeChanges(
  { part, chosen }: Pick<AskedPart, "part" | "chosen">,
  snapshot: Snapshot,
  where: { readonly found: readonly Comparison[]; readonly asOf: string | null },
): PartAnswer | null {
  const topics = topicsOf(part);
  const range = rangeOf(part, where.asOf);
  const fitting = where.found.filter((comparison) => isAbout(topics, comparison, snapshot));
  const changed = withChosen(fitting, chosen && isAbout(topics, chosen.main, snapshot) ? chosen : null).flatMap(
    (comparison) => {
      if (comparison.positions.some(({ lead }) => lead.kind !== "quantity")) return [];
      const within = withBaseline(
        comparison.positions,
        comparison.positions.filter((position) => isWithin(range, position, snapshot)),
      );
      const days = new Set(within.map(({ asOf }) => asOf));
      const grew = comparison.kind === "update" || (comparison.kind === "scope" && days.size > 1);
      return within.length > 1 && grew ? [{ ...comparison, positions: within, kind: "update" as const }] : [];
    },
  );
  const told = changed.slice(0, MAX_TOLD);
  if (told.length === 0) return null;
  return {
    part,
    answered: true,
    gap: "open",
    sentences: told.flatMap((comparison) =>
      composeFigure(snapshot, comparison, { begins: "paragraph", besides: false }),
    ),
    disagreements: told.map((comparison) => draftDisagreement(snapshot, comparison)),
    missing: [],
    nearest: [],
    coverage: 1,
  };
}

/** A figure that is new in the range stands beside the one that it follows. */
function withBaseline(positions: readonly Position[], within: readonly Position[]): readonly Position[] {
  const [only, ...others] = within;
  const before = only && positions[positions.indexOf(only) - 1];
  return only && others.length === 0 && before ? [before, only] : within;
}

/** True where a position is of a day of the range, or was published on one. */
function isWithin(range: Range, { asOf, claims }: Position, snapshot: Snapshot): boolean {
  const published = claims.map(
    ({ document }) => snapshot.records[snapshot.recordOf.get(document) ?? -1]?.document.published ?? null,
  );
  return [asOf, ...published].some((day) => liesIn(range, day?.slice(0, 10) ?? null));
}

function rangeOf(part: QuestionPart, asOf: string | null): Range {
  const days = findTimes(part.text, { published: asOf })
    .flatMap(({ period }) => [period.from, period.to])
    .filter((day) => day !== null)
    .map((day) => day.slice(0, 10))
    .sort();
  const from = days[0] ?? null;
  const open = /\bsince\b/iu.test(part.text) || days.length === 0;
  return { from, to: open ? null : (days.at(-1) ?? null) };
}

const liesIn = ({ from, to }: Range, day: string | null): boolean =>
  day === null ? from === null && to === null : (from === null || from <= day) && (to === null || day <= to);
