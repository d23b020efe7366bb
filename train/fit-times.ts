/**
 * Fits the weights that tell which time a question asks for: `node .dist-tools/train/fit-times.js SETS…` (built by
 * `npx tsc -p tsconfig.tools.json`), each of SETS being a list of golden sets such as test/golden/sets.json, of which only the dev half is
 * read. Prints them for `src/retrieval/time-weights.ts`, and how well they do on sets that they were not fitted to. Deterministic.
 */
import { readAskedEvent } from "../src/question/asked-event.ts";
import { timeCandidates } from "../src/retrieval/time-fit.ts";
import { TIME_FEATURES } from "../src/retrieval/time-weights.ts";
import { slice } from "../src/text/span.ts";
import type { Labelled } from "./fit-linear.ts";
import { fitNamedSets, isExpected } from "./golden-sets.ts";
import type { AskedRow } from "./golden-sets.ts";

const RIDGE = 3;
/** A right time counts as much as so many wrong ones: there are many more of those. */
const RIGHT_COUNTS = 3;

await fitNamedSets(labelled, TIME_FEATURES, RIDGE);

/** The times in the evidence of a question, right where the row says so; none where the question asks for no time. */
function labelled({ row, part, evidence, snapshot }: AskedRow): readonly Labelled[] {
  if (part.kind !== "when") return [];
  const event = readAskedEvent(part);
  return timeCandidates({ part, event, evidence, snapshot }).flatMap(
    ({ record, sentence, time, features }): readonly Labelled[] => {
      const { document, sentences } = snapshot.records[record] ?? {};
      const span = sentences?.[sentence]?.span;
      if (!document || !span || (row.fitsAll ?? []).some((id) => document.id.startsWith(id))) return [];
      const text = slice(document.text, span);
      const label = isExpected(row, { document: document.id, sentence: text, value: slice(text, time.mention.span) });
      return [{ row: TIME_FEATURES.map((name) => features[name]), label, weight: label ? RIGHT_COUNTS : 1 }];
    },
  );
}
