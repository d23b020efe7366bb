import type { Claim } from "../claims/claim.ts";
import { isKnownAction } from "../claims/families.ts";
import { verbFamily, actionFit } from "../claims/families.ts";
import { placeContains } from "../claims/gazetteer.ts";
import type { DocumentRecord } from "../index/record.ts";
import { isHarm } from "../claims/measure.ts";
import type { QuestionPart } from "../question/question.ts";
import { findSpeakerAsked } from "../question/speaker-asked.ts";
import type { Target } from "../question/target.ts";
import { claimedIn, figuresWritten } from "../retrieval/bare-figures.ts";
import { kept } from "../retrieval/kept.ts";
import type { SentenceReader } from "../retrieval/kept.ts";
import { matchClaims, mayFill, rankMatches } from "../retrieval/match-claims.ts";
import { isCreditedTo, isSpokenBy } from "../retrieval/credited-to.ts";
import type { Match } from "../retrieval/match-claims.ts";
import { isAmount } from "../retrieval/match-heads.ts";
import { isOfOtherYear } from "../retrieval/figure-fit.ts";
import { contextOf } from "../retrieval/slot-context.ts";
import { sentenceFacts } from "../retrieval/sentence-facts.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { stem } from "../text/stem.ts";
import { compareAsked, tiesOf } from "./compare-asked.ts";
import { chooseComparison, withoutParts } from "./figures.ts";
import type { Chosen } from "./figures.ts";
import type { LookUpWorld } from "./look-up-world.ts";

/** The comparisons of figures that give what `target` asks for; null where no claim does. */
export function lookUpFigures(
  part: QuestionPart,
  target: Target,
  { snapshot, allow }: Pick<LookUpWorld, "snapshot" | "allow">,
): Chosen | null {
  // "How many in all" without a thing or a deed asks for nothing that can be looked up.
  if (target.head === null && (target.action === null || !isKnownAction(target.action))) return null;
  const speaker = findSpeakerAsked(part.text);
  const isAsked = ({ claim }: Match): boolean => {
    const record = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1];
    if (speaker?.asks !== "told" || !record) return true;
    if (claim.speaker) return isSpokenBy(speaker, claim.speaker.name, record);
    return isCreditedTo(speaker, { record, sentence: claim.sentence });
  };
  const matches = withoutParts(
    ofThisStory(
      rankMatches(matchClaims(target, snapshot.claims, allow), { part, target, snapshot }),
      part,
      snapshot,
    ).filter(isAsked),
  );
  if (matches.length === 0) return null;
  const claims = matches.map((match) => match.claim);
  // Those that fill it fully are compared without another tie between them.
  const full = new Set<Claim>(matches.filter((match) => match.full).map((match) => match.claim));
  return chooseComparison(compareAsked(part, claims, { snapshot, ties: tiesOf(claims, full, snapshot) }), matches);
}

/** Without those of sentences that tell of another year ("an explosion killed four in 2015"), where some tell of none and none is asked for. */
function ofThisStory(matches: readonly Match[], part: QuestionPart, snapshot: Snapshot): readonly Match[] {
  const own = matches.filter(({ claim }) => {
    const record = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1];
    return record === undefined || !isOfOtherYear(claim, part.text, record);
  });
  return own.length > 0 ? own : matches;
}

/**
 * For a question about a number, a reader that tells of a sentence whether it counts the thing asked and not as something else that befell it, or
 * names the thing beside a figure that the grammar could make nothing of.
 */
export const figureHolder = (target: Target): SentenceReader<boolean> =>
  kept((record, sentence) => holdsFigure(target, record, sentence));

function holdsFigure(target: Target, record: DocumentRecord, at: number): boolean {
  const sentence = record.sentences[at];
  if (!sentence) return false;
  const { stems } = sentenceFacts(record, at);
  const { action } = target;
  // "A village of 900 people" tells nothing of the injured.
  if (isHarm(action) && action !== null && !tellsOf(action, record, at)) return false;
  const claims = claimedIn(record, at);
  if (claims.some((claim) => mayFill(target, claim) && !isOthers(target, claim))) return true;
  const figures = figuresWritten(record, at).filter(
    ({ dimension }) => target.dimensions.length === 0 || target.dimensions.includes(dimension),
  );
  // Amounts are told by their unit; which sentence is about the thing asked, the ranker and the coverage tell.
  if (isAmount(target)) return figures.length > 0;
  const named = target.headWritten.split(/\s+/).map((word) => stem(word));
  if (!named.every((word) => stems.includes(word))) return false;
  return figures.some(({ start }) => !claims.some(({ value }) => value.start === sentence.span.start + start));
}

/** The sentence or the one before it in the paragraph has a word of the family, or a claim in it is of that action. */
function tellsOf(action: string, record: DocumentRecord, sentence: number): boolean {
  const [before] = contextOf(record, sentence).before;
  const near = before === undefined ? [sentence] : [sentence, before];
  return (
    near.some((at) => sentenceFacts(record, at).stems.some((word) => fits(action, verbFamily(word)))) ||
    record.claims.some((claim) => claim.sentence === sentence && fits(action, claim.event.action ?? ""))
  );
}

const fits = (asked: string, said: string): boolean => asked === said || actionFit(asked, said, []) !== "different";

/** Counts what belongs to somebody else than is asked. */
const isOthers = ({ owners }: Target, { counted }: Claim): boolean =>
  owners.length > 0 &&
  counted.owners.length > 0 &&
  !owners.some((asked) =>
    counted.owners.some((one) => one === asked || placeContains(one, asked) || placeContains(asked, one)),
  );
