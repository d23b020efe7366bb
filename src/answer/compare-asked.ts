import type { Claim } from "../claims/claim.ts";
import type { Snapshot } from "../index/snapshot.ts";
import { compareInput } from "../positions/compare-input.ts";
import { compareClaims } from "../positions/compare.ts";
import type { Comparison } from "../positions/position.ts";
import type { AskedSlot } from "../positions/world.ts";
import type { QuestionPart } from "../question/question.ts";
import { storyFinder } from "../retrieval/same-story.ts";
import { contentStems } from "../text/words.ts";

/** What ties the claims that were looked up for a question. */
type Ties = Pick<AskedSlot, "isFilledBy" | "sameStory">;

/** Claims that were looked up as one event of one story: nothing further must tie them. */
export const ONE_EVENT: Ties = { isFilledBy: () => true, sameStory: () => true };

/** Those of `claims` in `filling` are just what is asked for; documents are of one story where they tell so. */
export function tiesOf(claims: readonly Claim[], filling: ReadonlySet<Claim>, snapshot: Snapshot): Ties {
  const documents = claims.map(({ document }) => document);
  return { isFilledBy: (claim) => filling.has(claim), sameStory: storyFinder(snapshot, documents) };
}

/** Compares claims as fillers of the slot that a part asks for. */
export function compareAsked(
  part: QuestionPart,
  claims: readonly Claim[],
  { snapshot, ties }: { readonly snapshot: Snapshot; readonly ties: Ties },
): readonly Comparison[] {
  const asked = { text: part.text.toLowerCase(), stems: new Set(contentStems(part.text)), ...ties };
  return compareClaims({ ...compareInput(snapshot, claims), asked });
}
