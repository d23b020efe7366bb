/**
 * Fits the weights that tell whether a sentence answers a whether question: `node .dist-tools/train/fit-statuses.js SETS…` (built by
 * `npx tsc -p tsconfig.tools.json`), each of SETS being a list of golden sets such as test/golden/sets.json and train/whether/sets.json (further
 * whether questions on the same documents, most of which nobody disputes), of which only the dev half is read. Prints them for `src/retrieval/status-weights.ts`, and how well they do on sets that they were not fitted to. Deterministic.
 */
import { statusCandidates } from "../src/retrieval/status-fit.ts";
import { STATUS_FEATURES } from "../src/retrieval/status-weights.ts";
import { slice } from "../src/text/span.ts";
import type { StatusClaim } from "../src/claims/claim.ts";
import type { GoldenRow } from "../src/eval/golden.ts";
import type { Labelled } from "./fit-linear.ts";
import { fitNamedSets } from "./golden-sets.ts";
import type { AskedRow } from "./golden-sets.ts";

const RIDGE = 3;
/** A right sentence counts as much as so many wrong ones: there are many more of those. */
const RIGHT_COUNTS = 3;

await fitNamedSets(labelled, STATUS_FEATURES, RIDGE);

/** The clauses in the evidence of a whether question, right where the row says so; none where a row says that they differ in something else. */
function labelled({ row, part, evidence, snapshot }: AskedRow): readonly Labelled[] {
  if (part.kind !== "whether" || (row.about !== undefined && row.about !== "status")) return [];
  return statusCandidates({ part, evidence, snapshot }).map(({ claim, features }) => {
    const text = snapshot.records[snapshot.recordOf.get(claim.document) ?? -1]?.document.text ?? "";
    const label = tells(row, claim, slice(text, claim.span));
    return { row: STATUS_FEATURES.map((name) => features[name]), label, weight: label ? RIGHT_COUNTS : 1 };
  });
}

/** True where the row calls the sentence an answer, of the side that the claim is read as. */
function tells({ relevant, positions }: GoldenRow, claim: StatusClaim, sentence: string): boolean {
  const isOf = (id: string): boolean => claim.document.startsWith(id);
  const isRelevant = (relevant ?? []).some(
    ({ document, text, grade }) =>
      grade === 2 && isOf(document) && (sentence.includes(text) || text.includes(sentence)),
  );
  const side = claim.affirmed ? "affirmed" : "denied";
  return (
    isRelevant &&
    (positions?.some(({ value, documents }) => value === side && documents.some((id) => isOf(id))) ?? true)
  );
}
