import type { Claim, QuantityClaim } from "../claims/claim.ts";
import { isHarm } from "../claims/measure.ts";
import { compareAsOne, worldOf } from "../positions/compare.ts";
import { compareInput } from "../positions/compare-input.ts";
import { agree, isToldApart, rivalChance, sameUnit, tellOneHarm } from "../positions/rival-fit.ts";
import { fitFigures } from "../retrieval/figure-fit.ts";
import type { FigureFit } from "../retrieval/figure-fit.ts";
import { contentStems } from "../text/words.ts";
import type { Basis, PartWorld } from "./basis.ts";
import { claimsIn, isDisputed } from "./chosen.ts";
import { tiesOf } from "./compare-asked.ts";
import type { Chosen } from "./figures.ts";
import { findOpen } from "./find-open.ts";
import type { AskedPart } from "./look-up.ts";

/** Chance below which a figure is not taken for the one asked for, however much better than all others it is. */
const LEAST = 0.3;
/** Chance from which a figure is told beside the best: see train/fit-figures.ts for what it finds and what it alarms falsely. */
const RIVAL = 0.7;
/** The same for who gives the number of the best or of a rival: an agreement that is none does less harm. */
const ECHO = 0.4;
/** The same for what joins rivals that the claim table tells of itself: its slots are surer than what is read here. */
const JOINS = 0.8;
/** Figures looked at, best first. */
const CONSIDERED = 14;

/**
 * Rival figures in the evidence, for what the claim table's slots do not join: the figure that is most likely the one asked for and those
 * that are likely told of the same thing. Null where none is likely, where they do not differ, and where the table tells of them all.
 */
export function readRivalFigures(asked: AskedPart, basis: Basis, { snapshot }: PartWorld): Chosen | null {
  const { part, target, chosen, slots } = asked;
  if (target === null) return null;
  const read = basis.readers.figures() ?? undefined;
  const tabled = new Set<Claim>(chosen ? [...claimsIn(chosen.main), ...chosen.main.fitsAll] : []);
  const fits = fitFigures({ part, target, evidence: basis.evidence, snapshot, slots, tabled, read }).slice(
    0,
    CONSIDERED,
  );
  const best = fits[0];
  if (best === undefined || best.chance < LEAST) return null;
  // Who was deployed was not killed.
  if (chosen === null && isHarm(target.action) && best.features.otherAction === 1) return null;
  const isTold = chosen !== null && isDisputed(chosen.main);
  if (isTold && !tabled.has(best.claim)) return null;
  const open = chosen === null ? findOpen(part, { basis, target, snapshot }) : null;
  if (open !== null && (open.gap === "unmentioned" || !isSure(best))) return null;
  const claims = fits.map(({ claim }) => claim);
  const ties = tiesOf(claims, new Set(claims), snapshot);
  const slot = { text: part.text.toLowerCase(), stems: new Set(contentStems(part.text)), ...ties };
  const scene = { world: worldOf({ ...compareInput(snapshot, claims), asked: slot }), fits };
  const beside = fits
    .filter((fit) => fit !== best && sameUnit(best.claim, fit.claim))
    .map((fit) => ({ claim: fit.claim, features: fit.features, rival: rivalChance(best, fit, scene) }))
    .toSorted((x, y) => y.rival - x.rival);
  const known = isTold ? claimsIn(chosen.main).filter((claim) => claim.kind === "quantity") : [best.claim];
  const told = [...known];
  for (const { claim, features, rival } of beside) {
    const mayJoin = isTold ? rival >= JOINS && (features.bare === 1 || tellOneHarm(best.claim, claim)) : rival >= RIVAL;
    if (told.includes(claim) || !(mayJoin || (rival >= ECHO && repeats(claim, told)))) continue;
    if (!told.some((one) => isToldApart(one, claim, scene))) told.push(claim);
  }
  if (isTold && told.length === known.length) return null;
  const main = compareAsOne({ ...compareInput(snapshot, told), asked: slot });
  return main !== null && isDisputed(main) ? { main, besides: [] } : null;
}

/** Chance from which a figure is told although the coverage of its sentence would leave the question open. */
const SURE = 0.6;

/** Of the very thing asked for, as far as the tables know, and told in the place and by whom the question says. */
const isSure = ({ chance, features: { thing, otherThing, otherDeed, borne, bearsOut } }: FigureFit): boolean =>
  chance >= SURE && thing > 0 && otherThing + otherDeed === 0 && borne * bearsOut === 1;

/** Gives the number of a claim of another document. */
const repeats = (claim: QuantityClaim, claims: readonly QuantityClaim[]): boolean =>
  claims.some((one) => sameUnit(one, claim) && agree(one, claim) && one.document !== claim.document);
