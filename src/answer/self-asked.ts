import type { Claim } from "../claims/claim.ts";
import type { Comparison, Position } from "../positions/position.ts";
import { analyseQuestion } from "../question/analyse.ts";
import { questionOf } from "../question/of-claim.ts";
import { findTarget } from "../question/target.ts";
import { retrieve } from "../retrieval/retrieve.ts";
import { vocabularyOf } from "../retrieval/vocabulary.ts";
import { findBasis } from "./basis.ts";
import { claimsIn } from "./chosen.ts";
import type { LookUpWorld } from "./look-up-world.ts";
import type { AskedPart } from "./look-up.ts";
import { readersOf } from "./readers.ts";
import { readRivalFigures } from "./read-figures.ts";
import { readRivalTimes } from "./read-times.ts";

/** Passages that one question is asked of. */
const LIMIT = 12;

/**
 * Disagreements that no one asked about: each claim is put as a question to the documents, with its own sentence for a vector. Two figures
 * contradict each other where one is a rival in answer to the other's question; two times only where each is, for many a sentence tells a time of
 * something beside. In order of `claims`; a claim stands in one comparison. Some milliseconds a claim.
 */
export function selfAsked(claims: readonly Claim[], world: LookUpWorld): readonly Comparison[] {
  const answers = new Map<string, Comparison>();
  for (const claim of claims) {
    const rivals = rivalsOf(claim, world);
    if (rivals !== null) answers.set(claim.id, rivals);
  }
  const told = new Set<string>();
  const found: Comparison[] = [];
  for (const [id, comparison] of answers) {
    if (told.has(id)) continue;
    const isKept = ({ id: other, kind }: Claim): boolean => {
      const back = answers.get(other);
      return kind !== "time" || other === id || (back !== undefined && claimsIn(back).some((claim) => claim.id === id));
    };
    const positions = comparison.positions.flatMap((position) => keep(position, isKept));
    if (positions.length < 2) continue;
    for (const claim of positions.flatMap((position) => position.claims)) told.add(claim.id);
    found.push({ ...comparison, positions });
  }
  return found;
}

function keep(position: Position, isKept: (claim: Claim) => boolean): readonly Position[] {
  const claims = position.claims.filter(isKept);
  const lead = isKept(position.lead) ? position.lead : claims[0];
  return lead ? [{ ...position, claims, lead }] : [];
}

/** What contradicts a claim in answer to its own question; null where nothing does. */
function rivalsOf(claim: Claim, { snapshot, allow, asOf }: LookUpWorld): Comparison | null {
  const at = snapshot.recordOf.get(claim.document) ?? -1;
  const record = snapshot.records[at];
  const text = record && questionOf(claim, record.document.text);
  if (!text) return null;
  const question = analyseQuestion(text, vocabularyOf(snapshot));
  const [part] = question.parts;
  if (!part) return null;
  const vector = snapshot.sentenceVector(at, claim.sentence);
  const world = {
    snapshot,
    vector,
    allow,
    retrieved: retrieve({ question, vector, snapshot, filters: {}, limit: LIMIT }),
  };
  const wanted = { part, target: findTarget(part, asOf), slots: [] };
  const asked: AskedPart = { ...wanted, chosen: null, readers: readersOf(wanted, snapshot) };
  const basis = findBasis(asked, world);
  const main = (readRivalFigures(asked, basis, world) ?? readRivalTimes(asked, basis, world))?.main;
  return main && claimsIn(main).some(({ id }) => id === claim.id) ? main : null;
}
