import type { TimeClaim } from "../claims/claim.ts";
import { claimOfTime } from "../positions/filler-claims.ts";
import { readAskedEvent } from "../question/asked-event.ts";
import { fitTimes } from "../retrieval/time-fit.ts";
import type { TimeFit } from "../retrieval/time-fit.ts";
import type { Basis, PartWorld } from "./basis.ts";
import { claimsIn, isDisputed } from "./chosen.ts";
import { compareAsked, tiesOf } from "./compare-asked.ts";
import type { Chosen } from "./figures.ts";
import type { AskedPart } from "./look-up.ts";
import { aheadIn, ofOneOccasion, oneVoiceOnce } from "./one-occasion.ts";

/** A time less likely than this is not what is asked for. */
const LEAST = 0.4;

/** Against the likeliest: a rival must be nearly as likely to be what is asked for. */
const RIVAL = 0.4;

/**
 * Rival times for what is asked, where the claim table finds none: those of the evidence that fill the question by fit (`fitTimes`) and contradict
 * each other, the likeliest among them. Null where they agree or none is likely; where the table chose a time, it must be one of the rivals.
 */
export function readRivalTimes(
  { part, chosen }: AskedPart,
  basis: Basis,
  { snapshot, allow }: PartWorld,
): Chosen | null {
  if (part.kind !== "when" || isDisputed(chosen?.main)) return null;
  const event = readAskedEvent(part);
  if (event?.negated) return null;
  const fits = fitTimes({ part, event, evidence: basis.evidence, snapshot });
  const best = fits[0]?.chance ?? 0;
  const topic = part.text.replace(/[?!.\s]+$/u, "");
  const claims = fits
    .filter(({ chance }) => chance >= LEAST && chance >= RIVAL * best)
    .flatMap((fit) => claimOf(fit, { snapshot, topic }) ?? [])
    .filter(({ document }) => allow(document));
  const first = claims[0];
  if (!first) return null;
  const rivals = ofOneOccasion(oneVoiceOnce(claims), aheadIn(snapshot));
  const ties = tiesOf(rivals, new Set(rivals), snapshot);
  const main = compareAsked(part, rivals, { snapshot, ties }).find((comparison) =>
    claimsIn(comparison).some(({ id }) => id === first.id),
  );
  if (!main || !isDisputed(main)) return null;
  if (chosen !== null && !claimsIn(chosen.main).some(({ id }) => claimsIn(main).some((claim) => claim.id === id)))
    return null;
  return { main, besides: [] };
}

function claimOf(
  { candidate: { record: at, sentence, time } }: TimeFit,
  { snapshot, topic }: { readonly snapshot: PartWorld["snapshot"]; readonly topic: string },
): TimeClaim | null {
  const record = snapshot.records[at];
  const { claim, mention } = time;
  if (claim || !record) return claim;
  return claimOfTime({ sentence, ...mention.span, period: mention.period }, record, topic);
}
