import type { Snapshot } from "../../index/snapshot.ts";
import type { Comparison } from "../../positions/position.ts";
import { composeFigure } from "../compose-figure.ts";
import { composeStatus } from "../compose-status.ts";
import type { Draft } from "../draft.ts";
import { draftDisagreement } from "../draft-disagreement.ts";

/** A draft with further disagreements, each told behind what it says already. */
export function addFound(draft: Draft, found: readonly Comparison[], snapshot: Snapshot): Draft {
  const told = found.flatMap((comparison) =>
    comparison.positions[0]?.lead.kind === "status"
      ? composeStatus(snapshot, comparison)
      : composeFigure(snapshot, comparison, { begins: "paragraph", besides: false }),
  );
  return {
    ...draft,
    sentences: [...draft.sentences, ...told],
    disagreements: [...draft.disagreements, ...found.map((comparison) => draftDisagreement(snapshot, comparison))],
  };
}
