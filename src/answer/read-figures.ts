import type { Claim } from "../claims/claim.ts";
import type { Comparison } from "../positions/position.ts";
import { fitFigures } from "../retrieval/figure-fit.ts";
import { isBorneOut } from "./bear-out.ts";
import type { Basis, PartWorld } from "./basis.ts";
import { compareAsked, tiesOf } from "./compare-asked.ts";
import type { Chosen } from "./figures.ts";
import { findOpen } from "./find-open.ts";
import type { AskedPart } from "./look-up.ts";

/** Chance below which a figure is not taken for the one asked for, however much better than all others it is. */
const LEAST = 0.3;
/** Share of the best chance below which a figure is no rival of the best. */
const RIVAL = 0.5;

/**
 * Rival figures in the evidence, for what the claim table's slots do not join: those that are likely to be the one asked for are
 * compared as fillers of one slot. Null where none is likely, where they do not differ, where the table tells of rivals itself or of
 * another figure, and where a position lacks what the question states.
 */
export function readRivalFigures(asked: AskedPart, basis: Basis, { snapshot }: PartWorld): Chosen | null {
  const { part, target, chosen, slots } = asked;
  if (target === null || (chosen !== null && isDisputed(chosen.main))) return null;
  if (chosen === null && findOpen(part, { basis, target, snapshot }) !== null) return null;
  const fits = fitFigures({ part, target, evidence: basis.evidence, snapshot });
  const best = fits[0];
  if (best === undefined || best.chance < LEAST) return null;
  const likely = fits.filter(({ chance }) => chance >= LEAST && chance >= RIVAL * best.chance);
  const claims = likely.map(({ claim }) => claim);
  const ties = tiesOf(claims, new Set<Claim>(claims), snapshot);
  const main = compareAsked(part, claims, { snapshot, ties }).find((comparison) => holds(comparison, best.claim));
  if (main === undefined || !isDisputed(main)) return null;
  if (chosen !== null && !claimsOf(chosen.main).some((claim) => holds(main, claim))) return null;
  const isBorne = main.positions.every((position) =>
    position.claims.some((claim) => isBorneOut(slots, claim, snapshot)),
  );
  return isBorne ? { main, besides: [] } : null;
}

const isDisputed = ({ kind, positions }: Comparison): boolean => kind !== null && positions.length > 1;

const claimsOf = ({ positions }: Comparison): readonly Claim[] => positions.flatMap(({ claims }) => claims);

const holds = (comparison: Comparison, claim: Claim): boolean => claimsOf(comparison).includes(claim);
