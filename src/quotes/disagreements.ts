import { citeClaim } from "../answer/cite.ts";
import type { DraftDisagreement } from "../answer/draft.ts";
import { valueText } from "../answer/phrase.ts";
import type { Claim } from "../claims/claim.ts";
import { ParallaxError } from "../errors.ts";
import type { Snapshot } from "../index/snapshot.ts";
import type { Position } from "../positions/position.ts";
import type { Numbering } from "./number-citations.ts";
import { brand } from "./verified.ts";
import type { AnswerPosition, VerifiedDisagreement } from "./verified.ts";

/** What proving a disagreement needs beside the draft. */
export type Proving = { readonly snapshot: Snapshot; readonly numbering: Numbering };

/** Proves every side of a disagreement: each claim of each position is cited by a quote cut from its document. */
export function proveDisagreement(proving: Proving, draft: DraftDisagreement): VerifiedDisagreement {
  const { comparison } = draft;
  if (comparison.kind === null || comparison.positions.length < 2) {
    throw new ParallaxError(
      "internal",
      `A draft calls "${draft.topic}" disputed, with ${comparison.positions.length} positions.`,
    );
  }
  return brand({
    topic: draft.topic,
    kind: comparison.kind,
    about: comparison.positions[0]?.lead.kind ?? "quantity",
    summary: draft.summary,
    positions: comparison.positions.map((position) => provePosition(proving, position)),
    fitsAll: markersOf(proving, comparison.fitsAll),
    leftOut: 0,
  });
}

function provePosition(proving: Proving, position: Position): AnswerPosition {
  const { lead } = position;
  return {
    value: valueText(proving.snapshot, lead),
    quantity:
      lead.kind === "quantity"
        ? { ...lead.quantity.said, unit: lead.quantity.unit, per: lead.quantity.per, hedge: lead.quantity.hedge }
        : null,
    time: timeOf(lead),
    asOf: position.asOf,
    scope: scopeOf(lead),
    markers: markersOf(proving, position.claims),
    origins: position.origins,
  };
}

function timeOf(claim: Claim): { readonly from: string | null; readonly to: string | null } | null {
  const period = claim.kind === "time" ? claim.time : claim.period;
  return period && (period.from !== null || period.to !== null) ? { from: period.from, to: period.to } : null;
}

/** The words that narrow the claim: its hours or days as written, else its place. */
function scopeOf(claim: Claim): string | null {
  return claim.period?.written ?? claim.place?.written ?? null;
}

const markersOf = (proving: Proving, claims: readonly Claim[]): readonly number[] => [
  ...new Set(claims.map((claim) => proving.numbering.cite(citeClaim(claim)).marker)),
];
