/**
 * Fits the weights that tell which name or noun a question asks for: `node .dist-tools/train/fit-names.js SETS…` (built by
 * `npx tsc -p tsconfig.tools.json`), each of SETS being a list of golden sets such as test/golden/sets.json, of which only the dev half is
 * read. Prints them for `src/retrieval/name-weights.ts`, and how well they do on sets that they were not fitted to. Deterministic.
 */
import { readAskedName } from "../src/question/asked-name.ts";
import { nameCandidates } from "../src/retrieval/name-fit.ts";
import { NAME_FEATURES } from "../src/retrieval/name-weights.ts";
import { slice } from "../src/text/span.ts";
import type { Labelled } from "./fit-linear.ts";
import { fitNamedSets, isExpected } from "./golden-sets.ts";
import type { AskedRow } from "./golden-sets.ts";

const RIDGE = 3;
/** A right name counts as much as so many wrong ones: there are many more of those. */
const RIGHT_COUNTS = 5;

await fitNamedSets(labelled, NAME_FEATURES, RIDGE);

/** The names in the evidence of a question, right where the row says so; none where the question asks for no name. */
function labelled({ row, part, evidence, snapshot }: AskedRow): readonly Labelled[] {
  const asked = readAskedName(part);
  if (!asked) return [];
  return nameCandidates({ part, asked, evidence, snapshot }).flatMap(
    ({ record, sentence, name: { start, end }, features }): readonly Labelled[] => {
      const { document, sentences } = snapshot.records[record] ?? {};
      const span = sentences?.[sentence]?.span;
      if (!document || !span) return [];
      const text = slice(document.text, span);
      const label = isExpected(row, { document: document.id, sentence: text, value: text.slice(start, end) });
      return [{ row: NAME_FEATURES.map((name) => features[name]), label, weight: label ? RIGHT_COUNTS : 1 }];
    },
  );
}
