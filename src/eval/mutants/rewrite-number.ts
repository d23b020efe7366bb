import { withWording } from "./any-kind.ts";
import { fileOf, replaceIn, standsIn, withFile } from "./edit-file.ts";
import type { GoldenPosition } from "../golden.ts";
import type { Mutant, Original } from "./mutant.ts";
import { otherForms } from "./number-forms.ts";
import type { WrittenNumber } from "./number-forms.ts";
import { numberSites, withNumber } from "./number-sites.ts";
import type { NumberSite } from "./number-sites.ts";

/** A number written the same in another way, in one document: nothing else may change. */
export function rewriteNumber(original: Original): readonly Mutant[] {
  return numberSites(original).flatMap((site) =>
    site.stretches.some((one) => isPriced(one, site.written))
      ? []
      : otherForms(site.written).map((form) => rewritten(original, site, form)),
  );
}

/** A sum of money is not spelled out behind its sign. */
function isPriced(stretch: string, { text }: WrittenNumber): boolean {
  const at = stretch.toLowerCase().indexOf(text.toLowerCase());
  return /[$£€]$/u.test(stretch.slice(0, at));
}

function rewritten({ row, files }: Original, site: NumberSite, form: string): Mutant {
  const isWrittenElsewhere = ({ documents, value }: GoldenPosition): boolean =>
    documents.some((one) => one !== site.document && standsIn(fileOf(files, one)?.text ?? "", value));
  const positions = row.positions?.map((one, i) =>
    i === site.position && !isWrittenElsewhere(one) ? { ...one, value: form } : one,
  );
  const facts = row.facts?.map((wordings) => [...wordings, form]);
  return {
    id: `${row.id}/number-rewritten/${site.document}/${form}`,
    kind: "number-rewritten",
    files: withFile(files, site.file, withNumber(site, form)),
    row: {
      ...withWording(row, site.document, (one) => replaceIn(one, { words: site.written.text, by: form })),
      // Which document's writing leads is not told by the change.
      leads: row.leads === site.written.text ? undefined : row.leads,
      positions,
      facts,
    },
  };
}
